import { boxesOf } from '../core/packing/boxes.ts';

/** What of the ground is looked at. */
export interface Ground {
  west: number;
  south: number;
  east: number;
  north: number;
  /** Where the camera looks, in degrees. */
  longitude: number;
  latitude: number;
  /** Pixels of the screen in a degree of longitude there. */
  pixelsPerDegree: number;
}

/** More than these are not told apart where they stand, however large the screen. */
const MOST_NEAR = 1500;
/** The edges of a narrower shell are one line. */
const LEAST_PIXELS = 6;

/**
 * Of a layer of many features those whose standing shapes can be told apart in a view: within it, wide enough, and of too many the
 * nearest to where the camera looks. A layer of plain objects has few, and is given as it is.
 */
export function nearFeatures<Feature extends object>(features: readonly Feature[], ground: Ground): readonly Feature[] {
  const boxes = boxesOf(features);
  if (!boxes) return features;
  const squeeze = Math.cos((ground.latitude * Math.PI) / 180);
  const leastDegrees = LEAST_PIXELS / ground.pixelsPerDegree;
  const near: { index: number; distance: number }[] = [];
  for (let index = 0; index < features.length; index += 1) {
    const west = boxes[index * 4] ?? 0;
    const south = boxes[index * 4 + 1] ?? 0;
    const east = boxes[index * 4 + 2] ?? 0;
    const north = boxes[index * 4 + 3] ?? 0;
    if (west > ground.east || east < ground.west || south > ground.north || north < ground.south) continue;
    if (Math.max(east - west, (north - south) / squeeze) < leastDegrees) continue;
    const apart = Math.hypot(((west + east) / 2 - ground.longitude) * squeeze, (south + north) / 2 - ground.latitude);
    near.push({ index, distance: apart });
  }
  if (near.length > MOST_NEAR) near.sort((first, second) => first.distance - second.distance);
  return near.slice(0, MOST_NEAR).flatMap(({ index }) => features[index] ?? []);
}
