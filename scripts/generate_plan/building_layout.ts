import {
  comb,
  courtyard,
  type Footprint,
  lShape,
  placeFootprint,
  pointBlock,
  roundedHall,
  slab,
  stretch,
  tower,
  uShape,
} from './building_shapes.ts';
import type { Rings } from './geometry/clip.ts';
import { densify, distanceToLine } from './geometry/line.ts';
import {
  add,
  at,
  dot,
  type Line,
  leftOf,
  length,
  type Point,
  type Ring,
  rotate,
  scale,
  subtract,
  unit,
} from './geometry/point.ts';
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

/** Rows and gaps grow by this much at most to fill a plot. */
const MOST_STRETCH = 1.3;
const MOST_EXTRA_GAP_METRES = 14;

/** The buildings of a plot: rows along its frontage, then whatever else fits between; each inside the setback. */
export function layOutBuildings(ring: Ring, options: LayoutOptions): PlacedFootprint[] {
  const along = frontDirection(ring, options);
  const frame: RowFrame = {
    ring,
    along,
    deep: leftOf(along),
    radians: Math.atan2(along[1], along[0]),
    isFree: (point) => contains(ring, point) && distanceToBorder(point, ring) >= options.setbackMetres,
  };
  const [from, to] = usualDepth(frame);
  const rows = fitDepth(rowsFor(options, to - from, boundingRectangle(ring).lengthMetres), to - from);
  const top = extent(ring, frame.deep).to - options.setbackMetres;
  const placed: PlacedFootprint[] = [];
  let depth = from;
  for (const row of rows) {
    // A border that is not parallel to the row may let it begin only further in.
    for (; depth + row.footprint.depthMetres <= top; depth += 3) {
      const fitted = fillRow(frame, row, depth);
      if (fitted.length === 0) continue;
      placed.push(...fitted);
      depth += row.footprint.depthMetres + row.behindMetres;
      break;
    }
  }
  return [...placed, ...infill(frame, placed, options)].slice(0, MOST_BUILDINGS);
}

const MOST_BUILDINGS = 8;

/** From where to where the plot can be built on over most of its length, measured inward from its front. */
function usualDepth({ ring, along, deep, isFree }: RowFrame): [number, number] {
  const wide = extent(ring, along);
  const depth = extent(ring, deep);
  const starts: number[] = [];
  const ends: number[] = [];
  for (let share = 0.12; share < 0.9; share += 0.08) {
    const u = wide.from + wide.size * share;
    const free: number[] = [];
    for (let v = depth.from; v <= depth.to; v += 2) if (isFree(add(scale(along, u), scale(deep, v)))) free.push(v);
    if (free.length === 0) continue;
    starts.push(Math.min(...free));
    ends.push(Math.max(...free));
  }
  if (starts.length === 0) return [depth.from, depth.to];
  starts.sort((x, y) => x - y);
  ends.sort((x, y) => x - y);
  return [at(starts, Math.floor(starts.length * 0.7)), at(ends, Math.floor(ends.length * 0.3))];
}

/** Smaller buildings where the rows left room for them. */
function infill(
  frame: RowFrame,
  placed: readonly PlacedFootprint[],
  { code, heightMetres }: LayoutOptions,
): PlacedFootprint[] {
  const { ring, along, deep, radians, isFree } = frame;
  const sizes = INFILL[code] ?? INFILL['0802'] ?? [];
  const clear = code === '0701' ? Math.max(18, heightMetres * 0.5) : CLEARANCE_METRES;
  const boxes = placed.map(({ rings }) => [extent(at(rings, 0), along), extent(at(rings, 0), deep)] as const);
  const added: PlacedFootprint[] = [];
  const wide = extent(ring, along);
  const depth = extent(ring, deep);
  for (const footprint of sizes)
    for (let v = depth.from; v + footprint.depthMetres <= depth.to; v += 4)
      for (let u = wide.from; u + footprint.lengthMetres <= wide.to; u += 4) {
        const box = [
          { from: u, to: u + footprint.lengthMetres, size: footprint.lengthMetres },
          { from: v, to: v + footprint.depthMetres, size: footprint.depthMetres },
        ] as const;
        const isApart = boxes.every(
          ([x, y]) =>
            box[0].from >= x.to + clear ||
            box[0].to <= x.from - clear ||
            box[1].from >= y.to + clear ||
            box[1].to <= y.from - clear,
        );
        if (!isApart) continue;
        const middle = add(scale(along, u + footprint.lengthMetres / 2), scale(deep, v + footprint.depthMetres / 2));
        const rings = placeFootprint(footprint, middle, radians);
        const border = at(rings, 0);
        if (!densify([...border, at(border, 0)], 6).every(isFree)) continue;
        boxes.push(box);
        added.push({ rings, isTower: false });
      }
  return added;
}

const CLEARANCE_METRES = 17;
const INFILL: Record<string, Footprint[]> = {
  '0802': [slab(46, 40), slab(48, 19), slab(19, 44), slab(26, 18)],
  '0902': [slab(46, 22), slab(22, 44), slab(26, 22)],
  '0901': [slab(44, 30), slab(28, 24)],
  '0701': [pointBlock(), slab(28, 13)],
  '100101': [slab(78, 40), slab(40, 70), slab(50, 34), slab(32, 44), slab(34, 20)],
  '100102': [slab(100, 52), slab(52, 96), slab(60, 40), slab(40, 54), slab(34, 24)],
  '1101': [slab(96, 48), slab(48, 80), slab(56, 40)],
  '0803': [slab(40, 22)],
  '0805': [],
  '0804': [slab(60, 16), slab(16, 50), slab(34, 26)],
  '1208': [],
  '1303': [],
  '1310': [],
};

