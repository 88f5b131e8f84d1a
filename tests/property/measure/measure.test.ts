import { intersect } from '@turf/turf';
import fc from 'fast-check';
import geodesicLibrary from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  containsPoint,
  createBoxIndex,
  createProjection,
  labelPointOf,
  measureDistanceMetres,
  measureEllipsoidAreaSquareMetres,
  measureOverlapSquareMetres,
  measurePlaneAreaSquareMetres,
  toPlane,
} from '../../../src/core/measure/index.ts';
import type { Polygon, Position } from '../../../src/core/plan/types.ts';
import { GK117, ORIGIN_EASTING, ORIGIN_NORTHING, polygon } from '../../unit/measure/park_shapes.ts';

const oracle = new geodesicLibrary.Geodesic.Geodesic(6378137, 1 / 298.257222101);

/** Star-shaped about a centre, so simple, but as ragged as it likes. */
const star: fc.Arbitrary<Polygon> = fc
  .record({
    x: fc.integer({ min: -600, max: 600 }),
    y: fc.integer({ min: -600, max: 600 }),
    radii: fc.array(fc.double({ min: 20, max: 700, noNaN: true }), { minLength: 3, maxLength: 24 }),
    turn: fc.double({ min: 0, max: Math.PI, noNaN: true }),
  })
  .map(({ x, y, radii, turn }) =>
    polygon(
      radii.map((radius, index) => {
        const angle = turn + (2 * Math.PI * index) / radii.length;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
      }),
    ),
  );

function turned(shape: Polygon, by: number, reverse: boolean): Polygon {
  return {
    type: 'Polygon',
    coordinates: shape.coordinates.map((ring) => {
      const open = ring.slice(0, -1);
      const start = by % open.length;
      const rotated = [...open.slice(start), ...open.slice(0, start)];
      const closed = [...rotated, ...rotated.slice(0, 1)];
      return reverse ? closed.reverse() : closed;
    }),
  };
}

const plane = (shape: Polygon) => toPlane(shape, GK117);

