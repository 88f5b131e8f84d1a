import { describe, expect, test } from 'vitest';
import { type NumberReading, readNumber } from '../../../src/core/read/fields/read_number.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { file, planOf, rectangle } from '../../support/sample_plan.ts';

const is = (value: number, more: object = {}) => ({ kind: 'number', value, ...more }) as NumberReading;
const most = (value: number) => is(value, { limit: 'maximum' });
const least = (value: number) => is(value, { limit: 'minimum' });
const range = (minimum: number, maximum: number) => ({ kind: 'range', minimum, maximum }) as NumberReading;
const withRemark = (value: number, more: object = {}) => is(value, { ...more, isQualified: true });
const nothing: NumberReading = { kind: 'nothing' };
const words: NumberReading = { kind: 'words' };
const unreadable: NumberReading = { kind: 'fault', reason: 'unreadable' };
const feet: NumberReading = { kind: 'fault', reason: 'feet' };

/** Cells of real tables against what a planner means by them. What may be two things is never a number. */
describe('a cell of a table', () => {
  test.each([
    ['２．５', is(2.5)],
    ['\u00a02.5\u3000', is(2.5)],
    ['≥1.0', least(1)],
    ['＜＝2.5', most(2.5)],
    ['R≤2.5', most(2.5)],
    ['1.0-2.5', range(1, 2.5)],
    ['1.0—2.5', range(1, 2.5)],
    ['1.0－2.5', range(1, 2.5)],
    ['1.0至2.5', range(1, 2.5)],
    ['1.0＜R≤2.5', range(1, 2.5)],
    ['1.0≤容积率≤2.5', range(1, 2.5)],
    ['2.5≥R≥1.0', range(1, 2.5)],
    ['2.5以内', most(2.5)],
    ['2.5及以下', most(2.5)],
    ['2.5左右', withRemark(2.5)],
    ['2.5(地上)', withRemark(2.5)],
    ['2.5（暂定）', withRemark(2.5)],
    ['2.5*', withRemark(2.5)],
    ['2.5①', withRemark(2.5)],
    ['2.5¹', withRemark(2.5)],
    ['①2.5', unreadable],
    ['2½', unreadable],
    ['2.5（地上），1.0（地下）', unreadable],
    ['2.5（住宅）', unreadable],
    ['1.5/2.0', unreadable],
    ['1.5；2.0', unreadable],
    ['2,5', unreadable],
    ['2。5', unreadable],
    ['2..5', unreadable],
    ['2.5%', unreadable],
    ['H≤24m', unreadable],
    ['2025-03-01', unreadable],
    ['待定', words],
    ['暂未确定', words],
    ['详见图则', words],
    ['见附图', words],
    ['按相关规范执行', words],
    ['按现状', words],
    ['现状保留', words],
    ['不限', words],
    ['不作规定', words],
    ['无要求', words],
    ['#N/A', words],
    ['#DIV/0!', words],
    ['／', nothing],
    ['—', nothing],
    ['――', nothing],
    ['－', nothing],
    ['N/A', nothing],
    ['n.a.', nothing],
    ['<Null>', nothing],
    ['NaN', nothing],
    ['无', nothing],
    ['待定地块A', unreadable],
    ['abc', unreadable],
  ])('of FAR: %s', (text, expected) => {
    expect(readNumber(text, 'ratio')).toEqual(expected);
  });

  test.each([
    ['不大于24', most(24)],
    ['不得大于24米', most(24)],
    ['不超过24', most(24)],
    ['小于等于24米', most(24)],
    ['低于24米', most(24)],
    ['24米以下', most(24)],
    ['H≤24m', most(24)],
    ['大于等于24', least(24)],
    ['24m', is(24)],
    ['24M', is(24)],
    ['24.0 m', is(24)],
    ['约24米', withRemark(24)],
    ['18层/54m', is(54)],
    ['54米（18层）', is(54)],
    ['18F、54m', is(54)],
    ['24cm', is(0.24, { unit: 'centimetres' })],
    ['5000mm', is(5, { unit: 'millimetres' })],
    ['0.5公里', is(500, { unit: 'kilometres' })],
    ['18层', unreadable],
    ['60/80', unreadable],
    ['60m/80m', unreadable],
    ['100（塔尖120）', unreadable],
    ['海拔120米', unreadable],
    ['24.5m（绝对标高）', unreadable],
    ['R≤24', unreadable],
    ['80ft', feet],
    ['80 feet', feet],
    ["80'", feet],
    ['262英尺', feet],
  ])('of a height: %s', (text, expected) => {
    expect(readNumber(text, 'metres')).toEqual(expected);
  });

  test.each([
    ['35％', 'percent', is(35)],
    ['35 %', 'percent', is(35)],
    ['35%-40%', 'percent', range(35, 40)],
    ['0.35~0.4', 'percent', range(0.35, 0.4)],
    ['30%以上', 'percent', least(30)],
    ['不少于30', 'percent', least(30)],
    ['25‰', 'percent', unreadable],
    ['G≥30%', 'percent', unreadable],
    ['１，２３４．５', 'squareMetres', is(1234.5)],
    ['1 234.5', 'squareMetres', is(1234.5)],
    ['12 34', 'squareMetres', unreadable],
    ['1,23', 'squareMetres', unreadable],
    ['约3.5公顷', 'squareMetres', withRemark(35_000, { unit: 'hectares' })],
    ['3.5hm²', 'squareMetres', is(35_000, { unit: 'hectares' })],
    ['52.5亩', 'squareMetres', is(35_000, { unit: 'mu' })],
    ['35000㎡', 'squareMetres', is(35_000)],
    ['35000m²', 'squareMetres', is(35_000)],
    ['3.5万㎡', 'squareMetres', is(35_000, { unit: 'tenThousandSquareMetres' })],
    ['0.035km²', 'squareMetres', is(35_000, { unit: 'squareKilometres' })],
    ['18层', 'floors', is(18)],
    ['18层/54m', 'floors', is(18)],
    ['6-18F', 'floors', range(6, 18)],
    ['100个', 'spaces', is(100)],
    ['1.0车位/户', 'spaces', unreadable],
    ['0.8个/100㎡', 'spaces', unreadable],
    ['1.2万人', 'people', is(12_000, { unit: 'tenThousandPeople' })],
  ] as const)('%s as %s', (text, unit, expected) => {
    expect(readNumber(text, unit)).toEqual(expected);
  });

  test('a long cell of anything is answered at once', () => {
    for (const part of ['1 ', '1,', '9', '≤', '不得', '(', '现状见', ' 000', '1-'])
      expect(readNumber(part.repeat(20_000), 'squareMetres').kind).toMatch(/fault|nothing|number/);
  });
});

