import type { PlotChangeKind } from '../core/compare/types.ts';
import type { Geometry, LayerId, Plan } from '../core/plan/types.ts';
import type { PlanAnalysis } from '../core/service.ts';

/** Which plan the map shows under a review: the present one, the one the update makes, or one on each side of a line. */
export const REVIEW_SIDES = ['before', 'after', 'swipe'] as const;
export type ReviewSide = (typeof REVIEW_SIDES)[number];

/** One shape of a change. An old outline is drawn dashed, a new one is hatched by what became of it. */
export interface ReviewMark {
  kind: PlotChangeKind;
  isOld: boolean;
  layer: LayerId;
  feature: string;
  geometry: Geometry;
  /** What is written on it: the numbers of a plot that was renumbered, split or merged. */
  label?: string;
}

/** Where a source would lie if its coordinates were read in one system. */
export interface CandidateMark {
  /** Place in the list a person chooses from, from 0; decides colour and dash. */
  index: number;
  label: string;
  geometry: Geometry;
}

/** What the map shows of an update under review. */
export interface ReviewDrawing {
  /** What the update would make of the plan; absent while that cannot be told. */
  after?: { plan: Plan; analysis?: PlanAnalysis };
  marks: readonly ReviewMark[];
  areMarksShown: boolean;
  candidates: readonly CandidateMark[];
  side: ReviewSide;
}
