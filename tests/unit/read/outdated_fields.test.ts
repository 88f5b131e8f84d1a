import { describe, expect, test } from 'vitest';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const GB = 'gb50137-2011';
const GUIDE = 'guide-2023';
const SHAPES = [rectangle(0, 0, 100, 100), rectangle(100, 0, 100, 100)] as const;
const PLAN = planOf({
  plots: [
    plot('A', SHAPES[0], {
      name: '甲',
      nameEn: 'Plot A',
      landUseCode: 'R2',
      landUseScheme: GB,
      landUseName: '二类居住用地',
      landUseNameEn: 'Housing',
    }),
    plot('B', SHAPES[1], { landUseCode: '0802', landUseScheme: GUIDE, landUseName: '科研用地' }),
  ],
});

const merged = (rows: readonly Record<string, unknown>[]) => {
  const features = rows.map(({ 地块编号: id, ...properties }) => ({
    type: 'Feature',
    geometry: SHAPES[id === 'A' ? 0 : 1],
    properties: { DKBH: id, ...properties },
  }));
  return file('地块.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
};
const joined = (rows: readonly Record<string, unknown>[]) => {
  const names = Object.keys(rows[0] ?? {});
  return file('指标.csv', [names, ...rows.map((row) => names.map((name) => row[name]))].map(String).join('\n'));
};

describe.each([
  ['merged', merged],
  ['joined as a table', joined],
])('what an update makes of a plot’s land use, %s', (_, write) => {
  const read = async (...rows: Record<string, unknown>[]) => {
    const { candidate, diagnostics } = await readUpdate(PLAN, [write(rows)], 'merge');
    return {
      plots: Object.fromEntries((candidate?.layers.plots ?? []).map(({ id, properties }) => [id, properties])),
      told: diagnostics.filter(({ code }) => code === 'value-outdated'),
    };
  };

  test('a new code leaves no name and no translation of the old one, and that is told', async () => {
    const { plots, told } = await read({ 地块编号: 'A', 用地代码: 'M1' });
    expect(plots.A).toEqual({ name: '甲', nameEn: 'Plot A', landUseCode: 'M1', landUseScheme: GB });
    expect(plots.B).toMatchObject({ landUseName: '科研用地' });
    expect(told.map(({ severity, data }) => [severity, data.field, data.example])).toEqual([
      ['info', 'landUseName', 'A'],
      ['info', 'landUseNameEn', 'A'],
    ]);
    expect(told[0] && formatFinding(told[0], 'zh-CN').text).toContain('1 个要素（如 A）的用地名称');
  });

  test('the same code leaves both', async () => {
    const { plots, told } = await read({ 地块编号: 'A', 用地代码: 'R2' });
    expect(plots.A).toMatchObject({ landUseName: '二类居住用地', landUseNameEn: 'Housing' });
    expect(told).toEqual([]);
  });

  test('a new name brings its code', async () => {
    const { plots } = await read({ 地块编号: 'A', 用地名称: '城镇住宅用地' });
    expect(plots.A).toMatchObject({
      landUseName: '城镇住宅用地',
      landUseCode: '0701',
    });
    expect(plots.A).not.toHaveProperty('landUseNameEn');
  });

  test('a new name that may be of either scheme leaves no code of the old one, with a warning', async () => {
    const { plots, told } = await read({ 地块编号: 'A', 用地名称: '工业用地' });
    expect(plots.A).toEqual({ name: '甲', nameEn: 'Plot A', landUseName: '工业用地' });
    expect(told.find(({ data }) => data.field === 'landUseCode')).toMatchObject({ severity: 'warning' });
  });

  test('a wider or narrower name of the same class leaves the code', async () => {
    const { plots } = await read({ 地块编号: 'A', 用地名称: '居住用地' });
    expect(plots.A).toMatchObject({ landUseCode: expect.stringMatching(/^R2?$/) });
  });

  test('a new name of a plot leaves no translation of the old one', async () => {
    const { plots, told } = await read({ 地块编号: 'A', 名称: '乙' });
    expect(plots.A).toMatchObject({ name: '乙', landUseCode: 'R2' });
    expect(plots.A).not.toHaveProperty('nameEn');
    expect(told).toMatchObject([{ data: { field: 'nameEn', count: 1 } }]);
  });
});
