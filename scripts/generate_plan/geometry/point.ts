/** Easting and northing in metres from the plan's origin. */
export type Point = readonly [x: number, y: number];
/** Vertices of a polygon's border, counter-clockwise, the first not repeated. */
export type Ring = readonly Point[];
export type Line = readonly Point[];

/** Points from text such as `12,30 40,-5`: how drawn shapes are written down. */
export function points(text: string): Point[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair): Point => {
      const [x, y] = pair.split(',').map(Number);
      if (x === undefined || y === undefined || Number.isNaN(x + y)) throw new RangeError(`Not a point: ${pair}`);
      return [x, y];
    });
}

/** The element at an index, counted round the end. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[((index % list.length) + list.length) % list.length];
  if (found === undefined) throw new RangeError('An empty list has no element');
  return found;
}

export const add = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]];
export const subtract = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
export const scale = (a: Point, factor: number): Point => [a[0] * factor, a[1] * factor];
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
export const cross = (a: Point, b: Point): number => a[0] * b[1] - a[1] * b[0];
export const length = (a: Point): number => Math.hypot(a[0], a[1]);
export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
export const unit = (a: Point): Point => scale(a, 1 / (length(a) || 1));
/** A quarter turn counter-clockwise. */
export const leftOf = (a: Point): Point => [-a[1], a[0]];
export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
export function rotate(a: Point, radians: number): Point {
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  return [a[0] * cosine - a[1] * sine, a[0] * sine + a[1] * cosine];
}

export function distanceToSegment(point: Point, from: Point, to: Point): number {
  const along = subtract(to, from);
  const share = Math.max(0, Math.min(1, dot(subtract(point, from), along) / (dot(along, along) || 1)));
  return distance(point, add(from, scale(along, share)));
}

/** Where two segments cross, with the share along the first; undefined when they are parallel or apart. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { point: Point; share: number } | undefined {
  const r = subtract(b, a);
  const s = subtract(d, c);
  const area = cross(r, s);
  if (Math.abs(area) < 1e-12) return undefined;
  const share = cross(subtract(c, a), s) / area;
  const other = cross(subtract(c, a), r) / area;
  if (share < 0 || share > 1 || other < 0 || other > 1) return undefined;
  return { point: add(a, scale(r, share)), share };
}
