import type { Finding } from '../plan/findings.ts';
import { outlineFinding } from './outline_findings.ts';
import { OUTLINED_LAYERS } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/** A part or hole of fewer than three different vertices: it bounds nothing and is left out of everything computed. */
export function* checkGeometryFewVertices(context: CheckContext): Generator<Finding | undefined> {
  for (const layer of OUTLINED_LAYERS) {
    const { plane } = context.geometry.layer(layer);
    const spotsOf = new Map<number, number[]>();
    for (let index = 0; index < plane.collapsed.length; index += 2) {
      const feature = plane.collapsed[index] as number;
      const node = plane.collapsed[index + 1] as number;
      // A feature of nothing else has no area: that is told instead.
      if (plane.featureRing[feature] === plane.featureRing[feature + 1]) continue;
      const spots = spotsOf.get(feature) ?? [];
      spots.push(plane.nodeX[node] as number, plane.nodeY[node] as number);
      spotsOf.set(feature, spots);
    }
    for (const [feature, spots] of spotsOf)
      yield outlineFinding(context, { code: 'geometry-few-vertices', severity: 'error' }, layer, feature, {
        spots,
        data: { count: spots.length / 2 },
      });
  }
}
