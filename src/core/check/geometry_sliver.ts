import {
  featureAreaSquareUnits,
  meanWidthUnits,
  SQUARE_UNITS_PER_SQUARE_METRE,
  UNITS_PER_METRE,
} from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import { LEAST_AREA_SQUARE_METRES } from './geometry_no_area.ts';
import { COUNTED_LAYERS } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/** A feature so thin that it is a remnant of drawing and no plot: what is left over between two borders. */
export function* checkGeometrySliver({ geometry, tolerances }: CheckContext): Generator<Finding | undefined> {
  const toleranceMetres = tolerances.sliverWidthMetres;
  for (const layer of COUNTED_LAYERS) {
    const { plane, features } = geometry.layer(layer);
    const unsound = yield* geometry.unsound(layer);
    for (const [place, feature] of features.entries()) {
      const widthMetres = meanWidthUnits(plane, place) / UNITS_PER_METRE;
      if (widthMetres >= toleranceMetres || unsound.has(place)) continue;
      // What has no area at all has a finding of its own.
      const areaSquareMetres = featureAreaSquareUnits(plane, place) / SQUARE_UNITS_PER_SQUARE_METRE;
      if (areaSquareMetres < LEAST_AREA_SQUARE_METRES) continue;
      yield {
        code: 'geometry-sliver',
        severity: 'warning',
        layer,
        feature: feature.id,
        pointer: './geometry',
        data: { widthMetres, toleranceMetres, areaSquareMetres },
        evidence: feature.geometry,
      };
    }
  }
}
