import pinyinMatch from 'pinyin-match';
import { expect, test } from 'vitest';
import { deriveLedger } from '../../../src/core/control/derive_ledger.ts';
import { buildPlotRows, filterPlotRows, sortPlotRows } from '../../../src/ui/dock/plot_rows.ts';
import { finish } from '../../../src/ui/sliced_answer.ts';
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
const rows = finish(buildPlotRows(plan, deriveLedger(plan), 'zh-CN'));
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
  expect(finish(buildPlotRows(phased, deriveLedger(phased), 'en')).map((row) => row.phase)).toEqual([
    'P1',
    'P1',
    undefined,
  ]);
});

test('sorts numbers in plot numbers as numbers', () => {
  expect(numbers(finish(sortPlotRows(rows, 'number', 'ascending', 'zh-CN')))).toEqual(['A-1', 'A-2', 'A-10']);
});

test('puts plots without a value last in both directions', () => {
  expect(numbers(finish(sortPlotRows(rows, 'farMax', 'ascending', 'en')))).toEqual(['A-1', 'A-10', 'A-2']);
  expect(numbers(finish(sortPlotRows(rows, 'farMax', 'descending', 'en')))).toEqual(['A-10', 'A-1', 'A-2']);
});

test('finds rows by number, land use and code', () => {
  expect(numbers(finish(filterPlotRows(rows, 'a-1')))).toEqual(['A-10', 'A-1']);
  expect(numbers(finish(filterPlotRows(rows, '科研')))).toEqual(['A-10']);
  expect(numbers(finish(filterPlotRows(rows, '1001')))).toEqual(['A-2']);
  expect(finish(filterPlotRows(rows, '  '))).toHaveLength(3);
});

test('finds rows by what letters mean as pinyin, once that is known', () => {
  const chinese = finish(buildPlotRows(plan, deriveLedger(plan), 'zh-CN'));
  expect(finish(filterPlotRows(chinese, 'keyan'))).toEqual([]);
  const pinyin = (text: string, keyword: string) => Boolean(pinyinMatch.match(text, keyword));
  expect(numbers(finish(filterPlotRows(chinese, 'keyan', pinyin)))).toEqual(['A-10']);
  expect(numbers(finish(filterPlotRows(chinese, 'ky', pinyin)))).toEqual(['A-10']);
});

test('keeps to what the filters of the map show', () => {
  expect(numbers(finish(filterPlotRows(rows, '', undefined, new Set(['A-2', 'A-1']))))).toEqual(['A-2', 'A-1']);
  expect(numbers(finish(filterPlotRows(rows, 'a-1', undefined, new Set(['A-2', 'A-1']))))).toEqual(['A-1']);
});

test.each(['ascending', 'descending'] as const)('sorts thousands as one sort does, in steps: %s', (direction) => {
  const [first] = rows;
  if (!first) throw new Error('There is no row.');
  const random = pseudoRandom();
  const many = Array.from({ length: 5000 }, (_, index) => ({
    ...first,
    // `07` and `7` are one number: the plan's order decides between them.
    number: `${random() < 0.3 ? 'B-0' : 'b-'}${Math.floor(random() * 900)}`,
    phase: random() < 0.2 ? undefined : `P${Math.floor(random() * 12)}`,
    farMax: random() < 0.2 ? undefined : Math.floor(random() * 50),
    netArea: index,
  }));
  const { compare } = new Intl.Collator('zh-CN', { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  for (const column of ['number', 'phase', 'farMax'] as const) {
    const expected = [...many].sort(({ [column]: left }, { [column]: right }) => {
      if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
      return (typeof left === 'number' ? left - Number(right) : compare(left, String(right))) * sign;
    });
    const steps = sortPlotRows(many, column, direction, 'zh-CN');
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(10);
    expect(step.value.map(({ netArea }) => netArea)).toEqual(expected.map(({ netArea }) => netArea));
  }
});

/** Numbers between 0 and 1, the same in every run. */
function pseudoRandom(): () => number {
  let state = 20_240_601;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
