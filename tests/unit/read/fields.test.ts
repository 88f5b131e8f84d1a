import { describe, expect, test } from 'vitest';
import { matchField } from '../../../src/core/plan/match_field.ts';
import { readNumber } from '../../../src/core/read/fields/read_number.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { SourceChoices } from '../../../src/core/read/types.ts';
import { collection, file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const SQUARE = rectangle(0, 0, 50, 50);
const PLAN = planOf({ plots: [plot('A', SQUARE)] });

/** Reads plots that carry the given properties; each has a row number of the program that wrote it as its id. */
async function read(rows: readonly object[], choice: SourceChoices = {}) {
  const features = rows.map((properties, index) => ({ ...plot('A', SQUARE), id: index, properties }));
  const name = '导出.geojson';
  const reading = await readUpdate(PLAN, [file(name, collection(...features))], 'replace', {
    choices: { [name]: choice },
  });
  const plots = reading.candidate?.layers.plots.map(({ id, properties }) => ({ ...properties, id }));
  return { ...reading, plots, fields: reading.sources[0]?.fields, codes: reading.diagnostics.map(({ code }) => code) };
}

describe('the name of a field', () => {
  test.each([
    ['DKBH', 'id'],
    ['地块编号', 'id'],
    ['rjl', 'farMax'],
    ['RJLSX', 'farMax'],
    ['容积率', 'farMax'],
    ['ＸＧ', 'heightMaxMetres'],
    ['建筑高度（m）', 'heightMaxMetres'],
    ['JZMD', 'densityMaxPercent'],
    ['LDL', 'greenRatioMinPercent'],
    ['YDDM', 'landUseCode'],
    ['heightMaxM', 'heightMaxMetres'],
    ['far_max', 'farMax'],
    ['netAreaSqu', 'netAreaSquareMetres'],
  ])('%s of a plot is %s', (name, to) => {
    expect(matchField('plots', name)?.to).toBe(to);
  });

  test.each(['__proto__', 'constructor', 'toString', '', '随便'])('%s is nothing the dictionary knows', (name) => {
    expect(matchField('plots', name)).toBeUndefined();
  });

  test('tells the layer and gives the plot its number; unknown fields come back as they were', async () => {
    const { plots, layers, fields } = await read([{ DKBH: 'ZA-01', RJL: 2.5, XG: '60米', ZXBZ: '甲' }]);
    expect(layers).toEqual(['plots']);
    expect(plots).toEqual([{ id: 'ZA-01', farMax: 2.5, heightMaxMetres: 60, ZXBZ: '甲' }]);
    expect(fields?.map(({ from, to, how }) => [from, to, how])).toEqual([
      ['DKBH', 'id', 'alias'],
      ['RJL', 'farMax', 'alias'],
      ['XG', 'heightMaxMetres', 'alias'],
      ['ZXBZ', undefined, 'kept'],
    ]);
  });

  test('means what a person says it means', async () => {
    const rows = [{ DKBH: 'ZA-01', RJL: 2.5, GDKZ: 24 }];
    const { plots, fields } = await read(rows, { layer: 'plots', fields: { RJL: null, GDKZ: 'heightMaxMetres' } });
    expect(plots).toEqual([{ id: 'ZA-01', RJL: 2.5, heightMaxMetres: 24 }]);
    expect(fields?.map(({ how }) => how)).toEqual(['alias', 'kept', 'chosen']);
  });

  test('that stands for one another names too leaves the surer one in use', async () => {
    const { plots, codes } = await read([{ DKBH: 'ZA-01', RJL: 9, farMax: 2 }]);
    expect(plots).toEqual([{ id: 'ZA-01', RJL: 9, farMax: 2 }]);
    expect(codes).toContain('field-twice');
  });
});

describe('a number as planners write it', () => {
  test.each([
    ['２．５', 'ratio', 2.5],
    ['≤2.5', 'ratio', 2.5],
    ['不大于 2.5', 'ratio', 2.5],
    ['24米', 'metres', 24],
    ['限高24米', 'metres', 24],
    ['建筑高度：24m', 'metres', 24],
    ['容积率2.5', 'ratio', 2.5],
    ['24 M', 'metres', 24],
    ['35%', 'percent', 35],
    ['12,345.6', 'squareMetres', 12_345.6],
    ['15亩', 'squareMetres', 10_000],
    ['1.2公顷', 'squareMetres', 12_000],
    ['0.5 km²', 'squareMetres', 500_000],
    ['3万㎡', 'squareMetres', 30_000],
  ] as const)('%s is read', (text, unit, value) => {
    const reading = readNumber(text, unit);
    expect(reading.kind).toBe('number');
    expect(reading.kind === 'number' && reading.value).toBeCloseTo(value, 6);
  });

  test.each(['1.0-2.5', '1.0~2.5', '1.0～2.5', '1.0—2.5'])('%s is a range', (text) => {
    expect(readNumber(text, 'ratio')).toEqual({ kind: 'range', minimum: 1, maximum: 2.5 });
  });

  test.each(['', '-', '—', '/', '无', 'N/A'])('“%s” says nothing', (text) => {
    expect(readNumber(text, 'ratio')).toEqual({ kind: 'nothing' });
  });

  test.each(["80'", '80ft', '80 英尺'])('%s is refused: feet are not metres', (text) => {
    expect(readNumber(text, 'metres')).toEqual({ kind: 'fault', reason: 'feet' });
  });

  test('that cannot be read is an error that names plot, field and value', async () => {
    const { candidate, diagnostics } = await read([{ 地块编号: 'ZA-01', 容积率: '按规划' }]);
    expect(candidate).toBeUndefined();
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'number-unreadable',
        feature: 'ZA-01',
        pointer: '/features/0/properties/容积率',
        data: { field: 'farMax', found: '"按规划"', expected: 'ratio', source: '容积率' },
      }),
    );
  });

  test('with two ends sets both limits', async () => {
    const { plots } = await read([{ DKBH: 'ZA-01', RJL: '1.0-2.5' }]);
    expect(plots).toEqual([{ id: 'ZA-01', farMin: 1, farMax: 2.5 }]);
  });

  test('is in the unit its heading states', async () => {
    const { plots, fields } = await read([{ DKBH: 'ZA-01', RJL: 1, '用地面积（亩）': 30 }]);
    expect(plots?.[0]).toMatchObject({ netAreaSquareMetres: 20_000 });
    expect(fields?.at(-1)).toMatchObject({ to: 'netAreaSquareMetres', unit: 'mu' });
  });

  test('in percent may be a share, told by the whole column and never by one value', async () => {
    const shares = await read([
      { DKBH: 'A', RJL: 1, JZMD: 0.35 },
      { DKBH: 'B', RJL: 1, JZMD: 0.4 },
    ]);
    expect(shares.plots?.map((one) => (one as { densityMaxPercent?: number }).densityMaxPercent)).toEqual([35, 40]);
    expect(shares.codes).toContain('percent-as-share');
    const mixed = await read([
      { DKBH: 'A', RJL: 1, JZMD: 0.35 },
      { DKBH: 'B', RJL: 1, JZMD: 40 },
    ]);
    expect(mixed.plots?.map((one) => (one as { densityMaxPercent?: number }).densityMaxPercent)).toEqual([0.35, 40]);
  });

  test('that was a land-use code gets its zero back', async () => {
    const { plots, codes } = await read([{ DKBH: 'A', RJL: 1, YDDM: 902 }]);
    expect(plots?.[0]).toMatchObject({ landUseCode: '0902' });
    expect(codes).toContain('code-lost-zero');
  });
});

