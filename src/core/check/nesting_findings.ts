import type { CrossingKind, NestingFault } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import { outlineFinding } from './outline_findings.ts';
import { OUTLINED_LAYERS } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/** One finding for each feature with rings in the wrong place, by lying there or by crossing: the spots are a vertex of each. */
export function* nestingFindings(
  context: CheckContext,
  code: string,
  nesting: NestingFault['kind'],
  crossing: CrossingKind,
): Generator<Finding | undefined> {
  for (const layer of OUTLINED_LAYERS) {
    const { plane } = context.geometry.layer(layer);
    const spotsOf = new Map<number, number[]>();
    for (const { feature, x, y } of yield* context.geometry.crossingsOf(layer, [crossing]))
      spotsOf.set(feature, [x, y]);
    for (const { feature, kind, ring } of context.geometry.nestingFaults(layer)) {
      if (kind !== nesting) continue;
      const vertex = plane.ringStart[ring] as number;
      const spots = spotsOf.get(feature) ?? [];
      spots.push(plane.x[vertex] as number, plane.y[vertex] as number);
      spotsOf.set(feature, spots);
    }
    for (const [feature, spots] of spotsOf)
      yield outlineFinding(context, { code, severity: 'error' }, layer, feature, { spots });
  }
}
