import { describe, expect, test } from 'vitest';
import { landUseIn } from '../../../src/core/read/fields/land_use_text.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

describe('a cell of a land use', () => {
  const GB = 'gb50137-2011' as const;
  const GUIDE = 'guide-2023' as const;
  test.each([
    ['R2', { code: 'R2', scheme: GB }],
    ['r2', { code: 'R2', scheme: GB }],
    ['Ｒ２', { code: 'R2', scheme: GB }],
    ['A33', { code: 'A33', scheme: GB }],
    ['M0', { code: 'M0', scheme: 'local' }],
    ['0701', { code: '0701', scheme: GUIDE }],
    ['100101', { code: '100101', scheme: GUIDE }],
    ['R2 二类居住用地', { code: 'R2', scheme: GB, name: '二类居住用地' }],
    ['R2二类居住用地', { code: 'R2', scheme: GB, name: '二类居住用地' }],
    ['R2（二类居住用地）', { code: 'R2', scheme: GB, name: '二类居住用地' }],
    ['R2-二类居住用地', { code: 'R2', scheme: GB, name: '二类居住用地' }],
    ['工业用地(M1)', { code: 'M1', scheme: GB, name: '工业用地' }],
    ['工业用地（Ｍ１）', { code: 'M1', scheme: GB, name: '工业用地' }],
    ['一类工业用地M1', { code: 'M1', scheme: GB, name: '一类工业用地' }],
    ['0701 城镇住宅用地', { code: '0701', scheme: GUIDE, name: '城镇住宅用地' }],
    ['工业用地（1001）', { code: '1001', scheme: GUIDE, name: '工业用地' }],
    ['07居住用地', { code: '07', scheme: GUIDE, name: '居住用地' }],
    ['新型产业用地（M0）', { code: 'M0', scheme: 'local', name: '新型产业用地' }],
    ['R2/B1', { code: 'R2/B1', scheme: GB, several: true }],
    ['B1B2', { code: 'B1B2', scheme: GB, several: true }],
    ['R2 + B1', { code: 'R2 + B1', scheme: GB, several: true }],
    ['工业用地', { name: '工业用地' }],
    ['商住混合用地', { name: '商住混合用地' }],
    ['C2', { name: 'C2' }],
    ['99', { name: '99' }],
    ['10号地块', { name: '10号地块' }],
    ['A地块', { name: 'A地块' }],
    ['商业用地2', { name: '商业用地2' }],
    ['2025年', { name: '2025年' }],
    ['', {}],
  ])('%s', (text, expected) => {
    expect(landUseIn(text)).toEqual(expected);
  });
});

const SHAPES = [0, 100, 200, 300].map((x) => rectangle(x, 0, 100, 100));
const ROWS = ['A', 'B', 'C', 'D'];

/** Reads plots with these cells; each list is a column. */
async function read(columns: Readonly<Record<string, readonly (string | null)[]>>, plan = planOf({ plots: [] })) {
  const count = Object.values(columns)[0]?.length ?? 0;
  const features = ROWS.slice(0, count).map((id, index) => ({
    type: 'Feature',
    geometry: SHAPES[index],
    properties: {
      DKBH: id,
      RJL: 1,
      ...Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[index]])),
    },
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  const { candidate, diagnostics } = await readUpdate(plan, [file('地块.geojson', text)], 'replace');
  const plots = candidate?.layers.plots.map(({ properties }) => [
    properties.landUseCode,
    properties.landUseScheme,
    properties.landUseName,
  ]);
  return { plots, told: diagnostics.filter(({ code }) => code.startsWith('land-use')) };
}

const GB = 'gb50137-2011';
const GUIDE = 'guide-2023';

