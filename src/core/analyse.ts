import type { CheckMemory } from './check/check_memory.ts';
import { checkPlan } from './check/check_plan.ts';
import { measurePlan } from './measure_plan.ts';
import type { Plan } from './plan/types.ts';
import type { PlanAnalysis, Progress } from './service.ts';

/**
 * All that is computed of a plan: its ledger, what the checks find, and the community's figures.
 * @param memory of the checks of another plan: only what differs is looked at again
 */
export function analysePlan(plan: Plan, onProgress?: (progress: Progress) => void, memory?: CheckMemory): PlanAnalysis {
  const measured = measurePlan(plan, onProgress);
  onProgress?.({ step: 'checking', share: 0 });
  const findings = checkPlan(plan, measured.ledger, (share) => onProgress?.({ step: 'checking', share }), memory);
  return { ...measured, findings };
}
