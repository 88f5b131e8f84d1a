import { containsPoint, type PlaneShape } from './plane.ts';
import { squaredDistanceToSegment } from './topology/segment.ts';

function side(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

function squaredSegmentToSegment(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number {
  const crosses =
    side(ax, ay, bx, by, cx, cy) > 0 !== side(ax, ay, bx, by, dx, dy) > 0 &&
    side(cx, cy, dx, dy, ax, ay) > 0 !== side(cx, cy, dx, dy, bx, by) > 0;
  if (crosses) return 0;
  return Math.min(
    squaredDistanceToSegment(ax, ay, cx, cy, dx, dy),
    squaredDistanceToSegment(bx, by, cx, cy, dx, dy),
    squaredDistanceToSegment(cx, cy, ax, ay, bx, by),
    squaredDistanceToSegment(dx, dy, ax, ay, bx, by),
  );
}

/** Square of how far two intervals lie apart. */
function squaredGap(fromA: number, toA: number, fromB: number, toB: number): number {
  const gap = fromB > toA ? fromB - toA : fromA > toB ? fromA - toB : 0;
  return gap * gap;
}

/** Calls back with each segment of a path; a point is a segment of no length. */
function eachSegment(shape: PlaneShape, visit: (ax: number, ay: number, bx: number, by: number) => void): void {
  for (const path of shape.paths) {
    if (path.length === 2) visit(path[0] ?? 0, path[1] ?? 0, path[0] ?? 0, path[1] ?? 0);
    for (let index = 0; index + 3 < path.length; index += 2)
      visit(path[index] ?? 0, path[index + 1] ?? 0, path[index + 2] ?? 0, path[index + 3] ?? 0);
  }
}

function holdsStartOf(shape: PlaneShape, other: PlaneShape): boolean {
  return other.paths.some((path) => path.length > 1 && containsPoint(shape, path[0] ?? 0, path[1] ?? 0));
}

/**
 * Shortest distance between two shapes of any kind on the plane, in metres; 0 when they touch, cross or one lies in the other.
 * Infinity when one of them is empty.
 */
export function measureDistanceMetres(a: PlaneShape, b: PlaneShape): number {
  if (holdsStartOf(a, b) || holdsStartOf(b, a)) return 0;
  const [minX, minY, maxX, maxY] = a.box;
  let best = Number.POSITIVE_INFINITY;
  eachSegment(b, (cx, cy, dx, dy) => {
    const atLeast =
      squaredGap(minX, maxX, Math.min(cx, dx), Math.max(cx, dx)) +
      squaredGap(minY, maxY, Math.min(cy, dy), Math.max(cy, dy));
    if (atLeast >= best) return;
    eachSegment(a, (ax, ay, bx, by) => {
      const squared = squaredSegmentToSegment(ax, ay, bx, by, cx, cy, dx, dy);
      if (squared < best) best = squared;
    });
  });
  return Math.sqrt(best);
}
