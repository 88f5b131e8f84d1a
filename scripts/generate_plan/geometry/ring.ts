import { lineCrossings, partOfLine } from './line.ts';
import {
  add,
  at,
  between,
  cross,
  distance,
  distanceToSegment,
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
} from './point.ts';

/** In square metres; counter-clockwise is positive. */
export function signedArea(ring: Ring): number {
  const origin = at(ring, 0);
  return (
    ring.reduce((sum, point, index) => sum + cross(subtract(point, origin), subtract(at(ring, index + 1), origin)), 0) /
    2
  );
}
export const areaOf = (ring: Ring): number => Math.abs(signedArea(ring));

export function centroid(ring: Ring): Point {
  const origin = at(ring, 0);
  let x = 0;
  let y = 0;
  ring.forEach((point, index) => {
    const a = subtract(point, origin);
    const b = subtract(at(ring, index + 1), origin);
    x += (a[0] + b[0]) * cross(a, b);
    y += (a[1] + b[1]) * cross(a, b);
  });
  return add(origin, scale([x, y], 1 / (6 * signedArea(ring))));
}

export function contains(ring: Ring, point: Point): boolean {
  let inside = false;
  ring.forEach((from, index) => {
    const to = at(ring, index + 1);
    if (from[1] > point[1] !== to[1] > point[1])
      if (point[0] < ((to[0] - from[0]) * (point[1] - from[1])) / (to[1] - from[1]) + from[0]) inside = !inside;
  });
  return inside;
}

export function distanceToBorder(point: Point, ring: Ring): number {
  let least = Number.POSITIVE_INFINITY;
  ring.forEach((from, index) => {
    least = Math.min(least, distanceToSegment(point, from, at(ring, index + 1)));
  });
  return least;
}

/** Least distance between two borders, or of a border and a line given as `open`. */
export function distanceBetween(ring: Ring, other: Line, open: boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (const point of ring) {
    const count = open ? other.length - 1 : other.length;
    for (let index = 0; index < count; index += 1)
      least = Math.min(least, distanceToSegment(point, at(other, index), at(other, index + 1)));
  }
  for (const point of other) least = Math.min(least, distanceToBorder(point, ring));
  return least;
}

/** Without vertices that repeat or lie within a millimetre of the straight line between their neighbours. */
export function cleanRing(ring: Ring): Point[] {
  let points = ring.filter((point, index) => distance(point, at(ring, index - 1)) > 0.02);
  points = points.filter(
    (point, index) => distanceToSegment(point, at(points, index - 1), at(points, index + 1)) > 0.001,
  );
  if (points.length < 3) return [];
  return signedArea(points) < 0 ? [...points].reverse() : points;
}

/** The rectangle of least area round a ring: its long direction, length and width in metres. */
export function boundingRectangle(ring: Ring): { direction: Point; lengthMetres: number; widthMetres: number } {
  let best = { direction: [1, 0] as Point, lengthMetres: 0, widthMetres: 0, area: Number.POSITIVE_INFINITY };
  ring.forEach((from, index) => {
    const to = at(ring, index + 1);
    if (distance(from, to) < 1) return;
    const direction = unit(subtract(to, from));
    const along = extent(ring, direction);
    const across = extent(ring, leftOf(direction));
    if (along.size * across.size >= best.area - 1e-6) return;
    const isLong = along.size >= across.size;
    best = {
      direction: isLong ? direction : leftOf(direction),
      lengthMetres: Math.max(along.size, across.size),
      widthMetres: Math.min(along.size, across.size),
      area: along.size * across.size,
    };
  });
  return best;
}

export function extent(ring: Ring, direction: Point): { from: number; to: number; size: number } {
  const values = ring.map((point) => dot(point, direction));
  const from = Math.min(...values);
  const to = Math.max(...values);
  return { from, to, size: to - from };
}

