import { describe, expect, test } from 'vitest';
import { LAYERS } from '../../../src/core/plan/fields.ts';
import { cutNameCandidates } from '../../../src/core/plan/match_field.ts';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import { mapFields } from '../../../src/core/read/fields/map_fields.ts';
import { readList } from '../../../src/core/read/fields/read_list.ts';
import type { SourceLayer } from '../../../src/core/read/source.ts';
import { Unreadable } from '../../../src/core/read/unreadable.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

const spec = (layer: 'phases' | 'plots' | 'zones', field: string) => {
  const found = LAYERS[layer].fields.get(field);
  if (!found) throw new Error(field);
  return found;
};

describe('a list in a field of text', () => {
  test.each([
    ['(2:research,incubator)', ['research', 'incubator']],
    ['[ "research", "incubator" ]', ['research', 'incubator']],
    ['科创、孵化', ['research', 'incubator']],
    ['research; 加速器', ['research', 'accelerator']],
    ['产业基地', ['industry-base']],
    ['(1:)', undefined],
    ['(3:research,incubator,...)', ['research', 'incubator', '...']],
    ['(5:research,incubator,...)', undefined],
    ['["research"', undefined],
    ['{"0":"research"}', ['{"0":"research"}']],
    ['', []],
  ])('%s is %j', (text, items) => {
    expect(readList(text, spec('phases', 'stages'))).toEqual(items);
  });

  test('of height bands is JSON or nothing', () => {
    const bands = spec('zones', 'heightBands');
    expect(readList('[{"fromMetres":0}]', bands)).toEqual([{ fromMetres: 0 }]);
    expect(readList('0-50m, 24m', bands)).toBeUndefined();
  });
});

const SQUARE = rectangle(0, 0, 50, 50);
function map(rows: readonly Record<string, unknown>[], plan = planOf({})) {
  const source: SourceLayer = {
    name: 'a.shp',
    file: 'a.shp',
    format: 'shapefile',
    features: [],
    pointerOf: (index) => `/row/${index + 1}`,
  };
  const log = new DiagnosticLog('a.shp');
  const features = rows.map((properties, index) => ({
    feature: { type: 'Feature' as const, id: undefined, geometry: SQUARE, properties: { ...properties } },
    pointer: source.pointerOf(index),
    name: '',
  }));
  const reports = mapFields(
    { source, layer: 'plots', features, choice: {}, plan, unreadable: new Unreadable('refuse', log) },
    log,
  );
  return {
    to: Object.fromEntries(reports.map(({ from, to }) => [from, to])),
    told: log.list().filter(({ code }) => code === 'field-name-cut'),
    properties: features.map(({ feature }) => feature.properties),
  };
}

describe('field names cut to ten characters', () => {
  test('have the fields that are alike when cut as candidates, numbered or not', () => {
    expect(cutNameCandidates('plots', 'greenRat_1')).toEqual([
      'greenRatioMinPercent',
      'greenRatioMaxPercent',
      'greenRatioBinding',
    ]);
    expect(cutNameCandidates('plots', 'landUseNam')).toEqual(['landUseName', 'landUseNameEn']);
    for (const name of ['farMax', 'GREEN_RATIO', 'toString__1', '用地性质'])
      expect(cutNameCandidates('plots', name)).toEqual([]);
  });

  test('are told by what the values can be and by the language of a text and its translation', () => {
    const { to, told } = map([
      { landUseNam: 'Research', landUseN_1: '科研用地', greenRatio: 'compulsory', greenRat_1: null },
    ]);
    expect(to).toMatchObject({
      landUseNam: 'landUseNameEn',
      landUseN_1: 'landUseName',
      greenRatio: 'greenRatioBinding',
    });
    expect(told).toEqual([]);
  });

  test('are told by the present plan’s values of the same plots, and only by those', () => {
    const plan = planOf({
      plots: [plot('A', SQUARE, { greenRatioMaxPercent: 20 }), plot('B', SQUARE, { greenRatioMaxPercent: 30 })],
    });
    const rows = [
      { id: 'A', greenRatio: 20 },
      { id: 'B', greenRatio: 30 },
    ];
    const { to, properties } = map(rows, plan);
    expect(to.greenRatio).toBe('greenRatioMaxPercent');
    expect(properties[1]).toMatchObject({ greenRatioMaxPercent: 30 });
    const strange = map(
      rows.map((row) => ({ ...row, id: `${row.id}9` })),
      plan,
    );
    expect(strange.to.greenRatio).toBeUndefined();
    expect(strange.properties[0]).toMatchObject({ greenRatio: 20 });
    expect(strange.told).toMatchObject([
      {
        code: 'field-name-cut',
        data: { found: 'greenRatio', fields: ['greenRatioMinPercent', 'greenRatioMaxPercent'] },
      },
    ]);
  });
});
