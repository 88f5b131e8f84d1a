import { createProjection, type Projection } from '../../../src/core/measure/index.ts';
import type { Polygon } from '../../../src/core/plan/types.ts';

function projection(): Projection {
  const found = createProjection('EPSG:4548');
  if (!found) throw new Error('EPSG:4548 is not known');
  return found;
}
/** The measuring plane of the park. */
export const GK117: Projection = projection();

/** South-west corner the test shapes are placed at, near 中安创谷. */
export const ORIGIN_EASTING = 508_000;
export const ORIGIN_NORTHING = 3_522_000;

type Metres = readonly [x: number, y: number];

/** A polygon given in metres from the origin above, as degrees; the first ring is the outer one. Rings are closed here. */
export function polygon(...rings: readonly (readonly Metres[])[]): Polygon {
  return {
    type: 'Polygon',
    coordinates: rings.map((ring) => {
      const positions = ring.map(([x, y]) => GK117.inverse([ORIGIN_EASTING + x, ORIGIN_NORTHING + y]) as number[]);
      const [first] = positions;
      return first ? [...positions, first] : positions;
    }),
  };
}

export function rectangle(x: number, y: number, width: number, height: number): Polygon {
  return polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);
}
