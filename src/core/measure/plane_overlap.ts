import { boxesTouch, type PlaneShape } from './plane.ts';

/** Numbers per edge in the list below: left x, left y, right x, right y, direction. */
const STRIDE = 5;

/**
 * The edges of a shape that matter inside a window: cut to left ≤ x ≤ right and to y ≥ base, from left to right, with the
 * direction in x they were walked in.
 */
function edgesWithin(shape: PlaneShape, left: number, right: number, base: number): number[] {
  const edges: number[] = [];
  for (const path of shape.paths) {
    for (let index = 0; index + 3 < path.length; index += 2) {
      let ax = path[index] ?? 0;
      let ay = path[index + 1] ?? 0;
      let bx = path[index + 2] ?? 0;
      let by = path[index + 3] ?? 0;
      if (ax === bx || (ay <= base && by <= base)) continue;
      let direction = 1;
      if (ax > bx) {
        [ax, ay, bx, by] = [bx, by, ax, ay];
        direction = -1;
      }
      if (bx <= left || ax >= right) continue;
      const slope = (by - ay) / (bx - ax);
      if (ax < left) {
        ay += (left - ax) * slope;
        ax = left;
      }
      if (bx > right) {
        by += (right - bx) * slope;
        bx = right;
      }
      if (ay < base) {
        ax += (base - ay) / slope;
        ay = base;
      } else if (by < base) {
        bx += (base - by) / slope;
        by = base;
      }
      if (bx > ax) edges.push(ax, ay, bx, by, direction);
    }
  }
  return edges;
}

/**
 * Area two areal shapes share, in square metres.
 *
 * A point lies in a shape when the edges above it, counted with their direction in x, sum to one. The shared area is therefore
 * the sum over every pair of edges e of one and f of the other of sₑ · s_f · (area under e ∩ area under f), "under" being the
 * trapezoid down to a base line: no topology, no special cases, nothing that noise can break. Holes are included. The rings must
 * be simple: the lobes of a bow-tie cancel each other.
 */
export function measureOverlapSquareMetres(a: PlaneShape, b: PlaneShape): number {
  if (a.kind !== 'areal' || b.kind !== 'areal' || !boxesTouch(a.box, b.box)) return 0;
  const left = Math.max(a.box[0], b.box[0]);
  const right = Math.min(a.box[2], b.box[2]);
  const base = Math.max(a.box[1], b.box[1]);
  if (!(right > left) || !(Math.min(a.box[3], b.box[3]) > base)) return 0;
  const edgesA = edgesWithin(a, left, right, base);
  const edgesB = edgesWithin(b, left, right, base);
  let sum = 0;
  for (let i = 0; i < edgesA.length; i += STRIDE) {
    const ax = edgesA[i] ?? 0;
    const ay = edgesA[i + 1] ?? 0;
    const aRight = edgesA[i + 2] ?? 0;
    const slopeA = ((edgesA[i + 3] ?? 0) - ay) / (aRight - ax);
    const directionA = edgesA[i + 4] ?? 0;
    for (let j = 0; j < edgesB.length; j += STRIDE) {
      const bx = edgesB[j] ?? 0;
      const bRight = edgesB[j + 2] ?? 0;
      const from = Math.max(ax, bx);
      const to = Math.min(aRight, bRight);
      if (from >= to) continue;
      const by = edgesB[j + 1] ?? 0;
      const slopeB = ((edgesB[j + 3] ?? 0) - by) / (bRight - bx);
      const fromA = ay + (from - ax) * slopeA - base;
      const fromB = by + (from - bx) * slopeB - base;
      const toA = ay + (to - ax) * slopeA - base;
      const toB = by + (to - bx) * slopeB - base;
      const gapFrom = fromA - fromB;
      const gapTo = toA - toB;
      let area = ((to - from) * ((gapFrom < 0 ? fromA : fromB) + (gapTo < 0 ? toA : toB))) / 2;
      if (gapFrom < 0 !== gapTo < 0 && gapFrom !== gapTo) {
        // The edges cross: the lower of the two has a kink there, above the chord drawn from end to end.
        const share = gapFrom / (gapFrom - gapTo);
        const kink = fromA + share * (toA - fromA);
        const lowFrom = gapFrom < 0 ? fromA : fromB;
        const lowTo = gapTo < 0 ? toA : toB;
        area = ((to - from) * (share * (lowFrom + kink) + (1 - share) * (kink + lowTo))) / 2;
      }
      sum += directionA * (edgesB[j + 4] ?? 0) * area;
    }
  }
  // Noise of the sum, not a negative area.
  return Math.max(sum, 0);
}
