import pinyinMatch from 'pinyin-match';
import { expect, test } from 'vitest';
import { deriveLedger } from '../../../src/core/control/derive_ledger.ts';
import { buildPlotRows, filterPlotRows, sortPlotRows } from '../../../src/ui/dock/plot_rows.ts';
import { building, phase, planOf, plot, rectangle, zone } from '../../support/sample_plan.ts';

const plan = planOf({
  zones: [zone('core', rectangle(0, 0, 300, 100), { heightMaxMetres: 24 })],
  plots: [
    plot('A-10', rectangle(0, 0, 50, 100), { farMax: 2, heightMaxMetres: 60, landUseCode: '0802' }),
    plot('A-2', rectangle(50, 0, 50, 100), { landUseCode: '1001' }),
    plot('A-1', rectangle(100, 0, 100, 100), { farMax: 1.5, gfaSquareMetres: 14_500 }),
  ],
  buildings: [
    building('tower', rectangle(10, 10, 10, 10), {
      plot: 'A-10',
      heightMetres: 30,
      gfaSquareMetres: 900,
      buildingStatus: 'built',
    }),
  ],
});
const rows = buildPlotRows(plan, deriveLedger(plan), 'zh-CN');
const numbers = (list: readonly { number: string }[]) => list.map(({ number }) => number);

test('shows effective controls: the zone’s stricter height, not the plot’s own', () => {
  expect(rows[0]).toMatchObject({ number: 'A-10', heightMax: 24, farMax: 2, landUse: '科研用地', compliance: 'over' });
  expect(rows[0]?.gfaCapacity).toBeCloseTo(10_000, 0);
});

test('has the floor area a plot states itself beside what its limit allows', () => {
  expect(rows.map(({ declaredGfa }) => declaredGfa)).toEqual([undefined, undefined, 14_500]);
});

test('shows the phase a plot lies in where it names none, as the sums by phase do', () => {
  const phased = {
    ...plan,
    layers: { ...plan.layers, phases: [phase('P1', rectangle(0, 0, 120, 100), { sequence: 1 })] },
  };
  expect(buildPlotRows(phased, deriveLedger(phased), 'en').map((row) => row.phase)).toEqual(['P1', 'P1', undefined]);
});

test('sorts numbers in plot numbers as numbers', () => {
  expect(numbers(sortPlotRows(rows, 'number', 'ascending', 'zh-CN'))).toEqual(['A-1', 'A-2', 'A-10']);
});

test('puts plots without a value last in both directions', () => {
  expect(numbers(sortPlotRows(rows, 'farMax', 'ascending', 'en'))).toEqual(['A-1', 'A-10', 'A-2']);
  expect(numbers(sortPlotRows(rows, 'farMax', 'descending', 'en'))).toEqual(['A-10', 'A-1', 'A-2']);
});

test('finds rows by number, land use and code', () => {
  expect(numbers(filterPlotRows(rows, 'a-1'))).toEqual(['A-10', 'A-1']);
  expect(numbers(filterPlotRows(rows, '科研'))).toEqual(['A-10']);
  expect(numbers(filterPlotRows(rows, '1001'))).toEqual(['A-2']);
  expect(filterPlotRows(rows, '  ')).toHaveLength(3);
});

test('finds rows by what letters mean as pinyin, once that is known', () => {
  const chinese = buildPlotRows(plan, deriveLedger(plan), 'zh-CN');
  expect(filterPlotRows(chinese, 'keyan')).toEqual([]);
  const pinyin = (text: string, keyword: string) => Boolean(pinyinMatch.match(text, keyword));
  expect(numbers(filterPlotRows(chinese, 'keyan', pinyin))).toEqual(['A-10']);
  expect(numbers(filterPlotRows(chinese, 'ky', pinyin))).toEqual(['A-10']);
});
