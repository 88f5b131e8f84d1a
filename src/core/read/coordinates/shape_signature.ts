import type { Geometry } from '../../plan/types.ts';

/**
 * What stays of a shape when it is shifted, turned or mirrored: lengths in metres, none of them tied to a place or to the vertex the
 * shape begins with. `centre` is the centroid in the numbers the shape was given in.
 */
export interface ShapeSignature {
  kind: 'area' | 'line';
  vertexCount: number;
  /** Perimeter of an area's outer ring, length of a line. */
  lengthMetres: number;
  /** Square root of an area's size; distance between a line's ends. */
  sizeMetres: number;
  /** Distances of the vertices from the centroid: nearest, farthest, mean. */
  nearestMetres: number;
  farthestMetres: number;
  meanMetres: number;
  centre: [number, number];
}

/** Metres per unit of x and of y at a place. */
export type UnitScale = (x: number, y: number) => readonly [metresPerX: number, metresPerY: number];

/** Relative and absolute room for rounded coordinates and for the scales of planes. */
const LENGTH_TOLERANCE = 0.002;
const ROUNDING_METRES = 0.05;

/** Of a polygon the largest outer ring speaks, of several lines the longest. Undefined for points and for what has no extent. */
export function signatureOf(geometry: Geometry, scaleAt: UnitScale): ShapeSignature | undefined {
  switch (geometry.type) {
    case 'Polygon':
      return areaSignature(geometry.coordinates[0], scaleAt);
    case 'MultiPolygon':
      return largest(geometry.coordinates.map(([ring]) => areaSignature(ring, scaleAt)));
    case 'LineString':
      return lineSignature(geometry.coordinates, scaleAt);
    case 'MultiLineString':
      return largest(geometry.coordinates.map((line) => lineSignature(line, scaleAt)));
    default:
      return undefined;
  }
}

function largest(signatures: readonly (ShapeSignature | undefined)[]): ShapeSignature | undefined {
  let found: ShapeSignature | undefined;
  for (const one of signatures) if (one && one.lengthMetres > (found?.lengthMetres ?? 0)) found = one;
  return found;
}

/** Centroid of a geometry in its own numbers; the middle of its points where it has no extent. */
export function centreOf(geometry: Geometry): [number, number] | undefined {
  const plain: UnitScale = () => [1, 1];
  const signature = signatureOf(geometry, plain);
  if (signature) return signature.centre;
  if (geometry.type === 'Point') return [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0];
  if (geometry.type !== 'MultiPoint') return undefined;
  let [x, y] = [0, 0];
  for (const point of geometry.coordinates) {
    x += (point[0] ?? 0) / geometry.coordinates.length;
    y += (point[1] ?? 0) / geometry.coordinates.length;
  }
  return [x, y];
}

function areaSignature(ring: readonly (readonly number[])[] | undefined, scaleAt: UnitScale) {
  const origin = ring?.[0];
  if (!ring || !origin) return undefined;
  const [x0 = 0, y0 = 0] = origin;
  const [scaleX, scaleY] = scaleAt(x0, y0);
  const last = ring.length - 1;
  const isClosed = ring[last]?.[0] === x0 && ring[last]?.[1] === y0;
  const count = isClosed ? last : ring.length;
  let [twice, sumX, sumY, length] = [0, 0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const from = ring[index] ?? origin;
    const to = ring[index + 1 < count ? index + 1 : 0] ?? origin;
    const x = ((from[0] ?? 0) - x0) * scaleX;
    const y = ((from[1] ?? 0) - y0) * scaleY;
    const nextX = ((to[0] ?? 0) - x0) * scaleX;
    const nextY = ((to[1] ?? 0) - y0) * scaleY;
    const cross = x * nextY - nextX * y;
    twice += cross;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
    length += Math.hypot(nextX - x, nextY - y);
  }
  if (!(Math.abs(twice) > 0)) return undefined;
  const [middleX, middleY] = [sumX / (3 * twice), sumY / (3 * twice)];
  return signature(
    'area',
    ring,
    count,
    [x0, y0],
    [scaleX, scaleY],
    [middleX, middleY],
    length,
    Math.sqrt(Math.abs(twice) / 2),
  );
}

