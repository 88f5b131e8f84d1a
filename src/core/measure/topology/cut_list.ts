import { groupByKey } from './group_by_key.ts';

/** A place an edge is cut at. */
export interface EdgeCut {
  edge: number;
  /** How far along the edge, 0–1. */
  share: number;
  node: number;
}

/** Up to so many cuts of an edge are put in order by insertion. */
const FEW_CUTS = 24;

/** Places edges are cut at, as flat arrays: a million plots have millions of them. */
export class CutList implements Iterable<EdgeCut> {
  count = 0;
  edge = new Uint32Array(64);
  share = new Float64Array(64);
  node = new Uint32Array(64);

  add(edge: number, share: number, node: number): void {
    if (this.count === this.edge.length) this.#keep(2 * this.count, (place) => place);
    this.edge[this.count] = edge;
    this.share[this.count] = share;
    this.node[this.count] = node;
    this.count += 1;
  }

  /** Puts them in order: edge by edge, along each, those in one place by their nodes. One that was added twice is kept once. */
  sort(edgeCount: number): void {
    const { start, members: order } = groupByKey(this.edge, this.count, edgeCount);
    for (let edge = 0; edge < edgeCount; edge += 1)
      this.#sortRun(order, start[edge] as number, start[edge + 1] as number);
    let kept = 0;
    for (let place = 0; place < order.length; place += 1) {
      const cut = order[place] as number;
      if (kept > 0 && this.#isSame(order[kept - 1] as number, cut)) continue;
      order[kept] = cut;
      kept += 1;
    }
    this.count = kept;
    this.#keep(kept, (place) => order[place] as number);
  }

  /** First of an edge's cuts in a list that is in order; the following ones are those with the same edge. */
  firstOf(edge: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.edge[middle] as number) < edge) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  *[Symbol.iterator](): Iterator<EdgeCut> {
    for (let cut = 0; cut < this.count; cut += 1)
      yield { edge: this.edge[cut] as number, share: this.share[cut] as number, node: this.node[cut] as number };
  }

  #compare(one: number, other: number): number {
    return (
      (this.share[one] as number) - (this.share[other] as number) ||
      (this.node[one] as number) - (this.node[other] as number)
    );
  }

  #isSame(one: number, other: number): boolean {
    return this.edge[one] === this.edge[other] && this.#compare(one, other) === 0;
  }

  #sortRun(order: Uint32Array, from: number, to: number): void {
    if (to - from > FEW_CUTS) {
      order.subarray(from, to).sort((one, other) => this.#compare(one, other));
      return;
    }
    for (let place = from + 1; place < to; place += 1) {
      const cut = order[place] as number;
      let at = place;
      for (; at > from && this.#compare(order[at - 1] as number, cut) > 0; at -= 1) order[at] = order[at - 1] as number;
      order[at] = cut;
    }
  }

  /** Makes room for so many, with the first `count` of them taken from where they stood. */
  #keep(room: number, from: (place: number) => number): void {
    const edge = new Uint32Array(room + 64);
    const share = new Float64Array(room + 64);
    const node = new Uint32Array(room + 64);
    for (let place = 0; place < this.count; place += 1) {
      const cut = from(place);
      edge[place] = this.edge[cut] as number;
      share[place] = this.share[cut] as number;
      node[place] = this.node[cut] as number;
    }
    this.edge = edge;
    this.share = share;
    this.node = node;
  }
}
