import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPlan } from '../../../src/core/check/check_plan.ts';
import { deriveLedger } from '../../../src/core/control/index.ts';
import type { Finding } from '../../../src/core/plan/findings.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import { building, phase, planOf, plot, rectangle, zone } from '../../support/sample_plan.ts';

const metre = fc.integer({ min: 0, max: 120 });
const geometry = fc
  .tuple(metre, metre, fc.integer({ min: 5, max: 80 }), fc.integer({ min: 5, max: 80 }))
  .map((box) => rectangle(...box));
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const limit = fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined });

const somePlan: fc.Arbitrary<Plan> = fc
  .record({
    plots: fc.tuple(
      ...ids('A', 4).map((id) =>
        fc
          .tuple(geometry, limit)
          .map(([shape, height]) =>
            plot(id, shape, { phase: 'P1', farMin: 3, farMax: 2, ...(height && { heightMaxMetres: height }) }),
          ),
      ),
    ),
    phases: fc.tuple(
      ...ids('P', 3).map((id) =>
        fc.tuple(geometry, fc.integer({ min: 1, max: 4 })).map(([shape, sequence]) => phase(id, shape, { sequence })),
      ),
    ),
    zones: fc.tuple(
      ...ids('Z', 2).map((id) =>
        fc.tuple(geometry, limit).map(([shape, height]) => zone(id, shape, height ? { heightMaxMetres: height } : {})),
      ),
    ),
    buildings: fc.tuple(
      ...ids('B', 4).map((id) =>
        fc
          .tuple(geometry, limit)
          .map(([shape, height]) => building(id, shape, { plot: 'A1', ...(height && { heightMetres: height }) })),
      ),
    ),
  })
  .map((layers) =>
    planOf(layers, { community: { zone: 'Z0', areaSquareMetres: 1000, areaTolerancePercent: 1, phaseCount: 2 } }),
  );

/** What was found, without where in the file it stands: that follows the order, as it must. */
function found(plan: Plan): Omit<Finding, 'pointer' | 'evidence'>[] {
  return checkPlan(plan, deriveLedger(plan)).map(({ pointer: _, evidence: __, ...rest }) => rest);
}

/** Sums in another order differ in their last digits. */
function rounded(findings: unknown): unknown {
  return JSON.parse(
    JSON.stringify(findings, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value)),
  );
}

test('the same things are found in the same order, whatever the order of the features', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(somePlan, (plan) => {
      const turned = Object.fromEntries(
        Object.entries(plan.layers).map(([layer, features]) => [layer, [...features].reverse()]),
      );
      const other = { ...plan, layers: turned as unknown as Plan['layers'] };
      expect(rounded(found(other))).toEqual(rounded(found(plan)));
    }),
    { numRuns: 60 },
  );
});
