import type { CheckMemory } from '../core/check/check_memory.ts';
import { measurePlan } from '../core/measure_plan.ts';
import { isVast, keeperFor, staysInColumns } from '../core/packing/keeper_for.ts';
import { hasLargeList } from '../core/packing/large_lists.ts';
import type { Pack } from '../core/packing/pack_large.ts';
import type { Finding } from '../core/plan/findings.ts';
import type { Plan } from '../core/plan/types.ts';
import { readPlan } from '../core/read/read_plan.ts';
import type { Measured, PlanAnalysis, Progress } from '../core/service.ts';
import { givenFile, sourceOfFile } from './file_source.ts';
import type { CoreRequest, CoreResult, PlanReference, ReplyMessage, RequestMessage } from './protocol.ts';

/** The part of a worker's global scope used here. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<RequestMessage>) => void): void;
  postMessage(message: ReplyMessage, transfer?: ArrayBuffer[]): void;
}
const scope = self as unknown as WorkerScope;

/** The plan of the last request, with what is known of it: its checks and a review need that again. */
let held: { key: number; plan: Plan; measured?: Measured; analysis?: PlanAnalysis } | undefined;
/** What the last check leaves behind for the next: mostly the same plan with a few changes. */
let memory: CheckMemory | undefined;

function hold(reference: PlanReference): NonNullable<typeof held> {
  if (held?.key === reference.key) return held;
  if (!reference.plan) throw new Error(`The worker does not hold plan ${reference.key}`);
  const { key, plan, analysis } = reference;
  held = { key, plan, ...(analysis && { measured: analysis, analysis }) };
  return held;
}

/** The rules of the check are loaded with the first check: the map waits for the plan's figures alone. */
async function analyse(
  entry: NonNullable<typeof held>,
  told: { onProgress?: (progress: Progress) => void; onFindings?: (findings: readonly Finding[]) => void } = {},
): Promise<PlanAnalysis> {
  if (entry.analysis) return entry.analysis;
  const { analyseInSlices, CheckMemory } = await import('./checks.ts');
  memory ??= new CheckMemory();
  const keeper = await keeperFor(entry.plan);
  // What is found in a plan of hundreds of thousands crosses once, as columns.
  const { onFindings, ...others } = told;
  const heard = { ...others, ...(onFindings && !keeper.isSparing && { onFindings }) };
  entry.analysis = await analyseInSlices(entry.plan, { ...heard, measured: entry.measured, memory, keeper });
  return entry.analysis;
}

async function answer(
  request: CoreRequest,
  onProgress: (progress: Progress) => void,
  onFindings: (findings: readonly Finding[]) => void,
): Promise<CoreResult[CoreRequest['call']]> {
  switch (request.call) {
    case 'readPlan': {
      const result = readPlan(request.files, (share) => onProgress({ step: 'reading', share }));
      if (result.plan) held = { key: request.key, plan: result.plan };
      return result;
    }
    case 'measure': {
      const entry = hold(request.plan);
      entry.measured ??= measurePlan(entry.plan, onProgress, await keeperFor(entry.plan));
      return entry.measured;
    }
    case 'analyse':
      return analyse(hold(request.plan), { onProgress, onFindings });
    case 'review': {
      const entry = hold(request.plan);
      const present = await analyse(entry);
      const { files, mode, choices } = request;
      // What reads and compares updates is loaded with the first of them: most visits bring none.
      const { reviewUpdate } = await import('../core/review.ts');
      return reviewUpdate(entry.plan, files.map(givenFile), mode, { onProgress, present, choices, memory });
    }
    case 'hash': {
      const { hashOfSource } = await import('../core/sha256.ts');
      return hashOfSource(sourceOfFile(request.file));
    }
    case 'compare': {
      const { before, after } = request;
      const { comparePlansWhole } = await import('../core/review.ts');
      return comparePlansWhole(before, after, onProgress, await keeperFor(before, after));
    }
  }
}

async function unpacked(rest: CoreRequest, packs: Pack[]): Promise<CoreRequest> {
  const { unpackAsObjects } = await import('../core/packing/pack_large.ts');
  // As objects a plan is checked faster, as long as there is room for them.
  const holdsAnother = rest.call === 'review' || rest.call === 'compare';
  return unpackAsObjects({ rest, packs }, (count) => staysInColumns(count, holdsAnother));
}

/** Whether so much is held after a call that the worker is better ended: an engine gives memory back when it needs it, not when the page does. */
function isSpentBy(request: CoreRequest, result: CoreResult[CoreRequest['call']]): boolean {
  if (request.call === 'compare') return isVast(request.before, request.after);
  if (request.call !== 'analyse' && request.call !== 'review') return false;
  const candidate = typeof result === 'object' && 'reading' in result ? result.reading.candidate : undefined;
  return (held !== undefined && isVast(held.plan)) || (candidate !== undefined && isVast(candidate));
}

/** A large plan crosses as columns: as objects it would take seconds of the page's time, and its memory once more. */
async function reply(id: number, result: CoreResult[CoreRequest['call']], isSpent: boolean): Promise<void> {
  if (!hasLargeList(result)) return scope.postMessage({ id, kind: 'result', result });
  const { packLarge, transferablesOf } = await import('../core/packing/pack_large.ts');
  const packed = packLarge(result as object);
  scope.postMessage(
    {
      id,
      kind: 'result',
      result: packed.rest as typeof result,
      packs: packed.packs,
      ...(isSpent && { isSpent }),
    },
    transferablesOf(packed, isSpent),
  );
}

/** A rule finds tens of thousands in a large plan: in one message they would hold the page up for half a second. */
const FINDINGS_AT_ONCE = 5000;

scope.addEventListener('message', async ({ data: { id, request: given, packs } }) => {
  try {
    const request = packs ? await unpacked(given, packs) : given;
    const result = await answer(
      request,
      (progress) => scope.postMessage({ id, kind: 'progress', progress }),
      (findings) => {
        for (let start = 0; start < findings.length; start += FINDINGS_AT_ONCE)
          scope.postMessage({ id, kind: 'findings', findings: findings.slice(start, start + FINDINGS_AT_ONCE) });
      },
    );
    await reply(id, result, isSpentBy(request, result));
  } catch (error) {
    scope.postMessage({ id, kind: 'failure', message: error instanceof Error ? error.message : String(error) });
  }
});
