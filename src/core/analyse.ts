import type { CheckMemory } from './check/check_memory.ts';
import { checkPlan } from './check/check_plan.ts';
import { measurePlan } from './measure_plan.ts';
import type { Keeper } from './packing/keeper.ts';
import type { Plan } from './plan/types.ts';
import type { PlanAnalysis, Progress } from './service.ts';

/**
 * All that is computed of a plan: its ledger, what the checks find, and the community's figures.
 * @param memory of the checks of another plan: only what differs is looked at again
 * @param keeper where it is kept; as objects where absent
 */
export function analysePlan(
  plan: Plan,
  onProgress?: (progress: Progress) => void,
  memory?: CheckMemory,
  keeper?: Keeper,
): PlanAnalysis {
  const measured = measurePlan(plan, onProgress, keeper);
  onProgress?.({ step: 'checking', share: 0 });
  const onShare = (share: number) => onProgress?.({ step: 'checking', share });
  const findings = checkPlan(plan, measured.ledger, onShare, memory, keeper);
  return { ...measured, findings };
}
