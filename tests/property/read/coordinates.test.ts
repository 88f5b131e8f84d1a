import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProjection, measureEllipsoidDistanceMetres } from '../../../src/core/measure/index.ts';
import { fitControlPoints, parseControlPoints } from '../../../src/core/read/coordinates/control_points.ts';
import { convertInPlace, readingOf } from '../../../src/core/read/coordinates/convert.ts';
import { toBd09, toGcj02 } from '../../../src/core/read/coordinates/map_shift.ts';
import { isInPlace, NEAR_METRES, settle } from '../../../src/core/read/coordinates/recognise.ts';
import { choosableSystems, lookAlikesOf, systemOf } from '../../../src/core/read/coordinates/systems.ts';
import type { CoordinateCandidate } from '../../../src/core/read/source.ts';
import { exportedFeatures, localGrid, project, readPlots, redrawn } from '../../support/exported_plots.ts';
import { file } from '../../support/sample_plan.ts';

const PLANES = [...choosableSystems(117), ...choosableSystems(75), ...choosableSystems(131)]
  .flatMap((id) => [id, ...lookAlikesOf(id)])
  .filter((id) => createProjection(id) !== undefined);
const plane = fc.constantFrom(...new Set(PLANES));
const latitude = fc.double({ min: 0.01, max: 55, noNaN: true });
/** Degrees east of the meridian, over a 6° zone and the neighbours' edges. */
const beside = fc.double({ min: -3.5, max: 3.5, noNaN: true });

