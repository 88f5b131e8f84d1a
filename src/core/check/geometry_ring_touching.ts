import type { Finding } from '../plan/findings.ts';
import { outlineFinding } from './outline_findings.ts';
import { OUTLINED_LAYERS } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/** A ring that comes back to a place it has been at: two plots that were drawn as one, or a needle of no width. */
export function* checkGeometryRingTouching(context: CheckContext): Generator<Finding | undefined> {
  const told = { code: 'geometry-ring-touching', severity: 'warning' } as const;
  for (const layer of OUTLINED_LAYERS) {
    const crossing = new Set(
      (yield* context.geometry.crossingsOf(layer, ['self-crossing'])).map(({ feature }) => feature),
    );
    for (const { feature, count, x, y } of yield* context.geometry.crossingsOf(layer, ['self-touching'])) {
      // An outline that crosses itself is told by that.
      if (crossing.has(feature)) continue;
      yield outlineFinding(context, told, layer, feature, { spots: [x, y], data: { count } });
    }
  }
}
