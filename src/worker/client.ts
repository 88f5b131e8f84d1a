import { isVast } from '../core/packing/keeper_for.ts';
import { hasLargeList } from '../core/packing/large_lists.ts';
import type { Pack } from '../core/packing/pack_large.ts';
import type { Plan } from '../core/plan/types.ts';
import type { CallOptions, CoreService, OfferedFile, PlanAnalysis } from '../core/service.ts';
import type { CoreRequest, CoreResult, PlanReference, ReplyMessage, RequestMessage } from './protocol.ts';

/** The part of a Worker the client needs: a test may give its own. */
export interface WorkerPort {
  postMessage(message: RequestMessage, transfer: ArrayBuffer[]): void;
  terminate(): void;
  onmessage: ((event: { data: ReplyMessage }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
}

interface Call {
  id: number;
  /** Made when the call is sent: file bytes are copied then, so that the caller's stay usable. */
  request: () => CoreRequest;
  options: CallOptions;
  resolve: (result: never) => void;
  reject: (error: Error) => void;
  stopListening: () => void;
}

/** The core in a worker. `dispose` ends the worker and every call. */
export interface WorkerService extends CoreService {
  /** Starts the worker before the first call: its code is fetched meanwhile. */
  start(): void;
  dispose(): void;
}

export function createWorkerService(
  createWorker: () => WorkerPort = () =>
    new Worker(new URL('./core_worker.ts', import.meta.url), { type: 'module' }) as WorkerPort,
): WorkerService {
  const planKeys = new WeakMap<Plan, number>();
  const waiting: Call[] = [];
  let running: Call | undefined;
  let worker: WorkerPort | undefined;
  let heldPlanKey: number | undefined;
  let lastId = 0;
  let lastPlanKey = 0;

  function createPort(): WorkerPort {
    const port = createWorker();
    port.onmessage = ({ data }) => receive(data);
    // A worker that failed to load or ran out of memory answers nothing more. What one says that has been ended is not about the next.
    port.onerror = (event) => worker === port && crash(event.message || 'The worker stopped');
    port.onmessageerror = () => worker === port && crash('The worker sent what could not be read');
    return port;
  }

  function stop(): void {
    worker?.terminate();
    worker = undefined;
    heldPlanKey = undefined;
  }

  function crash(message: string): void {
    stop();
    finish((call) => call.reject(new Error(message)));
  }

  function finish(settle: (call: Call) => void): void {
    const call = running;
    running = undefined;
    if (call) {
      call.stopListening();
      settle(call);
    }
    sendNext();
  }

  async function receiveLarge(call: Call, rest: CoreResult[CoreRequest['call']], packs: Pack[]): Promise<void> {
    try {
      const { unpackAsRows } = await loadPacking();
      const result = await unpackAsRows({ rest, packs }, nextTask);
      // Meanwhile it may have been cancelled.
      if (running === call) finish(() => call.resolve(result as never));
    } catch (error) {
      if (running === call) finish(() => call.reject(error instanceof Error ? error : new Error(String(error))));
    }
  }

  function receive(message: ReplyMessage): void {
    if (message.id !== running?.id) return;
    if (message.kind === 'result' && message.isSpent) stop();
    if (message.kind === 'progress') running.options.onProgress?.(message.progress);
    else if (message.kind === 'findings') running.options.onFindings?.(message.findings);
    else if (message.kind === 'result' && message.packs) void receiveLarge(running, message.result, message.packs);
    else if (message.kind === 'result') finish((call) => call.resolve(message.result as never));
    else {
      // It may have failed before it held the plan.
      heldPlanKey = undefined;
      finish((call) => call.reject(new Error(message.message)));
    }
  }

  function sendNext(): void {
    if (running) return;
    const call = waiting.shift();
    if (!call) return;
    running = call;
    try {
      worker ??= createPort();
      const request = call.request();
      if (hasLargeList(request)) void sendLarge(call, request);
      else post(call, request);
    } catch (error) {
      crash(error instanceof Error ? error.message : String(error));
    }
  }

  function post(call: Call, request: CoreRequest, packs?: Pack[]): void {
    const transfer = 'files' in request ? buffersOf(request.files) : [];
    worker?.postMessage({ id: call.id, request, ...(packs && { packs }) }, transfer);
  }

  /** Lists that came as columns go back as columns: a row that is read from one cannot be sent. The page goes on reading them, so that they are copied. */
  async function sendLarge(call: Call, request: CoreRequest): Promise<void> {
    try {
      const { packLarge } = await loadPacking();
      if (running !== call) return;
      const { rest, packs } = packLarge(request, () => false);
      post(call, rest, packs);
    } catch (error) {
      if (running === call) crash(error instanceof Error ? error.message : String(error));
    }
  }

  /** A call that runs is stopped with its worker; those behind it go to a new one. */
  function cancel(call: Call): void {
    call.stopListening();
    call.reject(abortError());
    if (running === call) {
      stop();
      running = undefined;
      sendNext();
    } else {
      const place = waiting.indexOf(call);
      if (place >= 0) waiting.splice(place, 1);
    }
  }

  function ask<K extends CoreRequest['call']>(
    request: () => Extract<CoreRequest, { call: K }>,
    options: CallOptions = {},
  ): Promise<CoreResult[K]> {
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(abortError());
    return new Promise((resolve, reject) => {
      const abort = () => cancel(call);
      lastId += 1;
      const call: Call = {
        id: lastId,
        request,
        options,
        resolve,
        reject,
        stopListening: () => signal?.removeEventListener('abort', abort),
      };
      signal?.addEventListener('abort', abort);
      waiting.push(call);
      sendNext();
    });
  }

  function refer(plan: Plan, analysis?: PlanAnalysis): PlanReference {
    let key = planKeys.get(plan);
    if (key === undefined) {
      lastPlanKey += 1;
      key = lastPlanKey;
      planKeys.set(plan, key);
    }
    if (heldPlanKey === key) return { key };
    heldPlanKey = key;
    return { key, plan, ...(analysis && isVast(plan) && { analysis }) };
  }

  return {
    start() {
      worker ??= createPort();
    },
    async readPlan(files, options) {
      lastPlanKey += 1;
      const key = lastPlanKey;
      const request = (): Extract<CoreRequest, { call: 'readPlan' }> => {
        heldPlanKey = key;
        return { call: 'readPlan', files, key };
      };
      const result = await ask(request, options);
      // The worker keeps what it read: it need not be sent back to be measured.
      if (result.plan) planKeys.set(result.plan, key);
      return result;
    },
    measure: (plan, options) => ask(() => ({ call: 'measure', plan: refer(plan) }), options),
    analyse: (plan, options) => ask(() => ({ call: 'analyse', plan: refer(plan) }), options),
    review: (plan, files, { mode, choices = {}, present }, options) =>
      ask(() => ({ call: 'review', plan: refer(plan, present), files: copyFiles(files), mode, choices }), options),
    hash: (file, options) => ask(() => ({ call: 'hash', file }), options),
    compare: (before, after, options) => ask(() => ({ call: 'compare', before, after }), options),
    dispose() {
      stop();
      for (const call of [...waiting, ...(running ? [running] : [])]) {
        call.stopListening();
        call.reject(abortError());
      }
      waiting.length = 0;
      running = undefined;
    },
  };
}

/** Loaded with the first large plan. */
const loadPacking = () => import('../core/packing/pack_large.ts');

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Bytes are copied, a hold on a file is one like the other. */
function copyFiles<File extends OfferedFile>(files: readonly File[]): File[] {
  return files.map((file) => ('bytes' in file ? { ...file, bytes: file.bytes.slice() } : file));
}

function buffersOf(files: readonly OfferedFile[]): ArrayBuffer[] {
  return files.flatMap((file) => ('bytes' in file ? [file.bytes.buffer as ArrayBuffer] : []));
}

function abortError(): Error {
  const error = new Error('The call was cancelled');
  error.name = 'AbortError';
  return error;
}