/** Two pieces of a ring, cut by a line that crosses its border exactly twice; undefined otherwise. */
export function splitRing(ring: Ring, line: Line): [Point[], Point[]] | undefined {
  const border = [...ring, at(ring, 0)];
  const hits = lineCrossings(line, border);
  const [first, second] = hits;
  if (hits.length !== 2 || !first || !second) return undefined;
  const cut = partOfLine(line, first.position, second.position);
  const start = positionOnBorder(border, first.point);
  const end = positionOnBorder(border, second.point);
  const [low, high] = start < end ? [start, end] : [end, start];
  const path = start < end ? cut : [...cut].reverse();
  const inner = border.slice(0, -1).filter((_, index) => index > low + 1e-9 && index < high - 1e-9);
  const outer = [
    ...border.slice(0, -1).filter((_, index) => index > high + 1e-9),
    ...border.slice(0, -1).filter((_, index) => index < low - 1e-9),
  ];
  return [cleanRing([...inner, ...[...path].reverse()]), cleanRing([...outer, ...path])];
}

function positionOnBorder(border: Line, point: Point): number {
  let best = { position: 0, distance: Number.POSITIVE_INFINITY };
  for (let index = 0; index < border.length - 1; index += 1) {
    const from = at(border, index);
    const to = at(border, index + 1);
    const away = distanceToSegment(point, from, to);
    if (away < best.distance) best = { position: index + distance(from, point) / distance(from, to), distance: away };
  }
  return best.position;
}

/** The rings with every vertex of the others that lies on their border: shared borders then share all vertices. */
export function shareVertices(rings: readonly Ring[], others: readonly Ring[] = rings): Point[][] {
  const all = others.flat();
  return rings.map((ring) => {
    const xs = ring.map((point) => point[0]);
    const ys = ring.map((point) => point[1]);
    const box = [Math.min(...xs) - 1, Math.max(...xs) + 1, Math.min(...ys) - 1, Math.max(...ys) + 1] as const;
    const near = all.filter((p) => p[0] > box[0] && p[0] < box[1] && p[1] > box[2] && p[1] < box[3]);
    return ring.flatMap((from, index) => {
      const to = at(ring, index + 1);
      const on = near
        .filter(
          (point) =>
            distanceToSegment(point, from, to) < 1e-4 && distance(point, from) > 1e-3 && distance(point, to) > 1e-3,
        )
        .sort((a, b) => distance(a, from) - distance(b, from));
      return [from, ...on.filter((point, place) => place === 0 || distance(point, at(on, place - 1)) > 1e-3)];
    });
  });
}

/** The ring with its sharp corners cut off by as many metres along each side as `cutMetres` says (0: left as it is). */
export function chamfer(ring: Ring, cutMetres: (corner: Point) => number): Point[] {
  return ring.flatMap((point, index) => {
    const before = at(ring, index - 1);
    const after = at(ring, index + 1);
    const incoming = unit(subtract(point, before));
    const outgoing = unit(subtract(after, point));
    const turn = Math.atan2(cross(incoming, outgoing), dot(incoming, outgoing));
    if (turn < 0.6) return [point];
    const cut = Math.min(cutMetres(point), distance(before, point) * 0.4, distance(point, after) * 0.4);
    if (cut < 3) return [point];
    return [between(point, before, cut / distance(before, point)), between(point, after, cut / distance(point, after))];
  });
}

/** A rectangle from its middle, sides in metres and the direction of its length. */
export function rectangle(middle: Point, lengthMetres: number, widthMetres: number, radians: number): Point[] {
  const corners: Point[] = [
    [-lengthMetres / 2, -widthMetres / 2],
    [lengthMetres / 2, -widthMetres / 2],
    [lengthMetres / 2, widthMetres / 2],
    [-lengthMetres / 2, widthMetres / 2],
  ];
  return corners.map((corner) => add(middle, rotate(corner, radians)));
}

export function perimeter(ring: Ring): number {
  return ring.reduce((sum, point, index) => sum + length(subtract(at(ring, index + 1), point)), 0);
}
