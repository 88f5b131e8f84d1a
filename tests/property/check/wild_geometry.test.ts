import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import type { Polygon } from '../../../src/core/plan/types.ts';
import { building, phase, planOf, plot, zone } from '../../support/sample_plan.ts';

/** Near the park on a coarse grid, so that edges meet and overlap, or anywhere on Earth. */
const position = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
      .map(([x, y]) => [117.1 + x / 1000, 31.8 + y / 1000]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
      .map(([x, y]) => [x, y]),
  },
);
const ring = fc.array(position, { minLength: 3, maxLength: 7 }).map((points) => [...points, [...(points[0] ?? [])]]);
const polygon: fc.Arbitrary<Polygon> = fc
  .array(ring, { minLength: 1, maxLength: 2 })
  .map((coordinates) => ({ type: 'Polygon', coordinates }));

test('whatever the shapes, the checks answer and their figures are numbers', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.tuple(polygon, polygon, polygon, polygon, polygon, polygon), ([a, b, c, d, e, f]) => {
      const plan = planOf(
        {
          zones: [
            zone('Z', a, {
              heightMaxMetres: 50,
              heightBands: [{ measuredFrom: 'zones/Z', fromMetres: 0, heightMaxMetres: 20 }],
            }),
          ],
          phases: [phase('P1', b, { sequence: 1, people: 10 }), phase('P2', c, { sequence: 2 })],
          plots: [plot('A', d, { phase: 'P1', netAreaSquareMetres: 100, farMax: 2 }), plot('B', e, { phase: 'P2' })],
          buildings: [building('B1', f, { plot: 'A', heightMetres: 30, gfaSquareMetres: 500 })],
        },
        { community: { zone: 'Z', areaSquareMetres: 1e6, areaTolerancePercent: 1, phaseCount: 2, people: 5 } },
      );
      const { findings } = analysePlan(plan);
      for (const { code, data } of findings)
        for (const [name, value] of Object.entries(data))
          if (typeof value === 'number') expect(Number.isFinite(value), `${code} ${name} ${value}`).toBe(true);
    }),
    { numRuns: 40 },
  );
});
