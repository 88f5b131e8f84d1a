import {
  add,
  at,
  between,
  crossing,
  distance,
  distanceToSegment,
  dot,
  type Line,
  leftOf,
  length,
  type Point,
  type Ring,
  scale,
  subtract,
  unit,
} from './point.ts';

/**
 * A smooth line through the points: a centripetal Catmull–Rom curve, sampled about every `stepMetres`. Two points stay a straight
 * line.
 */
export function smoothLine(points: Line, stepMetres: number): Point[] {
  if (points.length < 3) return [...points];
  const first = at(points, 0);
  const last = at(points, points.length - 1);
  const padded = [
    subtract(scale(first, 2), at(points, 1)),
    ...points,
    subtract(scale(last, 2), at(points, points.length - 2)),
  ];
  const result: Point[] = [];
  for (let index = 1; index < padded.length - 2; index += 1)
    result.push(
      ...curve(at(padded, index - 1), at(padded, index), at(padded, index + 1), at(padded, index + 2), stepMetres),
    );
  return [...result, last];
}

/** A smooth closed border through the points. */
export function smoothRing(points: Ring, stepMetres: number): Point[] {
  return points.flatMap((point, index) =>
    curve(at(points, index - 1), point, at(points, index + 1), at(points, index + 2), stepMetres),
  );
}

/** One span of the curve, from `p1` to just before `p2` (Barry and Goldman's pyramid). */
function curve(p0: Point, p1: Point, p2: Point, p3: Point, stepMetres: number): Point[] {
  const t1 = Math.sqrt(distance(p0, p1));
  const t2 = t1 + Math.sqrt(distance(p1, p2));
  const t3 = t2 + Math.sqrt(distance(p2, p3));
  const blend = (a: Point, b: Point, from: number, to: number, t: number): Point =>
    between(a, b, (t - from) / (to - from || 1));
  const count = Math.max(1, Math.round(distance(p1, p2) / stepMetres));
  return Array.from({ length: count }, (_, index) => {
    const t = t1 + ((t2 - t1) * index) / count;
    const a1 = blend(p0, p1, 0, t1, t);
    const a2 = blend(p1, p2, t1, t2, t);
    const a3 = blend(p2, p3, t2, t3, t);
    return blend(blend(a1, a2, 0, t2, t), blend(a2, a3, t1, t3, t), t1, t2, t);
  });
}

/** The line moved to its left by a distance in metres (negative: right), with mitred corners; the distance may change along it. */
export function offsetLine(line: Line, distanceMetres: number | ((index: number) => number)): Point[] {
  return line.map((point, index) => {
    const before = index > 0 ? unit(subtract(point, at(line, index - 1))) : undefined;
    const after = index < line.length - 1 ? unit(subtract(at(line, index + 1), point)) : undefined;
    const normals = [before, after].filter((direction) => direction !== undefined).map(leftOf);
    const normal = unit(normals.reduce(add, [0, 0]));
    const metres = typeof distanceMetres === 'number' ? distanceMetres : distanceMetres(index);
    return add(point, scale(normal, metres / dot(normal, at(normals, 0))));
  });
}

/** The border of a band along the line between two offsets to its left, in metres. */
export function band(line: Line, fromMetres: number, toMetres: number): Point[] {
  return [
    ...offsetLine(line, Math.min(fromMetres, toMetres)),
    ...offsetLine(line, Math.max(fromMetres, toMetres)).reverse(),
  ];
}

/** The line made longer at both ends, straight on. */
export function extendLine(line: Line, startMetres: number, endMetres = startMetres): Point[] {
  const start = at(line, 0);
  const end = at(line, line.length - 1);
  return [
    add(start, scale(unit(subtract(start, at(line, 1))), startMetres)),
    ...line.slice(1, -1),
    add(end, scale(unit(subtract(end, at(line, line.length - 2))), endMetres)),
  ];
}

/** Where a line crosses another, in order along the first. */
export function lineCrossings(line: Line, other: Line): { point: Point; position: number }[] {
  const found: { point: Point; position: number }[] = [];
  for (let index = 0; index < line.length - 1; index += 1)
    for (let against = 0; against < other.length - 1; against += 1) {
      const hit = crossing(at(line, index), at(line, index + 1), at(other, against), at(other, against + 1));
      if (hit) found.push({ point: hit.point, position: index + hit.share });
    }
  found.sort((a, b) => a.position - b.position);
  return found.filter((hit, index) => index === 0 || distance(hit.point, at(found, index - 1).point) > 1e-6);
}

/** The part of a line between two positions along it, as `lineCrossings` gives them. */
export function partOfLine(line: Line, from: number, to: number): Point[] {
  const inner = line.filter((_, index) => index > from + 1e-9 && index < to - 1e-9);
  return [pointAlong(line, from), ...inner, pointAlong(line, to)];
}

function pointAlong(line: Line, position: number): Point {
  const index = Math.min(Math.floor(position), line.length - 2);
  return between(at(line, index), at(line, index + 1), position - index);
}

/** The first crossing of two lines; a programme's mistake when there is none. */
export function meet(line: Line, other: Line): { point: Point; position: number } {
  const hit = lineCrossings(line, other)[0];
  if (!hit) throw new RangeError(`The lines do not meet: ${JSON.stringify([line, other])}`);
  return hit;
}

export function distanceToLine(point: Point, line: Line): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < line.length - 1; index += 1)
    least = Math.min(least, distanceToSegment(point, at(line, index), at(line, index + 1)));
  return least;
}

/** The line with a vertex at least every so many metres. */
export function densify(line: Line, stepMetres: number): Point[] {
  const result: Point[] = [];
  for (let index = 0; index < line.length - 1; index += 1) {
    const from = at(line, index);
    const to = at(line, index + 1);
    const count = Math.max(1, Math.ceil(length(subtract(to, from)) / stepMetres));
    for (let step = 0; step < count; step += 1) result.push(between(from, to, step / count));
  }
  return [...result, at(line, line.length - 1)];
}
