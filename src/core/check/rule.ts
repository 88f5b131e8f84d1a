import type { Ledger } from '../control/types.ts';
import type { Finding } from '../plan/findings.ts';
import type { Plan, Tolerances } from '../plan/types.ts';
import type { PlanShapes } from './plan_shapes.ts';

/** What every rule is given. */
export interface CheckContext {
  plan: Plan;
  ledger: Ledger;
  tolerances: Tolerances;
  shapes: PlanShapes;
}

/** One check: what it finds, in any order. Its code is the file's and the function's name too. */
export type Rule = (context: CheckContext) => Finding[];
