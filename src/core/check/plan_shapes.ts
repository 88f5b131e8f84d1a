import { measuringProjectionOf } from '../control/index.ts';
import {
  type Box,
  type BoxIndex,
  createBoxIndex,
  measureOverlapSquareMetres,
  type PlaneShape,
  type Projection,
  rememberedPlaneShape,
} from '../measure/index.ts';
import type { Areal, Plan, PlanFeature } from '../plan/types.ts';

export type ArealFeature = PlanFeature<object, Areal>;

export interface Overlap<F extends ArealFeature> {
  first: F;
  second: F;
  areaSquareMetres: number;
}

/** Pairs that overlap; cut short where there are more than anybody would look through. */
export interface Overlaps<F extends ArealFeature> {
  found: Overlap<F>[];
  isCut: boolean;
}

/** Of a layer this many overlaps are told. */
const MOST_OVERLAPS = 1000;

/** The plan's shapes on the measuring plane. */
export class PlanShapes {
  readonly projection: Projection;

  constructor(plan: Plan) {
    this.projection = measuringProjectionOf(plan);
  }

  of(feature: ArealFeature): PlaneShape {
    return rememberedPlaneShape(feature.geometry, this.projection);
  }

  /**
   * Pairs of features that share more than the tolerance; within a pair the smaller id is first. Features are taken by their
   * ids, and the search ends after `MOST_OVERLAPS` pairs: a layer drawn upon itself has as many as its features squared.
   */
  overlaps<F extends ArealFeature>(features: readonly F[], toleranceSquareMetres: number): Overlaps<F> {
    const inOrder = [...features].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    const shapes = inOrder.map((feature) => this.of(feature));
    const index: BoxIndex = createBoxIndex(shapes.map((shape) => shape.box));
    const found: Overlap<F>[] = [];
    for (const [i, first] of inOrder.entries()) {
      const shape = shapes[i];
      if (!shape) continue;
      for (const j of index.search(shape.box)) {
        const second = inOrder[j];
        const other = shapes[j];
        if (j <= i || !second || !other || sharedBoxArea(shape.box, other.box) <= toleranceSquareMetres) continue;
        const areaSquareMetres = measureOverlapSquareMetres(shape, other);
        if (areaSquareMetres <= toleranceSquareMetres) continue;
        if (found.length === MOST_OVERLAPS) return { found, isCut: true };
        found.push({ first, second, areaSquareMetres });
      }
    }
    return { found, isCut: false };
  }
}

function sharedBoxArea(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? width * height : 0;
}
