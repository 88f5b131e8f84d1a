import { describe, expect, it } from 'vitest';
import {
  containsPoint,
  measureDistanceMetres,
  measureOverlapSquareMetres,
  measurePlaneAreaSquareMetres,
  toPlane,
} from '../../../src/core/measure/index.ts';
import type { Geometry } from '../../../src/core/plan/types.ts';
import { GK117, ORIGIN_EASTING, ORIGIN_NORTHING, polygon, rectangle } from './park_shapes.ts';

const plane = (geometry: Geometry) => toPlane(geometry, GK117);
const at = (x: number, y: number) => GK117.inverse([ORIGIN_EASTING + x, ORIGIN_NORTHING + y]);

const courtyard = polygon(
  [
    [0, 0],
    [300, 0],
    [300, 200],
    [0, 200],
  ],
  [
    [100, 50],
    [200, 50],
    [200, 150],
    [100, 150],
  ],
);

describe('area on the plane', () => {
  it('is that of the drawing, holes subtracted', () => {
    expect(measurePlaneAreaSquareMetres(plane(rectangle(10, 20, 100, 50)))).toBeCloseTo(5000, 3);
    expect(measurePlaneAreaSquareMetres(plane(courtyard))).toBeCloseTo(60_000 - 10_000, 3);
  });

  it('is the same for any winding and without the closing vertex', () => {
    const [outer = [], hole = []] = courtyard.coordinates;
    const variants = [
      [[...outer].reverse(), hole],
      [outer, [...hole].reverse()],
      [outer.slice(0, -1), hole.slice(1)],
    ];
    for (const coordinates of variants)
      expect(measurePlaneAreaSquareMetres(plane({ type: 'Polygon', coordinates }))).toBeCloseTo(50_000, 3);
  });

  it('is none for lines and points', () => {
    expect(
      measurePlaneAreaSquareMetres(plane({ type: 'LineString', coordinates: [at(0, 0), at(9, 9), at(0, 9)] })),
    ).toBe(0);
  });
});

describe('a point in a shape', () => {
  it('is inside, outside, or in a hole', () => {
    const shape = plane(courtyard);
    const inside = (x: number, y: number) => containsPoint(shape, ORIGIN_EASTING + x, ORIGIN_NORTHING + y);
    expect(inside(50, 100)).toBe(true);
    expect(inside(150, 100)).toBe(false);
    expect(inside(350, 100)).toBe(false);
    expect(inside(50, 250)).toBe(false);
  });

  it('never lies in a line', () => {
    const line = plane({ type: 'LineString', coordinates: [at(0, 0), at(100, 0), at(100, 100), at(0, 0)] });
    expect(containsPoint(line, ORIGIN_EASTING + 80, ORIGIN_NORTHING + 20)).toBe(false);
  });
});

describe('overlap', () => {
  it('is the shared area of two rectangles', () => {
    const overlap = measureOverlapSquareMetres(plane(rectangle(0, 0, 100, 100)), plane(rectangle(60, 70, 100, 100)));
    expect(overlap).toBeCloseTo(40 * 30, 3);
  });

  it('is nothing for neighbours that share a border, up to noise of a square centimetre', () => {
    const a = plane(rectangle(0, 0, 100, 100));
    expect(measureOverlapSquareMetres(a, plane(rectangle(100, 0, 100, 100)))).toBeLessThan(1e-4);
    expect(measureOverlapSquareMetres(a, plane(rectangle(0, 100, 100, 100)))).toBeLessThan(1e-4);
    expect(measureOverlapSquareMetres(a, plane(rectangle(500, 500, 10, 10)))).toBe(0);
  });

  it('leaves out what lies in a hole', () => {
    const shape = plane(courtyard);
    expect(measureOverlapSquareMetres(shape, plane(rectangle(110, 60, 20, 20)))).toBeCloseTo(0, 3);
    expect(measureOverlapSquareMetres(shape, plane(rectangle(90, 60, 20, 20)))).toBeCloseTo(10 * 20, 3);
    expect(measureOverlapSquareMetres(shape, shape)).toBeCloseTo(50_000, 3);
  });

  it('follows slanted edges that cross', () => {
    const up = plane(
      polygon([
        [0, 0],
        [100, 0],
        [50, 100],
      ]),
    );
    const down = plane(
      polygon([
        [0, 100],
        [50, 0],
        [100, 100],
      ]),
    );
    // Two crossing triangles share a rhombus of half the width and the full height.
    expect(measureOverlapSquareMetres(up, down)).toBeCloseTo((50 * 100) / 2, 3);
  });

  it('adds up over the parts of a multipolygon', () => {
    const both = plane({
      type: 'MultiPolygon',
      coordinates: [rectangle(0, 0, 50, 50).coordinates, rectangle(200, 0, 50, 50).coordinates],
    });
    expect(measureOverlapSquareMetres(both, plane(rectangle(25, 0, 200, 10)))).toBeCloseTo(25 * 10 + 25 * 10, 3);
  });

  it('is none with a line', () => {
    const line = plane({ type: 'LineString', coordinates: [at(0, 0), at(100, 100)] });
    expect(measureOverlapSquareMetres(line, plane(rectangle(0, 0, 100, 100)))).toBe(0);
  });
});

describe('distance between shapes', () => {
  const plot = plane(rectangle(0, 0, 100, 100));

  it('is from edge to edge', () => {
    expect(measureDistanceMetres(plot, plane(rectangle(130, 0, 50, 50)))).toBeCloseTo(30, 5);
    expect(measureDistanceMetres(plot, plane(rectangle(130, 140, 50, 50)))).toBeCloseTo(50, 5);
  });

  it('reaches to the middle of a line and to a point', () => {
    expect(
      measureDistanceMetres(plot, plane({ type: 'LineString', coordinates: [at(-500, 120), at(900, 120)] })),
    ).toBeCloseTo(20, 5);
    expect(measureDistanceMetres(plot, plane({ type: 'Point', coordinates: at(103, 104) }))).toBeCloseTo(5, 5);
    expect(
      measureDistanceMetres(plane({ type: 'MultiPoint', coordinates: [at(500, 0), at(50, -7)] }), plot),
    ).toBeCloseTo(7, 5);
  });

  it('is zero when one crosses, touches or holds the other', () => {
    expect(measureDistanceMetres(plot, plane({ type: 'LineString', coordinates: [at(-50, 50), at(150, 60)] }))).toBe(0);
    expect(measureDistanceMetres(plot, plane(rectangle(20, 20, 10, 10)))).toBe(0);
    expect(measureDistanceMetres(plane(rectangle(20, 20, 10, 10)), plot)).toBe(0);
    expect(measureDistanceMetres(plot, plane({ type: 'Point', coordinates: at(50, 50) }))).toBe(0);
    expect(measureDistanceMetres(plot, plane(rectangle(100, 0, 50, 50)))).toBeLessThan(1e-4);
  });

  it('is not zero inside a hole: the edge of the hole is the nearest', () => {
    expect(measureDistanceMetres(plane(rectangle(120, 80, 10, 10)), plane(courtyard))).toBeCloseTo(20, 5);
  });

  it('is infinite from a shape that has no position', () => {
    expect(measureDistanceMetres(plot, plane({ type: 'MultiPoint', coordinates: [] }))).toBe(Number.POSITIVE_INFINITY);
  });
});
