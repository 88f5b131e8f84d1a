import type { Plan } from '../core/plan/types.ts';

/** Where the plan on the screen came from. */
export type PlanOrigin = { kind: 'published' } | { kind: 'accepted'; at: string; files: string[] };

/** One accepted step, newest last; the published plan is step 0 and is not kept. */
export interface AcceptedStep {
  id: string;
  /** Its manifest's history says what it was read from, with hashes, and what was done to the coordinates. */
  plan: Plan;
  at: string;
  files: string[];
  /** What people call it, who accepted it and why. */
  name?: string;
  who?: string;
  why?: string;
}

export type StepWords = Partial<Pick<AcceptedStep, 'name' | 'who' | 'why'>>;
