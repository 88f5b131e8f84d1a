import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentTo } from '../../../src/core/read/coordinates/consent.ts';
import { exportedFeatures, farthestMetres, named, project, readPlots } from '../../support/exported_plots.ts';
import { file } from '../../support/sample_plan.ts';

const gk = project('EPSG:4548');
const COUNT = exportedFeatures((at) => at).length;
const input = (features: ReturnType<typeof exportedFeatures>) =>
  file('plots.geojson', { type: 'FeatureCollection', ...named('EPSG:4548'), features });

/** Metres east and north by which each plot lies off. */
const moved = (shiftOf: (index: number) => readonly [number, number], rename?: (id: string) => string) => {
  const own = exportedFeatures(gk, rename);
  for (const [index, { geometry }] of own.entries()) {
    const [east, north] = shiftOf(index);
    const shift = (value: unknown): unknown =>
      Array.isArray(value) && typeof value[0] === 'number'
        ? [value[0] + east, Number(value[1]) + north]
        : (value as unknown[]).map(shift);
    geometry.coordinates = shift(geometry.coordinates);
  }
  return own;
};

const vector = (least: number, most: number) =>
  fc
    .tuple(fc.double({ min: least, max: most, noNaN: true }), fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }))
    .map(([size, angle]) => [size * Math.cos(angle), size * Math.sin(angle)] as const);
/** Some of the plots, by their places. */
const some = (most: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: COUNT - 1 }), { maxLength: Math.floor(COUNT * most) });

describe('a shift of less than ten metres', { timeout: 120_000 }, () => {
  test('of nearly all plots is measured and corrected on consent, whatever was edited beside it, by number and by shape', async () => {
    await fc.assert(
      fc.asyncProperty(
        vector(0.5, 9.9),
        some(0.12),
        vector(0.4, 40),
        fc.boolean(),
        async ([east, north], edited, [editEast, editNorth], isRenumbered) => {
          const isEdited = new Set(edited);
          // Each edited plot goes its own way.
          const features = moved(
            (index) =>
              isEdited.has(index)
                ? [east + editEast * Math.cos(index), north + editNorth * Math.sin(index) + 0.3]
                : [east, north],
            isRenumbered ? (id) => `new-${id}` : undefined,
          );
          const asIs = await readPlots(input(features));
          expect(asIs.codes).toContain('coordinates-beside');
          const { proposal } = asIs.coordinates ?? {};
          expect(proposal).toMatchObject({ kind: 'constantShift', matchedBy: isRenumbered ? 'shape' : 'number' });
          expect(proposal?.eastMetres).toBeCloseTo(east, 1);
          expect(proposal?.northMetres).toBeCloseTo(north, 1);
          if (!proposal) return;
          expect(
            proposal.kind === 'constantShift' &&
              Math.hypot(proposal.transform.eastMetres + east, proposal.transform.northMetres + north),
          ).toBeLessThan(0.02);
          const corrected = await readPlots(input(features), consentTo(proposal));
          expect(corrected.coordinates?.proposal).toBeUndefined();
          if (edited.length === 0) expect(farthestMetres(corrected.candidate)).toBeLessThan(0.02);
        },
      ),
      { numRuns: 14 },
    );
  });

  test('is not seen in an ordinary edit, whether its plots move together or each for itself', async () => {
    await fc.assert(
      fc.asyncProperty(some(0.15), vector(0.5, 9.9), fc.boolean(), async (edited, [east, north], isTogether) => {
        const isEdited = new Set(edited);
        const features = moved((index) => {
          if (!isEdited.has(index)) return [0, 0];
          return isTogether ? [east, north] : [east * Math.cos(index), north * Math.sin(3 * index)];
        });
        const { coordinates, codes } = await readPlots(input(features));
        expect(coordinates?.proposal).toBeUndefined();
        expect(codes.filter((code) => /beside|datum|mixed/.test(code))).toEqual([]);
      }),
      { numRuns: 14 },
    );
  });

  test('is not seen in a plan drawn anew, nor in a file of a few plots', async () => {
    await fc.assert(
      fc.asyncProperty(vector(0.5, 9.9), fc.integer({ min: 1, max: 1000 }), async ([east, north], seed) => {
        const anew = moved((index) => [
          east + 1.5 * Math.sin(seed * (index + 1)),
          north + 1.5 * Math.cos(seed * (index + 2)),
        ]);
        expect((await readPlots(input(anew))).coordinates?.proposal).toBeUndefined();
        const few = moved(() => [east, north]).slice(seed % 100, (seed % 100) + 9);
        expect((await readPlots(input(few))).coordinates?.proposal).toBeUndefined();
      }),
      { numRuns: 8 },
    );
  });
});
