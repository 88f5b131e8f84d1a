import {
  type Box,
  createBoxIndex,
  measureOverlapSquareMetres,
  measurePlaneAreaSquareMetres,
  type PlaneShape,
  type Projection,
  rememberedPlaneShape,
  toPlane,
} from '../measure/index.ts';
import type { Areal, PlanFeature } from '../plan/types.ts';
import type { ZoneCover } from './types.ts';

/** A feature with its shape and area on the measuring plane. */
export interface Placed<F extends PlanFeature<object, Areal>> {
  feature: F;
  shape: PlaneShape;
  areaSquareMetres: number;
}

/** Features with their shapes on the plane of a projection. */
export function place<F extends PlanFeature<object, Areal>>(
  features: readonly F[],
  projection: Projection,
): Placed<F>[] {
  return features.map((feature) => placed(feature, projection));
}

/** @param isRemembered the shape is kept for whoever asks for it next, as long as the geometry is */
export function placed<F extends PlanFeature<object, Areal>>(
  feature: F,
  projection: Projection,
  isRemembered = true,
): Placed<F> {
  const shape = isRemembered
    ? rememberedPlaneShape(feature.geometry, projection)
    : toPlane(feature.geometry, projection);
  return { feature, shape, areaSquareMetres: measurePlaneAreaSquareMetres(shape) };
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

/** Whether one area rather than another covers a shape: of equal shares the smaller id, whatever the order of the file. */
function isBetter(one: { share: number; id: string }, best: { share: number; id: string | undefined }): boolean {
  return one.share > best.share || (one.share === best.share && best.id !== undefined && one.id < best.id);
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
      if (share >= leastSharePercent && isBetter({ share, id: area.feature.id }, { share: bestShare, id: best?.id })) {
        best = area.feature;
        bestShare = share;
      }
    }
    return best;
  };
}

/**
 * The same for shapes that are few beside the areas: each area is brought onto the plane once, and need not be kept.
 * @returns the area of each shape that has one
 */
export function locateIn<F extends PlanFeature<object, Areal>, A extends PlanFeature<object, Areal>>(
  areas: readonly A[],
  placedOf: (area: A) => Placed<A>,
  covered: readonly Placed<F>[],
  leastSharePercent: number,
): Map<F, A> {
  const index = createBoxIndex(covered.map(({ shape }): Box => shape.box));
  const bestShares = new Float64Array(covered.length);
  const found = new Map<F, A>();
  for (const area of areas) {
    const { shape } = placedOf(area);
    for (const position of index.search(shape.box)) {
      const one = covered[position];
      if (!one) continue;
      const share = coverSharePercent(one, shape);
      const best = { share: bestShares[position] as number, id: found.get(one.feature)?.id };
      if (share < leastSharePercent || !isBetter({ share, id: area.id }, best)) continue;
      bestShares[position] = share;
      found.set(one.feature, area);
    }
  }
  return found;
}
