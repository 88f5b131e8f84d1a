import { createProjection } from '../../measure/index.ts';

/**
 * A turn, a scale and a shift in a plane: E = east + a·x − b·y, N = north + b·x + a·y. It takes a local grid's numbers to a listed
 * plane, or corrects a constant shift within that plane.
 */
export interface PlaneTransform {
  /** The plane it leads to, for example `EPSG:4548`. */
  plane: string;
  a: number;
  b: number;
  eastMetres: number;
  northMetres: number;
  /** What it was found from. */
  evidence?: TransformEvidence;
}

export interface TransformEvidence {
  by: 'number' | 'shape' | 'control-points';
  /** Places it was fitted to. */
  count: number;
  /** What remains between the places of both sides: root mean square and greatest. */
  rmsMetres: number;
  maxMetres: number;
}

type Point = readonly [x: number, y: number];
export interface PointPair {
  from: Point;
  to: Point;
}

/** What a transform does, in a surveyor's terms. The rotation is counter-clockwise, from the source's axes to the plane's. */
export function describeTransform({ a, b }: Pick<PlaneTransform, 'a' | 'b'>): {
  scale: number;
  scalePartsPerMillion: number;
  rotationDegrees: number;
} {
  const scale = Math.hypot(a, b);
  return { scale, scalePartsPerMillion: (scale - 1) * 1e6, rotationDegrees: (Math.atan2(b, a) * 180) / Math.PI };
}

/** Where a point lies after the transform, in metres of the target plane. */
export function applyTransform({ a, b, eastMetres, northMetres }: PlaneTransform, [x, y]: Point): [number, number] {
  return [eastMetres + a * x - b * y, northMetres + b * x + a * y];
}

/**
 * Least-squares similarity (Helmert, four parameters) of pairs in metres, or with `isShift` their mean translation. Undefined for fewer
 * than two different places (one for a shift). Closed form about the centroids: large coordinates lose no digits.
 */
export function fitTransform(
  pairs: readonly PointPair[],
  plane: string,
  isShift = false,
): Omit<PlaneTransform, 'evidence'> | undefined {
  const count = pairs.length;
  if (count === 0) return undefined;
  let [x0, y0, e0, n0] = [0, 0, 0, 0];
  for (const { from, to } of pairs) {
    x0 += from[0] / count;
    y0 += from[1] / count;
    e0 += to[0] / count;
    n0 += to[1] / count;
  }
  if (isShift) return { plane, a: 1, b: 0, eastMetres: e0 - x0, northMetres: n0 - y0 };
  let [square, along, across] = [0, 0, 0];
  for (const { from, to } of pairs) {
    const [x, y, e, n] = [from[0] - x0, from[1] - y0, to[0] - e0, to[1] - n0];
    square += x * x + y * y;
    along += x * e + y * n;
    across += x * n - y * e;
  }
  if (!(square > 0) || !(Math.hypot(along, across) > 0)) return undefined;
  const [a, b] = [along / square, across / square];
  return { plane, a, b, eastMetres: e0 - a * x0 + b * y0, northMetres: n0 - b * x0 - a * y0 };
}

/** How far each pair is from what a transform makes of it, in metres. */
export function residualsOf(transform: PlaneTransform, pairs: readonly PointPair[]): number[] {
  return pairs.map(({ from, to }) => {
    const [east, north] = applyTransform(transform, from);
    return Math.hypot(east - to[0], north - to[1]);
  });
}

/** How well a transform fits the pairs it was found by, or others: their number and residuals in metres. */
export function evidenceOf(
  transform: PlaneTransform,
  pairs: readonly PointPair[],
  by: TransformEvidence['by'],
): TransformEvidence {
  const residuals = residualsOf(transform, pairs);
  const squares = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  return {
    by,
    count: pairs.length,
    rmsMetres: Math.sqrt(squares / Math.max(1, pairs.length)),
    maxMetres: residuals.reduce((most, residual) => Math.max(most, residual), 0),
  };
}

/** A transform as it came from outside (a saved answer, a message): sound numbers and a plane that is known. */
export function isUsableTransform(transform: PlaneTransform): boolean {
  const { plane, a, b, eastMetres, northMetres } = transform;
  return [a, b, eastMetres, northMetres].every(Number.isFinite) && createProjection(plane) !== undefined;
}
