import { analyseInSlices } from '../core/analyse_in_slices.ts';
import { CheckMemory } from '../core/check/check_memory.ts';
import type { Finding } from '../core/plan/findings.ts';
import type { Plan } from '../core/plan/types.ts';
import { readPlan } from '../core/read/read_plan.ts';
import type { PlanAnalysis, Progress } from '../core/service.ts';
import type { CoreRequest, CoreResult, PlanReference, ReplyMessage, RequestMessage } from './protocol.ts';

/** The part of a worker's global scope used here. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<RequestMessage>) => void): void;
  postMessage(message: ReplyMessage): void;
}
const scope = self as unknown as WorkerScope;

/** The plan of the last request, with its analysis once it is known: a review needs both again. */
let held: { key: number; plan: Plan; analysis?: PlanAnalysis } | undefined;
/** What the last check leaves behind for the next: mostly the same plan with a few changes. */
const memory = new CheckMemory();

function hold(reference: PlanReference): NonNullable<typeof held> {
  if (held?.key === reference.key) return held;
  if (!reference.plan) throw new Error(`The worker does not hold plan ${reference.key}`);
  held = { key: reference.key, plan: reference.plan };
  return held;
}

async function answer(
  request: CoreRequest,
  onProgress: (progress: Progress) => void,
  onFindings: (findings: readonly Finding[]) => void,
): Promise<CoreResult[CoreRequest['call']]> {
  switch (request.call) {
    case 'readPlan':
      return readPlan(request.files, (share) => onProgress({ step: 'reading', share }));
    case 'analyse': {
      const entry = hold(request.plan);
      entry.analysis ??= await analyseInSlices(entry.plan, { onProgress, onFindings, memory });
      return entry.analysis;
    }
    case 'review': {
      const entry = hold(request.plan);
      entry.analysis ??= await analyseInSlices(entry.plan, { memory });
      const { files, mode, choices } = request;
      // What reads and compares updates is loaded with the first of them: most visits bring none.
      const { reviewUpdate } = await import('../core/review.ts');
      return reviewUpdate(entry.plan, files, mode, { onProgress, present: entry.analysis, choices, memory });
    }
    case 'compare':
      return (await import('../core/review.ts')).comparePlansWhole(request.before, request.after, onProgress);
  }
}

scope.addEventListener('message', async ({ data: { id, request } }) => {
  try {
    const result = await answer(
      request,
      (progress) => scope.postMessage({ id, kind: 'progress', progress }),
      (findings) => scope.postMessage({ id, kind: 'findings', findings }),
    );
    scope.postMessage({ id, kind: 'result', result });
  } catch (error) {
    scope.postMessage({ id, kind: 'failure', message: error instanceof Error ? error.message : String(error) });
  }
});
