import { describe, expect, it } from 'vitest';
import { intersectPolygons, subtractPolygons } from '../../../scripts/generate_plan/geometry/clip.ts';
import { createFrame, solve } from '../../../scripts/generate_plan/geometry/frame.ts';
import { band, distanceToLine, smoothLine } from '../../../scripts/generate_plan/geometry/line.ts';
import { points } from '../../../scripts/generate_plan/geometry/point.ts';
import { Random } from '../../../scripts/generate_plan/geometry/random.ts';
import { areaOf, chamfer, shareVertices, splitRing } from '../../../scripts/generate_plan/geometry/ring.ts';
import { subdivide } from '../../../scripts/generate_plan/geometry/subdivide.ts';

const square = points('0,0 100,0 100,100 0,100');

describe('cutting land', () => {
  it('splits a block along a bent line into two that make it up again', () => {
    const pieces = splitRing(square, points('40,-10 60,50 30,110'));
    expect(pieces?.map(areaOf).reduce((a, b) => a + b, 0)).toBeCloseTo(10_000, 6);
    expect(pieces?.every((piece) => areaOf(piece) > 3_000)).toBe(true);
  });

  it('does not split along a line that ends inside the block', () => {
    expect(splitRing(square, points('40,-10 60,50'))).toBeUndefined();
  });

  it('gives a neighbour the vertex that lies on its border', () => {
    const [long] = shareVertices([points('0,0 10,0 10,20 0,20'), points('10,0 20,0 20,10 10,10')]);
    expect(long).toContainEqual([10, 10]);
  });

  it('divides a block into plots of about the target without losing land', () => {
    const plots = subdivide(points('0,0 400,20 410,260 -10,240'), 20_000, new Random('a block'));
    expect(plots.length).toBeGreaterThanOrEqual(3);
    expect(plots.map(areaOf).reduce((a, b) => a + b, 0)).toBeCloseTo(areaOf(points('0,0 400,20 410,260 -10,240')), 3);
    for (const plot of plots) expect(areaOf(plot)).toBeGreaterThan(8_000);
  });

  it('cuts corners off by the metres it is told', () => {
    expect(areaOf(chamfer(square, () => 10))).toBeCloseTo(10_000 - 4 * 50, 6);
  });

  it('takes a road out of a block and finds what they share', () => {
    const road = band(points('50,-20 50,120'), -10, 10);
    const left = subtractPolygons([[square]], [[road]]);
    expect(left.map(([ring = []]) => areaOf(ring))).toEqual([4_000, 4_000]);
    const [shared] = intersectPolygons([square], [road]);
    expect(areaOf(shared?.[0] ?? [])).toBeCloseTo(2_000, 6);
  });
});

describe('drawing lines', () => {
  it('runs a smooth line through every point it is given', () => {
    const given = points('0,0 100,40 220,10 300,90');
    const line = smoothLine(given, 20);
    for (const point of given) expect(distanceToLine(point, line)).toBeLessThan(1e-9);
    expect(line.length).toBeGreaterThan(12);
  });

  it('keeps a band its full width round a bend', () => {
    const line = points('0,0 100,0 160,80');
    for (const point of band(line, -10, 10)) expect(distanceToLine(point, line)).toBeGreaterThan(10 - 1e-9);
  });

  it('refuses text that is no point', () => {
    expect(() => points('1,2 3')).toThrow(RangeError);
  });
});

describe('meeting a figure', () => {
  it('finds where a falling function reaches a target', () => {
    expect(solve((x) => 10_000 - x ** 3, 2_000, 1, 40)).toBeCloseTo(20, 3);
  });

  it('refuses a target outside the range', () => {
    expect(() => solve((x) => x, 50, 0, 10)).toThrow(RangeError);
  });

  it('measures a hectare of the plane as a hectare on the ellipsoid near the central meridian', () => {
    const frame = createFrame('EPSG:4548', [117.01, 31.83]);
    expect(Math.abs(frame.areaSquareMetres([square]) - 10_000)).toBeLessThan(0.1);
  });

  it('draws the same numbers for the same seed and others for another', () => {
    const draw = (seed: string) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.next()
        )(new Random(seed)),
      );
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });
});
