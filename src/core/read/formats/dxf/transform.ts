import type { Point } from './curves.ts';

/** An affine map of the plane: x′ = a x + c y + e, y′ = b x + d y + f. */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Transform = [1, 0, 0, 1, 0, 0];

/** First the inner map, then the outer. */
export function compose(outer: Transform, inner: Transform): Transform {
  const [a, b, c, d, e, f] = outer;
  const [A, B, C, D, E, F] = inner;
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

/** Where a point lies after the transform. */
export function apply([a, b, c, d, e, f]: Transform, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How much lengths grow at most. */
export function scaleOf([a, b, c, d]: Transform): number {
  return Math.max(Math.hypot(a, b), Math.hypot(c, d)) || 1;
}

/**
 * The plane of an entity with an extrusion direction, seen from above: the arbitrary axis algorithm of the DXF reference. A mirrored
 * polyline has (0, 0, −1), and its x runs the other way.
 */
export function planeOf(x: number, y: number, z: number): Transform {
  const length = Math.hypot(x, y, z);
  if (!(length > 0) || (x === 0 && y === 0 && z > 0)) return IDENTITY;
  const [nx, ny, nz] = [x / length, y / length, z / length];
  const isNearZ = Math.abs(nx) < 1 / 64 && Math.abs(ny) < 1 / 64;
  // World Y × N near the pole, else world Z × N.
  const [ux, uy, uz] = isNearZ ? [nz, 0, -nx] : [-ny, nx, 0];
  const size = Math.hypot(ux, uy, uz) || 1;
  const [ax, ay, az] = [ux / size, uy / size, uz / size];
  return [ax, ay, ny * az - nz * ay, nz * ax - nx * az, 0, 0];
}
