import type { Geometry } from '../../plan/types.ts';

/**
 * What stays of a shape when it is shifted, turned or mirrored, and when vertices are put on its edges or taken off them: lengths in
 * metres, none of them tied to a place, to a vertex or to how many there are. `centre` is the centroid in the numbers the shape was given
 * in.
 */
export interface ShapeSignature {
  kind: 'area' | 'line';
  /** Perimeter of an area's outer ring, length of a line. */
  lengthMetres: number;
  /** Square root of an area's size; distance between a line's ends. */
  sizeMetres: number;
  /** Radii of gyration about the main axes through the centroid, of the area or of the line: the longer and the shorter. */
  longGyrationMetres: number;
  shortGyrationMetres: number;
  /** From the centroid to the outline: nearest and farthest. */
  nearestMetres: number;
  farthestMetres: number;
  centre: [number, number];
}

/** Metres per unit of x and of y at a place. */
export type UnitScale = (x: number, y: number) => readonly [metresPerX: number, metresPerY: number];

/** Relative and absolute room for rounded coordinates and for the scales of planes. */
const LENGTH_TOLERANCE = 0.002;
const ROUNDING_METRES = 0.05;
/** A line this little longer than the way between its ends is straight. */
const STRAIGHT_SHARE = 1e-4;

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
  const path = pathOf(ring ?? [], scaleAt, true);
  if (!path) return undefined;
  const { xs, ys } = path;
  const count = xs.length;
  let [twice, sumX, sumY, squareX, squareY, product] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const next = index + 1 < count ? index + 1 : 0;
    const [x, y, nextX, nextY] = [xs[index] ?? 0, ys[index] ?? 0, xs[next] ?? 0, ys[next] ?? 0];
    const cross = x * nextY - nextX * y;
    twice += cross;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
    squareX += (x * x + x * nextX + nextX * nextX) * cross;
    squareY += (y * y + y * nextY + nextY * nextY) * cross;
    product += (x * nextY + 2 * x * y + 2 * nextX * nextY + nextX * y) * cross;
  }
  if (!(Math.abs(twice) > 0)) return undefined;
  const moments = {
    middleX: sumX / (3 * twice),
    middleY: sumY / (3 * twice),
    squareX: squareX / (6 * twice),
    squareY: squareY / (6 * twice),
    product: product / (12 * twice),
  };
  return signature('area', path, moments, Math.sqrt(Math.abs(twice) / 2));
}

function lineSignature(line: readonly (readonly number[])[], scaleAt: UnitScale) {
  const path = pathOf(line, scaleAt, false);
  if (!path) return undefined;
  const { xs, ys } = path;
  let [length, sumX, sumY, squareX, squareY, product] = [0, 0, 0, 0, 0, 0];
  for (let index = 1; index < xs.length; index += 1) {
    const [x, y, nextX, nextY] = [xs[index - 1] ?? 0, ys[index - 1] ?? 0, xs[index] ?? 0, ys[index] ?? 0];
    const step = Math.hypot(nextX - x, nextY - y);
    length += step;
    sumX += (step * (x + nextX)) / 2;
    sumY += (step * (y + nextY)) / 2;
    squareX += (step * (x * x + x * nextX + nextX * nextX)) / 3;
    squareY += (step * (y * y + y * nextY + nextY * nextY)) / 3;
    product += (step * (2 * x * y + x * nextY + nextX * y + 2 * nextX * nextY)) / 6;
  }
  if (!(length > 0)) return undefined;
  const moments = {
    middleX: sumX / length,
    middleY: sumY / length,
    squareX: squareX / length,
    squareY: squareY / length,
    product: product / length,
  };
  return signature('line', path, moments, Math.hypot(xs.at(-1) ?? 0, ys.at(-1) ?? 0));
}

/** A ring or line in metres from its first vertex; the vertex that closes a ring is left out. */
interface Path {
  origin: readonly [number, number];
  scale: readonly [number, number];
  xs: Float64Array;
  ys: Float64Array;
}

function pathOf(vertices: readonly (readonly number[])[], scaleAt: UnitScale, isRing: boolean): Path | undefined {
  const [first] = vertices;
  if (!first) return undefined;
  const [x0 = 0, y0 = 0] = first;
  const scale = scaleAt(x0, y0);
  const end = vertices.at(-1);
  const isClosed = isRing && vertices.length > 1 && end?.[0] === x0 && end[1] === y0;
  const count = isClosed ? vertices.length - 1 : vertices.length;
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    xs[index] = ((vertices[index]?.[0] ?? 0) - x0) * scale[0];
    ys[index] = ((vertices[index]?.[1] ?? 0) - y0) * scale[1];
  }
  return { origin: [x0, y0], scale, xs, ys };
}

