import {
  comb,
  courtyard,
  type Footprint,
  lShape,
  placeFootprint,
  pointBlock,
  roundedHall,
  slab,
  tower,
  uShape,
} from './building_shapes.ts';
import type { Rings } from './geometry/clip.ts';
import { densify, distanceToLine } from './geometry/line.ts';
import { add, at, dot, type Line, leftOf, type Point, type Ring, rotate, scale } from './geometry/point.ts';
import type { Random } from './geometry/random.ts';
import { boundingRectangle, contains, distanceToBorder, extent } from './geometry/ring.ts';

export interface PlacedFootprint {
  rings: Rings;
  isTower: boolean;
}
/** One row of like buildings, and the gap to the next row. */
interface Row {
  footprint: Footprint;
  gapMetres: number;
  behindMetres: number;
  /** No more than so many in the row. */
  most?: number;
}
export interface LayoutOptions {
  code: string;
  heightMetres: number;
  setbackMetres: number;
  /** The road the plot fronts: the first row stands along it. */
  front: Line;
  random: Random;
}

/** The buildings of a plot: rows along its frontage, evenly spread, each inside the setback. */
export function layOutBuildings(ring: Ring, options: LayoutOptions): PlacedFootprint[] {
  const along = frontDirection(ring, options);
  const radians = Math.atan2(along[1], along[0]);
  const deep = leftOf(along);
  const reach = extent(ring, deep);
  const placed: PlacedFootprint[] = [];
  const isFree = (point: Point) => contains(ring, point) && distanceToBorder(point, ring) >= options.setbackMetres;
  const rows = rowsFor(options, reach.size - 2 * options.setbackMetres, boundingRectangle(ring).lengthMetres);
  let depth = reach.from + options.setbackMetres + 0.5;
  for (const row of rows) {
    const { footprint } = row;
    const top = reach.to - options.setbackMetres - 0.5;
    // A border that is not parallel to the row may let it begin only further in.
    for (; depth + footprint.depthMetres <= top; depth += 4) {
      const fitted = fillRow(ring, row, along, deep, depth, radians, isFree);
      if (fitted.length === 0) continue;
      placed.push(...fitted);
      depth += footprint.depthMetres + row.behindMetres;
      break;
    }
  }
  return placed;
}

function fillRow(
  ring: Ring,
  row: Row,
  along: Point,
  deep: Point,
  depth: number,
  radians: number,
  isFree: (point: Point) => boolean,
): PlacedFootprint[] {
  const { footprint } = row;
  const reach = extent(ring, along);
  const pointAt = (u: number, v: number): Point => add(scale(along, u), scale(deep, v));
  const middle = depth + footprint.depthMetres / 2;
  let best: [number, number] = [0, 0];
  let start: number | undefined;
  for (let u = reach.from; u <= reach.to + 3; u += 3) {
    const free = u <= reach.to && [depth, middle, depth + footprint.depthMetres].every((v) => isFree(pointAt(u, v)));
    if (free) start ??= u;
    else if (start !== undefined) {
      if (u - 3 - start > best[1] - best[0]) best = [start, u - 3];
      start = undefined;
    }
  }
  const room = best[1] - best[0];
  const pitch = footprint.lengthMetres + row.gapMetres;
  const count = Math.min(row.most ?? 99, Math.floor((room + row.gapMetres) / pitch));
  if (count < 1) return [];
  // A full row runs from end to end; a few buildings stand in the middle of their share of it.
  const share = room / count;
  return Array.from({ length: count }, (_, index) => {
    const spread = count > 1 && share < pitch * 1.5;
    const u = spread
      ? best[0] + footprint.lengthMetres / 2 + ((room - footprint.lengthMetres) * index) / (count - 1)
      : best[0] + share * (index + 0.5);
    return placeFootprint(footprint, pointAt(u, middle), radians);
  })
    .filter((rings) => densify([...at(rings, 0), at(at(rings, 0), 0)], 6).every(isFree))
    .map((rings) => ({ rings, isTower: footprint.isTower === true }));
}

/** Rows run along the plot's front; flats face south wherever the plot lets them. */
function frontDirection(ring: Ring, options: LayoutOptions): Point {
  const { direction } = boundingRectangle(ring);
  const sides = [direction, leftOf(direction), scale(direction, -1), scale(leftOf(direction), -1)];
  if (options.code === '0701') {
    const east = sides.reduce((best, side) => (side[0] > best[0] ? side : best));
    return Math.abs(east[1]) < 0.42 ? east : rotate([1, 0], 0.08);
  }
  // The front is the side whose middle is nearest to the road: the row's depth grows away from it.
  const middle: Point = scale(
    ring.reduce((sum, point) => add(sum, point), [0, 0] as Point),
    1 / ring.length,
  );
  const frontness = (side: Point) => {
    const inward = leftOf(side);
    const reach = extent(ring, inward);
    const frontPoint = add(middle, scale(inward, reach.from - dot(middle, inward)));
    return distanceToLine(frontPoint, options.front);
  };
  return sides.reduce((best, side) => (frontness(side) < frontness(best) ? side : best));
}

