import { infillFor, type LayoutOptions, type Row, rowsFor } from './building_rows.ts';
import { type Footprint, placeFootprint, slab, stretch } from './building_shapes.ts';
import type { Rings } from './geometry/clip.ts';
import { densify, distanceToLine } from './geometry/line.ts';
import {
  add,
  at,
  dot,
  leftOf,
  length,
  type Point,
  type Ring,
  rotate,
  scale,
  subtract,
  unit,
} from './geometry/point.ts';
import { boundingRectangle, contains, distanceToBorder, extent } from './geometry/ring.ts';

export interface PlacedFootprint {
  rings: Rings;
  isTower: boolean;
}
/** Rows and gaps grow by this much at most to fill a plot. */
const MOST_STRETCH = 1.3;
const MOST_EXTRA_GAP_METRES = 14;

/** The buildings of a plot: rows along its frontage, then whatever else fits between; each inside the setback. */
export function layOutBuildings(ring: Ring, options: LayoutOptions): PlacedFootprint[] {
  const front = frontDirection(ring, options);
  const along = options.manner?.isTurned ? leftOf(front) : front;
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
  { code, heightMetres, manner }: LayoutOptions,
): PlacedFootprint[] {
  const { ring, along, deep, radians, isFree } = frame;
  const sizes = infillFor(code);
  const clear = code === '0701' ? Math.max(18, heightMetres * 0.5) : manner ? LEAST_CLEARANCE_METRES : CLEARANCE_METRES;
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
/** The least between two halls that fire engines and goods need. */
const LEAST_CLEARANCE_METRES = 13;

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
