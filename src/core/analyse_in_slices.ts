import { PlanCheck } from './check/check_in_slices.ts';
import type { CheckMemory } from './check/check_memory.ts';
import { reportCommunity } from './check/community_report.ts';
import { deriveLedger } from './control/index.ts';
import type { Finding } from './plan/findings.ts';
import type { Plan } from './plan/types.ts';
import type { PlanAnalysis, Progress } from './service.ts';

/**
 * The same as `analysePlan`, in slices: what is found is handed on as it comes, and what makes shapes of shapes is loaded only
 * once a shape is wanted. Most plans never want one.
 */
export async function analyseInSlices(
  plan: Plan,
  options: {
    onProgress?: (progress: Progress) => void;
    /** Told what was found since the last time, in no order. */
    onFindings?: (findings: readonly Finding[]) => void;
    /** Of the checks of another plan: only what differs is looked at again. */
    memory?: CheckMemory;
  } = {},
): Promise<PlanAnalysis> {
  const { onProgress, onFindings, memory } = options;
  onProgress?.({ step: 'measuring', share: 0 });
  const ledger = deriveLedger(plan, { onProgress: (share) => onProgress?.({ step: 'measuring', share }) });
  onProgress?.({ step: 'checking', share: 0 });
  const check = new PlanCheck(plan, ledger, { memory });
  const slices = check.run();
  for (;;) {
    const step = slices.next();
    if (step.done) {
      const community = reportCommunity(plan);
      return { ledger, findings: step.value, ...(community && { community }) };
    }
    const { share, findings, wantsOverlay } = step.value;
    if (findings.length > 0) onFindings?.(findings);
    onProgress?.({ step: 'checking', share });
    if (wantsOverlay) check.overlay ??= await import('./measure/overlay.ts');
  }
}
