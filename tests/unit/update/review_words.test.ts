import { describe, expect, test } from 'vitest';
import type { FeatureChange } from '../../../src/core/compare/types.ts';
import type { Diagnostic } from '../../../src/core/plan/findings.ts';
import type { Plan, Polygon } from '../../../src/core/plan/types.ts';
import { reviewUpdate } from '../../../src/core/review.ts';
import type { UpdateReview } from '../../../src/core/service.ts';
import { messagesOf } from '../../../src/messages/index.ts';
import { pageOf } from '../../../src/ui/update/paging.ts';
import { CONFIRMED_REMOVED_SHARE, removalsOf } from '../../../src/ui/update/review_summary.ts';
import {
  countByLayer,
  countErrors,
  FeatureFinder,
  fieldTitle,
  movedMetres,
  valueText,
  valueWithUnit,
  whyNotAcceptable,
} from '../../../src/ui/update/review_words.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const words = messagesOf('zh-CN').update;

function planWith(...ids: string[]): Plan {
  const plots = ids.map((id) => ({
    type: 'Feature' as const,
    id,
    geometry: { type: 'Polygon' as const, coordinates: [] },
    properties: {},
  }));
  const none = { zones: [], phases: [], water: [], green: [], roads: [], metro: [], buildings: [], landmarks: [] };
  const manifest = {
    id: 'park',
    title: { zh: '园区', en: 'Park' },
    version: '1',
    date: '2026-01-01',
    status: 'indicative' as const,
    measuringCrs: 'EPSG:4548',
    layers: {},
  };
  return { manifest, layers: { ...none, plots } };
}

function reviewOf(change: Partial<UpdateReview['reading']>, features: FeatureChange[] = []): UpdateReview {
  return {
    reading: {
      diagnostics: [],
      undecided: [],
      unplaced: [],
      sources: [],
      layers: ['plots'],
      featureCount: 1,
      ...change,
    },
    changes: { features, manifest: [] },
    findingsNew: [],
    findingsGone: [],
  };
}
const added: FeatureChange = { kind: 'added', layer: 'plots', feature: 'A' };
const error: Diagnostic = { code: 'json-broken', severity: 'error', data: {} };

describe('whether a review can be accepted', () => {
  test('a candidate with changes can', () => {
    expect(whyNotAcceptable(reviewOf({ candidate: planWith('A') }, [added]), 'zh-CN')).toBeUndefined();
  });
  test('a file whose layer is unknown must be asked for first', () => {
    expect(whyNotAcceptable(reviewOf({ undecided: ['a.json'] }), 'zh-CN')).toBe(words.reasons.undecided);
  });
  test('a file with errors names how many', () => {
    expect(whyNotAcceptable(reviewOf({ diagnostics: [error, error] }), 'zh-CN')).toContain('2');
    // As counts are written everywhere else.
    const many = Array.from({ length: 1_200 }, () => error);
    expect(whyNotAcceptable(reviewOf({ diagnostics: many }), 'zh-CN')).toContain(' 1,200 ');
  });
  test('a file without any change has nothing to accept', () => {
    expect(whyNotAcceptable(reviewOf({ candidate: planWith() }), 'zh-CN')).toBe(words.reasons.noChanges);
  });
});

test('errors that are only counted in a summary count too', () => {
  const summary: Diagnostic = { code: 'more-of-the-same', severity: 'error', data: { of: 'x', count: 277, shown: 20 } };
  const listed = Array.from({ length: 20 }, () => error);
  expect(countErrors([...listed, summary, { ...error, severity: 'warning' }])).toBe(277);
});

test('changes are counted by layer and kind', () => {
  const removed: FeatureChange = { kind: 'removed', layer: 'zones', feature: 'Z' };
  expect(countByLayer([added, removed, added])).toEqual([
    { layer: 'plots', added: 2, removed: 0, changed: 0 },
    { layer: 'zones', added: 0, removed: 1, changed: 0 },
  ]);
});

