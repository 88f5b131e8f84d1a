import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import { type Finding, findingKey } from '../../../src/core/plan/findings.ts';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import type { ChoicesBySource, InputFile } from '../../../src/core/read/types.ts';
import { writeLayer, writePlan } from '../../../src/core/read/write_plan.ts';
import type { CoreService } from '../../../src/core/service.ts';
import type { AcceptedStep } from '../../../src/state/accepted_step.ts';
import { createMemoryArchive, loadedAhead } from '../../../src/state/archive.ts';
import type { DrawnPlan, ReviewMode } from '../../../src/state/review_drawing.ts';
import { createStore, type Store } from '../../../src/state/store.ts';
import { readHistory, writeHistory } from '../../../src/state/versions.ts';
import { eventually } from '../../support/eventually.ts';
import { HeldBytes } from '../../support/held_file.ts';
import { openStore, published, service } from '../../support/open_store.ts';

function textFile(name: string, text: string): InputFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** The published plots with one limit changed. */
function changedPlots(farMax: number): { file: InputFile; plot: string } {
  const [first, ...others] = published.layers.plots;
  if (!first) throw new Error('The park has no plots.');
  const changed = { ...first, properties: { ...first.properties, farMin: 0.1, farMax } };
  const plan = { ...published, layers: { ...published.layers, plots: [changed, ...others] } };
  return { file: textFile('plots.geojson', writeLayer(plan, 'plots')), plot: first.id };
}

function step(store: Store, index: number): AcceptedStep {
  const found = store.accepted.value[index];
  if (!found) throw new Error(`There is no version ${index}.`);
  return found;
}

function farMaxOf(store: Store, plot: string): number | undefined {
  return store.plan.value.layers.plots.find((entry) => entry.id === plot)?.properties.farMax;
}

