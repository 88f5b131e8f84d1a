import type { Linear } from '../../plan/types.ts';
import type { Projection } from '../gauss_kruger.ts';
import { UNITS_PER_METRE } from './grid.ts';

/** The centreline of a road on the plane: each line is x and y in turn, in grid units, without repeated vertices. */
export function centrelinesOf(road: Linear, projection: Projection): number[][] {
  const lines = road.type === 'LineString' ? [road.coordinates] : road.coordinates;
  return lines.map((line) => {
    const path: number[] = [];
    for (const position of line) {
      const [x, y] = projection.forward(position).map((value) => Math.round(value * UNITS_PER_METRE));
      if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) continue;
      if (x !== path.at(-2) || y !== path.at(-1)) path.push(x, y);
    }
    return path;
  });
}

/** At a bend the corridor's outer corner is filled no farther than this many half widths from the centreline. */
const MITRE_LIMIT = 4;

/**
 * The ground between a road's red lines as simple counter-clockwise rings, one for each straight piece and one for the outer
 * corner of each bend. At the inside of a bend they overlap: their sum is never too small.
 */
export function corridorPieces(path: readonly number[], halfWidthUnits: number): number[][] {
  const pieces: number[][] = [];
  let before: { x: number; y: number } | undefined;
  for (let index = 0; index + 3 < path.length; index += 2) {
    const ax = path[index] as number;
    const ay = path[index + 1] as number;
    const bx = path[index + 2] as number;
    const by = path[index + 3] as number;
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    // To the left of the way, half the width long.
    const x = (-(by - ay) / length) * halfWidthUnits;
    const y = ((bx - ax) / length) * halfWidthUnits;
    pieces.push([ax - x, ay - y, bx - x, by - y, bx + x, by + y, ax + x, ay + y]);
    if (before) pieces.push(...cornerOf(ax, ay, before, { x, y }));
    before = { x, y };
  }
  return pieces;
}

function cornerOf(
  px: number,
  py: number,
  before: { x: number; y: number },
  after: { x: number; y: number },
): number[][] {
  const turn = before.x * after.y - before.y * after.x;
  if (turn === 0) return [];
  // A turn to the left opens the corridor on its right.
  const side = turn > 0 ? -1 : 1;
  const sumX = before.x + after.x;
  const sumY = before.y + after.y;
  const squared = sumX * sumX + sumY * sumY;
  const width = Math.hypot(before.x, before.y);
  const one = [px + side * before.x, py + side * before.y];
  const other = [px + side * after.x, py + side * after.y];
  const reach = squared > 0 ? (2 * width * width) / Math.sqrt(squared) : Number.POSITIVE_INFINITY;
  const tip =
    reach <= MITRE_LIMIT * width
      ? [px + (side * sumX * 2 * width * width) / squared, py + (side * sumY * 2 * width * width) / squared]
      : [];
  const ring = side < 0 ? [px, py, ...one, ...tip, ...other] : [px, py, ...other, ...tip, ...one];
  return [ring];
}
