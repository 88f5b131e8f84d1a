import type { Finding } from '../plan/findings.ts';
import { outlineFinding } from './outline_findings.ts';
import { OUTLINED_LAYERS } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/** Vertices within a millimetre of the one before them: harmless here, but other programs stumble over them. */
export function* checkGeometryRepeatedVertices(context: CheckContext): Generator<Finding | undefined> {
  for (const layer of OUTLINED_LAYERS) {
    const { plane } = context.geometry.layer(layer);
    const spotsOf = new Map<number, number[]>();
    for (let index = 0; index < plane.repeated.length; index += 2) {
      const feature = plane.repeated[index] as number;
      const node = plane.repeated[index + 1] as number;
      const spots = spotsOf.get(feature) ?? [];
      spots.push(plane.nodeX[node] as number, plane.nodeY[node] as number);
      spotsOf.set(feature, spots);
    }
    for (const [feature, spots] of spotsOf) {
      if (plane.featureRing[feature] === plane.featureRing[feature + 1]) continue;
      yield outlineFinding(context, { code: 'geometry-repeated-vertices', severity: 'info' }, layer, feature, {
        spots,
        data: { count: spots.length / 2 },
      });
    }
  }
}
