import { featureAreaSquareUnits } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { Areal } from '../plan/types.ts';
import { signedAreaOf } from '../read/geojson/tidy_geometry.ts';
import { gatherShapes } from './evidence.ts';
import { SURELY_SQUARE_UNITS } from './geometry_no_area.ts';
import { OUTLINED_LAYERS } from './plan_geometry.ts';
import type { ArealFeature } from './plan_shapes.ts';
import type { CheckContext } from './rule.ts';

/** How many features a layer's finding names and shows. */
const NAMED = 20;
const FEATURES_PER_SLICE = 8192;

/**
 * RFC 7946, 3.1.6: outer rings run counter-clockwise, holes clockwise. A reader is not to refuse others, and areas are the same: one
 * note a layer. An outline that crosses itself, or bounds no ground, runs neither way. Files that come in are turned as they are read; a plan's own folder is taken as it stands.
 */
export function* checkGeometryWinding({ plan, geometry }: CheckContext): Generator<Finding | undefined> {
  for (const layer of OUTLINED_LAYERS) {
    const turned: ArealFeature[] = [];
    for (const [place, feature] of (plan.layers[layer] as readonly ArealFeature[]).entries()) {
      if (place % FEATURES_PER_SLICE === 0) yield undefined;
      if (runsTheOtherWay(feature.geometry)) turned.push(feature);
    }
    if (turned.length === 0) continue;
    const { plane, unsound } = yield* geometry.placed(turned);
    const plain = turned.filter(
      (_, place) => !unsound.has(place) && featureAreaSquareUnits(plane, place) >= SURELY_SQUARE_UNITS,
    );
    if (plain.length === 0) continue;
    const named = plain.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, NAMED);
    yield {
      code: 'geometry-winding',
      severity: 'info',
      layer,
      data: { count: plain.length, features: named.map(({ id }) => id) },
      evidence: gatherShapes(named.map(({ geometry }) => geometry)),
    };
  }
}

function runsTheOtherWay({ type, coordinates }: Areal): boolean {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons.some((rings) =>
    rings.some((ring, index) => (index === 0 ? signedAreaOf(ring) < 0 : signedAreaOf(ring) > 0)),
  );
}
