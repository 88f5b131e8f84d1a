import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanComparison, PlotChange, PlotChangeKind } from '../../../src/core/compare/types.ts';
import type { Plan, Plot } from '../../../src/core/plan/types.ts';
import { comparePlansWhole } from '../../../src/core/review.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

const MIRRORED: Partial<Record<PlotChangeKind, PlotChangeKind>> = {
  added: 'removed',
  removed: 'added',
  split: 'merged',
  merged: 'split',
};

/** A park of cells of 20 × 20 m that plots take one or several of in a row: numbers, shapes and mergers meet often. */
const plots = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 0, max: 11 }),
      column: fc.integer({ min: 0, max: 3 }),
      row: fc.integer({ min: 0, max: 1 }),
      width: fc.constantFrom(1, 1, 2, 3),
      shift: fc.constantFrom(0, 0, 0.004, 0.5),
      farMax: fc.constantFrom(1, 2, undefined),
    }),
    { selector: ({ number }) => number, maxLength: 8 },
  )
  .map((list): Plot[] =>
    list.map(({ number, column, row, width, shift, farMax }) =>
      plot(`P${number}`, rectangle(20 * column + shift, 20 * row, 20 * width, 20), {
        ...(farMax !== undefined && { farMax }),
        ...(number % 2 === 0 && { phase: 'even' }),
      }),
    ),
  );
const plan = plots.map((list): Plan => planOf({ plots: list }));

function mirrored({ kind, before, after, far, height, gfa, area }: PlotChange) {
  const turn = (figure: PlotChange['far']) => [figure.after, figure.before, rounded(-(figure.difference ?? 0))];
  return [MIRRORED[kind] ?? kind, after, before, ...[far, height, gfa, area].map(turn)];
}
function plain({ kind, before, after, far, height, gfa, area }: PlotChange) {
  const list = (figure: PlotChange['far']) => [figure.before, figure.after, rounded(figure.difference ?? 0)];
  return [kind, before, after, ...[far, height, gfa, area].map(list)];
}
function rounded(value: number): number {
  return Math.round(value * 1e6) + 0;
}
function sorted(rows: unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

test('a plan compared with itself has not changed', () => {
  fc.assert(
    fc.property(plan, (one) => {
      const comparison = comparePlansWhole(one, structuredClone(one));
      expect(comparison.plots).toEqual([]);
      expect(comparison.rollUps.total.gfa.difference ?? 0).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('the order of the plots does not matter', () => {
  fc.assert(
    fc.property(plots, plots, (before, after) => {
      const turned = (list: Plot[]) => planOf({ plots: [...list].reverse() });
      const one: PlanComparison = comparePlansWhole(planOf({ plots: before }), planOf({ plots: after }));
      expect(comparePlansWhole(turned(before), turned(after))).toEqual(one);
    }),
    { numRuns: 150 },
  );
});

test('exchanging the sides mirrors the comparison', () => {
  fc.assert(
    fc.property(plan, plan, (before, after) => {
      const there = comparePlansWhole(before, after).plots.map(plain);
      const back = comparePlansWhole(after, before).plots.map(mirrored);
      expect(sorted(back)).toEqual(sorted(there));
    }),
    { numRuns: 150 },
  );
});

test('every plot of either plan is told of at most once, and the differences add up to the whole', () => {
  fc.assert(
    fc.property(plan, plan, (before, after) => {
      const { plots: changes, rollUps } = comparePlansWhole(before, after);
      for (const side of ['before', 'after'] as const) {
        const numbers = changes.flatMap((change) => change[side]);
        expect(new Set(numbers).size).toBe(numbers.length);
      }
      const sum = (name: 'gfa' | 'area') =>
        changes.reduce((total, change) => total + (change[name].difference ?? 0), 0);
      // Plots that moved by less than a centimetre are not told of; their areas differ by nothing that is read.
      expect(Math.abs(sum('area') - (rollUps.total.area.difference ?? 0))).toBeLessThan(0.01);
      expect(Math.abs(sum('gfa') - (rollUps.total.gfa.difference ?? 0))).toBeLessThan(0.02);
    }),
    { numRuns: 150 },
  );
});