describe('the store', () => {
  it('changes nothing before an update is accepted, and then the plan, its analysis and its origin together', async () => {
    const store = openStore();
    const { file, plot } = changedPlots(9.5);
    await store.offerFiles([file]);
    expect(store.update.value.step).toBe('review');
    expect(store.plan.value).toBe(published);
    await store.acceptUpdate();
    expect(farMaxOf(store, plot)).toBe(9.5);
    expect(store.analysis.value?.ledger.plots.get(plot)?.controls.far.max?.considered.map((o) => o.value)).toContain(
      9.5,
    );
    expect(store.origin.value).toEqual({ kind: 'accepted', at: '2026-11-20T08:00:00Z', files: ['plots.geojson'] });
    expect(store.update.value.step).toBe('none');
  });

  it.each([
    ['truncated', '{"type":"FeatureCollection","features":[{"type":"Fea'],
    ['empty', ''],
    ['not JSON', '<html>404</html>'],
    ['hostile', '{"type":"__proto__","features":{"__proto__":{"toString":1}}}'],
  ])('keeps the plan when a file is %s, and does not accept it', async (_, text) => {
    const store = openStore();
    await store.offerFiles([textFile('plots.geojson', text)]);
    const present = store.update.value;
    expect(present.step === 'review' && present.review.reading.diagnostics.length).toBeGreaterThan(0);
    await store.acceptUpdate();
    expect(store.plan.value).toBe(published);
    expect(store.accepted.value).toEqual([]);
  });

  it('lets a person point at the plan the map shows: the updated one while that is looked at, else its own', async () => {
    const store = openStore();
    const { file } = changedPlots(9.5);
    await store.offerFiles([file]);
    const present = store.update.value;
    const candidate = present.step === 'review' ? present.review.reading.candidate : undefined;
    if (!candidate) throw new Error('Nothing is under review.');
    const drawing = { marks: [], kinds: new Set<never>(), candidates: [], isBlinkAtNew: false };
    const looksAt = (mode: ReviewMode, after?: DrawnPlan) => {
      store.reviewDrawing.value = { ...drawing, mode, ...(after && { after }) };
      return store.drawn.value.plan;
    };
    expect(looksAt('after', { plan: candidate })).toBe(candidate);
    for (const mode of ['changes', 'before', 'swipe', 'blink'] as const)
      expect(looksAt(mode, { plan: candidate })).toBe(published);
    // While nothing new can be told, the map shows what it has.
    expect(looksAt('after')).toBe(published);
    store.reviewDrawing.value = undefined;
    expect(store.drawn.value).toEqual({ plan: published, analysis: store.analysis.value });
  });

  it('undoes accepted updates one by one, back to the published plan', async () => {
    const store = openStore();
    for (const farMax of [9.5, 9.7]) {
      await store.offerFiles([changedPlots(farMax).file]);
      await store.acceptUpdate();
    }
    const { plot } = changedPlots(1);
    await store.undo();
    expect(farMaxOf(store, plot)).toBe(9.5);
    await store.undo();
    expect(store.plan.value).toBe(published);
    expect(store.origin.value).toEqual({ kind: 'published' });
    await store.undo();
    expect(store.plan.value).toBe(published);
  });

  it('brings accepted updates back in the next visit, and says when the published plan has moved on', async () => {
    const archive = createMemoryArchive();
    const first = openStore({ archive });
    const { file, plot } = changedPlots(9.5);
    await first.offerFiles([file]);
    await first.acceptUpdate();

    const second = openStore({ archive });
    await second.restore();
    expect(farMaxOf(second, plot)).toBe(9.5);
    expect(second.notice.value?.key).toBe('restored');

    const newer = { ...published, manifest: { ...published.manifest, version: '99' } };
    const third = openStore({ archive, plan: newer });
    await third.restore();
    expect(third.notice.value).toEqual({ key: 'publishedIsNewer', data: { version: '99' } });
    await third.returnToPublished();
    expect(third.plan.value).toBe(newer);
  });

  it('shows what it brings back without waiting for its checks, and computes nothing of the plan it does not show', async () => {
    const archive = createMemoryArchive();
    const first = openStore({ archive });
    const { file, plot } = changedPlots(9.5);
    await first.offerFiles([file]);
    await first.acceptUpdate();

    const measure = vi.fn(service.measure);
    const analyse = vi.fn(() => new Promise<never>(() => undefined));
    const again = createStore({
      plan: published,
      service: { ...service, measure, analyse },
      archive: loadedAhead(archive, 'park/'),
      planKey: 'park/',
      now: () => '2026-11-20T08:00:00Z',
      restores: true,
      waitsForMap: true,
    });
    await again.restore();
    expect(farMaxOf(again, plot)).toBe(9.5);
    await eventually(() => expect(again.analysis.value?.isChecking).toBe(true));
    expect(measure.mock.calls.map(([plan]) => plan)).toEqual([again.plan.value]);
    again.dispose();
  });

  it('computes of the published plan once it is known that nothing is to be brought back', async () => {
    const measure = vi.fn(service.measure);
    const store = createStore({
      plan: published,
      service: { ...service, measure },
      archive: createMemoryArchive(),
      planKey: 'park/',
      now: () => '2026-11-20T08:00:00Z',
      restores: true,
    });
    expect(measure).not.toHaveBeenCalled();
    await store.restore();
    await eventually(() => expect(store.analysis.value?.ledger).toBeDefined());
    store.dispose();
  });

  it('keeps an accepted update in memory and says so when the browser refuses storage', async () => {
    const refused = () => Promise.reject(new Error('blocked'));
    const store = openStore({ archive: { load: refused, save: refused } });
    const { file, plot } = changedPlots(9.5);
    await store.offerFiles([file]);
    await store.acceptUpdate();
    expect(farMaxOf(store, plot)).toBe(9.5);
    expect(store.notice.value?.key).toBe('storageFailed');
  });

  it('shows the plan and says why its figures are missing when the analysis fails', async () => {
    const store = openStore({ service: { ...service, analyse: () => Promise.reject(new Error('out of memory')) } });
    await eventually(() => expect(store.notice.value?.key).toBe('analysisFailed'));
    expect(store.notice.value?.data).toEqual({ detail: 'out of memory' });
    expect(store.plan.value).toBe(published);
  });

  it('reviews an update again when the plan it was held against is undone', async () => {
    const store = openStore();
    const { file, plot } = changedPlots(9.5);
    await store.offerFiles([file]);
    await store.acceptUpdate();
    await store.offerFiles([textFile('zones.geojson', writeLayer(published, 'zones'))]);
    await store.undo();
    expect(store.update.value.step).toBe('review');
    await store.acceptUpdate();
    expect(farMaxOf(store, plot)).toBe(farMaxOf(openStore(), plot));
  });

  it('keeps the analysis of an accepted update when one of an earlier plan arrives late', async () => {
    let arrive: () => void = () => {};
    const late: CoreService = {
      ...service,
      analyse: (plan) =>
        new Promise((resolve) => {
          arrive = () => resolve(analysePlan(plan));
        }),
    };
    const store = openStore({ service: late });
    const { file, plot } = changedPlots(9.5);
    await store.offerFiles([file]);
    await store.acceptUpdate();
    const analysis = store.analysis.value;
    expect(analysis?.ledger.plots.get(plot)?.controls.far.max?.considered.map((o) => o.value)).toContain(9.5);
    arrive();
    await Promise.resolve();
    expect(store.analysis.value).toBe(analysis);
  });

  it('takes no layer for a file nobody answered, whatever it is called', async () => {
    const asked: (ChoicesBySource | undefined)[] = [];
    const store = openStore({
      service: {
        ...service,
        review: (plan, files, how) => {
          asked.push(how.choices);
          return service.review(plan, files, how);
        },
      },
    });
    // A point without a word: nothing tells its layer.
    const geometry = { type: 'Point', coordinates: [121.52, 29.87] };
    const features = [{ type: 'Feature', id: 'x', properties: {}, geometry }];
    await store.offerFiles([textFile('constructor', JSON.stringify({ type: 'FeatureCollection', features }))]);
    await store.reviseUpdate({ choices: Object.fromEntries([['__proto__', { layer: 'plots' as const }]]) });
    expect(Object.keys(asked.at(-1) ?? {})).toEqual(['__proto__']);
    expect(store.update.value).toMatchObject({ review: { reading: { undecided: ['constructor'] } } });
  });

  it('writes into the accepted plan what it was read from, with the SHA-256 of each file', async () => {
    const store = openStore();
    const { file } = changedPlots(9.5);
    await store.offerFiles([file]);
    await store.acceptUpdate();
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    expect(store.plan.value.manifest.history).toEqual([
      { at: '2026-11-20T08:00:00Z', files: [{ name: 'plots.geojson', sha256 }] },
    ]);
    const saved = writePlan(store.plan.value).map(({ name, text }) => textFile(name, text));
    expect(readPlan(saved).plan?.manifest.history).toEqual(store.plan.value.manifest.history);
  });

  it('reads and hashes a file the browser only holds, without fetching it for the page', async () => {
    const store = openStore();
    const { file, plot } = changedPlots(9.5);
    await store.offerFiles([{ name: file.name, hold: new HeldBytes(file.bytes) }]);
    await store.acceptUpdate();
    expect(farMaxOf(store, plot)).toBe(9.5);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    expect(store.plan.value.manifest.history?.at(-1)?.files).toEqual([{ name: 'plots.geojson', sha256 }]);
  });

  it('accepts an update that cannot be entered in the history, and says that it is not', async () => {
    const refused = () => Promise.reject(new Error('The file has changed since.'));
    const store = openStore({ service: { ...service, hash: refused } });
    const { file, plot } = changedPlots(9.5);
    await store.offerFiles([{ name: file.name, hold: new HeldBytes(file.bytes) }]);
    await store.acceptUpdate();
    expect(farMaxOf(store, plot)).toBe(9.5);
    expect(store.plan.value.manifest.history).toEqual(published.manifest.history);
    expect(store.notice.value).toEqual({
      key: 'acceptedUndescribed',
      data: { files: 'plots.geojson', detail: 'The file has changed since.' },
    });
  });

  it('says who accepted a version and why, in the version and in its plan, and takes it back', async () => {
    const store = openStore();
    await store.offerFiles([changedPlots(9.5).file]);
    await store.acceptUpdate();
    const { id } = step(store, 0);
    await store.reviseVersion(id, { name: '送审稿', who: '王工', why: '专家意见' });
    expect(step(store, 0)).toMatchObject({ name: '送审稿', who: '王工', why: '专家意见' });
    expect(store.plan.value.manifest.history?.at(-1)).toMatchObject({ who: '王工', why: '专家意见' });
    await store.reviseVersion(id, { who: ' ' });
    expect([step(store, 0).who, store.plan.value.manifest.history?.at(-1)?.who]).toEqual([undefined, undefined]);
    expect(step(store, 0).why).toBe('专家意见');
  });

  it('keeps what is said of the version shown while an update of it is under review', async () => {
    const store = openStore();
    await store.offerFiles([changedPlots(9.5).file]);
    await store.acceptUpdate();
    await store.offerFiles([changedPlots(9).file]);
    await store.reviseVersion(step(store, 0).id, { who: '王工' });
    await store.acceptUpdate();
    expect(step(store, 1).plan.manifest.history?.[0]?.who).toBe('王工');
  });

  it('goes back to any version without losing those after it, and forgets one', async () => {
    const store = openStore();
    const { plot } = changedPlots(1);
    for (const farMax of [9.5, 9.7]) {
      await store.offerFiles([changedPlots(farMax).file]);
      await store.acceptUpdate();
    }
    await store.goBackTo(step(store, 0).id);
    expect([farMaxOf(store, plot), store.accepted.value.length]).toEqual([9.5, 3]);
    await store.goBackTo(undefined);
    expect([store.plan.value, store.accepted.value.length]).toEqual([published, 4]);
    await store.deleteVersion(step(store, 3).id);
    expect(farMaxOf(store, plot)).toBe(9.5);
    await store.deleteVersion(step(store, 0).id);
    expect([farMaxOf(store, plot), store.accepted.value.length]).toEqual([9.5, 2]);
  });

  it('compares any two versions, the published plan among them', async () => {
    const store = openStore();
    const { file, plot } = changedPlots(9.5);
    await store.offerFiles([file]);
    await store.acceptUpdate();
    const { plots } = await store.compareVersions(undefined, step(store, 0).id);
    expect(plots.map(({ after }) => after)).toEqual([[plot]]);
  });

  it('takes a whole history into another browser, and the same history only once', async () => {
    const first = openStore();
    for (const farMax of [9.5, 9.7]) {
      await first.offerFiles([changedPlots(farMax).file]);
      await first.acceptUpdate();
    }
    await first.reviseVersion(step(first, 0).id, { who: '王工' });
    const text = [...writeHistory('1', first.accepted.value)].join('');
    const second = openStore();
    const read = await second.readHistory(new TextEncoder().encode(text));
    expect(read?.unreadCount).toBe(0);
    expect(await second.addVersions(read?.steps ?? [])).toBe(2);
    expect(second.accepted.value).toEqual(first.accepted.value);
    expect(second.plan.value).toEqual(first.plan.value);
    expect(await second.addVersions(read?.steps ?? [])).toBe(0);

    // Longer than one text may be: version by version, as far as the file goes.
    const bytes = new TextEncoder().encode(text);
    expect(await readHistory(bytes, service, 0)).toEqual(read);
    const cut = await readHistory(bytes.slice(0, -100), service, 0);
    expect([cut?.steps, cut?.unreadCount]).toEqual([read?.steps.slice(0, 1), 1]);
  });

  it.each([
    ['no JSON', '{"format":'],
    ['another file', '{"type":"FeatureCollection","features":[]}'],
    ['a list', '[]'],
  ])('takes %s for no history', async (_, text) => {
    expect(await openStore().readHistory(new TextEncoder().encode(text))).toBeUndefined();
    expect(await readHistory(new TextEncoder().encode(text), service, 0)).toBeUndefined();
  });

  it('counts versions of a history that cannot be read, and takes none of them', async () => {
    const text = JSON.stringify({
      format: 'park-plan-history',
      versions: [1, { id: 'a', at: 'x', planFiles: [{ name: 'plan.json', text: '{"__proto__":1}' }] }],
    });
    expect(await openStore().readHistory(new TextEncoder().encode(text))).toEqual({ steps: [], unreadCount: 2 });
  });

  it('drops a selection that the new plan does not have', async () => {
    const store = openStore();
    const [first, ...others] = published.layers.plots;
    if (!first) throw new Error('The park has no plots.');
    store.select({ layer: 'plots', id: first.id });
    const without = { ...published, layers: { ...published.layers, plots: others } };
    await store.offerFiles([textFile('plots.geojson', writeLayer(without, 'plots'))]);
    await store.acceptUpdate();
    expect(store.view.value.selection).toBeUndefined();
  });

  it('keeps the spot of a finding only until something else is selected', () => {
    const store = openStore();
    const [first, second] = published.layers.plots;
    if (!first || !second) throw new Error('The park has too few plots.');
    const finding: Finding = {
      code: 'building-over-limit',
      severity: 'error',
      layer: 'plots',
      feature: first.id,
      data: {},
      evidence: first.geometry,
    };
    store.showFinding(finding);
    expect(store.spotlight.value?.geometry).toBe(first.geometry);
    expect(store.view.value.selection).toEqual({ layer: 'plots', id: first.id });
    store.select({ layer: 'plots', id: second.id });
    expect(store.spotlight.value).toBeUndefined();
    store.showFinding(finding);
    store.select(undefined);
    expect(store.spotlight.value).toBeUndefined();
  });

  it('forgets picked classes with their theme', () => {
    const store = openStore();
    store.toggleClass('0802');
    store.setTheme('height');
    expect(store.view.value.filters.classes).toEqual([]);
  });

  it('shares nothing with another store on the same page', () => {
    const one = openStore();
    const other = openStore();
    one.setTheme('far');
    one.select({ layer: 'plots', id: 'x' });
    expect(other.view.value.theme).toBe('landUse');
    expect(other.view.value.selection).toBeUndefined();
  });
});

