import { WELD_UNITS } from './grid.ts';
import { type PlaneLayer, verticesOf } from './plane_layer.ts';
import { RingTouches } from './ring_touches.ts';
import { crossingShare, squaredDistanceToSegment } from './segment.ts';

/**
 * What two edges of one feature do to each other: a ring crosses itself or touches itself, a hole crosses its outer ring or
 * another hole, or one part of a feature crosses another. Rings that touch each other so that the inside falls apart touch
 * themselves too.
 */
export type CrossingKind = 'self-crossing' | 'self-touching' | 'hole-outer' | 'hole-hole' | 'part-part';

/** All crossings of one kind in one feature: how many, and the westernmost (then southernmost). */
export interface RingCrossing {
  feature: number;
  kind: CrossingKind;
  count: number;
  x: number;
  y: number;
}

/** Up to this many edges every pair is compared: sorting them first costs more. */
const FEW_EDGES = 40;
const FEATURES_PER_SLICE = 2048;

/** Where edges of one feature cross or touch, feature by feature. Long rings are swept from west to east. */
export function* findRingCrossings(layer: PlaneLayer): Generator<undefined, RingCrossing[]> {
  const found: RingCrossing[] = [];
  const search = new CrossingSearch(layer, found);
  for (let feature = 0; feature < layer.featureCount; feature += 1) {
    if (feature % FEATURES_PER_SLICE === FEATURES_PER_SLICE - 1) yield;
    const [from, to] = verticesOf(layer, feature);
    search.begin(feature);
    if (to - from <= FEW_EDGES) search.comparePairs(from, to);
    else yield* search.sweep(from, to);
  }
  return found;
}

class CrossingSearch {
  readonly #layer: PlaneLayer;
  readonly #found: RingCrossing[];
  #feature = 0;
  #ofFeature = new Map<CrossingKind, RingCrossing>();
  #touches: RingTouches | undefined;

  constructor(layer: PlaneLayer, found: RingCrossing[]) {
    this.#layer = layer;
    this.#found = found;
  }

  begin(feature: number): void {
    this.#feature = feature;
    if (this.#ofFeature.size > 0) this.#ofFeature = new Map();
    this.#touches = undefined;
  }

  comparePairs(from: number, to: number): void {
    const { x, y, next } = this.#layer;
    for (let a = from; a < to; a += 1) {
      const b = next[a] as number;
      const ax = x[a] as number;
      const bx = x[b] as number;
      const ay = y[a] as number;
      const by = y[b] as number;
      const minX = (ax < bx ? ax : bx) - WELD_UNITS;
      const maxX = (ax > bx ? ax : bx) + WELD_UNITS;
      const minY = (ay < by ? ay : by) - WELD_UNITS;
      const maxY = (ay > by ? ay : by) + WELD_UNITS;
      for (let c = a + 1; c < to; c += 1) {
        const d = next[c] as number;
        if (c === b || d === a) continue;
        const cx = x[c] as number;
        const dx = x[d] as number;
        if ((cx < minX && dx < minX) || (cx > maxX && dx > maxX)) continue;
        const cy = y[c] as number;
        const dy = y[d] as number;
        if ((cy < minY && dy < minY) || (cy > maxY && dy > maxY)) continue;
        this.#compare(a, b, c, d);
      }
    }
  }

  /** Only edges whose ranges of x meet are compared. */
  *sweep(from: number, to: number): Generator<undefined, void> {
    const { x, y, next } = this.#layer;
    const count = to - from;
    const left = new Float64Array(count);
    const right = new Float64Array(count);
    for (let edge = 0; edge < count; edge += 1) {
      const a = x[from + edge] as number;
      const b = x[next[from + edge] as number] as number;
      left[edge] = Math.min(a, b) - WELD_UNITS;
      right[edge] = Math.max(a, b) + WELD_UNITS;
    }
    const order = new Uint32Array(count).map((_, index) => index);
    order.sort((a, b) => (left[a] as number) - (left[b] as number));
    const active = new Uint32Array(count);
    let activeCount = 0;
    let compared = 0;
    for (const edge of order) {
      const a = from + edge;
      const b = next[a] as number;
      const minY = Math.min(y[a] as number, y[b] as number) - WELD_UNITS;
      const maxY = Math.max(y[a] as number, y[b] as number) + WELD_UNITS;
      let kept = 0;
      for (let place = 0; place < activeCount; place += 1) {
        const other = active[place] as number;
        if ((right[other] as number) < (left[edge] as number)) continue;
        active[kept] = other;
        kept += 1;
        const c = from + other;
        const d = next[c] as number;
        if (c === b || d === a) continue;
        const cy = y[c] as number;
        const dy = y[d] as number;
        if ((cy < minY && dy < minY) || (cy > maxY && dy > maxY)) continue;
        this.#compare(a, b, c, d);
      }
      compared += activeCount;
      if (compared > 1_000_000) {
        compared = 0;
        yield;
      }
      active[kept] = edge;
      activeCount = kept + 1;
    }
  }

  #compare(a: number, b: number, c: number, d: number): void {
    const { x, y, node } = this.#layer;
    const ax = x[a] as number;
    const ay = y[a] as number;
    const bx = x[b] as number;
    const by = y[b] as number;
    const cx = x[c] as number;
    const cy = y[c] as number;
    const dx = x[d] as number;
    const dy = y[d] as number;
    const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy, WELD_UNITS);
    if (share !== undefined) {
      this.#add(this.#kindOf(a, c), ax + share * (bx - ax), ay + share * (by - ay));
      return;
    }
    const reach = WELD_UNITS * WELD_UNITS;
    // Each edge answers for the vertex it begins at, so that a vertex is looked at once.
    if (node[a] === node[c] || squaredDistanceToSegment(cx, cy, ax, ay, bx, by) <= reach) this.#touch(a, c, cx, cy);
    else if (squaredDistanceToSegment(ax, ay, cx, cy, dx, dy) <= reach) this.#touch(a, c, ax, ay);
  }

  #touch(a: number, c: number, x: number, y: number): void {
    const [one, other] = [this.#ringOf(a), this.#ringOf(c)];
    if (one !== other) {
      const { ringPart } = this.#layer;
      if (ringPart[one] !== ringPart[other]) return;
      this.#touches ??= new RingTouches();
      if (!this.#touches.closesCircle(one, other, x, y)) return;
    }
    this.#add('self-touching', x, y);
  }

  #ringOf(vertex: number): number {
    const { featureRing, ringStart } = this.#layer;
    let low = featureRing[this.#feature] as number;
    let high = (featureRing[this.#feature + 1] as number) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((ringStart[middle] as number) <= vertex) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #kindOf(a: number, c: number): CrossingKind {
    const { ringPart, ringIsHole } = this.#layer;
    const one = this.#ringOf(a);
    const other = this.#ringOf(c);
    if (one === other) return 'self-crossing';
    if (ringPart[one] !== ringPart[other]) return 'part-part';
    return ringIsHole[one] === 1 && ringIsHole[other] === 1 ? 'hole-hole' : 'hole-outer';
  }

  #add(kind: CrossingKind, x: number, y: number): void {
    const known = this.#ofFeature.get(kind);
    if (!known) {
      const first = { feature: this.#feature, kind, count: 1, x, y };
      this.#ofFeature.set(kind, first);
      this.#found.push(first);
      return;
    }
    known.count += 1;
    if (x < known.x || (x === known.x && y < known.y)) {
      known.x = x;
      known.y = y;
    }
  }
}