describe('measure', () => {
  it('projects forth and back to the same place within a thousandth of a millimetre', () => {
    const crs = fc.constantFrom('EPSG:4548', 'EPSG:4527', 'EPSG:4509', 'EPSG:4498', 'EPSG:32650');
    const offset = fc.double({ min: -3.2, max: 3.2, noNaN: true });
    const latitude = fc.double({ min: -60, max: 80, noNaN: true });
    fc.assert(
      fc.property(crs, offset, latitude, (name, dLongitude, degrees) => {
        const projection = createProjection(name);
        if (!projection) throw new Error(name);
        const position: Position = [projection.centralMeridianDegrees + dLongitude, degrees];
        const [longitude, back] = projection.inverse(projection.forward(position));
        expect(Math.hypot(longitude - (position[0] ?? 0), back - degrees) * 111_320).toBeLessThan(1e-6);
      }),
    );
  });

  it("agrees with GeographicLib's area for any outline", () => {
    fc.assert(
      fc.property(star, (shape) => {
        const outline = oracle.Polygon(false);
        for (const [longitude = 0, latitude = 0] of shape.coordinates[0]?.slice(0, -1) ?? [])
          outline.AddPoint(latitude, longitude);
        const expected = Math.abs(outline.Compute(false, true).area ?? Number.NaN);
        expect(Math.abs(measureEllipsoidAreaSquareMetres(shape) - expected)).toBeLessThan(1e-3 + expected * 1e-9);
      }),
    );
  });

  it('gives the same areas for any start vertex and winding', () => {
    fc.assert(
      fc.property(star, fc.nat(50), fc.boolean(), (shape, by, reverse) => {
        const other = turned(shape, by, reverse);
        expect(measureEllipsoidAreaSquareMetres(other)).toBeCloseTo(measureEllipsoidAreaSquareMetres(shape), 4);
        expect(measurePlaneAreaSquareMetres(plane(other))).toBeCloseTo(measurePlaneAreaSquareMetres(plane(shape)), 4);
        expect(measureOverlapSquareMetres(plane(other), plane(shape))).toBeCloseTo(
          measurePlaneAreaSquareMetres(plane(shape)),
          3,
        );
      }),
    );
  });

  it('overlaps are symmetric, no larger than either shape, and the shape itself with itself', () => {
    fc.assert(
      fc.property(star, star, (one, other) => {
        const [a, b] = [plane(one), plane(other)];
        const overlap = measureOverlapSquareMetres(a, b);
        expect(measureOverlapSquareMetres(b, a)).toBeCloseTo(overlap, 4);
        expect(overlap).toBeLessThan(Math.min(measurePlaneAreaSquareMetres(a), measurePlaneAreaSquareMetres(b)) + 1e-4);
        expect(measureOverlapSquareMetres(a, a)).toBeCloseTo(measurePlaneAreaSquareMetres(a), 4);
      }),
    );
  });

  it("overlaps by the area of turf's intersection", () => {
    // Turf works on bare numbers, so it is given metres of the plane: an edge straight in degrees is another edge.
    const metres = (shape: Polygon): GeoJSON.Feature<GeoJSON.Polygon> => ({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: shape.coordinates.map((ring) =>
          ring.map((position) => {
            const [x, y] = GK117.forward(position);
            return [x - ORIGIN_EASTING, y - ORIGIN_NORTHING];
          }),
        ),
      },
    });
    const flatArea = (ring: Position[]) =>
      ring.reduce((sum, [x = 0, y = 0], index) => {
        const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
        return sum + (x * nextY - nextX * y) / 2;
      }, 0);
    fc.assert(
      fc.property(star, star, (one, other) => {
        const shared = intersect({ type: 'FeatureCollection', features: [metres(one), metres(other)] })?.geometry;
        const polygons = shared?.type === 'Polygon' ? [shared.coordinates] : (shared?.coordinates ?? []);
        let expected = 0;
        for (const rings of polygons)
          rings.forEach((ring, index) => {
            expected += Math.abs(flatArea(ring)) * (index === 0 ? 1 : -1);
          });
        expect(Math.abs(measureOverlapSquareMetres(plane(one), plane(other)) - expected)).toBeLessThan(1e-3);
      }),
      { numRuns: 60 },
    );
  });

  it('lies apart by nothing exactly when shapes overlap, and by the same from either side', () => {
    fc.assert(
      fc.property(star, star, (one, other) => {
        const [a, b] = [plane(one), plane(other)];
        const distance = measureDistanceMetres(a, b);
        expect(measureDistanceMetres(b, a)).toBeCloseTo(distance, 6);
        const overlap = measureOverlapSquareMetres(a, b);
        if (overlap > 1e-3) expect(distance).toBe(0);
        if (distance > 1e-3) expect(overlap).toBeLessThan(1e-4);
      }),
    );
  });

  it('is as far apart as the nearest of many points along the edges, at most', () => {
    const sample = (shape: Polygon): [number, number][] => {
      const [path = new Float64Array()] = plane(shape).paths;
      const points: [number, number][] = [];
      for (let index = 0; index + 3 < path.length; index += 2) {
        for (let step = 0; step <= 20; step += 1) {
          const mix = (k: number) =>
            (path[index + k] ?? 0) + ((path[index + k + 2] ?? 0) - (path[index + k] ?? 0)) * (step / 20);
          points.push([mix(0), mix(1)]);
        }
      }
      return points;
    };
    fc.assert(
      fc.property(star, star, (one, other) => {
        const distance = measureDistanceMetres(plane(one), plane(other));
        fc.pre(distance > 0);
        let nearest = Number.POSITIVE_INFINITY;
        const points = sample(other);
        for (const [x, y] of sample(one))
          for (const [u, v] of points) nearest = Math.min(nearest, Math.hypot(x - u, y - v));
        expect(distance).toBeLessThanOrEqual(nearest + 1e-6);
        // Neighbouring samples are at most a twentieth of the longest edge apart.
        expect(nearest - distance).toBeLessThan(80);
      }),
      { numRuns: 40 },
    );
  });

  it('puts the label inside any outline', () => {
    fc.assert(
      fc.property(star, (shape) => {
        const [x, y] = GK117.forward(labelPointOf(shape) ?? []);
        expect(containsPoint(plane(shape), x, y)).toBe(true);
      }),
    );
  });

  it('finds by the index what a look at every box finds', () => {
    const box = fc
      .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), fc.nat(300), fc.nat(300))
      .map(([x, y, width, height]): Box => [x, y, x + width, y + height]);
    fc.assert(
      fc.property(fc.array(box, { maxLength: 60 }), box, (boxes, wanted) => {
        const expected = boxes.flatMap((other, index) =>
          other[0] <= wanted[2] && wanted[0] <= other[2] && other[1] <= wanted[3] && wanted[1] <= other[3]
            ? [index]
            : [],
        );
        expect(createBoxIndex(boxes).search(wanted)).toEqual(expected);
      }),
    );
  });
});
