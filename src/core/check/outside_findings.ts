import { EdgeStrips, featureAreaSquareUnits, sharedAreaSquareUnits, verticesOf } from '../measure/topology/index.ts';
import type { Areal } from '../plan/types.ts';
import type { PlacedLayer } from './plan_geometry.ts';
import type { Overlay } from './rule.ts';

/** From so many edges a container's are put into strips before many features are held against it. */
const MANY_EDGES = 64;

/** Measures how much of features of one layer lies outside features of another. */
export class OutsideMeasure {
  readonly #inner: PlacedLayer;
  readonly #outer: PlacedLayer;
  readonly #strips = new Map<number, EdgeStrips>();

  constructor(inner: PlacedLayer, outer: PlacedLayer) {
    this.#inner = inner;
    this.#outer = outer;
  }

  /** In square grid units; both must be sound. */
  areaSquareUnits(place: number, container: number): number {
    const { plane } = this.#inner;
    const area = featureAreaSquareUnits(plane, place);
    return area - sharedAreaSquareUnits(plane, place, this.#outer.plane, container, this.#stripsOf(container));
  }

  /** What lies outside, as a shape; for sound and unsound outlines. */
  region(
    overlay: Overlay,
    place: number,
    container: number,
    isUnsound: { inner: boolean; outer: boolean },
  ): { areaSquareUnits: number; geometry: Areal } | undefined {
    return overlay.remainingRegion(
      this.#inner.plane,
      overlay.ringsOf(this.#inner.plane, place, isUnsound.inner),
      overlay.ringsOf(this.#outer.plane, container, isUnsound.outer),
    );
  }

  #stripsOf(container: number): EdgeStrips | undefined {
    const { plane } = this.#outer;
    const [from, to] = verticesOf(plane, container);
    if (to - from < MANY_EDGES) return undefined;
    let strips = this.#strips.get(container);
    if (!strips) {
      strips = new EdgeStrips(plane, container);
      this.#strips.set(container, strips);
    }
    return strips;
  }
}
