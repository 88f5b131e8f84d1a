import { distanceToLine, extendLine, offsetLine } from './geometry/line.ts';
import {
  at,
  cross,
  distance,
  type Line,
  leftOf,
  type Point,
  type Ring,
  rotate,
  subtract,
  unit,
} from './geometry/point.ts';
import type { Random } from './geometry/random.ts';
import { areaOf, boundingRectangle, centroid, extent, splitRing } from './geometry/ring.ts';
import { subdivide } from './geometry/subdivide.ts';

/** Blocks shallower than this keep plots of their full depth. */
const LEAST_DEPTH_FOR_TWO_ROWS_METRES = 150;
/** Neither row is shallower than this. */
const LEAST_ROW_METRES = 60;
/** No plot of a band is smaller. */
const LEAST_PLOT_SQUARE_METRES = 17_000;
/** A front of a block longer than so many times its depth is parted into two. */
const LONGEST_FRONT = 4.2;

/**
 * Cuts a block along a main road into plots as such blocks are parcelled: some run through to the street behind, most have a
 * front row on the road and a back row behind it, parted where it suits each block.
 */
export function parcelAlong(
  road: Line,
  block: Ring,
  { plotSquareMetres, throughShare = 0 }: { plotSquareMetres: number; throughShare?: number },
  random: Random,
): Ring[] {
  const manner = random.next();
  if (depthFrom(road, block).size < LEAST_DEPTH_FOR_TWO_ROWS_METRES || manner < throughShare)
    return subdivide(block, plotSquareMetres, random);
  const isLong = areaOf(block) > plotSquareMetres * 1.5;
  if (isLong && manner < 0.66) {
    // Columns first: one runs through, the other has a front and a back.
    const columns = acrossRoad(road, block, random);
    const through = columns.length > 1 ? Math.floor(random.between(0, columns.length)) : -1;
    return columns.flatMap((column, index) => (index === through ? [column] : frontAndBack(road, column, random)));
  }
  // One row at most is parted, the other left whole, unless it would be a strip.
  const rows = frontAndBack(road, block, random);
  const parted = Math.floor(random.between(0, 3.4));
  return rows.flatMap((row, index) => {
    const { lengthMetres, widthMetres } = boundingRectangle(row);
    const isParted = lengthMetres > widthMetres * (index === parted ? 2.1 : LONGEST_FRONT);
    return isParted ? acrossRoad(road, row, random) : [row];
  });
}

/** Which side of a line a ring lies on: 1 left of its course, -1 right of it. */
export function sideOf(line: Line, ring: Ring): 1 | -1 {
  const middle = centroid(ring);
  const { from, to } = nearestStretch(line, middle);
  return cross(subtract(to, from), subtract(middle, from)) >= 0 ? 1 : -1;
}

function nearestStretch(line: Line, point: Point): { from: Point; to: Point } {
  let best = { from: at(line, 0), to: at(line, 1), away: Number.POSITIVE_INFINITY };
  for (let index = 0; index < line.length - 1; index += 1) {
    const [from, to] = [at(line, index), at(line, index + 1)];
    const away = distanceToLine(point, [from, to]);
    if (away < best.away) best = { from, to, away };
  }
  return best;
}

function depthFrom(road: Line, ring: Ring): { from: number; to: number; size: number } {
  const away = ring.map((point) => distanceToLine(point, road));
  const [from, to] = [Math.min(...away), Math.max(...away)];
  return { from, to, size: to - from };
}

/** A front and a back row that meet in a line parallel to the road. */
function frontAndBack(road: Line, ring: Ring, random: Random): Ring[] {
  const { from, size } = depthFrom(road, ring);
  const depth = size * random.between(0.44, 0.6);
  if (depth < LEAST_ROW_METRES || size - depth < LEAST_ROW_METRES) return [ring];
  const edge = offsetLine(extendLine(road, 600), sideOf(road, ring) * (from + depth));
  const pieces = splitRing(ring, edge);
  if (!pieces || !areLargeEnough(pieces)) return [ring];
  return [...pieces].sort((a, b) => distanceToLine(centroid(a), road) - distanceToLine(centroid(b), road));
}

/** Two plots side by side along the road. */
function acrossRoad(road: Line, ring: Ring, random: Random): Ring[] {
  const middle = centroid(ring);
  const { from, to } = nearestStretch(road, middle);
  const along = unit(subtract(to, from));
  const position = (random.between(0.4, 0.6) - 0.5) * extent(ring, along).size;
  const cut = rotate(leftOf(along), random.between(-0.04, 0.04));
  const reach = 2000 + distance(from, to);
  const start: Point = [middle[0] + along[0] * position, middle[1] + along[1] * position];
  const pieces = splitRing(ring, [
    [start[0] - cut[0] * reach, start[1] - cut[1] * reach],
    [start[0] + cut[0] * reach, start[1] + cut[1] * reach],
  ]);
  return pieces && areLargeEnough(pieces) ? pieces : [ring];
}

const areLargeEnough = (pieces: readonly Ring[]): boolean =>
  pieces.every((piece) => areaOf(piece) >= LEAST_PLOT_SQUARE_METRES);
