import { describe, expect, test } from 'vitest';
import { matchField, unitInFieldName } from '../../../src/core/plan/match_field.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { columnNameOf } from '../../../src/core/read/tables/column_names.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

/** Heads of tables in control plans and names of fields in ArcGIS exports: what of the dictionary each is, and how surely. */
const HEADS: readonly (readonly [head: string, to: string | undefined, how?: 'guessed' | undefined, unit?: string])[] =
  [
    ['地块编号', 'id'],
    ['地块编码', 'id'],
    ['规划地块编号', 'id'],
    ['用地编号', 'id'],
    ['街坊编号', undefined],
    ['分图图则编号', undefined],
    ['用地分类代码', 'landUseCode'],
    ['用地代号', 'landUseCode'],
    ['规划用地代码', 'landUseCode'],
    ['用地性质', 'landUseName'],
    ['规划用地性质', 'landUseName'],
    ['用地类别', 'landUseName'],
    ['土地用途', 'landUseName', 'guessed'],
    ['兼容用地性质', undefined],
    ['现状用地性质', undefined],
    ['用地性质（现状）', undefined],
    ['用地面积（㎡）', 'netAreaSquareMetres', undefined, 'm2'],
    ['用地面积(公顷)', 'netAreaSquareMetres', undefined, '公顷'],
    ['用地面积（hm²）', 'netAreaSquareMetres', undefined, 'hm2'],
    ['用地面积/公顷', 'netAreaSquareMetres', undefined, '公顷'],
    ['用地面积_亩', 'netAreaSquareMetres', undefined, '亩'],
    ['规划用地面积（单位：亩）', 'netAreaSquareMetres', undefined, '亩'],
    ['总用地面积', 'netAreaSquareMetres', 'guessed'],
    ['容积率', 'farMax'],
    ['容积率上限', 'farMax'],
    ['规划容积率', 'farMax'],
    ['最高容积率', 'farMax'],
    ['容积率FAR', 'farMax'],
    ['容积率（FAR）', 'farMax'],
    ['容积率≤', 'farMax'],
    ['容积率（≤）', 'farMax'],
    ['容积率不大于', 'farMax'],
    ['绿地率（≥%）', 'greenRatioMinPercent', undefined, '%'],
    ['绿地率下限（≥%）', 'greenRatioMinPercent', undefined, '%'],
    ['容积率（下限）', 'farMin'],
    ['容积率≥', 'farMin'],
    ['容积率下限', 'farMin'],
    ['建筑限高(m)', 'heightMaxMetres', undefined, 'm'],
    ['建筑高度（米）', 'heightMaxMetres', undefined, '米'],
    ['建筑高度（m）≤', 'heightMaxMetres', undefined, 'm'],
    ['建筑控制高度/m', 'heightMaxMetres', undefined, 'm'],
    ['最高建筑高度', 'heightMaxMetres'],
    ['规划高度', 'heightMaxMetres', 'guessed'],
    ['建筑层数', undefined],
    ['绿地率(%)≥', 'greenRatioMinPercent', undefined, '%'],
    ['绿地率%', 'greenRatioMinPercent', undefined, '%'],
    ['最低绿地率', 'greenRatioMinPercent'],
    ['绿化率', 'greenRatioMinPercent', 'guessed'],
    ['建筑密度（％）≤', 'densityMaxPercent', undefined, '%'],
    ['建筑密度%', 'densityMaxPercent', undefined, '%'],
    ['建筑系数', 'densityMinPercent', 'guessed'],
    ['配建车位', 'parkingSpacesMin'],
    ['配建停车位（个）', 'parkingSpacesMin', undefined, '个'],
    ['停车位（个/100㎡）', undefined],
    ['停车位（每户）', undefined],
    ['计容建筑面积（万㎡）', 'gfaSquareMetres', undefined, '万m2'],
    ['总建筑面积', undefined],
    ['建筑退线', 'setbackMinMetres'],
    ['建筑后退红线（m）', 'setbackMinMetres', undefined, 'm'],
    ['退道路红线', 'setbackMinMetres', 'guessed'],
    ['建设时序', 'phase', 'guessed'],
    ['备注', 'note'],
    ['出入口方位', undefined],
    ['配套设施', undefined],
    ['人口', undefined],
    ['YDXZ', 'landUseName'],
    ['YDXZDM', 'landUseCode'],
    ['YDDM', 'landUseCode'],
    ['DKBM', 'id'],
    ['DKMJ', 'netAreaSquareMetres'],
    ['GHYDMJ', 'netAreaSquareMetres', 'guessed'],
    ['GHYDXZ', 'landUseName', 'guessed'],
    ['GHRJL', 'farMax', 'guessed'],
    ['XZYDXZ', undefined],
    ['JZGD', 'heightMaxMetres'],
    ['JZKZGD', 'heightMaxMetres'],
    ['LVDL', 'greenRatioMinPercent'],
    ['LHL', 'greenRatioMinPercent', 'guessed'],
    ['JZMDSX', 'densityMaxPercent'],
    ['PJCW', 'parkingSpacesMin'],
    ['JRJZMJ', 'gfaSquareMetres'],
    ['JZMJ', undefined],
    ['CRKFW', undefined],
    ['Plot_Ratio', 'farMax'],
    ['Bldg_Height', 'heightMaxMetres'],
    ['Bld_Dens', 'densityMaxPercent'],
    ['Green_Rate', 'greenRatioMinPercent'],
    ['Land_Use_C', 'landUseCode'],
    ['Parcel_No', 'id'],
    ['OBJECTID', undefined],
    ['Shape_Area', undefined],
    ['SHAPE_STAr', undefined],
    ['BDCDYH', undefined],
  ];