/** Means over an area or a line, from its first vertex: of x, of y, of their squares and of their product. */
interface Moments {
  middleX: number;
  middleY: number;
  squareX: number;
  squareY: number;
  product: number;
}

function signature(
  kind: ShapeSignature['kind'],
  { origin, scale, xs, ys }: Path,
  { middleX, middleY, squareX, squareY, product }: Moments,
  sizeMetres: number,
): ShapeSignature | undefined {
  let [lengthMetres, nearestMetres, farthestMetres] = [0, Number.POSITIVE_INFINITY, 0];
  const edges = kind === 'area' ? xs.length : xs.length - 1;
  for (let index = 0; index < xs.length; index += 1) {
    const [x, y] = [(xs[index] ?? 0) - middleX, (ys[index] ?? 0) - middleY];
    farthestMetres = Math.max(farthestMetres, Math.hypot(x, y));
    if (index >= edges) continue;
    const next = index + 1 < xs.length ? index + 1 : 0;
    const [alongX, alongY] = [(xs[next] ?? 0) - middleX - x, (ys[next] ?? 0) - middleY - y];
    const square = alongX * alongX + alongY * alongY;
    const share = square > 0 ? Math.min(1, Math.max(0, -(x * alongX + y * alongY) / square)) : 0;
    nearestMetres = Math.min(nearestMetres, Math.hypot(x + share * alongX, y + share * alongY));
    lengthMetres += Math.sqrt(square);
  }
  const [spreadX, spreadY] = [squareX - middleX * middleX, squareY - middleY * middleY];
  const half = (spreadX + spreadY) / 2;
  const beside = Math.hypot((spreadX - spreadY) / 2, product - middleX * middleY);
  const found: ShapeSignature = {
    kind,
    lengthMetres,
    sizeMetres,
    longGyrationMetres: Math.sqrt(Math.max(0, half + beside)),
    shortGyrationMetres: Math.sqrt(Math.max(0, half - beside)),
    nearestMetres,
    farthestMetres,
    centre: [origin[0] + middleX / scale[0], origin[1] + middleY / scale[1]],
  };
  return Number.isFinite(lengthMetres + sizeMetres + nearestMetres + found.longGyrationMetres) ? found : undefined;
}

/** Whether a shape is no more than two places: straight lines of a length are all alike. */
export function isStraight({ kind, lengthMetres, sizeMetres }: ShapeSignature): boolean {
  return kind === 'line' && sizeMetres > lengthMetres * (1 - STRAIGHT_SHARE);
}

function isSameShape(one: ShapeSignature, other: ShapeSignature): boolean {
  const { lengthMetres } = one;
  // What the scale leaves must agree more closely: a shape, not only a size.
  const scale = lengthMetres / other.lengthMetres;
  const room = ROUNDING_METRES + (LENGTH_TOLERANCE / 4) * lengthMetres;
  return (
    Math.abs(one.sizeMetres - other.sizeMetres * scale) <= room &&
    Math.abs(one.longGyrationMetres - other.longGyrationMetres * scale) <= room &&
    Math.abs(one.shortGyrationMetres - other.shortGyrationMetres * scale) <= room &&
    Math.abs(one.nearestMetres - other.nearestMetres * scale) <= room &&
    Math.abs(one.farthestMetres - other.farthestMetres * scale) <= room
  );
}

/** Signatures by kind and length, to find those of the same shape. */
export class SignatureIndex<T> {
  readonly #groups = new Map<ShapeSignature['kind'], { signature: ShapeSignature; value: T }[]>();

  constructor(entries: readonly { signature: ShapeSignature; value: T }[]) {
    for (const entry of entries) {
      const group = this.#groups.get(entry.signature.kind);
      if (group) group.push(entry);
      else this.#groups.set(entry.signature.kind, [entry]);
    }
    for (const group of this.#groups.values())
      group.sort((a, b) => a.signature.lengthMetres - b.signature.lengthMetres);
  }

  /** The one entry of a shape; undefined where none or several have it. */
  uniqueOf(signature: ShapeSignature): T | undefined {
    const group = this.#groups.get(signature.kind) ?? [];
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