describe('a column of such cells', () => {
  const read = async (cells: readonly (string | number)[], column = '容积率') => {
    const features = cells.map((cell, index) => ({
      type: 'Feature',
      geometry: rectangle(index * 100, 0, 90, 90),
      properties: { 地块编号: `A-${index}`, 建筑限高: 24, [column]: cell },
    }));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    const { candidate, diagnostics } = await readUpdate(planOf({}), [file('控规.geojson', text)], 'replace');
    return { plots: candidate?.layers.plots.map(({ properties }) => properties), diagnostics };
  };
  const only = (diagnostics: Awaited<ReturnType<typeof read>>['diagnostics'], code: string) =>
    diagnostics.filter((one) => one.code === code);

  test('whose words say that there is no number is read as far as it has numbers, and each is told', async () => {
    const { plots, diagnostics } = await read([2.5, '待定', '详见图则', '待定', '2.0*', '1.8', '—']);
    expect(plots?.map((one) => one.farMax)).toEqual([2.5, undefined, undefined, undefined, 2, 1.8, undefined]);
    const inWords = only(diagnostics, 'number-in-words');
    expect(inWords).toMatchObject([
      { severity: 'warning', feature: 'A-1', pointer: '/features/1/properties/容积率', data: { found: '"待定"' } },
      { feature: 'A-2', data: { found: '"详见图则"' } },
      { feature: 'A-3', data: { found: '"待定"' } },
    ]);
    expect(inWords[0] && formatFinding(inWords[0], 'zh-CN').text).toContain('写的是 "待定"，没有数值');
    expect(only(diagnostics, 'number-qualified')).toMatchObject([{ feature: 'A-4', data: { found: '"2.0*"' } }]);
    expect(only(diagnostics, 'number-as-text')).toMatchObject([{ data: { count: 1, found: ['"1.8"'] } }]);
  });

  test('with a date where a number belongs is refused, as text and as a serial number', async () => {
    expect(only((await read(['2025-01-02'])).diagnostics, 'number-unreadable')).toHaveLength(1);
    expect(only((await read([45_231])).diagnostics, 'field-range')).toHaveLength(1);
  });

  test('that holds nothing but ones in percent is told: it may be 1 % or the whole', async () => {
    const { plots, diagnostics } = await read([1, 1], '绿地率');
    expect(plots?.map((one) => one.greenRatioMinPercent)).toEqual([1, 1]);
    expect(only(diagnostics, 'percent-open')).toHaveLength(1);
  });
});
