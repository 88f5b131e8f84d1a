import { describe, expect, test, vi } from 'vitest';
import type { PlanAnalysis } from '../../../src/core/service.ts';
import { createWorkerService, type WorkerPort } from '../../../src/worker/client.ts';
import type { ReplyMessage, RequestMessage } from '../../../src/worker/protocol.ts';
import { eventually } from '../../support/eventually.ts';
import { file, planOf } from '../../support/sample_plan.ts';

/** A worker that answers when the test says so. */
class FakeWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  onmessageerror: WorkerPort['onmessageerror'] = null;
  terminated = false;
  sent: RequestMessage[] = [];
  postMessage(message: RequestMessage, transfer: ArrayBuffer[]): void {
    this.sent.push(structuredClone(message, { transfer }));
  }
  terminate(): void {
    this.terminated = true;
  }
  reply(message: ReplyMessage): void {
    this.onmessage?.({ data: message });
  }
  answer(result: unknown): void {
    this.reply({ id: this.sent.at(-1)?.id ?? -1, kind: 'result', result: result as PlanAnalysis });
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const service = createWorkerService(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  const last = () => {
    const worker = workers.at(-1);
    if (!worker) throw new Error('No worker was started');
    return worker;
  };
  return { workers, service, last };
}
const PLAN = planOf({});

describe('the worker’s client', () => {
  test('starts no worker before it is asked, and answers with what the worker gives', async () => {
    const { workers, service, last } = setUp();
    expect(workers).toHaveLength(0);
    const answer = service.analyse(PLAN);
    last().answer('analysis');
    expect(await answer).toBe('analysis');
  });

  test('passes progress of the call on, and of no other', async () => {
    const { service, last } = setUp();
    const onProgress = vi.fn();
    const answer = service.analyse(PLAN, { onProgress });
    const id = last().sent[0]?.id ?? -1;
    last().reply({ id: id + 1, kind: 'progress', progress: { step: 'comparing' } });
    last().reply({ id, kind: 'progress', progress: { step: 'checking', share: 0.5 } });
    last().answer('done');
    await answer;
    expect(onProgress.mock.calls).toEqual([[{ step: 'checking', share: 0.5 }]]);
  });

  test('sends a plan once and then names it', async () => {
    const { service, last } = setUp();
    const first = service.analyse(PLAN);
    last().answer('one');
    await first;
    void service.review(PLAN, [], { mode: 'merge' });
    const [one, two] = last().sent.map(({ request }) => ('plan' in request ? request.plan : undefined));
    expect(one?.plan).toEqual(PLAN);
    expect(two).toEqual({ key: one?.key });
  });

  test('sends what is known of a plan only where computing it again takes long', async () => {
    const { service, last } = setUp();
    const analysis = { findings: [] } as unknown as PlanAnalysis;
    const large = {
      ...PLAN,
      layers: { ...PLAN.layers, plots: Array.from({ length: 150_000 }, () => PLAN.layers.plots[0]) },
    };
    void service.review(PLAN, [], { mode: 'merge', present: analysis });
    expect(last().sent[0]?.request).not.toHaveProperty('plan.analysis');
    const { service: other, last: ofOther } = setUp();
    void other.review(large as typeof PLAN, [], { mode: 'merge', present: analysis });
    await eventually(() => expect(ofOther().sent[0]?.request).toMatchObject({ plan: { analysis } }));
  });

  test('has the worker fetched before the first call where that is wished', async () => {
    const { workers, service, last } = setUp();
    service.start();
    expect(workers).toHaveLength(1);
    const answer = service.analyse(PLAN);
    last().answer('analysis');
    expect(await answer).toBe('analysis');
    expect(workers).toHaveLength(1);
  });

  test('does not send back a plan that the worker has read itself', async () => {
    const { service, last } = setUp();
    const reading = service.readPlan([file('plan.json', '{}')]);
    const other = planOf({});
    last().answer({ plan: PLAN, diagnostics: [] });
    await reading;
    void service.measure(PLAN);
    last().answer('measured');
    void service.measure(other);
    const [read, own, sent] = last().sent.map(({ request }) => request);
    if (read?.call !== 'readPlan' || own?.call !== 'measure') throw new Error('Not what was asked');
    expect(own.plan).toEqual({ key: read.key });
    expect(sent).toMatchObject({ call: 'measure', plan: { plan: other } });
  });

  test('sends a plan to a new worker that the one before had read', async () => {
    const { workers, service, last } = setUp();
    const reading = service.readPlan([file('plan.json', '{}')]);
    last().answer({ plan: PLAN, diagnostics: [] });
    await reading;
    workers[0]?.onerror?.({ message: 'out of memory' });
    void service.measure(PLAN);
    expect(last().sent[0]?.request).toMatchObject({ call: 'measure', plan: { plan: PLAN } });
  });

  test('leaves the caller’s bytes usable', () => {
    const { service, last } = setUp();
    const input = file('plots.geojson', '{"a":1}');
    void service.review(PLAN, [input], { mode: 'replace' });
    const { request } = last().sent[0] ?? {};
    expect(request && 'files' in request && request.files[0]).toEqual(input);
    expect(input.bytes.byteLength).toBe(7);
  });

  test('sends the browser’s hold on a large file as it is, among bytes', () => {
    const { service, last } = setUp();
    const hold = new Blob(['{"a":1}']);
    void service.review(PLAN, [file('a.geojson', '{}'), { name: 'b.geojson', hold }], { mode: 'replace' });
    const { request } = last().sent[0] ?? {};
    const sent = request && 'files' in request ? request.files[1] : undefined;
    expect(sent).toMatchObject({ name: 'b.geojson', hold: { size: 7 } });
  });

  test('ends the worker of a cancelled call, and sends what waits behind it to a new one, plan and all', async () => {
    const { workers, service, last } = setUp();
    const controller = new AbortController();
    const stuck = service.analyse(PLAN, { signal: controller.signal });
    const behind = service.analyse(PLAN);
    expect(last().sent).toHaveLength(1);
    controller.abort();
    await expect(stuck).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(last().sent[0]?.request).toMatchObject({ call: 'analyse', plan: { plan: PLAN } });
    last().answer('second');
    expect(await behind).toBe('second');
  });

  test('ends a worker that is spent, and sends the plan again with the next call', async () => {
    const { workers, service, last } = setUp();
    const first = service.review(PLAN, [], { mode: 'merge' });
    const id = last().sent[0]?.id ?? -1;
    last().reply({ id, kind: 'result', result: 'reviewed' as unknown as PlanAnalysis, isSpent: true });
    expect(await first).toBe('reviewed');
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
    const second = service.analyse(PLAN);
    expect(last().sent[0]?.request).toMatchObject({ call: 'analyse', plan: { plan: PLAN } });
    last().answer('analysed');
    expect(await second).toBe('analysed');
  });

  test('drops a cancelled call that was waiting without disturbing the one that runs', async () => {
    const { workers, service, last } = setUp();
    const controller = new AbortController();
    const running = service.analyse(PLAN);
    const waiting = service.analyse(PLAN, { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    last().answer('first');
    expect(await running).toBe('first');
    expect(workers).toHaveLength(1);
    expect(last().sent).toHaveLength(1);
  });

  test('does not send a call that was cancelled before', async () => {
    const { workers, service } = setUp();
    await expect(service.analyse(PLAN, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers).toHaveLength(0);
  });

  test('rejects the call of a worker that breaks down, and goes on with a new one', async () => {
    const { workers, service, last } = setUp();
    const broken = service.analyse(PLAN);
    const behind = service.analyse(PLAN);
    workers[0]?.onerror?.({ message: 'out of memory' });
    await expect(broken).rejects.toThrow('out of memory');
    last().answer('fine');
    expect(await behind).toBe('fine');
    expect(workers).toHaveLength(2);
  });

  test('rejects a call the core throws on, and keeps its worker', async () => {
    const { workers, service, last } = setUp();
    const failed = service.analyse(PLAN);
    last().reply({ id: last().sent[0]?.id ?? -1, kind: 'failure', message: 'a mistake' });
    await expect(failed).rejects.toThrow('a mistake');
    expect(workers[0]?.terminated).toBe(false);
  });

  test('sends a plan again after a call that failed: it may have failed before the worker held it', async () => {
    const { service, last } = setUp();
    const failed = service.analyse(PLAN);
    last().reply({ id: last().sent[0]?.id ?? -1, kind: 'failure', message: 'too large' });
    await expect(failed).rejects.toThrow('too large');
    void service.analyse(PLAN);
    expect(last().sent[1]?.request).toMatchObject({ plan: { plan: PLAN } });
  });

  test('takes what a worker that was ended says late for nothing of the one that follows it', async () => {
    const { workers, service, last } = setUp();
    const controller = new AbortController();
    const cancelled = service.analyse(PLAN, { signal: controller.signal });
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    const next = service.analyse(PLAN);
    workers[0]?.onerror?.({ message: 'out of memory' });
    expect(last().terminated).toBe(false);
    last().answer('fine');
    expect(await next).toBe('fine');
  });
});
