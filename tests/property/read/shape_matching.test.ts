import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SignatureIndex, signatureOf } from '../../../src/core/read/coordinates/shape_signature.ts';
import { exportedFeatures, PLAN, project, readPlots } from '../../support/exported_plots.ts';
import { redrawArea, redrawing, redrawRing } from '../../support/redrawn_outline.ts';
import { file } from '../../support/sample_plan.ts';

const plain = () => [1, 1] as const;

/** Star-shaped about a middle, so that it never crosses itself. */
const ring = fc.array(fc.double({ min: 20, max: 150, noNaN: true }), { minLength: 3, maxLength: 12 }).map((radii) => {
  const corners = radii.map((radius, index) => {
    const turn = (2 * Math.PI * index) / radii.length;
    return [509_000 + radius * Math.cos(turn), 3_523_000 + radius * Math.sin(turn)];
  });
  return [...corners, corners[0] ?? []];
});

test('an outline is found again however its vertices are written, shifted and turned', () => {
  fc.assert(
    fc.property(ring, redrawing, fc.double({ min: -3, max: 3, noNaN: true }), (own, how, turn) => {
      const signature = signatureOf({ type: 'Polygon', coordinates: [own] }, plain);
      if (!signature) throw new Error('no shape');
      const index = new SignatureIndex([{ signature, value: 'own' }]);
      const moved = redrawRing(own, how).map(([x = 0, y = 0]) => [
        x * Math.cos(turn) - y * Math.sin(turn) + 700,
        x * Math.sin(turn) + y * Math.cos(turn) - 400,
      ]);
      const again = signatureOf({ type: 'Polygon', coordinates: [moved] }, plain);
      expect(again && index.uniqueOf(again)).toBe('own');
    }),
    { numRuns: 300 },
  );
});

test('a line is found again with vertices put on it or written from its other end, and a straight one never is', () => {
  const line = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
    minLength: 3,
    maxLength: 8,
  });
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 9 }), fc.boolean(), (own, share, isReversed) => {
      const signature = signatureOf({ type: 'LineString', coordinates: own }, plain);
      fc.pre(signature !== undefined);
      if (!signature) return;
      const dense = own.flatMap(([x, y], index) => {
        const [nextX, nextY] = own[index + 1] ?? [x, y];
        return [
          [x, y] as number[],
          ...(index + 1 < own.length ? [[x + (share / 10) * (nextX - x), y + (share / 10) * (nextY - y)]] : []),
        ];
      });
      if (isReversed) dense.reverse();
      const again = signatureOf({ type: 'LineString', coordinates: dense }, plain);
      const index = new SignatureIndex([{ signature, value: 'own' }]);
      expect(again && index.uniqueOf(again)).toBe('own');
    }),
    { numRuns: 300 },
  );
});

describe('a plan whose plots were renumbered and redrawn on their outlines', () => {
  test('is placed, and its shift measured, as one whose vertices stayed', { timeout: 60_000 }, async () => {
    const judged = async (features: ReturnType<typeof exportedFeatures>) => {
      const { coordinates } = await readPlots(file('plots.geojson', { type: 'FeatureCollection', features }));
      return coordinates;
    };
    const shifted = () =>
      exportedFeatures(
        (at) => {
          const [x = 0, y = 0] = project('EPSG:4527')(at);
          return [x + 57.3, y - 42.1];
        },
        (id) => `new-${id}`,
      );
    const expected = (await judged(shifted()))?.proposal;
    expect(expected).toMatchObject({ kind: 'constantShift', matchedBy: 'shape' });
    await fc.assert(
      fc.asyncProperty(redrawing, async (how) => {
        const features = shifted();
        for (const { geometry } of features) geometry.coordinates = redrawArea(geometry.coordinates, how);
        const proposal = (await judged(features))?.proposal;
        expect(proposal).toMatchObject({ kind: 'constantShift', matchedBy: 'shape' });
        expect(proposal?.eastMetres).toBeCloseTo(expected?.eastMetres ?? 0, 2);
        expect(proposal?.northMetres).toBeCloseTo(expected?.northMetres ?? 0, 2);
        expect(proposal?.matchedCount).toBe(expected?.matchedCount);
      }),
      { numRuns: 6 },
    );
  });

  test('without their needless vertices is placed too', async () => {
    // The plan as it is kept gets a vertex in the middle of every edge: the file is the simpler one.
    const dense = { added: [[0.5]], start: 0, isReversed: false };
    const plots = PLAN.layers.plots.map(
      (plot) =>
        ({
          ...plot,
          geometry: { ...plot.geometry, coordinates: redrawArea(plot.geometry.coordinates, dense) },
        }) as typeof plot,
    );
    const plan = { ...PLAN, layers: { ...PLAN.layers, plots } };
    const features = exportedFeatures(project('EPSG:4548'), (id) => `new-${id}`);
    const { coordinates } = await readPlots(file('plots.geojson', { type: 'FeatureCollection', features }), {}, plan);
    expect(coordinates).toMatchObject({ state: 'converted', crs: 'EPSG:4548', how: 'recognised' });
    expect(coordinates?.candidates[0]?.matchedCount).toBeGreaterThan(100);
  });
});
