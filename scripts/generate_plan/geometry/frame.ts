import { measureEllipsoidAreaSquareMetres } from '../../../src/core/measure/ellipsoid.ts';
import { createProjection, type Projection } from '../../../src/core/measure/gauss_kruger.ts';
import type { Position } from '../../../src/core/plan/types.ts';
import type { Rings } from './clip.ts';
import type { Line, Point, Ring } from './point.ts';

/** Between the plan's own metres (from an origin on the measuring plane) and WGS84 degrees. */
export interface Frame {
  /** The plane it is measured on. */
  projection: Projection;
  toPlane(position: readonly number[]): Point;
  toPosition(point: Point): Position;
  toLine(line: Line): Position[];
  /** Closed, counter-clockwise border first. */
  toPolygon(rings: Rings): Position[][];
  /** On the CGCS2000 ellipsoid, of the rounded coordinates. */
  areaSquareMetres(rings: Rings): number;
}

/** 8 decimals of a degree are 1 mm: no area is off by more than a few hundredths of a square metre. */
const DECIMALS = 1e8;

export function createFrame(crs: string, origin: readonly number[]): Frame {
  const projection = createProjection(crs);
  if (!projection) throw new RangeError(`Unknown CRS ${crs}`);
  const [easting, northing] = projection.forward(origin);
  const toPosition = (point: Point): Position =>
    projection
      .inverse([easting + point[0], northing + point[1]])
      .map((degrees) => Math.round(degrees * DECIMALS) / DECIMALS);
  const closed = (ring: Ring): Position[] => {
    const positions = ring.map(toPosition);
    return [...positions, ...positions.slice(0, 1)];
  };
  const frame: Frame = {
    projection,
    toPlane: (position) => {
      const [x, y] = projection.forward(position);
      return [x - easting, y - northing];
    },
    toPosition,
    toLine: (line) => line.map(toPosition),
    toPolygon: (rings) => rings.map((ring, index) => (index === 0 ? closed(ring) : closed(ring).reverse())),
    areaSquareMetres: (rings) =>
      measureEllipsoidAreaSquareMetres({ type: 'Polygon', coordinates: frame.toPolygon(rings) }),
  };
  return frame;
}

/** Coordinates rounded to a millimetre leave an area of square kilometres no more precise than this. */
const SOLVE_PRECISION = 0.1;
const SOLVE_ROUNDS = 60;

/**
 * Where a steadily rising or falling function reaches a target, to a tenth of the function's unit: regula falsi, halving
 * the weight of an end that stays (the Illinois rule).
 */
export function solve(value: (x: number) => number, target: number, from: number, to: number): number {
  let [a, b] = [from, to];
  let [fa, fb] = [value(a) - target, value(b) - target];
  if (fa * fb > 0) throw new RangeError('The target lies outside the range');
  for (let round = 0; round < SOLVE_ROUNDS; round += 1) {
    const x = (a * fb - b * fa) / (fb - fa);
    const fx = value(x) - target;
    if (Math.abs(fx) < SOLVE_PRECISION) return x;
    if (fx * fb < 0) [a, fa] = [b, fb];
    else fa /= 2;
    [b, fb] = [x, fx];
  }
  throw new RangeError('No solution found');
}