describe('columns of land use', () => {
  test('a column of names that holds codes gives codes', async () => {
    const { plots, told } = await read({ 用地性质: ['R2', 'M1', null] });
    expect(plots).toEqual([
      ['R2', GB, undefined],
      ['M1', GB, undefined],
      [undefined, undefined, undefined],
    ]);
    expect(told).toMatchObject([
      {
        code: 'land-use-code-in-name',
        severity: 'info',
        feature: ROWS[0],
        data: { source: '用地性质', found: '"R2"' },
      },
      { code: 'land-use-code-in-name', pointer: '/features/1/properties/用地性质', feature: ROWS[1] },
    ]);
  });

  test('both in one cell are taken apart, whichever column it is', async () => {
    for (const column of ['用地性质', '用地代码'])
      expect((await read({ [column]: ['R2 二类居住用地', '工业用地(M1)'] })).plots).toEqual([
        ['R2', GB, '二类居住用地'],
        ['M1', GB, '工业用地'],
      ]);
  });

  test('a column of codes that holds names gives names, and codes where other rows settle the scheme', async () => {
    const { plots, told } = await read({ 用地代码: ['工业用地', '公园绿地', '二类居住用地'] });
    expect(plots).toEqual([
      ['M', GB, '工业用地'],
      ['G1', GB, '公园绿地'],
      ['R2', GB, '二类居住用地'],
    ]);
    const codes = ['land-use-name-in-code', 'land-use-code-of-name'];
    expect(told.map(({ code, feature }) => [code, feature])).toEqual(
      codes.flatMap((code) => ROWS.slice(0, 3).map((id) => [code, id])),
    );
  });

  test('names both schemes know are left without a code and told', async () => {
    const { plots, told } = await read({ 用地性质: ['工业用地', '公园绿地'] });
    expect(plots).toEqual([
      [undefined, undefined, '工业用地'],
      [undefined, undefined, '公园绿地'],
    ]);
    expect(told).toMatchObject([
      {
        code: 'land-use-scheme-open',
        severity: 'warning',
        data: { found: '"工业用地"', other: '"1001 / M"' },
      },
      { code: 'land-use-scheme-open', feature: ROWS[1], data: { found: '"公园绿地"' } },
    ]);
  });

  test('the plan settles the scheme where it has one, and keeps the narrower code of the same plot', async () => {
    const plan = planOf({
      plots: [
        plot('A', SHAPES[0] as never, { landUseCode: '100101', landUseScheme: GUIDE, landUseName: '工业用地' }),
        plot('B', SHAPES[1] as never, { landUseCode: '0701', landUseScheme: GUIDE }),
      ],
    });
    const { plots, told } = await read({ 用地性质: ['工业用地', '公园绿地', '宇航用地'] }, plan);
    expect(plots).toEqual([
      ['100101', GUIDE, '工业用地'],
      ['1401', GUIDE, '公园绿地'],
      [undefined, undefined, '宇航用地'],
    ]);
    expect(told.map(({ code }) => code)).toEqual(['land-use-code-of-name', 'land-use-name-unknown']);
  });

  test('a code and a name that contradict each other are told, and the code stands', async () => {
    const { plots, told } = await read({ 用地代码: ['M1', 'R2', 'B1'], 用地性质: ['二类工业用地', '居住用地', 'R2'] });
    expect(plots).toEqual([
      ['M1', GB, '二类工业用地'],
      ['R2', GB, '居住用地'],
      ['B1', GB, 'R2'],
    ]);
    expect(told).toMatchObject([
      { code: 'land-use-contradicts', severity: 'warning', feature: 'A', data: { found: '"M1"' } },
      { code: 'land-use-contradicts', feature: 'C', data: { found: '"B1"', other: '"R2"' } },
    ]);
  });

  test('several uses are kept as they are written and told; the others have their scheme', async () => {
    const { plots, told } = await read({ 用地代码: ['R2/B1', 'M1', '待定'] });
    expect(plots).toEqual([
      ['R2/B1', GB, undefined],
      ['M1', GB, undefined],
      ['待定', undefined, undefined],
    ]);
    expect(told).toMatchObject([{ code: 'land-use-several', severity: 'warning', feature: 'A' }]);
  });

  test('M0 is of no national scheme, beside either', async () => {
    expect((await read({ 用地性质: ['新型产业用地（M0）', 'M1'] })).plots).toEqual([
      ['M0', 'local', '新型产业用地'],
      ['M1', GB, undefined],
    ]);
  });

  test('a merged column that holds codes alone takes no names away where the code stays', async () => {
    const plan = planOf({
      plots: ['A', 'B'].map((id, index) =>
        plot(id, SHAPES[index] as never, { landUseCode: 'R2', landUseScheme: GB, landUseName: '住宅', farMax: 1 }),
      ),
    });
    const features = ['R2', 'M1'].map((code, index) => ({
      type: 'Feature',
      geometry: SHAPES[index],
      properties: { DKBH: ROWS[index], RJL: 1, 用地性质: code },
    }));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    const { candidate, diagnostics, sources } = await readUpdate(plan, [file('地块.geojson', text)], 'merge');
    expect(candidate?.layers.plots.map(({ properties }) => [properties.landUseCode, properties.landUseName])).toEqual([
      ['R2', '住宅'],
      ['M1', undefined],
    ]);
    expect(diagnostics.map(({ code }) => code)).not.toContain('values-cleared');
    expect(sources[0]?.fields.at(-1)).toMatchObject({ from: '用地性质', to: 'landUseCode' });
  });

  test('letters in a column of names are no codes by themselves', async () => {
    expect((await read({ 用地性质: ['A', 'B'] })).plots?.map(([code]) => code)).toEqual([undefined, undefined]);
    expect((await read({ 用地性质: ['G', 'G1'] })).plots?.map(([code]) => code)).toEqual(['G', 'G1']);
  });
});
