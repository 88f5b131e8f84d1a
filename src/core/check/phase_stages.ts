import type { Finding } from '../plan/findings.ts';
import { communityBoundaryOf } from './community_boundary.ts';
import type { CheckContext } from './rule.ts';

/** The phases together hold every life-cycle stage the community is to have. */
export function checkPhaseStages({ plan }: CheckContext): Finding[] {
  const { community } = plan.manifest;
  const present = new Set(plan.layers.phases.flatMap((phase) => phase.properties.stages ?? []));
  const missing = (community?.stages ?? []).filter((stage) => !present.has(stage));
  if (!community || missing.length === 0) return [];
  const boundary = communityBoundaryOf(plan);
  return [
    {
      code: 'phase-stages',
      severity: 'error',
      layer: 'zones',
      feature: community.zone,
      data: { stages: missing },
      ...(boundary && { evidence: boundary.geometry }),
    },
  ];
}
