import { reportCommunity } from './check/community_report.ts';
import { deriveLedger } from './control/index.ts';
import type { Keeper } from './packing/keeper.ts';
import type { Plan } from './plan/types.ts';
import type { Measured, Progress } from './service.ts';

/** The figures of a plan: its ledger, and its community's where it has one. */
export function measurePlan(plan: Plan, onProgress?: (progress: Progress) => void, keeper?: Keeper): Measured {
  onProgress?.({ step: 'measuring', share: 0 });
  const ledger = deriveLedger(plan, {
    keeper,
    onProgress: (share) => onProgress?.({ step: 'measuring', share }),
  });
  const community = reportCommunity(plan);
  return { ledger, ...(community && { community }) };
}
