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

/** The plan's shapes on the measuring plane. */
export class PlanShapes {
  readonly projection: Projection;

  constructor(plan: Plan) {
    this.projection = measuringProjectionOf(plan);
  }

  of(feature: ArealFeature): PlaneShape {
    return rememberedPlaneShape(feature.geometry, this.projection);
  }

  /** Pairs of features that share more than the tolerance; within a pair the smaller id is first. */
  overlaps<F extends ArealFeature>(features: readonly F[], toleranceSquareMetres: number): Overlap<F>[] {
    const shapes = features.map((feature) => this.of(feature));
    const index: BoxIndex = createBoxIndex(shapes.map((shape) => shape.box));
    const found: Overlap<F>[] = [];
    for (const [i, feature] of features.entries()) {
      const shape = shapes[i];
      if (!shape) continue;
      for (const j of index.search(shape.box)) {
        const other = features[j];
        const otherShape = shapes[j];
        if (j <= i || !other || !otherShape || sharedBoxArea(shape.box, otherShape.box) <= toleranceSquareMetres)
          continue;
        const areaSquareMetres = measureOverlapSquareMetres(shape, otherShape);
        if (areaSquareMetres <= toleranceSquareMetres) continue;
        const inOrder = feature.id <= other.id;
        found.push({ first: inOrder ? feature : other, second: inOrder ? other : feature, areaSquareMetres });
      }
    }
    return found;
  }
}

function sharedBoxArea(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? width * height : 0;
}
