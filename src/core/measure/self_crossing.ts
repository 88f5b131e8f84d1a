import { crossingShare } from './topology/segment.ts';

/** Two edges that only touch within this many metres do not cross: drawing programs snap to less. */
const TOUCH_METRES = 0.001;
/** Up to this many edges every pair is compared: sorting them first costs more. */
const FEW_EDGES = 40;

/**
 * A point where a closed path (x, y, x, y … in metres) crosses itself, or undefined. The edges of a long path are swept from left
 * to right, so that only those whose x ranges meet are compared. Touching in a point is no crossing.
 */
export function findSelfCrossing(path: Float64Array): [x: number, y: number] | undefined {
  const count = path.length / 2 - 1;
  if (count <= FEW_EDGES) {
    for (let a = 0; a < count; a += 1)
      for (let b = a + 2; b < count; b += 1) {
        const point = crossingOf(path, 2 * a, 2 * b);
        if (point) return point;
      }
    return undefined;
  }
  const left = (edge: number) => Math.min(at(path, 2 * edge), at(path, 2 * edge + 2));
  const right = (edge: number) => Math.max(at(path, 2 * edge), at(path, 2 * edge + 2));
  const order = Array.from({ length: count }, (_, edge) => edge).sort((a, b) => left(a) - left(b));
  let active: number[] = [];
  for (const edge of order) {
    const from = left(edge);
    active = active.filter((other) => right(other) >= from);
    for (const other of active) {
      const point = crossingOf(path, 2 * edge, 2 * other);
      if (point) return point;
    }
    active.push(edge);
  }
  return undefined;
}

function at(path: Float64Array, index: number): number {
  return path[index] ?? Number.NaN;
}

/** Where two edges cross. Edges are given by where their first coordinate stands in the path. */
function crossingOf(path: Float64Array, a: number, b: number): [number, number] | undefined {
  const ax = at(path, a);
  const bx = at(path, a + 2);
  const cx = at(path, b);
  const dx = at(path, b + 2);
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return undefined;
  const ay = at(path, a + 1);
  const by = at(path, a + 3);
  const cy = at(path, b + 1);
  const dy = at(path, b + 3);
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return undefined;
  const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy, TOUCH_METRES);
  return share === undefined ? undefined : [ax + share * (bx - ax), ay + share * (by - ay)];
}
