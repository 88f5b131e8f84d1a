import pinyinMatch from 'pinyin-match';
import { expect, test } from 'vitest';
import type { Landmark, Water } from '../../../src/core/plan/types.ts';
import { buildSearchIndex, searchPlan } from '../../../src/ui/search/search_index.ts';
import { finish } from '../../../src/ui/sliced_answer.ts';
import { planOf, plot, rectangle, zone } from '../../support/sample_plan.ts';

const lake: Water = {
  type: 'Feature',
  id: 'boyan-lake',
  geometry: rectangle(0, 0, 10, 10),
  properties: { name: '柏堰湖', nameEn: 'Boyan Lake' },
};
const hill: Landmark = {
  type: 'Feature',
  id: 'hill',
  geometry: { type: 'Point', coordinates: [117.1, 31.8] },
  properties: { name: '大蜀山', nameEn: 'Dashu Hill' },
};
const named = zone('axis', rectangle(0, 0, 10, 10));
named.properties.name = '创新大道中轴线';
const plan = planOf({
  zones: [named],
  water: [lake],
  landmarks: [hill],
  plots: ['ZA-07', 'ZA-1', 'ZA-10', 'ZB-1'].map((id) => plot(id, rectangle(0, 0, 10, 10))),
});
const index = finish(buildSearchIndex(plan));
const pinyin = (text: string, keyword: string) => Boolean(pinyinMatch.match(text, keyword));
const ids = (text: string) => finish(searchPlan(index, text, pinyin, 10)).map(({ id }) => id);

test.each(['柏堰', 'byh', 'boyanhu', 'baiyanhu', 'Bo Yan Hu', 'boyan lake', 'LAKE'])('finds 柏堰湖 by %j', (text) => {
  expect(ids(text)).toContain('boyan-lake');
});

test.each(['cxdd', '中轴', 'zhongzhouxian'])('finds 创新大道中轴线 by %j', (text) => {
  expect(ids(text)).toEqual(['axis']);
});

test('puts the plot whose number it is before those that only begin with it', () => {
  expect(ids('za-1')).toEqual(['ZA-1', 'ZA-10']);
  expect(ids('za1')).toEqual(['ZA-1', 'ZA-10']);
});

test('finds numbers and names before pinyin is there', () => {
  const without = (text: string) => finish(searchPlan(index, text, undefined, 10)).map(({ id }) => id);
  expect(without('大蜀')).toEqual(['hill']);
  expect(without('dss')).toEqual([]);
  expect(ids('dss')).toEqual(['hill']);
});

test('finds nothing for an empty text, for spaces and for what is not there', () => {
  expect(ids('')).toEqual([]);
  expect(ids('  ')).toEqual([]);
  expect(ids('没有')).toEqual([]);
});

test('gives no more results than asked for', () => {
  expect(finish(searchPlan(index, 'z', pinyin, 2))).toHaveLength(2);
});
