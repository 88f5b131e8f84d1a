import { measureEllipsoidAreaSquareMetres } from '../../../src/core/measure/ellipsoid.ts';
import { createProjection } from '../../../src/core/measure/gauss_kruger.ts';
import type { Position } from '../../../src/core/plan/types.ts';
import type { Rings } from './clip.ts';
import type { Line, Point, Ring } from './point.ts';

/** Between the plan's own metres (from an origin on the measuring plane) and WGS84 degrees. */
export interface Frame {
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

/** The value at which a steadily rising or falling function reaches a target. */
export function solve(value: (x: number) => number, target: number, from: number, to: number): number {
  let low = from;
  let high = to;
  const rising = value(high) > value(low);
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (value(middle) < target === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
