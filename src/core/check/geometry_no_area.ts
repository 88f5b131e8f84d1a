import { measureEllipsoidAreaSquareMetres } from '../measure/index.ts';
import { featureAreaSquareUnits, SQUARE_UNITS_PER_SQUARE_METRE } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import { OUTLINED_LAYERS } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/** Below this an outline is a line or a point drawn as a polygon, or its holes eat it up. */
export const LEAST_AREA_SQUARE_METRES = 0.01;
/** The plane tells at a glance what need not be measured on the ellipsoid: the two never differ by a half. */
export const SURELY_SQUARE_UNITS = 2 * LEAST_AREA_SQUARE_METRES * SQUARE_UNITS_PER_SQUARE_METRE;

/** An areal feature whose outline bounds no ground: nothing can be computed of it. */
export function* checkGeometryNoArea({ geometry }: CheckContext): Generator<Finding | undefined> {
  for (const layer of OUTLINED_LAYERS) {
    const { plane, features } = geometry.layer(layer);
    // The lobes of a bow-tie cancel each other: that it crosses itself is what is wrong with it.
    const crossing = new Set((yield* geometry.crossingsOf(layer, ['self-crossing'])).map(({ feature }) => feature));
    for (const [place, feature] of features.entries()) {
      if (featureAreaSquareUnits(plane, place) >= SURELY_SQUARE_UNITS || crossing.has(place)) continue;
      const areaSquareMetres = measureEllipsoidAreaSquareMetres(feature.geometry);
      if (areaSquareMetres >= LEAST_AREA_SQUARE_METRES) continue;
      yield {
        code: 'geometry-no-area',
        severity: 'error',
        layer,
        feature: feature.id,
        pointer: './geometry',
        data: { areaSquareMetres },
        evidence: feature.geometry,
      };
    }
  }
}
