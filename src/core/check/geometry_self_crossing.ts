import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';
import { findSelfCrossing } from './self_crossing.ts';

const CHECKED = ['zones', 'phases', 'plots', 'buildings'] as const;

/**
 * An outline that crosses itself has no certain area, and the sums over it would be wrong without a sign: the lobes of a bow-tie
 * cancel each other.
 */
export function checkGeometrySelfCrossing({ plan, shapes }: CheckContext): Finding[] {
  return CHECKED.flatMap((layer) =>
    plan.layers[layer].flatMap((feature): Finding[] => {
      for (const path of shapes.of(feature).paths) {
        const crossing = findSelfCrossing(path);
        if (!crossing) continue;
        return [
          {
            code: 'geometry-self-crossing',
            severity: 'error',
            layer,
            feature: feature.id,
            pointer: './geometry',
            data: {},
            evidence: { type: 'Point', coordinates: shapes.projection.inverse(crossing) },
          },
        ];
      }
      return [];
    }),
  );
}