/** The rows that fit into the depth of a plot, with what is left over given to halls and to the gaps between rows. */
function fitDepth(rows: readonly Row[], roomMetres: number): Row[] {
  const fitting: Row[] = [];
  let used = 0;
  for (const row of rows) {
    if (used + row.footprint.depthMetres > roomMetres) break;
    fitting.push(row);
    used += row.footprint.depthMetres + row.behindMetres;
  }
  const last = fitting.at(-1);
  if (!last) return [...rows].slice(0, 1);
  const spare = roomMetres - (used - last.behindMetres);
  const halls = fitting
    .filter(({ footprint }) => isHall(footprint))
    .reduce((sum, row) => sum + row.footprint.depthMetres, 0);
  const factor = halls > 0 ? Math.min(MOST_STRETCH, 1 + spare / halls) : 1;
  const gap = Math.min(MOST_EXTRA_GAP_METRES, (spare - halls * (factor - 1)) / Math.max(1, fitting.length - 1));
  return fitting.map((row) => ({
    ...row,
    footprint: isHall(row.footprint) ? stretch(row.footprint, 1, factor) : row.footprint,
    behindMetres: row.behindMetres + gap,
  }));
}

const isHall = (footprint: Footprint): boolean =>
  !footprint.isTower && !footprint.isFixed && footprint.depthMetres > 30;

interface RowFrame {
  ring: Ring;
  along: Point;
  deep: Point;
  radians: number;
  isFree: (point: Point) => boolean;
}

function fillRow({ ring, along, deep, radians, isFree }: RowFrame, row: Row, depth: number): PlacedFootprint[] {
  const reach = extent(ring, along);
  const pointAt = (u: number, v: number): Point => add(scale(along, u), scale(deep, v));
  const middle = depth + row.footprint.depthMetres / 2;
  const levels = [depth, middle, depth + row.footprint.depthMetres];
  let best: [number, number] = [0, 0];
  let start: number | undefined;
  for (let u = reach.from; u <= reach.to + 2; u += 2) {
    const free = u <= reach.to && levels.every((v) => isFree(pointAt(u, v)));
    if (free) start ??= u;
    else if (start !== undefined) {
      if (u - 2 - start > best[1] - best[0]) best = [start, u - 2];
      start = undefined;
    }
  }
  const room = best[1] - best[0];
  const { footprint, count } = fitLength(row, room);
  if (count < 1) return [];
  // A full row runs from end to end; a few buildings stand in the middle of their share of it.
  const share = room / count;
  const isSpread = count > 1 && share < (footprint.lengthMetres + row.gapMetres) * 1.5;
  return Array.from({ length: count }, (_, index) => {
    const u = isSpread
      ? best[0] + footprint.lengthMetres / 2 + ((room - footprint.lengthMetres) * index) / (count - 1)
      : best[0] + share * (index + 0.5);
    return placeFootprint(footprint, pointAt(u, middle), radians);
  })
    .filter((rings) => densify([...at(rings, 0), at(at(rings, 0), 0)], 6).every(isFree))
    .map((rings) => ({ rings, isTower: footprint.isTower === true }));
}

/** How many of a row's buildings fit, and how long they become to fill it. */
function fitLength(row: Row, roomMetres: number): { footprint: Footprint; count: number } {
  const { footprint, gapMetres } = row;
  const most = row.most ?? 99;
  const count = Math.min(most, Math.floor((roomMetres + gapMetres) / (footprint.lengthMetres + gapMetres)));
  if (footprint.isTower || footprint.isFixed) return { footprint, count };
  if (count > 0) {
    const length = (roomMetres + gapMetres) / count - gapMetres;
    return { footprint: stretch(footprint, Math.min(MOST_STRETCH, length / footprint.lengthMetres), 1), count };
  }
  const share = roomMetres / footprint.lengthMetres;
  if (share > 0.72) return { footprint: stretch(footprint, share, 1), count: 1 };
  const narrow = slab(roomMetres, footprint.depthMetres);
  return { footprint: narrow, count: roomMetres > 24 && footprint.depthMetres < roomMetres * 1.6 ? 1 : 0 };
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
  return alignedWith(
    ring,
    sides.reduce((best, side) => (frontness(side) < frontness(best) ? side : best)),
  );
}

/** The mean direction of the border's edges that run about that way: along a curved street rather than across it. */
function alignedWith(ring: Ring, side: Point): Point {
  const sum = ring.reduce(
    (total, from, index) => {
      const edge = subtract(at(ring, index + 1), from);
      const cosine = dot(edge, side) / (length(edge) || 1);
      return cosine > 0.94 ? add(total, edge) : total;
    },
    [0, 0] as Point,
  );
  return length(sum) > 1 ? unit(sum) : side;
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
        ? repeat([row(pointBlock(), 18, 36)], depthMetres)
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
        [row(slab(54, 20), 24, 20, 2), row(slab(random.between(72, 88), 42), 16, 18), row(slab(78, 40), 16, 18)],
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