/** The checks come after the figures. */
const checked = (store: Store): Promise<void> =>
  eventually(() => {
    expect(store.analysis.value).toBeDefined();
    expect(store.analysis.value?.isChecking).toBeUndefined();
  });

describe('findings that may stand', () => {
  const overLimit = (store: Store): Finding | undefined =>
    store.analysis.value?.findings.find(({ code }) => code === 'building-over-limit');

  it('are noted in the plan with their reason, kept between visits, and taken up again', async () => {
    const archive = createMemoryArchive();
    const store = openStore({ archive });
    await checked(store);
    const finding = overLimit(store);
    if (!finding) throw new Error('The park has a building over its limit.');
    await store.letStand(finding, { reason: '已批复调整', who: '王工' });
    const why = { reason: '已批复调整', who: '王工', at: '2026-11-20T08:00:00Z' };
    expect(overLimit(store)?.accepted).toEqual(why);
    expect(store.plan.value.manifest.checks?.accepted?.[0]).toMatchObject(why);

    const again = openStore({ archive });
    await again.restore();
    await eventually(() => expect(overLimit(again)?.accepted).toEqual(why));

    const found = overLimit(again);
    if (found) await again.takeUp(found);
    expect(overLimit(again)?.accepted).toBeUndefined();
    expect(again.plan.value.manifest.checks).toBeUndefined();
  });

  it('make one version of the published plan, however many there are', async () => {
    const store = openStore();
    await checked(store);
    const [first, second] = (store.analysis.value?.findings ?? []).filter(({ code }) => code === 'building-over-limit');
    if (!first || !second) throw new Error('The park has limits that are exceeded.');
    await store.letStand(first, { reason: '一' });
    await store.letStand(second, { reason: '二' });
    expect(store.accepted.value).toHaveLength(1);
    expect(store.plan.value.manifest.checks?.accepted).toHaveLength(2);
  });

  it('keep their reason when an update that was under review meanwhile is accepted', async () => {
    const store = openStore();
    await checked(store);
    await store.offerFiles([textFile('zones.geojson', writeLayer(published, 'zones'))]);
    await store.letStand(overLimit(store) as Finding, { reason: '已批复' });
    await store.acceptUpdate();
    expect(overLimit(store)?.accepted?.reason).toBe('已批复');
    expect(store.accepted.value).toHaveLength(2);
  });

  it('leave a plan whose figures are still being computed to be computed', async () => {
    const store = openStore();
    await checked(store);
    const finding = overLimit(store) as Finding;
    await store.offerFiles([changedPlots(9.5).file]);
    await store.acceptUpdate();
    // Undone while the reason was being written.
    const undone = store.undo();
    expect(store.analysis.value).toBeUndefined();
    await Promise.all([undone, store.letStand(finding, { reason: '已批复' })]);
    await checked(store);
    expect(overLimit(store)?.accepted?.reason).toBe('已批复');
  });

  it('leave the other findings the objects they were: of a large plan each would be made anew, with its shape', async () => {
    const store = openStore();
    await checked(store);
    const before = store.analysis.value?.findings ?? [];
    const place = before.findIndex(({ code }) => code === 'building-over-limit');
    await store.letStand(before[place] as Finding, { reason: '已批复' });
    const after = store.analysis.value?.findings ?? [];
    expect(after).toHaveLength(before.length);
    const changed = after.flatMap((finding, index) => (finding === before[index] ? [] : index));
    expect(changed).toEqual([place]);
  });

  it('are told new against the version before', async () => {
    const store = openStore();
    await checked(store);
    expect(await store.knownFindings()).toBeUndefined();
    await store.offerFiles([changedPlots(0.1).file]);
    await store.acceptUpdate();
    const known = await store.knownFindings();
    expect(known).toEqual(new Set(analysePlan(published).findings.map(findingKey)));
  });
});

