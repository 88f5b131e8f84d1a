import { PlanCheck } from './check/check_in_slices.ts';
import type { CheckMemory } from './check/check_memory.ts';
import { measurePlan } from './measure_plan.ts';
import type { Keeper } from './packing/keeper.ts';
import type { Plan } from './plan/types.ts';
import type { CallOptions, Measured, PlanAnalysis } from './service.ts';

/**
 * The same as `analysePlan`, in slices: what is found is handed on as it comes, and what makes shapes of shapes is loaded only
 * once a shape is wanted. Most plans never want one.
 */
export async function analyseInSlices(
  plan: Plan,
  options: Pick<CallOptions, 'onProgress' | 'onFindings'> & {
    /** Where the plan has been measured already. */
    measured?: Measured | undefined;
    /** Of the checks of another plan: only what differs is looked at again. */
    memory?: CheckMemory;
    /** Where it is kept; as objects where absent. */
    keeper?: Keeper | undefined;
  } = {},
): Promise<PlanAnalysis> {
  const { onProgress, onFindings, memory, keeper } = options;
  const measured = options.measured ?? measurePlan(plan, onProgress, keeper);
  onProgress?.({ step: 'checking', share: 0 });
  const check = new PlanCheck(plan, measured.ledger, { memory, keeper });
  const slices = check.run();
  for (;;) {
    const step = slices.next();
    if (step.done) return { ...measured, findings: step.value };
    const { share, findings, wantsOverlay } = step.value;
    if (findings.length > 0) onFindings?.(findings);
    onProgress?.({ step: 'checking', share });
    if (wantsOverlay) check.overlay ??= await import('./measure/overlay.ts');
  }
}
