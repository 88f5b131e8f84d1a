/** Numbers per edge: left x, left y, right x, slope, direction. */
const STRIDE = 5;

/** The part of the plane a sum is taken over: left ≤ x ≤ right, and y from a base line upwards. */
export interface SumWindow {
  left: number;
  right: number;
  base: number;
}

/** Edges of one shape that matter inside a window. A list is made once and filled again and again. */
export class EdgeList {
  values = new Float64Array(64 * STRIDE);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Adds an edge cut to the window, from left to right, with the direction in x it was walked in. */
  add(fromX: number, fromY: number, toX: number, toY: number, { left, right, base }: SumWindow): void {
    if (fromX === toX || (fromY <= base && toY <= base)) return;
    const isForward = fromX < toX;
    let ax = isForward ? fromX : toX;
    let ay = isForward ? fromY : toY;
    let bx = isForward ? toX : fromX;
    const by = isForward ? toY : fromY;
    if (bx <= left || ax >= right) return;
    const slope = (by - ay) / (bx - ax);
    let yRight = by;
    if (ax < left) {
      ay += (left - ax) * slope;
      ax = left;
    }
    if (bx > right) {
      yRight += (right - bx) * slope;
      bx = right;
    }
    // What the window leaves of an edge that crosses the base line may lie below it altogether.
    if (ay <= base && yRight <= base) return;
    if (ay < base) {
      ax += (base - ay) / slope;
      ay = base;
    } else if (yRight < base) bx += (base - yRight) / slope;
    if (!(bx > ax)) return;
    if (this.length + STRIDE > this.values.length) {
      const larger = new Float64Array(2 * this.values.length);
      larger.set(this.values);
      this.values = larger;
    }
    const { values, length } = this;
    values[length] = ax;
    values[length + 1] = ay - base;
    values[length + 2] = bx;
    values[length + 3] = slope;
    values[length + 4] = isForward ? 1 : -1;
    this.length = length + STRIDE;
  }
}

/**
 * The longest stretch of an upright line that lies in both of two shapes, above the base line of the window they were cut to;
 * undefined where the line runs through no ground they share. Their rings must be simple.
 */
export function longestSharedStretch(
  edgesA: EdgeList,
  edgesB: EdgeList,
  x: number,
): { from: number; to: number } | undefined {
  const crossed = [...crossedAt(edgesA, x, 1, 0), ...crossedAt(edgesB, x, 0, 1)].sort((one, other) => other.y - one.y);
  let best: { from: number; to: number } | undefined;
  let inA = 0;
  let inB = 0;
  for (const [place, { y, a, b }] of crossed.entries()) {
    inA += a;
    inB += b;
    const below = crossed[place + 1]?.y ?? 0;
    if (inA !== 0 && inB !== 0 && y - below > (best ? best.to - best.from : 0)) best = { from: below, to: y };
  }
  return best;
}

function crossedAt(edges: EdgeList, x: number, a: number, b: number): { y: number; a: number; b: number }[] {
  const crossed: { y: number; a: number; b: number }[] = [];
  const { values, length } = edges;
  for (let at = 0; at < length; at += STRIDE) {
    const left = values[at] as number;
    if (x < left || x >= (values[at + 2] as number)) continue;
    const direction = values[at + 4] as number;
    crossed.push({
      y: (values[at + 1] as number) + (x - left) * (values[at + 3] as number),
      a: a * direction,
      b: b * direction,
    });
  }
  return crossed;
}

/**
 * Area two shapes share inside a window, in the square of the coordinates' unit.
 *
 * A point lies in a shape when the edges above it, counted with their direction in x, sum to one. The shared area is therefore
 * the sum over every pair of edges e of one and f of the other of sₑ · s_f · (area under e ∩ area under f), "under" being the
 * trapezoid down to a base line: no topology, no special cases, nothing that noise can break. Holes are included. The rings must
 * be simple: the lobes of a bow-tie cancel each other.
 */
export function sumOverEdgePairs(edgesA: EdgeList, edgesB: EdgeList): number {
  const { values: a, length: lengthA } = edgesA;
  const { values: b, length: lengthB } = edgesB;
  let sum = 0;
  for (let i = 0; i < lengthA; i += STRIDE) {
    const ax = a[i] as number;
    const ay = a[i + 1] as number;
    const aRight = a[i + 2] as number;
    const slopeA = a[i + 3] as number;
    const directionA = a[i + 4] as number;
    for (let j = 0; j < lengthB; j += STRIDE) {
      const bx = b[j] as number;
      const bRight = b[j + 2] as number;
      const from = ax > bx ? ax : bx;
      const to = aRight < bRight ? aRight : bRight;
      if (from >= to) continue;
      const by = b[j + 1] as number;
      const slopeB = b[j + 3] as number;
      const fromA = ay + (from - ax) * slopeA;
      const fromB = by + (from - bx) * slopeB;
      const toA = ay + (to - ax) * slopeA;
      const toB = by + (to - bx) * slopeB;
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
      sum += directionA * (b[j + 4] as number) * area;
    }
  }
  // Noise of the sum, not a negative area.
  return Math.max(sum, 0);
}