test('a feature is found as the update has it, and a removed one as it was', () => {
  const before = planWith('kept', 'removed');
  const after = planWith('kept', 'new');
  const finder = new FeatureFinder(before, after);
  expect(finder.find('plots', 'kept')).toBe(after.layers.plots[0]);
  expect(finder.find('plots', 'removed')).toBe(before.layers.plots[1]);
  expect(finder.find('plots', '__proto__')).toBeUndefined();
});

test('a field named like a member of every object has no title of ours', () => {
  expect(fieldTitle('constructor', 'zh-CN')).toBe('constructor');
  expect(fieldTitle('farMax', 'zh-CN')).toBe('容积率上限');
});

test.each([
  [undefined, '（空）'],
  ['', '（空）'],
  [0, '0'],
  [2.55, '2.55'],
  [0.1 + 0.2, '0.3'],
  [12345.678, '12,345.678'],
  [false, '否'],
  [['#ffffff', '#000000'], '#ffffff、#000000'],
  [[{ fromMetres: 0 }], '[{"fromMetres":0}]'],
])('the value %j reads %s', (value, text) => {
  expect(valueText(value, words, 'zh-CN')).toBe(text);
});

test.each([
  ['heightMaxMetres', 60, '60 m'],
  ['netAreaSquareMetres', 12_345.5, '12,345.5 m²'],
  ['netAreaSquareMetres', 12.5 * (2000 / 3), '8,333.33 m²'],
  ['densityMaxPercent', 35, '35%'],
  ['farMax', 2.5, '2.5'],
  ['heightMaxMetres', undefined, '（空）'],
  ['heightMaxMetres', '60', '60'],
  ['farBinding', 'compulsory', '强制性'],
  ['farBinding', 'constructor', 'constructor'],
  ['stage', 'incubator', '孵化'],
  ['confidence', undefined, '（空）'],
  ['constructor', 1, '1'],
])('the value of %s, %j, reads %s', (field, value, text) => {
  expect(valueWithUnit(value, { layer: 'plots', field, plans: [] }, words, 'zh-CN')).toBe(text);
});

test('says how far a shape has moved, and nothing of one that has stayed', () => {
  const square = (longitude: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [longitude, 31],
        [longitude + 0.01, 31],
        [longitude + 0.01, 31.01],
        [longitude, 31],
      ],
    ],
  });
  expect(movedMetres(square(117), square(117.0001))).toBeCloseTo(9.55, 1);
  expect(movedMetres(square(117), square(117))).toBeUndefined();
  expect(movedMetres(square(117), undefined)).toBeUndefined();
});

test('a layer whose plots were only renumbered loses none of them, and one that really lacks most of them does', async () => {
  const shapes = [0, 200, 400, 600].map((x) => rectangle(x, 0, 100, 50));
  const plan = planOf({ plots: shapes.map((shape, index) => plot(`A-${index + 1}`, shape)) });
  const reviewed = async (ids: readonly string[]) => {
    const features = ids.map((id, index) => ({ ...plot(id, shapes[index] as Polygon), properties: { 地块编号: id } }));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    const review = await reviewUpdate(plan, [file('地块.geojson', text)], 'replace');
    return { files: [], mode: 'replace' as const, review };
  };
  const renumbered = await reviewed(['B-1', 'B-2', 'B-3', 'B-4']);
  expect(countByLayer(renumbered.review.changes?.features ?? [])).toMatchObject([{ added: 4, removed: 4 }]);
  expect(removalsOf(renumbered as never, plan, CONFIRMED_REMOVED_SHARE)).toEqual([]);
  expect(removalsOf((await reviewed(['B-1'])) as never, plan, CONFIRMED_REMOVED_SHARE)).toEqual([
    { layer: 'plots', removed: 3, total: 4 },
  ]);
});

test('a list of thousands is drawn a page at a time, and no page is beyond its end', () => {
  const rows = Array.from({ length: 10_001 }, (_, index) => index);
  expect(pageOf(rows, 1).rows).toHaveLength(50);
  expect(pageOf(rows, 9_999)).toMatchObject({ page: 201, pages: 201, rows: [10_000] });
  expect(pageOf([], 1)).toMatchObject({ page: 1, pages: 1, rows: [] });
});
