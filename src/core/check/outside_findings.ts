import { EdgeStrips, featureAreaSquareUnits, sharedAreaSquareUnits, verticesOf } from '../measure/topology/index.ts';
import type { Areal } from '../plan/types.ts';
import type { OutlinedLayer, Outlines } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/** From so many edges a container's are put into strips before many features are held against it. */
const MANY_EDGES = 64;

/** Measures how much of features of one layer lies outside features of another. */
export class OutsideMeasure {
  readonly #context: CheckContext;
  readonly #layers: { inner: OutlinedLayer; outer: OutlinedLayer };
  readonly #inner: Outlines;
  readonly #outer: Outlines;
  readonly #strips = new Map<number, EdgeStrips>();

  private constructor(
    context: CheckContext,
    layers: { inner: OutlinedLayer; outer: OutlinedLayer },
    inner: Outlines,
    outer: Outlines,
  ) {
    this.#context = context;
    this.#layers = layers;
    this.#inner = inner;
    this.#outer = outer;
  }

  static *create(
    context: CheckContext,
    layers: { inner: OutlinedLayer; outer: OutlinedLayer },
  ): Generator<undefined, OutsideMeasure> {
    const inner = yield* context.geometry.outlines(layers.inner, context.overlay);
    const outer = yield* context.geometry.outlines(layers.outer, context.overlay);
    return new OutsideMeasure(context, layers, inner, outer);
  }

  /** What of a feature lies outside its container, in square grid units. */
  areaSquareUnits(place: number, container: number): number {
    const inner = this.#inner(place);
    const outer = this.#outer(container);
    return (
      featureAreaSquareUnits(inner.layer, inner.place) -
      sharedAreaSquareUnits(inner.layer, inner.place, outer.layer, outer.place, this.#stripsOf(container))
    );
  }

  /** The container that holds the most of a feature, more than so much of it; of equal ones the first. */
  mostHolding(place: number, leastSquareUnits: number): number | undefined {
    const { geometry } = this.#context;
    const { boxes } = geometry.layer(this.#layers.inner).plane;
    const box = [0, 1, 2, 3].map((side) => boxes[4 * place + side] as number);
    const inner = this.#inner(place);
    const area = featureAreaSquareUnits(inner.layer, inner.place);
    let best: number | undefined;
    let most = leastSquareUnits;
    for (const container of geometry
      .layer(this.#layers.outer)
      .index.search(...(box as [number, number, number, number]))) {
      const held = area - this.areaSquareUnits(place, container);
      if (held <= most) continue;
      best = container;
      most = held;
    }
    return best;
  }

  /** The same as a shape. */
  *region(
    place: number,
    container: number,
  ): Generator<undefined, { areaSquareUnits: number; geometry: Areal } | undefined> {
    const { geometry } = this.#context;
    const overlay = yield* this.#context.overlay();
    const { inner, outer } = this.#layers;
    const { plane } = geometry.layer(inner);
    return overlay.remainingRegion(
      plane,
      overlay.ringsOf(plane, place, (yield* geometry.unsound(inner)).has(place)),
      overlay.ringsOf(geometry.layer(outer).plane, container, (yield* geometry.unsound(outer)).has(container)),
    );
  }

  #stripsOf(container: number): EdgeStrips | undefined {
    const { layer, place } = this.#outer(container);
    const [from, to] = verticesOf(layer, place);
    if (to - from < MANY_EDGES) return undefined;
    let strips = this.#strips.get(container);
    if (!strips) {
      strips = new EdgeStrips(layer, place);
      this.#strips.set(container, strips);
    }
    return strips;
  }
}
