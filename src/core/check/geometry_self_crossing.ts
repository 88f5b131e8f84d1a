import type { Finding } from '../plan/findings.ts';
import { spotEvidence } from './evidence.ts';
import { OUTLINED_LAYERS } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/**
 * An outline that crosses itself has no certain area, and the sums over it would be wrong without a sign: the lobes of a bow-tie
 * cancel each other.
 */
export function* checkGeometrySelfCrossing({ geometry }: CheckContext): Generator<Finding | undefined> {
  for (const layer of OUTLINED_LAYERS) {
    const { plane, features } = geometry.layer(layer);
    for (const { feature, x, y } of yield* geometry.crossingsOf(layer, ['self-crossing'])) {
      const { id } = features[feature] ?? {};
      if (id === undefined) continue;
      yield {
        code: 'geometry-self-crossing',
        severity: 'error',
        layer,
        feature: id,
        pointer: './geometry',
        data: {},
        evidence: spotEvidence(plane, [x, y]),
      };
    }
  }
}
