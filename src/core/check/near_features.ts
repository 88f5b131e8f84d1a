import {
  type Box,
  createBoxIndex,
  measureDistanceMetres,
  type PlaneShape,
  rememberedPlaneShape,
} from '../measure/index.ts';
import type { AnyFeature } from '../plan/types.ts';
import type { PlanShapes } from './plan_shapes.ts';

export interface NearFeature<F extends AnyFeature> {
  feature: F;
  distanceMetres: number;
}

/** A distance kept to the last centimetre must not be called too short for the noise of a projection. */
export const DISTANCE_NOISE_METRES = 0.01;

/** Finds the features of a layer within a distance of a shape, on the measuring plane. */
export function createNearSearch<F extends AnyFeature>(
  features: readonly F[],
  { projection }: PlanShapes,
): (shape: PlaneShape, withinMetres: number) => NearFeature<F>[] {
  const shapes = features.map(({ geometry }) => rememberedPlaneShape(geometry, projection));
  const index = createBoxIndex(shapes.map(({ box }) => box));
  return (shape, withinMetres) => {
    const [west, south, east, north] = shape.box;
    const box: Box = [west - withinMetres, south - withinMetres, east + withinMetres, north + withinMetres];
    return index.search(box).flatMap((place): NearFeature<F>[] => {
      const feature = features[place];
      const other = shapes[place];
      if (!feature || !other) return [];
      const distanceMetres = measureDistanceMetres(shape, other);
      return distanceMetres < withinMetres ? [{ feature, distanceMetres }] : [];
    });
  };
}

/** What a person calls a feature. */
export function nameOf({ id, properties }: AnyFeature): string {
  const name = (properties as { name?: unknown }).name;
  return typeof name === 'string' && name !== '' ? name : id;
}
