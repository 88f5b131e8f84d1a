import type { Changes, PlanComparison, PlotChangeKind } from '../core/compare/types.ts';
import type { Geometry, LayerId, Plan } from '../core/plan/types.ts';
import type { PlanAnalysis } from '../core/service.ts';

/**
 * How the map shows two plans: the changes drawn on the old one, the old one, the new one, one on each side of a line, or both in
 * turn.
 */
export const REVIEW_MODES = ['changes', 'before', 'after', 'swipe', 'blink'] as const;
export type ReviewMode = (typeof REVIEW_MODES)[number];

/** One shape of a change. An old outline is drawn dashed, a new one is hatched by what became of it. */
export interface ReviewMark {
  kind: PlotChangeKind;
  /** The same for all shapes of one change, unlike that of any other: a split plot is one change of several shapes. */
  change: string;
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

export interface DrawnPlan {
  plan: Plan;
  analysis?: PlanAnalysis | undefined;
}

/** What the map shows of an update under review, or of two versions held against each other. */
export interface ReviewDrawing {
  /** The old plan, where it is not the one on the screen. */
  before?: DrawnPlan;
  /** The new plan; absent while it cannot be told. */
  after?: DrawnPlan;
  marks: readonly ReviewMark[];
  /** Of thousands of changes there are no marks on the page: the map makes them of this, where it draws them. */
  compared?: { changes: Changes; comparison: PlanComparison | undefined; before: Plan; after: Plan };
  /** Kinds of change that are drawn; none: all. */
  kinds: ReadonlySet<PlotChangeKind>;
  candidates: readonly CandidateMark[];
  mode: ReviewMode;
  /** Which of the two a blink shows at the moment. */
  isBlinkAtNew: boolean;
}

/** How large the changes are drawn: with hatches and numbers, or as thin outlines that leave the plans to be seen. */
export type Marking = 'full' | 'outlines';

export function markingOf({ mode }: ReviewDrawing): Marking {
  return mode === 'changes' ? 'full' : 'outlines';
}

/** Which plan the map itself shows. Swiping and blinking lay a second map with the new one over it. */
export function sideOf({ mode, after }: ReviewDrawing): 'before' | 'after' {
  return mode === 'after' && after ? 'after' : 'before';
}

/** What of the second map, with the new plan, is seen: from this share of the width to the right; undefined: nothing. */
export function newFromShare({ mode, after, isBlinkAtNew }: ReviewDrawing, swipeShare: number): number | undefined {
  if (!after) return undefined;
  if (mode === 'swipe') return swipeShare;
  return mode === 'blink' && isBlinkAtNew ? 0 : undefined;
}

/** Whether a second map is needed at all. */
export function needsSecondMap({ mode, after }: ReviewDrawing): boolean {
  return after !== undefined && (mode === 'swipe' || mode === 'blink');
}

/** The kinds after a click on one of them: it is taken in or out; when all are in, none is picked. */
export function togglePick(
  picked: ReadonlySet<PlotChangeKind>,
  kind: PlotChangeKind,
  present: readonly PlotChangeKind[],
): ReadonlySet<PlotChangeKind> {
  const next = new Set(picked);
  if (!next.delete(kind)) next.add(kind);
  return present.every((one) => next.has(one)) ? new Set() : next;
}
