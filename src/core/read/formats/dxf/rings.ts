import type { Point } from './curves.ts';

export type Ring = Point[];

/** Twice the signed area of a closed ring, about its first point: coordinates are large, plots small. */
function twiceArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let index = 2; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1] ?? [0, 0];
    const [bx, by] = ring[index] ?? [0, 0];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

/** Area of a ring, in squares of its unit. */
export function areaOf(ring: Ring): number {
  return Math.abs(twiceArea(ring)) / 2;
}

/** The box around a ring. */
export function boxOf(ring: Ring): [minX: number, minY: number, maxX: number, maxY: number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

/** Whether a point lies within a closed ring, by the crossings of a ray. */
export function contains(ring: Ring, [x, y]: Point): boolean {
  let isInside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1] ?? [0, 0];
    const [bx, by] = ring[index] ?? [0, 0];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
  }
  return isInside;
}

/** A point inside an area, on a level line through about the middle of it, where that line is longest within. */
export function pointWithin(rings: readonly Ring[]): Point {
  const levels = [...new Set(rings.flatMap((ring) => ring.map(([, y]) => y)))].sort((a, b) => a - b);
  const middle = Math.max(1, Math.ceil((levels.length - 1) / 2));
  const y = ((levels[middle - 1] ?? 0) + (levels[middle] ?? 0)) / 2;
  const crossings: number[] = [];
  for (const ring of rings)
    for (let index = 1; index < ring.length; index += 1) {
      const [ax, ay] = ring[index - 1] ?? [0, 0];
      const [bx, by] = ring[index] ?? [0, 0];
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  crossings.sort((a, b) => a - b);
  let [best, width]: [number, number] = [crossings[0] ?? 0, -1];
  for (let index = 1; index < crossings.length; index += 2) {
    const [left, right] = [crossings[index - 1] ?? 0, crossings[index] ?? 0];
    if (right - left > width) [best, width] = [(left + right) / 2, right - left];
  }
  return [best, y];
}

/** A ring that ends where it begins, without points that repeat the one before; undefined for what encloses nothing. */
export function closedRing(points: readonly Point[]): Ring | undefined {
  const ring: Ring = [];
  for (const point of points) {
    const last = ring.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) ring.push(point);
  }
  const [first] = ring;
  const last = ring.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([first[0], first[1]]);
  return ring.length >= 4 && areaOf(ring) > 0 ? ring : undefined;
}

/** Where one ring lies against another, by a point of the first that is not one of the second's corners. */
function isWithin(inner: Ring, outer: Ring): boolean {
  const corners = new Set(outer.map(([x, y]) => `${x} ${y}`));
  const free = inner.find(([x, y]) => !corners.has(`${x} ${y}`));
  if (free) return contains(outer, free);
  const [a, b] = inner;
  return a !== undefined && b !== undefined && contains(outer, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
}

const MOST_NESTED_RINGS = 2000;

/**
 * Polygons of rings that lie beside or within each other: a ring within one is its hole, one within the hole an island, and so on.
 * @param depth how deep rings count: all of them, or only outer rings and their holes, or outer rings alone
 */
export function nestRings(rings: readonly Ring[], depth = Number.POSITIVE_INFINITY): Ring[][] {
  const sorted = rings.map((ring) => ({ ring, area: areaOf(ring), box: boxOf(ring) })).sort((a, b) => b.area - a.area);
  // Whatever has more rings is a pattern of dots; comparing all with all would take for ever.
  if (sorted.length > MOST_NESTED_RINGS) return sorted.map(({ ring }) => [ring]);
  const polygons: Ring[][] = [];
  const nested: { level: number; polygon: Ring[] | undefined }[] = [];
  for (const [index, one] of sorted.entries()) {
    let parent: number | undefined;
    for (let earlier = index - 1; earlier >= 0 && parent === undefined; earlier -= 1) {
      const other = sorted[earlier];
      const isAround =
        other !== undefined &&
        other.box[0] <= one.box[0] &&
        other.box[1] <= one.box[1] &&
        other.box[2] >= one.box[2] &&
        other.box[3] >= one.box[3];
      // The smallest ring around it comes first: they are in the order of their areas.
      if (isAround && other.area > one.area && isWithin(one.ring, other.ring)) parent = earlier;
    }
    const around = parent === undefined ? undefined : nested[parent];
    const level = around ? around.level + 1 : 0;
    let polygon: Ring[] | undefined;
    if (level < depth && level % 2 === 1) around?.polygon?.push(one.ring);
    else if (level < depth) {
      polygon = [one.ring];
      polygons.push(polygon);
    }
    nested.push({ level, polygon });
  }
  return polygons;
}
