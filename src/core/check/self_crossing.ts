/** Two edges that only touch within this many metres do not cross: drawing programs snap to less. */
const TOUCH_METRES = 0.001;

/**
 * A point where a closed path (x, y, x, y … in metres) crosses itself, or undefined. Edges are swept from left to right, so that
 * only those whose x ranges meet are compared. Touching in a point is no crossing.
 */
export function findSelfCrossing(path: Float64Array): [x: number, y: number] | undefined {
  const count = path.length / 2 - 1;
  const at = (index: number) => path[index] ?? Number.NaN;
  const left = (edge: number) => Math.min(at(2 * edge), at(2 * edge + 2));
  const right = (edge: number) => Math.max(at(2 * edge), at(2 * edge + 2));
  const order = Array.from({ length: count }, (_, edge) => edge).sort((a, b) => left(a) - left(b));
  let active: number[] = [];
  for (const edge of order) {
    const from = left(edge);
    active = active.filter((other) => right(other) >= from);
    for (const other of active) {
      const point = crossingOf(path, edge, other);
      if (point) return point;
    }
    active.push(edge);
  }
  return undefined;
}

/** Where the insides of two edges cross: each has its ends on either side of the other, clear of touching it. */
function crossingOf(path: Float64Array, a: number, b: number): [number, number] | undefined {
  const [ax, ay, bx, by] = path.subarray(2 * a, 2 * a + 4) as unknown as [number, number, number, number];
  const [cx, cy, dx, dy] = path.subarray(2 * b, 2 * b + 4) as unknown as [number, number, number, number];
  const lengthA = Math.hypot(bx - ax, by - ay);
  const lengthB = Math.hypot(dx - cx, dy - cy);
  if (lengthA === 0 || lengthB === 0) return undefined;
  const c = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / lengthA;
  const d = ((bx - ax) * (dy - ay) - (by - ay) * (dx - ax)) / lengthA;
  const p = ((dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)) / lengthB;
  const q = ((dx - cx) * (by - cy) - (dy - cy) * (bx - cx)) / lengthB;
  const areClear = [c, d, p, q].every((distance) => Math.abs(distance) > TOUCH_METRES);
  if (!areClear || c > 0 === d > 0 || p > 0 === q > 0) return undefined;
  const share = p / (p - q);
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}
