import geodesicLibrary from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import {
  measureEllipsoidAreaSquareMetres,
  measureEllipsoidDistanceMetres,
  measureEllipsoidLengthMetres,
  measureSphereAreaSquareMetres,
} from '../../../src/core/measure/index.ts';
import type { Position } from '../../../src/core/plan/types.ts';
import { polygon, rectangle } from './park_shapes.ts';

const { Geodesic } = geodesicLibrary;
const oracle = new Geodesic.Geodesic(6378137, 1 / 298.257222101);

function oracleArea(ring: readonly Position[]): number {
  const outline = oracle.Polygon(false);
  for (const [longitude = 0, latitude = 0] of ring.slice(0, -1)) outline.AddPoint(latitude, longitude);
  return Math.abs(outline.Compute(false, true).area ?? Number.NaN);
}

function oracleDistance(a: Position, b: Position): number {
  return oracle.Inverse(a[1] ?? 0, a[0] ?? 0, b[1] ?? 0, b[0] ?? 0).s12 ?? Number.NaN;
}

describe('area on the ellipsoid', () => {
  const community: Position[] = [
    [117.0735, 31.8322],
    [117.0967, 31.8315],
    [117.0981, 31.8534],
    [117.0721, 31.8529],
    [117.0735, 31.8322],
  ];

  it('agrees with GeographicLib to a thousandth of a square metre on 5 km²', () => {
    const area = measureEllipsoidAreaSquareMetres({ type: 'Polygon', coordinates: [community] });
    expect(area).toBeGreaterThan(5e6);
    expect(Math.abs(area - oracleArea(community))).toBeLessThan(1e-3);
  });

  it('agrees with GeographicLib on a plot, a slanted triangle of 100 km and shapes at other latitudes', () => {
    const rings: [Position[], number][] = [
      [rectangle(0, 0, 40, 25).coordinates[0] ?? [], 1e-5],
      [
        [
          [117, 31],
          [118, 31.2],
          [117.3, 31.9],
          [117, 31],
        ],
        1e-7,
      ],
      [
        [
          [0, 0],
          [0.02, 0.001],
          [0.013, 0.03],
          [0, 0],
        ],
        1e-7,
      ],
      [
        [
          [20, 69],
          [20.05, 69.01],
          [20.01, 69.04],
          [20, 69],
        ],
        1e-7,
      ],
      [
        [
          [-70, -33],
          [-69.95, -33.02],
          [-69.98, -32.96],
          [-70, -33],
        ],
        1e-7,
      ],
    ];
    for (const [ring, relative] of rings) {
      const expected = oracleArea(ring);
      const area = measureEllipsoidAreaSquareMetres({ type: 'Polygon', coordinates: [ring] });
      expect(Math.abs(area - expected) / expected).toBeLessThan(relative);
    }
  });

  it('measures across the antimeridian', () => {
    const ring: Position[] = [
      [179.99, 10],
      [-179.99, 10],
      [-179.99, 10.02],
      [179.99, 10.02],
      [179.99, 10],
    ];
    const moved = ring.map(([longitude = 0, latitude = 0]) => [
      longitude > 0 ? longitude - 60 : longitude + 300,
      latitude,
    ]);
    const area = measureEllipsoidAreaSquareMetres({ type: 'Polygon', coordinates: [ring] });
    expect(Math.abs(area - oracleArea(moved))).toBeLessThan(1e-2);
  });

  it('subtracts holes and adds the parts of a multipolygon', () => {
    const outer = rectangle(0, 0, 200, 100);
    const hole = rectangle(50, 20, 60, 40);
    const area = measureEllipsoidAreaSquareMetres;
    const withHole = { type: 'Polygon' as const, coordinates: [...outer.coordinates, ...hole.coordinates] };
    expect(area(withHole)).toBeCloseTo(area(outer) - area(hole), 6);
    const apart = rectangle(400, 0, 30, 30);
    expect(area({ type: 'MultiPolygon', coordinates: [withHole.coordinates, apart.coordinates] })).toBeCloseTo(
      area(withHole) + area(apart),
      6,
    );
  });

  it('takes a ring without its closing vertex, and gives nothing for one without an area', () => {
    const [ring = []] = rectangle(0, 0, 100, 100).coordinates;
    const open = { type: 'Polygon' as const, coordinates: [ring.slice(0, -1)] };
    expect(measureEllipsoidAreaSquareMetres(open)).toBeCloseTo(10_000, 0);
    expect(measureEllipsoidAreaSquareMetres({ type: 'Polygon', coordinates: [] })).toBe(0);
    expect(measureEllipsoidAreaSquareMetres({ type: 'Polygon', coordinates: [ring.slice(0, 2)] })).toBe(0);
  });

  it("is smaller than turf's sphere by 0.076 % here", () => {
    const geometry = { type: 'Polygon' as const, coordinates: [community] };
    const ratio = measureSphereAreaSquareMetres(geometry) / measureEllipsoidAreaSquareMetres(geometry);
    expect(ratio - 1).toBeCloseTo(0.00076, 4);
  });

  it('gives a true hectare as one', () => {
    const hectare = polygon([
      [1000, 0],
      [1100, 0],
      [1100, 100],
      [1000, 100],
    ]);
    expect(Math.abs(measureEllipsoidAreaSquareMetres(hectare) - 10_000)).toBeLessThan(0.1);
  });
});

describe('distance on the ellipsoid', () => {
  it('agrees with GeographicLib to a tenth of a millimetre, near and far', () => {
    const pairs: [Position, Position][] = [
      [
        [117.0967, 31.8315],
        [117.1286, 31.8322],
      ],
      [
        [117.0946, 31.834],
        [117.0946, 31.8340001],
      ],
      [
        [117, 31],
        [121.5, 25.05],
      ],
      [
        [117, 31.8],
        [117, 40],
      ],
      [
        [0, 0],
        [90, 0],
      ],
      [
        [179.9, 10],
        [-179.9, 10.1],
      ],
      [
        [2.35, 48.86],
        [151.2, -33.87],
      ],
    ];
    for (const [a, b] of pairs)
      expect(Math.abs(measureEllipsoidDistanceMetres(a, b) - oracleDistance(a, b))).toBeLessThan(1e-4);
  });

  it('is zero between a position and itself', () => {
    expect(measureEllipsoidDistanceMetres([117.1, 31.8], [117.1, 31.8])).toBe(0);
  });

  it('stays within 0.6 % for nearly antipodal positions, where the formula does not converge', () => {
    const a: Position = [0, 0.2];
    const b: Position = [179.9, 0.1];
    const distance = measureEllipsoidDistanceMetres(a, b);
    expect(Math.abs(distance / oracleDistance(a, b) - 1)).toBeLessThan(0.006);
  });

  it('is not a number for a position that is not finite', () => {
    expect(measureEllipsoidDistanceMetres([Number.NaN, 31], [117, 31])).toBeNaN();
    expect(measureEllipsoidDistanceMetres([], [117, 31])).toBeNaN();
  });

  it('adds up the parts of lines', () => {
    const a: Position = [117.08, 31.83];
    const b: Position = [117.09, 31.831];
    const c: Position = [117.1, 31.84];
    const whole = measureEllipsoidDistanceMetres(a, b) + measureEllipsoidDistanceMetres(b, c);
    expect(measureEllipsoidLengthMetres({ type: 'LineString', coordinates: [a, b, c] })).toBeCloseTo(whole, 9);
    expect(measureEllipsoidLengthMetres({ type: 'MultiLineString', coordinates: [[a, b], [b, c], [c]] })).toBeCloseTo(
      whole,
      9,
    );
  });
});
