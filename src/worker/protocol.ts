import type { Pack } from '../core/packing/pack_large.ts';
import type { Finding } from '../core/plan/findings.ts';
import type { Plan } from '../core/plan/types.ts';
import type { ChoicesBySource, InputFile, UpdateMode } from '../core/read/types.ts';
import type { CoreService, OfferedFile, PlanAnalysis, Progress } from '../core/service.ts';

/** A plan by number: it crosses to the worker once, later requests name it. */
export interface PlanReference {
  key: number;
  /** Absent when the worker holds the plan from the request before. */
  plan?: Plan;
  /** What the page knows of a plan that is sent, where to compute it once more would take minutes. */
  analysis?: PlanAnalysis;
}

export type CoreRequest =
  /** The plan that is read is held under this number. */
  | { call: 'readPlan'; files: InputFile[]; key: number }
  | { call: 'measure'; plan: PlanReference }
  | { call: 'analyse'; plan: PlanReference }
  | { call: 'hash'; file: OfferedFile }
  | { call: 'review'; plan: PlanReference; files: OfferedFile[]; mode: UpdateMode; choices: ChoicesBySource }
  | { call: 'compare'; before: Plan; after: Plan };

export type CoreResult = {
  [Call in CoreRequest['call']]: Awaited<ReturnType<CoreService[Call]>>;
};

/** To the worker: one request at a time. */
export interface RequestMessage {
  id: number;
  request: CoreRequest;
  /** Large lists of the request, as columns. */
  packs?: Pack[];
}
/** From the worker. `isSpent`: it holds so much that is of no use any more that it should be ended. */
export type ReplyMessage =
  | { id: number; kind: 'progress'; progress: Progress }
  | { id: number; kind: 'findings'; findings: readonly Finding[] }
  | { id: number; kind: 'result'; result: CoreResult[CoreRequest['call']]; packs?: Pack[]; isSpent?: true }
  | { id: number; kind: 'failure'; message: string };
