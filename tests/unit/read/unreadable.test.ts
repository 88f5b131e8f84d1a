import { describe, expect, test } from 'vitest';
import { historyEntryOf } from '../../../src/core/read/history_entry.ts';
import { type ReadUpdateOptions, readUpdate } from '../../../src/core/read/read_update.ts';
import type { UpdateMode } from '../../../src/core/read/types.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { loadReadingMessages } from '../../../src/messages/reading.ts';
import { file, phase, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const SHAPES = ['A', 'B', 'C', 'D'].map((_, index) => rectangle(index * 100, 0, 100, 100));
const [SHAPE_A, SHAPE_B] = SHAPES as [ReturnType<typeof rectangle>, ReturnType<typeof rectangle>];
const PLAN = planOf({
  plots: [
    plot('A', SHAPE_A, { farMax: 2, heightMaxMetres: 24, landUseCode: '0701' }),
    plot('B', SHAPE_B, { farMax: 1.5 }),
  ],
  phases: [phase('P1', SHAPE_A, { sequence: 1, name: '一期' })],
});
const SKIP: ReadUpdateOptions = { unreadable: 'skip' };

type Row = Record<string, unknown>;

/** Plots A, B, C … of an office's own export. */
function exported(rows: readonly Row[], shapes: readonly unknown[] = SHAPES): string {
  const features = rows.map((row, index) => ({
    type: 'Feature',
    geometry: shapes[index],
    properties: { DKBH: 'ABCD'[index], ...row },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

async function read(
  text: string,
  options: ReadUpdateOptions = {},
  mode: UpdateMode = 'replace',
  name = '地块.geojson',
) {
  await loadReadingMessages('zh-CN');
  const reading = await readUpdate(PLAN, [file(name, text)], mode, options);
  const errors = reading.diagnostics.filter(({ severity }) => severity === 'error');
  const codes = reading.diagnostics.map(({ code }) => code);
  const plots = reading.candidate?.layers.plots.map(({ id, properties }) => [id, properties] as const);
  return {
    ...reading,
    errors,
    codes,
    plots: plots && Object.fromEntries(plots),
    report: reading.sources[0]?.unreadable,
  };
}

describe('a number that cannot be read', () => {
  const ROWS = [
    { RJL: '2..5', XG: 30 },
    { RJL: 1.8, XG: 24 },
    { RJL: '两个半', XG: 24 },
  ];

  test('keeps the file out, and it is said what going on would leave', async () => {
    const { candidate, errors, report } = await read(exported(ROWS));
    expect(candidate).toBeUndefined();
    expect(errors.map(({ code, feature, pointer }) => [code, feature, pointer])).toEqual([
      ['number-unreadable', 'A', '/features/0/properties/RJL'],
      ['number-unreadable', 'C', '/features/2/properties/RJL'],
    ]);
    expect(report).toEqual({
      handling: 'refuse',
      faultCount: 2,
      wordCount: 0,
      values: { keptCount: 1, emptyCount: 1, fields: ['farMax'] },
      shapes: { keptCount: 0, leftOutCount: 0 },
    });
  });

  test('is passed over on a person’s word: the present value stays, else nothing, and every other value is the file’s', async () => {
    const { plots, errors, codes, report } = await read(exported(ROWS), SKIP);
    expect(plots).toEqual({
      A: { farMax: 2, heightMaxMetres: 30 },
      B: { farMax: 1.8, heightMaxMetres: 24 },
      C: { heightMaxMetres: 24 },
    });
    expect(report?.values).toEqual({ keptCount: 1, emptyCount: 1, fields: ['farMax'] });
    expect(codes).not.toContain('values-cleared');
    const words = errors.map((one) => formatFinding(one, 'zh-CN').text);
    expect(words[0]).toContain('写作 "2..5"');
    expect(words[0]).toContain('保留现有规划的 2');
    expect(words[1]).toContain('留空');
  });

  test('is chosen for a source, and stands in the history', async () => {
    const { sources } = await read(exported(ROWS), { choices: { '地块.geojson': { unreadable: 'skip' } } });
    expect(historyEntryOf('2026-01-01', [], sources).unreadable).toEqual([
      {
        source: '地块.geojson',
        fields: ['farMax'],
        keptValueCount: 1,
        emptyValueCount: 1,
        keptShapeCount: 0,
        leftOutCount: 0,
      },
    ]);
    const { sources: refused } = await read(exported(ROWS));
    expect(historyEntryOf('2026-01-01', [], refused)).not.toHaveProperty('unreadable');
  });

  test('in a joined table leaves what the plan has', async () => {
    const { plots, report } = await read('地块编号,容积率,限高\nA,2..5,30\nB,1.8,英尺\n', SKIP, 'merge', '指标.csv');
    expect(plots).toEqual({
      A: { farMax: 2, heightMaxMetres: 30, landUseCode: '0701' },
      B: { farMax: 1.8 },
    });
    expect(report?.values).toEqual({ keptCount: 1, emptyCount: 1, fields: ['farMax', 'heightMaxMetres'] });
    expect((await read('地块编号,容积率\nA,2..5\n', {}, 'merge', '指标.csv')).candidate).toBeUndefined();
  });

  test('of a row that is joined to nothing keeps the file out too', async () => {
    expect((await read('地块编号,容积率\nA,2\nX,2..5\n', {}, 'merge', '指标.csv')).candidate).toBeUndefined();
    expect((await read('地块编号,容积率\nA,2\nX,2..5\n', SKIP, 'merge', '指标.csv')).plots?.A).toMatchObject({
      farMax: 2,
    });
  });

  test.each([
    ['out of its range', { RJL: -1 }],
    ['in feet', { XG: '80ft' }],
    ['of the wrong kind', { RJL: true }],
    ['no choice there is', { landUseScheme: 'mine' }],
    ['too large to be written', { 自定义: Number.MAX_VALUE }],
  ])('%s is passed over as well', async (_, row) => {
    const text = exported([row, {}]).replace(String(Number.MAX_VALUE), '1e999');
    expect((await read(text)).candidate).toBeUndefined();
    const { plots, errors } = await read(text, SKIP);
    expect(errors).toHaveLength(1);
    expect(plots?.A).toEqual('RJL' in row ? { farMax: 2 } : 'XG' in row ? { heightMaxMetres: 24 } : {});
  });
});

describe('words in a number’s place', () => {
  const ROWS = [{ RJL: '待定', XG: 30 }, { RJL: 1.8 }, { RJL: '详见图则' }];

  test('are an empty cell, and it is told what keeping the present value would leave', async () => {
    const { plots, errors, codes, report } = await read(exported(ROWS));
    expect(plots).toEqual({ A: { heightMaxMetres: 30 }, B: { farMax: 1.8 }, C: {} });
    expect(errors).toEqual([]);
    expect(codes).toContain('values-cleared');
    expect(report).toMatchObject({ handling: 'refuse', faultCount: 0, wordCount: 1, values: { fields: ['farMax'] } });
  });

  test('leave the present value on a person’s word, and stay warnings', async () => {
    const { plots, errors, codes, diagnostics, sources } = await read(exported(ROWS), SKIP);
    expect(plots).toEqual({ A: { farMax: 2, heightMaxMetres: 30 }, B: { farMax: 1.8 }, C: {} });
    expect(errors).toEqual([]);
    expect(codes).not.toContain('values-cleared');
    const told = diagnostics.filter(({ code }) => code === 'number-in-words');
    expect(told.map(({ severity, feature, data }) => [severity, feature, data.skipped])).toEqual([
      ['warning', 'A', 'kept'],
      ['warning', 'C', undefined],
    ]);
    expect(historyEntryOf('2026-01-01', [], sources).unreadable).toMatchObject([{ keptValueCount: 1 }]);
  });

  test('in a joined table take nothing away in any case', async () => {
    const { plots, report } = await read('地块编号,容积率\nA,待定\n', {}, 'merge', '指标.csv');
    expect(plots?.A).toMatchObject({ farMax: 2 });
    expect(report).toBeUndefined();
  });
});

test('a value a feature cannot be without keeps the file out where the plan has none either', async () => {
  const phases = (id: string) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', id, geometry: SHAPE_A, properties: { layer: 'phases', name: '一', sequence: '一..' } },
      ],
    });
  expect((await read(phases('P1'), SKIP)).candidate?.layers.phases[0]?.properties).toMatchObject({ sequence: 1 });
  expect((await read(phases('P9'), SKIP)).candidate).toBeUndefined();
});

describe('a shape that cannot be read', () => {
  const BROKEN = { type: 'Polygon', coordinates: [[[117.1, 'x']]] };
  const ROWS = [{ RJL: 3 }, { RJL: 1.8 }, { RJL: 1.2 }];

  test.each([
    ['is broken', BROKEN],
    ['is missing', null],
    ['is no area', { type: 'LineString', coordinates: SHAPE_A.coordinates[0]?.slice(0, -1) }],
  ])('because it %s keeps the file out, or on a person’s word the present one stands', async (_, broken) => {
    const text = exported(ROWS, [broken, SHAPES[1], broken]);
    const refused = await read(text);
    expect(refused.candidate).toBeUndefined();
    expect(refused.report?.shapes).toEqual({ keptCount: 1, leftOutCount: 1 });
    const { candidate, errors, report, plots } = await read(text, SKIP);
    expect(plots).toEqual({ A: { farMax: 3 }, B: { farMax: 1.8 } });
    expect(candidate?.layers.plots[0]?.geometry).toEqual(SHAPE_A);
    expect(report?.shapes).toEqual({ keptCount: 1, leftOutCount: 1 });
    expect(report?.faultCount).toBe(errors.length);
    expect(errors.map(({ feature, data }) => [feature, data.skipped])).toEqual([
      ['A', 'shape-kept'],
      ['C', 'left-out'],
    ]);
  });

  test('of a feature that is none keeps the file out', async () => {
    const text = exported([{}, {}]).replace('"type":"Feature",', '"type":"Fature",');
    const { candidate, report } = await read(text, SKIP);
    expect([candidate, report]).toEqual([undefined, undefined]);
  });
});
