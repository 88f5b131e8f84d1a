import { afterEach, describe, expect, test, vi } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import { IN_OBJECTS } from '../../../src/core/packing/keeper.ts';
import { columnOf } from '../../../src/core/packing/large_lists.ts';
import { comparePlansWhole, reviewUpdate } from '../../../src/core/review.ts';
import { createWorkerService, type WorkerPort } from '../../../src/worker/client.ts';
import type { ReplyMessage, RequestMessage } from '../../../src/worker/protocol.ts';
import { makePlots } from '../../bench/many_plots.ts';
import { readFolderPlan } from '../../support/plans.ts';

// What is done with plans of hundreds of thousands of features, with one of thousands.
vi.mock('../../../src/core/packing/keeper_for.ts', () => ({
  isVast: (...plans: { layers: { plots: unknown[] } }[]) => plans.some(({ layers }) => layers.plots.length >= 2000),
  staysInColumns: (count: number) => count >= 2000,
  keeperFor: async () => (await import('../../../src/core/packing/keep_in_columns.ts')).IN_COLUMNS,
}));

const SHIPPED = readFolderPlan('data/geojson');
const FILE = { name: 'plots.geojson', bytes: new TextEncoder().encode(JSON.stringify(makePlots(2100))) };

/** The worker's own code, each time anew, behind messages that are copied or handed over as between threads. */
function startWorkers(): { service: ReturnType<typeof createWorkerService>; ended: boolean[] } {
  const ended: boolean[] = [];
  const service = createWorkerService(() => {
    const place = ended.push(false) - 1;
    let receive: ((event: { data: RequestMessage }) => void) | undefined;
    const port: WorkerPort = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      postMessage(message, transfer) {
        const data = structuredClone(message, { transfer });
        void loaded.then(() => receive?.({ data }));
      },
      terminate() {
        ended[place] = true;
      },
    };
    vi.stubGlobal('self', {
      addEventListener: (_: string, listener: typeof receive) => {
        receive = listener;
      },
      postMessage: (message: ReplyMessage, transfer: ArrayBuffer[] = []) => {
        const data = structuredClone(message, { transfer });
        if (!ended[place]) setTimeout(() => port.onmessage?.({ data }));
      },
    });
    // By another name it is a worker of its own, with nothing held.
    const name = `../../../src/worker/core_worker.ts?${place}`;
    const loaded = import(/* @vite-ignore */ name);
    return port;
  });
  return { service, ended };
}

afterEach(() => vi.unstubAllGlobals());

describe('a plan that is too large for objects', () => {
  test('is reviewed, analysed and compared in the worker as any other, and the worker ended each time', async () => {
    const { service, ended } = startWorkers();
    const expected = await reviewUpdate(SHIPPED, [FILE], 'replace', { keeper: IN_OBJECTS });
    const review = await service.review(SHIPPED, [FILE], { mode: 'replace' });
    expect(ended).toEqual([true]);
    expect(review.findingsNew.length).toBeGreaterThan(2000);
    expect(review).toEqual(expected);
    const { candidate } = review.reading;
    const present = review.analysis;
    if (!candidate || !present) throw new Error('The file was refused.');
    expect(columnOf(candidate.layers.plots)).toBeDefined();

    // The plan goes back as the columns it came in, with what is known of it: a finding that is not known is new.
    const [dropped, ...known] = present.findings;
    const again = await service.review(candidate, [FILE], {
      mode: 'replace',
      present: { ...present, findings: known },
    });
    expect(ended).toEqual([true, true]);
    expect(again.changes?.features).toEqual([]);
    expect([again.findingsNew, again.findingsGone]).toEqual([[dropped], []]);

    // Its figures are still there for its checks, although they were given away.
    const measured = await service.measure(candidate);
    expect(ended).toEqual([true, true, false]);
    expect(measured.ledger).toEqual(present.ledger);
    const analysis = await service.analyse(candidate);
    expect(ended).toEqual([true, true, true]);
    expect(analysis).toEqual(analysePlan(candidate));
    const comparison = await service.compare(SHIPPED, candidate);
    expect(comparison).toEqual(comparePlansWhole(SHIPPED, candidate));
    service.dispose();
  }, 120_000);
});
