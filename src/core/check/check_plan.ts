import type { Ledger } from '../control/types.ts';
import * as overlay from '../measure/overlay.ts';
import type { Keeper } from '../packing/keeper.ts';
import type { Finding } from '../plan/findings.ts';
import type { Plan } from '../plan/types.ts';
import { PlanCheck } from './check_in_slices.ts';
import type { CheckMemory } from './check_memory.ts';

/**
 * Everything the checks find in a plan, at one go: errors first, then by code, layer and feature, whatever the order of its
 * features. The browser's worker runs the same check in slices (`PlanCheck`), without loading the overlay before it is wanted.
 * @param onProgress told the share of rules done, 0–1; what it throws ends the work
 * @param memory of the last check: only what changed since is looked at again
 * @param keeper where what is found is kept; as objects where absent
 */
export function checkPlan(
  plan: Plan,
  ledger: Ledger,
  onProgress?: (share: number) => void,
  memory?: CheckMemory,
  keeper?: Keeper,
): Finding[] {
  const steps = new PlanCheck(plan, ledger, { memory, overlay, keeper }).run();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value.share);
  }
}
