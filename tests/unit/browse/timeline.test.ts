import { expect, test } from 'vitest';
import { deriveLedger } from '../../../src/core/control/derive_ledger.ts';
import { buildTimeline, totalsAt } from '../../../src/core/timeline/timeline.ts';
import { phase, planOf, plot, rectangle, zone } from '../../support/sample_plan.ts';

const plan = planOf(
  {
    zones: [zone('core', rectangle(0, 0, 300, 100))],
    phases: [
      phase('late', rectangle(200, 0, 100, 100), { sequence: 3, openingStatus: 'planned', people: 300, companies: 3 }),
      phase('first', rectangle(0, 0, 100, 100), { sequence: 1, opens: '2020-04', openingStatus: 'open', people: 100 }),
      phase('second', rectangle(100, 0, 100, 100), { sequence: 2, opens: '2023-02', companies: 20 }),
    ],
    plots: [
      plot('A', rectangle(0, 0, 50, 100), { phase: 'first', farMax: 2 }),
      plot('B', rectangle(100, 0, 50, 100), { phase: 'second', farMax: 3 }),
    ],
  },
  { community: { zone: 'core', areaSquareMetres: 30_000, areaTolerancePercent: 1, phaseCount: 3, people: 500 } },
);
const timeline = buildTimeline(plan, deriveLedger(plan));

test('puts the phases in their order, whatever the order in the file', () => {
  expect(timeline.steps.map(({ phases }) => phases)).toEqual([['first'], ['second'], ['late']]);
});

test('adds up area, floor area, people and companies from phase to phase', () => {
  const [first, second, late] = timeline.steps.map(({ running }) => running);
  // A metre on the Gauss–Krüger plane is longer here than on the ellipsoid by a millionth of a millionth.
  expect(first?.areaSquareMetres).toBeCloseTo(10_000, 0);
  expect(second?.areaSquareMetres).toBeCloseTo(20_000, 0);
  expect(late?.areaSquareMetres).toBeCloseTo(30_000, 0);
  expect(first?.gfaCapacitySquareMetres).toBeCloseTo(10_000, 0);
  expect(late?.gfaCapacitySquareMetres).toBeCloseTo(25_000, 0);
  expect([first, second, late].map((sum) => sum?.people)).toEqual([100, 100, 400]);
  expect([first, second, late].map((sum) => sum?.companies)).toEqual([0, 20, 23]);
});

test('shows the last phase reached at a step between two, and nothing before the first', () => {
  expect(totalsAt(timeline, 2.5).people).toBe(100);
  expect(totalsAt(timeline, 0)).toEqual({
    areaSquareMetres: 0,
    gfaCapacitySquareMetres: 0,
    builtGfaSquareMetres: 0,
    people: 0,
    companies: 0,
  });
  expect(totalsAt(timeline, undefined)).toEqual(timeline.whole);
});

test('counts two phases of the same number as one step', () => {
  const twins = planOf({
    phases: [
      phase('east', rectangle(0, 0, 100, 100), { sequence: 1, people: 1 }),
      phase('west', rectangle(100, 0, 100, 100), { sequence: 1, people: 2 }),
    ],
  });
  const { steps } = buildTimeline(twins, undefined);
  expect(steps).toHaveLength(1);
  expect(steps[0]?.phases).toEqual(['east', 'west']);
  expect(steps[0]?.running.people).toBe(3);
});

test('names only the targets the plan sets', () => {
  expect(timeline.targets).toEqual({ areaSquareMetres: 30_000, people: 500 });
  expect(buildTimeline(planOf({}), undefined).targets).toEqual({});
});
