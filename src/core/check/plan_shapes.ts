import { measuringProjectionOf } from '../control/index.ts';
import { type PlaneShape, type Projection, rememberedPlaneShape } from '../measure/index.ts';
import type { Areal, Plan, PlanFeature } from '../plan/types.ts';

export type ArealFeature = PlanFeature<object, Areal>;

/** The plan's shapes on the measuring plane. */
export class PlanShapes {
  readonly projection: Projection;

  constructor(plan: Plan) {
    this.projection = measuringProjectionOf(plan);
  }

  of(feature: ArealFeature): PlaneShape {
    return rememberedPlaneShape(feature.geometry, this.projection);
  }
}
