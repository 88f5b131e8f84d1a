import { analysePlan, reviewUpdate } from '../core/analyse.ts';
import { readPlan } from '../core/read/read_plan.ts';
import type { CallOptions, CoreService } from '../core/service.ts';

/**
 * The core on the same thread: for tests, and where a page opened from a file may not start a worker. A call cannot be stopped
 * once it runs; one whose signal is aborted before rejects.
 */
export function createDirectService(): CoreService {
  const run = async <T>(options: CallOptions | undefined, work: () => T): Promise<T> => {
    // One turn of the event loop, so that the caller can draw what it is waiting for.
    await Promise.resolve();
    if (options?.signal?.aborted) throw Object.assign(new Error('The call was cancelled'), { name: 'AbortError' });
    return work();
  };
  return {
    readPlan: (files, options) =>
      run(options, () => readPlan(files, (share) => options?.onProgress?.({ step: 'reading', share }))),
    analyse: (plan, options) => run(options, () => analysePlan(plan, options?.onProgress)),
    review: (plan, files, mode, options) =>
      run(options, () => reviewUpdate(plan, files, mode, { onProgress: options?.onProgress })),
  };
}
