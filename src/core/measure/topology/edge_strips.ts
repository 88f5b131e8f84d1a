import type { EdgeList, SumWindow } from '../edge_pair_sum.ts';
import { type EdgedLayer, verticesOf } from './plane_layer.ts';

/** About so many edges a strip of the mean. */
const EDGES_PER_STRIP = 4;
const MOST_STRIPS = 4096;

/**
 * The edges of one feature by upright strips of the plane, so that a plot on a phase of ten thousand vertices is held against the
 * few edges above and below it.
 */
export class EdgeStrips {
  readonly #layer: EdgedLayer;
  readonly #left: number;
  readonly #width: number;
  readonly #count: number;
  readonly #start: Uint32Array;
  readonly #edges: Uint32Array;
  /** Last question each edge was part of: an edge that runs through several strips is counted once. */
  readonly #seen: Uint32Array;
  readonly #first: number;
  #question = 0;

  constructor(layer: EdgedLayer, feature: number) {
    this.#layer = layer;
    const [from, to] = verticesOf(layer, feature);
    this.#first = from;
    this.#seen = new Uint32Array(to - from);
    this.#left = layer.boxes[4 * feature] as number;
    const right = layer.boxes[4 * feature + 2] as number;
    this.#count = Math.max(1, Math.min(MOST_STRIPS, Math.ceil((to - from) / EDGES_PER_STRIP)));
    this.#width = Math.max(1, (right - this.#left) / this.#count);
    const start = new Uint32Array(this.#count + 2);
    for (let edge = from; edge < to; edge += 1)
      this.#eachStripOf(edge, (strip) => {
        start[strip + 2] = (start[strip + 2] as number) + 1;
      });
    for (let strip = 2; strip < start.length; strip += 1)
      start[strip] = (start[strip] as number) + (start[strip - 1] as number);
    const edges = new Uint32Array(start[this.#count + 1] as number);
    for (let edge = from; edge < to; edge += 1)
      this.#eachStripOf(edge, (strip) => {
        edges[start[strip + 1] as number] = edge;
        start[strip + 1] = (start[strip + 1] as number) + 1;
      });
    this.#start = start;
    this.#edges = edges;
  }

  /** Fills a list with the feature's edges inside a window. */
  fill(edges: EdgeList, window: SumWindow): void {
    edges.clear();
    this.eachEdgeBetween(window.left, window.right, (ax, ay, bx, by) => edges.add(ax, ay, bx, by, window));
  }

  /** Calls back once with each edge that may come between two upright lines. */
  eachEdgeBetween(
    left: number,
    right: number,
    visit: (ax: number, ay: number, bx: number, by: number, edge: number) => void,
  ): void {
    const { x, y, next } = this.#layer;
    this.#question += 1;
    const last = this.#stripAt(right);
    for (let strip = this.#stripAt(left); strip <= last; strip += 1) {
      const end = this.#start[strip + 1] as number;
      for (let place = this.#start[strip] as number; place < end; place += 1) {
        const edge = this.#edges[place] as number;
        if (this.#seen[edge - this.#first] === this.#question) continue;
        this.#seen[edge - this.#first] = this.#question;
        const to = next[edge] as number;
        visit(x[edge] as number, y[edge] as number, x[to] as number, y[to] as number, edge);
      }
    }
  }

  /** Whether the feature contains a point, by the even-odd rule. A point on the outline may be counted either way. */
  contains(px: number, py: number): boolean {
    let inside = false;
    this.eachEdgeBetween(px, px, (ax, ay, bx, by) => {
      if (ax > px === bx > px) return;
      if (py < ay + ((px - ax) / (bx - ax)) * (by - ay)) inside = !inside;
    });
    return inside;
  }

  #stripAt(x: number): number {
    return Math.max(0, Math.min(this.#count - 1, Math.floor((x - this.#left) / this.#width)));
  }

  #eachStripOf(edge: number, visit: (strip: number) => void): void {
    const a = this.#layer.x[edge] as number;
    const b = this.#layer.x[this.#layer.next[edge] as number] as number;
    const last = this.#stripAt(Math.max(a, b));
    for (let strip = this.#stripAt(Math.min(a, b)); strip <= last; strip += 1) visit(strip);
  }
}