describe('values that say more than a number', () => {
  test.each([
    [{ 容积率: '≥1.0' }, { farMin: 1 }],
    [{ 绿地率: '≤20%' }, { greenRatioMaxPercent: 20 }],
    [{ 容积率: '2.5-1.0' }, { farMin: 1, farMax: 2.5 }],
    [{ 容积率: '1.0≤R≤2.5' }, { farMin: 1, farMax: 2.5 }],
    [{ 容积率: '2.5以下' }, { farMax: 2.5 }],
    [{ 容积率: '2.5以上' }, { farMin: 2.5 }],
    [
      { 容积率: '1.0-2.5', 容积率下限: 1.2 },
      { farMin: 1.2, farMax: 2.5 },
    ],
    [{ '容积率(FAR)': '2.5' }, { farMax: 2.5 }],
    [
      { '容积率（下限）': 1, '容积率（上限）': 2 },
      { farMin: 1, farMax: 2 },
    ],
    [
      { RJL: 1, JZMD: 0.29 },
      { farMax: 1, densityMaxPercent: 29 },
    ],
    [
      { RJL: 1, YDDM: '902' },
      { farMax: 1, landUseCode: '0902', landUseScheme: 'guide-2023' },
    ],
    [
      { RJL: 1, YDDM: 'm1' },
      { farMax: 1, landUseCode: 'M1', landUseScheme: 'gb50137-2011' },
    ],
  ])('%j', async (row, expected) => {
    expect((await read([{ DKBH: 'A', ...row }])).plots).toEqual([{ id: 'A', ...expected }]);
  });

  test.each(['2,5', '2,50', '1,2345'])('a comma that may be a decimal point is not read: %s', (text) => {
    expect(readNumber(text, 'metres')).toEqual({ kind: 'fault', reason: 'unreadable' });
  });

  test('a limit whose sign contradicts its name is not read', async () => {
    expect((await read([{ DKBH: 'A', 容积率上限: '≥1.0' }])).codes).toContain('number-unreadable');
  });

  test('percentages and shares in one column are left and told', async () => {
    const { plots, codes } = await read([
      { DKBH: 'A', RJL: 1, JZMD: '35%' },
      { DKBH: 'B', RJL: 1, JZMD: 0.3 },
    ]);
    expect(plots?.map((one) => (one as { densityMaxPercent?: number }).densityMaxPercent)).toEqual([35, 0.3]);
    expect(codes).toContain('percent-mixed');
  });

  test('codes of two classifications are told and no scheme is assumed', async () => {
    const { plots, codes } = await read([
      { DKBH: 'A', RJL: 1, YDDM: '0902' },
      { DKBH: 'B', RJL: 1, YDDM: 'M1' },
    ]);
    expect(plots?.some((one) => 'landUseScheme' in one)).toBe(false);
    expect(codes).toContain('land-use-mixed');
  });

  test.each(['number', 'plotNumber', '地块编号'])('%s goes before a row number, id does not', async (field) => {
    const choice: SourceChoices = { layer: 'plots' };
    expect((await read([{ [field]: 'ZA-01', farMax: 2 }], choice)).plots).toEqual([
      { [field]: 'ZA-01', farMax: 2, id: 'ZA-01' },
    ]);
    expect((await read([{ id: 'X', farMax: 2 }], choice)).candidate?.layers.plots[0]?.id).toBe('0');
  });

  test('near names are guessed, ambiguous cuts unmatched', () => {
    expect(matchField('plots', '绿化率')?.how).toBe('guessed');
    expect(matchField('plots', '建筑系数')?.how).toBe('guessed');
    expect(matchField('plots', 'greenRatio')).toBeUndefined();
    expect(matchField('plots', 'landUseNam')).toBeUndefined();
    expect(matchField('plots', '容积率（现状）')).toBeUndefined();
  });
});