describe('a column’s head', () => {
  test.each(HEADS.map(([head, to, how, unit]) => ({ head, to, how, unit })))('$head', ({ head, to, how, unit }) => {
    const expected = to && { to, how: how ?? 'alias' };
    // As a field of a shapefile, and as the heading of a sheet, which states units apart.
    expect(matchField('plots', head)).toEqual(expected);
    const column = columnNameOf(head);
    expect(matchField('plots', column.name)).toEqual(expected);
    if (to !== undefined) {
      expect(unitInFieldName(head)).toBe(unit);
      expect(column.unit).toBe(unit);
    }
  });

  test('is shown with what became of it, and its unit and its end are kept to', async () => {
    const plan = planOf({
      plots: [plot('A-01', rectangle(0, 0, 100, 100)), plot('A-02', rectangle(100, 0, 100, 100))],
    });
    const text = [
      '规划地块编号,规划用地性质,用地面积/公顷,容积率≤,建筑控制高度/m,绿地率(%)≥,建筑密度（％）≤,停车位（个/100㎡）,出入口方位',
      'A-01,R2,1.0,2.5,54,35,22,0.8,东',
      'A-02,M1,1.0,≤1.5,24,20,45,0.3,南',
    ].join('\n');
    const { candidate, sources, diagnostics } = await readUpdate(plan, [file('指标.csv', text)], 'replace');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(candidate?.layers.plots[0]?.properties).toEqual({
      landUseCode: 'R2',
      landUseScheme: 'gb50137-2011',
      netAreaSquareMetres: 10_000,
      farMax: 2.5,
      heightMaxMetres: 54,
      greenRatioMinPercent: 35,
      densityMaxPercent: 22,
      '停车位（个/100㎡）': '0.8',
      出入口方位: '东',
    });
    expect(sources[0]?.fields.map(({ to, how }) => [to, how])).toEqual([
      ['id', 'alias'],
      // It is called a name and holds codes.
      ['landUseCode', 'alias'],
      ['netAreaSquareMetres', 'alias'],
      ['farMax', 'alias'],
      ['heightMaxMetres', 'alias'],
      ['greenRatioMinPercent', 'alias'],
      ['densityMaxPercent', 'alias'],
      [undefined, 'kept'],
      [undefined, 'kept'],
    ]);
  });
});