function repeat(rows: Row[], depthMetres: number): Row[] {
  const result: Row[] = [];
  let depth = 0;
  for (let index = 0; depth < depthMetres + 60 && index < 14; index += 1) {
    const row = at(rows, index);
    result.push(row);
    depth += row.footprint.depthMetres + row.behindMetres;
  }
  return result;
}

function rowsFor({ code, heightMetres, random }: LayoutOptions, depthMetres: number, lengthMetres: number): Row[] {
  const row = (footprint: Footprint, gapMetres: number, behindMetres: number, most?: number): Row => ({
    footprint,
    gapMetres,
    behindMetres,
    ...(most ? { most } : {}),
  });
  switch (code) {
    case '0701':
      return heightMetres >= 45
        ? repeat([row(pointBlock(), 22, 42)], depthMetres)
        : repeat([row(slab(random.between(44, 52), 13), 14, Math.max(22, heightMetres * 0.9))], depthMetres);
    case '0902':
      return heightMetres >= 54
        ? [
            row(tower(random.between(33, 38)), 34, 24, lengthMetres > 260 ? 3 : 2),
            row(slab(random.between(56, 66), 22), 22, 26),
            row(lShape(56, 48, 19, random.next() < 0.5), 26, 26),
          ]
        : repeat([row(slab(60, 22), 24, 24), row(uShape(62, 50, 18), 26, 26)], depthMetres);
    case '0901':
      return repeat([row(slab(random.between(52, 64), 34), 14, 16), row(slab(40, 30), 16, 18)], depthMetres).slice(
        0,
        4,
      );
    case '100101':
      return repeat(
        [row(slab(54, 20), 24, 20, 2), row(slab(random.between(72, 88), 42), 18, 20), row(slab(78, 38), 18, 20)],
        depthMetres,
      );
    case '100102':
      return repeat(
        [row(slab(48, 18), 30, 20, 1), row(slab(random.between(104, 128), 54), 22, 24)],
        depthMetres,
      ).filter((entry, index) => index === 0 || entry.footprint.depthMetres > 20);
    case '1101':
      return repeat([row(slab(110, 50), 26, 28)], depthMetres);
    case '0803':
      return [row(roundedHall(76, 54), 40, 34, 1), row(slab(58, 22), 26, 30, 2)];
    case '0805':
      return [row(roundedHall(78, 60), 40, 26, 1), row(slab(46, 28), 20, 20, 2)];
    case '0804':
      return [row(slab(62, 16), 26, 26, 2), row(comb(78, 48, 14), 30, 30, 2), row(slab(42, 28), 40, 30, 1)];
    case '0806':
      return [row(slab(70, 24), 26, 28, 2), row(comb(82, 56, 18), 30, 30, 1), row(slab(60, 18), 26, 24, 2)];
    case '0801':
      return [row(uShape(84, 46, 18), 30, 32, 1), row(slab(64, 18), 30, 26, 2)];
    case '0904':
    case '0807':
      return [row(uShape(60, 40, 14), 40, 32, 2), row(slab(46, 15), 30, 28)];
    case '0702':
      return [row(lShape(54, 40, 16, random.next() < 0.5), 26, 24, 2), row(slab(46, 18), 22, 22, 2)];
    case '1208':
    case '1303':
    case '1310':
      return [row(slab(48, 22), 20, 20, 1)];
    default:
      return researchRows(heightMetres, depthMetres, random, row);
  }
}

function researchRows(
  heightMetres: number,
  depthMetres: number,
  random: Random,
  row: (footprint: Footprint, gapMetres: number, behindMetres: number, most?: number) => Row,
): Row[] {
  const kinds: Row[][] = [
    [row(slab(random.between(58, 68), 19), 20, 26), row(uShape(62, 50, 17), 26, 26), row(slab(60, 19), 22, 26)],
    [row(courtyard(60, 52, 16), 26, 28), row(slab(random.between(54, 66), 19), 22, 26)],
    [row(lShape(58, 46, 18, random.next() < 0.5), 24, 28), row(slab(56, 19), 24, 24), row(comb(72, 46, 15), 26, 26)],
  ];
  const rows = random.pick(kinds);
  return repeat(heightMetres >= 54 ? [row(tower(random.between(29, 34)), 40, 28, 2), ...rows] : rows, depthMetres);
}
