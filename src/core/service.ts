import type { CommunityReport } from './check/community_report.ts';
import type { Changes, PlanComparison } from './compare/types.ts';
import type { Ledger } from './control/types.ts';
import type { Diagnostic, Finding } from './plan/findings.ts';
import type { Plan } from './plan/types.ts';
import type { ChoicesBySource, InputFile, UpdateMode, UpdateReading } from './read/types.ts';

/** All that is computed of a plan. */
export interface PlanAnalysis {
  ledger: Ledger;
  findings: Finding[];
  /** Absent when the plan has no community. */
  community?: CommunityReport;
  /** The checks are still running: `findings` is what they found so far. */
  isChecking?: true;
}
/** What is known of a plan before it is checked. */
export type Measured = Pick<PlanAnalysis, 'ledger' | 'community'>;

/** An update under review: what it would make of the plan, what it changes, and what its checks say. */
export interface UpdateReview {
  reading: UpdateReading;
  changes?: Changes;
  /** The same in depth: plots matched by number and by shape, with their figures. */
  comparison?: PlanComparison;
  analysis?: PlanAnalysis;
  /** Findings the candidate has and the present plan has not, and the other way round. */
  findingsNew: Finding[];
  findingsGone: Finding[];
}

/** The part of a Blob that crosses to a worker: a hold on bytes that are on a disk, not the bytes. */
export interface FileHold {
  readonly size: number;
  slice(start: number, end: number): FileHold;
}
/** A file as a person gave it: its bytes, or for a large one the browser's hold on it. */
export type OfferedFile = InputFile | { name: string; hold: FileHold };

/** The part of an AbortSignal the core needs. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
export interface Progress {
  step: 'reading' | 'checking-structure' | 'measuring' | 'checking' | 'comparing';
  /** 0–1, where it can be told. */
  share?: number;
}
export interface CallOptions {
  signal?: CancelSignal;
  onProgress?: (progress: Progress) => void;
  /** Of `analyse`: told what the checks found since the last time, in no order. All of it comes again with the result. */
  onFindings?: (findings: readonly Finding[]) => void;
}

/**
 * What an interface may ask of the core. In the browser the worker's client implements it, so every call runs off the main
 * thread; a cancelled call rejects with an error whose name is `AbortError`.
 */
export interface CoreService {
  /** Manifest and layer files of a whole plan, as bytes, which are given away with them. The manifest is the file named `plan.json`. */
  readPlan(files: InputFile[], options?: CallOptions): Promise<{ plan?: Plan; diagnostics: Diagnostic[] }>;
  /** The plan's figures alone: all that its map shows. */
  measure(plan: Plan, options?: CallOptions): Promise<Measured>;
  /** The figures, and what the checks find. */
  analyse(plan: Plan, options?: CallOptions): Promise<PlanAnalysis>;
  /** `present` is what is known of the plan already. */
  review(
    plan: Plan,
    files: OfferedFile[],
    how: { mode: UpdateMode; choices?: ChoicesBySource; present?: PlanAnalysis | undefined },
    options?: CallOptions,
  ): Promise<UpdateReview>;
  /** SHA-256 of a file, as 64 hexadecimal digits. */
  hash(file: OfferedFile, options?: CallOptions): Promise<string>;
  /** Two whole plans against each other. */
  compare(before: Plan, after: Plan, options?: CallOptions): Promise<PlanComparison>;
}
