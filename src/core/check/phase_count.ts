import type { Finding } from '../plan/findings.ts';
import { communityBoundaryOf } from './community_boundary.ts';
import type { CheckContext } from './rule.ts';

/** As many phases as the community is to have. */
export function checkPhaseCount({ plan }: CheckContext): Finding[] {
  const { community } = plan.manifest;
  const count = plan.layers.phases.length;
  if (!community || count === community.phaseCount) return [];
  const boundary = communityBoundaryOf(plan);
  return [
    {
      code: 'phase-count',
      severity: 'error',
      layer: 'zones',
      feature: community.zone,
      data: { count, target: community.phaseCount },
      ...(boundary && { evidence: boundary.geometry }),
    },
  ];
}
