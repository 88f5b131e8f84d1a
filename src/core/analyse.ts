import type { CheckMemory } from './check/check_memory.ts';
import { checkPlan } from './check/check_plan.ts';
import { reportCommunity } from './check/community_report.ts';
import { deriveLedger } from './control/index.ts';
import type { Plan } from './plan/types.ts';
import type { PlanAnalysis, Progress } from './service.ts';

type OnProgress = (progress: Progress) => void;

/**
 * All that is computed of a plan: its ledger, what the checks find, and the community's figures.
 * @param memory of the checks of another plan: only what differs is looked at again
 */
export function analysePlan(plan: Plan, onProgress?: OnProgress, memory?: CheckMemory): PlanAnalysis {
  onProgress?.({ step: 'measuring', share: 0 });
  const ledger = deriveLedger(plan, { onProgress: (share) => onProgress?.({ step: 'measuring', share }) });
  onProgress?.({ step: 'checking', share: 0 });
  const findings = checkPlan(plan, ledger, (share) => onProgress?.({ step: 'checking', share }), memory);
  const community = reportCommunity(plan);
  return { ledger, findings, ...(community && { community }) };
}