describe('the checks of the plan on the screen', () => {
  it('wait until the map has drawn the plan with its figures', async () => {
    const analyse = vi.fn(service.analyse);
    const store = createStore({
      plan: published,
      service: { ...service, analyse },
      archive: createMemoryArchive(),
      planKey: 'park/',
      now: () => '2026-11-20T08:00:00Z',
      waitsForMap: true,
    });
    await eventually(() => expect(store.analysis.value?.ledger).toBeDefined());
    expect(store.analysis.value).toMatchObject({ isChecking: true, findings: [] });
    expect(analyse).not.toHaveBeenCalled();
    store.markDrawn();
    await eventually(() => expect(store.analysis.value?.findings.length).toBeGreaterThan(0));
    expect(store.analysis.value?.isChecking).toBeUndefined();
    store.dispose();
  });

  it('are told as they come', async () => {
    const [first, ...others] = analysePlan(published).findings;
    if (!first) throw new Error('The park has findings.');
    let finish = (): void => {};
    const store = openStore({
      service: {
        ...service,
        analyse: (plan, options) => {
          options?.onFindings?.([first]);
          return new Promise((resolve) => {
            finish = () => resolve(analysePlan(plan));
          });
        },
      },
    });
    await eventually(() => expect(store.analysis.value).toMatchObject({ isChecking: true, findings: [first] }));
    finish();
    await eventually(() => expect(store.analysis.value?.findings).toHaveLength(others.length + 1));
  });
});
