import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../../src/core/check/check_plan.ts';
import { GEOMETRY_RULES } from '../../../src/core/check/geometry_rules.ts';
import { deriveLedger } from '../../../src/core/control/index.ts';
import { planOfPlots, plantedPlots } from '../../support/planted_plots.ts';

const CODES = new Set<string>(GEOMETRY_RULES.map(({ code }) => code));

describe('of a park with faults planted in it', () => {
  test.each([
    [1_000, 0],
    [1_000, 1e-9],
    [10_000, 1e-9],
  ])(
    'every fault is found and nothing else, at %i plots with noise of %f degrees',
    { timeout: 120_000 },
    (count, jitterDegrees) => {
      const { plots, expected } = plantedPlots(count, { jitterDegrees });
      expect(expected.length).toBeGreaterThan(count / 20);
      const plan = planOfPlots(plots);
      const found = checkPlan(plan, deriveLedger(plan))
        .filter(({ code }) => CODES.has(code))
        .map(({ code, feature, related = [] }) => [code, feature, ...related].join(' '));
      expect(found.sort()).toEqual(expected);
    },
  );

  test('the same in blocks with streets between them', { timeout: 120_000 }, () => {
    const { plots, expected } = plantedPlots(2_000, { jitterDegrees: 1e-9, blockColumns: 8 });
    const plan = planOfPlots(plots);
    const found = checkPlan(plan, deriveLedger(plan))
      .filter(({ code }) => CODES.has(code))
      .map(({ code, feature, related = [] }) => [code, feature, ...related].join(' '));
    expect(found.sort()).toEqual(expected);
  });

  test('nothing is found where nothing is planted', () => {
    const plan = planOfPlots(plantedPlots(2_000, { jitterDegrees: 1e-9, faults: false }).plots);
    expect(checkPlan(plan, deriveLedger(plan)).filter(({ code }) => CODES.has(code))).toEqual([]);
  });
});
