import {
  type Box,
  createBoxIndex,
  measureOverlapSquareMetres,
  measurePlaneAreaSquareMetres,
  type PlaneShape,
  type Projection,
  rememberedPlaneShape,
} from '../measure/index.ts';
import type { Areal, PlanFeature } from '../plan/types.ts';
import type { ZoneCover } from './types.ts';

/** A feature with its shape and area on the measuring plane. */
export interface Placed<F extends PlanFeature<object, Areal>> {
  feature: F;
  shape: PlaneShape;
  areaSquareMetres: number;
}

export function place<F extends PlanFeature<object, Areal>>(
  features: readonly F[],
  projection: Projection,
): Placed<F>[] {
  return features.map((feature) => {
    const shape = rememberedPlaneShape(feature.geometry, projection);
    return { feature, shape, areaSquareMetres: measurePlaneAreaSquareMetres(shape) };
  });
}

/** Share of one shape's area that another covers, 0–100. */
function coverSharePercent(covered: Placed<PlanFeature<object, Areal>>, by: PlaneShape): number {
  if (!(covered.areaSquareMetres > 0)) return 0;
  return Math.min(100, (measureOverlapSquareMetres(covered.shape, by) / covered.areaSquareMetres) * 100);
}

/** The areas that cover at least a share of a shape, in the plan's order. */
export function coversOf(
  covered: Placed<PlanFeature<object, Areal>>,
  areas: readonly Placed<PlanFeature<object, Areal>>[],
  leastSharePercent: number,
): ZoneCover[] {
  return areas.flatMap(({ feature, shape }) => {
    const sharePercent = coverSharePercent(covered, shape);
    // A share of zero is no cover, even for a plan that sets its threshold to zero.
    return sharePercent > 0 && sharePercent >= leastSharePercent ? [{ zone: feature.id, sharePercent }] : [];
  });
}

/** Finds the one of many areas that covers the most of a shape, if it covers at least a share of it. */
export function createLocator<F extends PlanFeature<object, Areal>>(
  areas: readonly Placed<F>[],
): (covered: Placed<PlanFeature<object, Areal>>, leastSharePercent: number) => F | undefined {
  const index = createBoxIndex(areas.map((area): Box => area.shape.box));
  return (covered, leastSharePercent) => {
    let best: F | undefined;
    let bestShare = 0;
    for (const position of index.search(covered.shape.box)) {
      const area = areas[position];
      if (!area) continue;
      const share = coverSharePercent(covered, area.shape);
      if (share > bestShare && share >= leastSharePercent) {
        best = area.feature;
        bestShare = share;
      }
    }
    return best;
  };
}
