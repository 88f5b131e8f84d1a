import type { Finding } from '../plan/findings.ts';
import type { Areal } from '../plan/types.ts';
import { signedAreaOf } from '../read/geojson/tidy_geometry.ts';
import { gatherShapes } from './evidence.ts';
import type { CheckContext } from './rule.ts';

const AREAL_LAYERS = ['zones', 'phases', 'water', 'green', 'plots', 'buildings'] as const;
/** How many features a layer's finding names and shows. */
const NAMED = 20;
const FEATURES_PER_SLICE = 8192;

/**
 * RFC 7946, 3.1.6: outer rings run counter-clockwise, holes clockwise. A reader is not to refuse others, and areas are the same: one
 * note a layer. An outline that crosses itself runs neither way. Files that come in are turned as they are read; a plan's own folder is taken as it stands.
 */
export function* checkGeometryWinding({ plan, geometry: known }: CheckContext): Generator<Finding | undefined> {
  for (const layer of AREAL_LAYERS) {
    const turned: { id: string; geometry: Areal }[] = [];
    for (const [place, { id, geometry }] of plan.layers[layer].entries()) {
      if (place % FEATURES_PER_SLICE === 0) yield undefined;
      if (runsTheOtherWay(geometry)) turned.push({ id, geometry });
    }
    if (turned.length === 0) continue;
    const unsound = yield* known.unsound(layer);
    const { placeOf } = known.layer(layer);
    const plain = turned.filter(({ id }) => !unsound.has(placeOf.get(id) ?? -1));
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
