import { describe, expect, it } from 'vitest';
import {
  fieldOfLayerName,
  fieldOfText,
  isLandUseCode,
  plotNumberIn,
  shortPlotNumberIn,
} from '../../../src/core/read/fields/text_fields.ts';

describe('a line of lettering', () => {
  it.each([
    ['容积率:2.5', '容积率', '2.5'],
    ['容积率：1.0-2.5', '容积率', '1.0-2.5'],
    ['容积率≤2.5', '容积率', '≤2.5'],
    ['R=2.5', '容积率', '2.5'],
    ['FAR 2.5', 'FAR', '2.5'],
    ['H≤24m', '限高', '≤24m'],
    ['限高24米', '限高', '24米'],
    ['建筑密度不大于40%', '建筑密度', '不大于40%'],
    ['D≤40%', '建筑密度', '≤40%'],
    ['绿地率 35%', '绿地率', '35%'],
    ['用地面积:3.2公顷', '用地面积', '3.2公顷'],
    ['地块编号：A-01', '地块编号', 'A-01'],
    ['用地性质：商业用地', '用地性质', '商业用地'],
    ['限高=80ft', '限高', '80ft'],
    ['18F', '层数', '18'],
    ['６层', '层数', '6'],
  ])('%s states a field', (text, field, value) => {
    expect(fieldOfText(text)).toEqual({ field, value });
  });

  it.each([
    '2.5',
    '24m',
    'R25',
    'R2',
    'H24',
    'D=400',
    'M1',
    '望江西路',
    '容积率',
    '长度:24',
    '1:1000',
    '2024-05-01',
    '容积率:见说明',
  ])('%s states none by itself', (text) => {
    expect(fieldOfText(text)).toBeUndefined();
  });
});

describe('the number of a plot', () => {
  it.each([
    ['A-01', 'A-01'],
    ['CA01-03-02', 'CA01-03-02'],
    ['地块A-01', 'A-01'],
    ['Ⅰ-02', 'I-02'],
    ['01-05', '01-05'],
    ['HN－A－12', 'HN-A-12'],
    ['创谷-03a', '创谷-03a'],
  ])('is told in %s', (text, number) => {
    expect(plotNumberIn(text)).toBe(number);
  });

  it.each([
    '2024-05-01',
    '2024-05',
    '24-36',
    '24-36m',
    '1.0-2.5',
    '2.5',
    'B1-B2',
    'A-B',
    'K0+300',
    '地块',
    '0701',
    'R2',
  ])('is not told in %s', (text) => {
    expect(plotNumberIn(text)).toBeUndefined();
  });

  it('may be short, but is never a land-use code', () => {
    expect(shortPlotNumberIn('P012')).toBe('P012');
    expect(shortPlotNumberIn('A35')).toBeUndefined();
  });
});

describe('a land-use code', () => {
  it.each(['0701', '100101', '1401', 'R2', 'A35', 'B1', 'M0', 'G1', 'Ｂ１'])('is told in %s', (text) => {
    expect(isLandUseCode(text)).toBe(true);
  });
  it.each(['07', '2024', '9999', 'H24', 'DN300', 'R', 'R200', '12'])('is not told in %s', (text) => {
    expect(isLandUseCode(text)).toBe(false);
  });
});

describe('the name of a CAD layer', () => {
  it.each([
    ['地块编号', '地块编号'],
    ['DKBH', '地块编号'],
    ['标注-容积率', '容积率'],
    ['RJL', 'RJL'],
    ['容积率指标', '容积率'],
  ])('%s says what its lettering is of', (name, field) => {
    expect(fieldOfLayerName(name)).toBe(field);
  });
  it.each(['文字标注', '0', '用地-R2', '图框', 'TEXT', '名称'])('%s says nothing', (name) => {
    expect(fieldOfLayerName(name)).toBeUndefined();
  });
});