function lineSignature(line: readonly (readonly number[])[], scaleAt: UnitScale) {
  const origin = line[0];
  const end = line.at(-1);
  if (!origin || !end) return undefined;
  const [x0 = 0, y0 = 0] = origin;
  const [scaleX, scaleY] = scaleAt(x0, y0);
  let [sumX, sumY, length] = [0, 0, 0];
  for (let index = 1; index < line.length; index += 1) {
    const x = ((line[index - 1]?.[0] ?? 0) - x0) * scaleX;
    const y = ((line[index - 1]?.[1] ?? 0) - y0) * scaleY;
    const nextX = ((line[index]?.[0] ?? 0) - x0) * scaleX;
    const nextY = ((line[index]?.[1] ?? 0) - y0) * scaleY;
    const step = Math.hypot(nextX - x, nextY - y);
    length += step;
    sumX += (step * (x + nextX)) / 2;
    sumY += (step * (y + nextY)) / 2;
  }
  if (!(length > 0)) return undefined;
  const span = Math.hypot(((end[0] ?? 0) - x0) * scaleX, ((end[1] ?? 0) - y0) * scaleY);
  return signature('line', line, line.length, [x0, y0], [scaleX, scaleY], [sumX / length, sumY / length], length, span);
}

function signature(
  kind: ShapeSignature['kind'],
  vertices: readonly (readonly number[])[],
  vertexCount: number,
  [x0, y0]: readonly [number, number],
  [scaleX, scaleY]: readonly [number, number],
  [middleX, middleY]: readonly [number, number],
  lengthMetres: number,
  sizeMetres: number,
): ShapeSignature | undefined {
  let [nearestMetres, farthestMetres, sum] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let index = 0; index < vertexCount; index += 1) {
    const vertex = vertices[index];
    const away = Math.hypot(((vertex?.[0] ?? 0) - x0) * scaleX - middleX, ((vertex?.[1] ?? 0) - y0) * scaleY - middleY);
    nearestMetres = Math.min(nearestMetres, away);
    farthestMetres = Math.max(farthestMetres, away);
    sum += away;
  }
  const meanMetres = sum / vertexCount;
  if (!Number.isFinite(meanMetres + lengthMetres + sizeMetres)) return undefined;
  const centre: [number, number] = [x0 + middleX / scaleX, y0 + middleY / scaleY];
  return { kind, vertexCount, lengthMetres, sizeMetres, nearestMetres, farthestMetres, meanMetres, centre };
}

function isSameShape(one: ShapeSignature, other: ShapeSignature): boolean {
  const { lengthMetres } = one;
  // What the scale leaves must agree more closely: a shape, not only a size.
  const scale = lengthMetres / other.lengthMetres;
  const room = ROUNDING_METRES + (LENGTH_TOLERANCE / 4) * lengthMetres;
  return (
    Math.abs(one.sizeMetres - other.sizeMetres * scale) <= room &&
    Math.abs(one.meanMetres - other.meanMetres * scale) <= room &&
    Math.abs(one.nearestMetres - other.nearestMetres * scale) <= room &&
    Math.abs(one.farthestMetres - other.farthestMetres * scale) <= room
  );
}

/** Signatures by the number of vertices and length, to find those of the same shape. */
export class SignatureIndex<T> {
  readonly #groups = new Map<string, { signature: ShapeSignature; value: T }[]>();

  constructor(entries: readonly { signature: ShapeSignature; value: T }[]) {
    for (const entry of entries) {
      const key = `${entry.signature.kind}${entry.signature.vertexCount}`;
      const group = this.#groups.get(key);
      if (group) group.push(entry);
      else this.#groups.set(key, [entry]);
    }
    for (const group of this.#groups.values())
      group.sort((a, b) => a.signature.lengthMetres - b.signature.lengthMetres);
  }

  /** The one entry of a shape; undefined where none or several have it. */
  uniqueOf(signature: ShapeSignature): T | undefined {
    const group = this.#groups.get(`${signature.kind}${signature.vertexCount}`) ?? [];
    const room = signature.lengthMetres * LENGTH_TOLERANCE + ROUNDING_METRES * 4;
    const least = signature.lengthMetres - room;
    let [low, high] = [0, group.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((group[middle]?.signature.lengthMetres ?? 0) < least) low = middle + 1;
      else high = middle;
    }
    let found: T | undefined;
    let isFound = false;
    for (let index = low; index < group.length; index += 1) {
      const entry = group[index];
      if (!entry || entry.signature.lengthMetres > signature.lengthMetres + room) break;
      if (!isSameShape(signature, entry.signature)) continue;
      if (isFound) return undefined;
      found = entry.value;
      isFound = true;
    }
    return found;
  }
}