describe('a position', () => {
  test('comes back from every plane within a millimetre, its axes swapped or not', () => {
    fc.assert(
      fc.property(plane, latitude, beside, fc.boolean(), (id, y, east, swapped) => {
        const projection = createProjection(id);
        const system = systemOf(id);
        if (!projection || !system) throw new Error(id);
        const place: [number, number] = [projection.centralMeridianDegrees + east, y];
        const [easting, northing] = projection.forward(place);
        const read = readingOf(system, swapped, undefined);
        const back = swapped ? read?.(northing, easting) : read?.(easting, northing);
        expect(measureEllipsoidDistanceMetres(back ?? [0, 0], place)).toBeLessThan(0.001);
      }),
      { numRuns: 2000 },
    );
  });

  test('comes back from a map service’s shift and from Web Mercator within a millimetre', () => {
    fc.assert(
      fc.property(fc.double({ min: 73, max: 135, noNaN: true }), latitude, (x, y) => {
        const mercator = [
          (x / 180) * Math.PI * 6_378_137,
          Math.log(Math.tan(Math.PI / 4 + (y / 360) * Math.PI)) * 6_378_137,
        ] as const;
        for (const [id, [east, north]] of [
          ['GCJ-02', toGcj02([x, y])],
          ['BD-09', toBd09([x, y])],
          ['EPSG:3857', mercator],
        ] as const) {
          const back = systemOf(id)?.toWgs84(east, north);
          expect([id, measureEllipsoidDistanceMetres(back ?? [0, 0], [x, y]) < 0.001]).toEqual([id, true]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('no reading is settled on between two near ones that nothing matches', () => {
  const candidate = fc.record({
    crs: fc.constantFrom('EPSG:4548', 'EPSG:32650', 'EPSG:4490', 'DMS', 'EPSG:4527'),
    swapped: fc.boolean(),
    distanceMetres: fc.double({ min: 0, max: NEAR_METRES, noNaN: true }),
    matched: fc.option(
      fc.record({ east: fc.integer({ min: -3000, max: 3000 }), count: fc.integer({ min: 1, max: 9 }) }),
    ),
  });
  fc.assert(
    fc.property(fc.array(candidate, { minLength: 2, maxLength: 6 }), (drawn) => {
      const candidates = drawn.map(
        ({ crs, swapped, distanceMetres, matched }): CoordinateCandidate => ({
          crs,
          swapped,
          distanceMetres,
          outline: { type: 'Polygon', coordinates: [] },
          ...(matched && { eastMetres: matched.east, northMetres: 0, matchedCount: matched.count }),
        }),
      );
      const settled = settle(candidates);
      const inPlace = candidates.filter(isInPlace);
      expect(settled === undefined || (inPlace.length === 1 && inPlace[0] === settled)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('recognition', () => {
  test.each([
    ['a plane with matching numbers', project('EPSG:4548')],
    ['a plane nothing matches', redrawn(project('EPSG:4548'))],
    ['a local grid', localGrid(31)],
    ['a map service’s degrees', toGcj02],
  ] as const)('of %s does not hang on the order of features', { timeout: 60_000 }, async (what, change) => {
    const rename = what.includes('nothing') ? (id: string) => `new-${id}` : undefined;
    const features = exportedFeatures(change, rename);
    const judged = async (list: typeof features) => {
      const { coordinates } = await readPlots(file('plots.geojson', { type: 'FeatureCollection', features: list }));
      const { state, crs, swapped, candidates = [], proposal } = coordinates ?? {};
      return {
        state,
        crs,
        swapped,
        candidates: candidates.map((one) => [one.crs, one.swapped]),
        proposal: proposal && [proposal.kind, Math.round(proposal.eastMetres), Math.round(proposal.northMetres)],
      };
    };
    const expected = await judged(features);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(features, { minLength: features.length }), async (list) => {
        expect(await judged(structuredClone(list))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });
});

test('positions that rings and features share are converted once', () => {
  const system = systemOf('EPSG:4548');
  const read = readingOf(system, false, undefined);
  if (!read) throw new Error('EPSG:4548');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), { minLength: 3 }),
      (drawn) => {
        const shared = drawn.map(([x, y]) => [508_000 + x, 3_523_000 + y]);
        const ring = () => [...shared, shared[0] ?? []];
        const features = [0, 1].map(() => ({
          type: 'Feature' as const,
          id: undefined,
          properties: {},
          geometry: { type: 'Polygon' as const, coordinates: [ring()] },
        }));
        convertInPlace(features, read);
        const expected = ring().map(([x = 0, y = 0]) => read(x, y));
        for (const { geometry } of features) expect(geometry.coordinates).toEqual([expected]);
      },
    ),
  );
});

describe('control points', () => {
  const number = fc.double({ min: -50_000, max: 50_000, noNaN: true });
  test('give back the turn, scale and shift they were made with', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number), { minLength: 3, maxLength: 12 }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 0.999, max: 1.001, noNaN: true }),
        fc.boolean(),
        (places, degrees, scale, swapped) => {
          const [a, b] = [scale * Math.cos((degrees * Math.PI) / 180), scale * Math.sin((degrees * Math.PI) / 180)];
          const lines = places.map(([x, y]) => {
            const [east, north] = [508_000 + a * x - b * y, 3_523_000 + b * x + a * y];
            return `${swapped ? `${y}, ${x}` : `${x}, ${y}`}, ${east}, ${north}`;
          });
          const { points, faultyLines } = parseControlPoints(lines.join('\n'));
          expect(faultyLines).toEqual([]);
          const [x0, y0] = places[0] ?? [0, 0];
          // Places on one line tell nothing of the axes' order, and near ones little of a turn.
          const spread = places.map(([x, y]) => Math.hypot(x - x0, y - y0));
          fc.pre(Math.max(...spread) > 100);
          const fit = fitControlPoints(points, 'EPSG:4548', swapped);
          if (typeof fit === 'string') throw new Error(fit);
          expect(Math.max(...fit.residualsMetres)).toBeLessThan(1e-4);
          expect(fit.swapped).toBe(swapped);
        },
      ),
    );
  });

  test('are read from any text without throwing, and every line that is no point is told', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,;\t \n-e+x"，') }), (text) => {
        const { points, faultyLines } = parseControlPoints(text);
        for (const { x, y, toX, toY } of points) expect([x, y, toX, toY].every(Number.isFinite)).toBe(true);
        fitControlPoints(points, 'EPSG:4548');
        expect(new Set([...points.map(({ line }) => line), ...faultyLines]).size).toBe(
          points.length + faultyLines.length,
        );
      }),
      { numRuns: 500 },
    );
  });
});
