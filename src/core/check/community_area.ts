import type { Finding } from '../plan/findings.ts';
import { communityBoundaryOf } from './community_boundary.ts';
import { measureByBasis, sumByBasis } from './measure_by_basis.ts';
import type { CheckContext } from './rule.ts';

/**
 * The phases together against the community's target area. The ellipsoid decides; the plane and turf's sphere stand beside it.
 * A community that meets its target is told too, for its figures.
 */
export function checkCommunityArea({ plan, shapes }: CheckContext): Finding[] {
  const { community } = plan.manifest;
  if (!community) return [];
  const total = sumByBasis(plan.layers.phases.map((phase) => measureByBasis(phase, shapes)));
  const differenceSquareMetres = total.ellipsoidSquareMetres - community.areaSquareMetres;
  const differencePercent = (differenceSquareMetres / community.areaSquareMetres) * 100;
  const isMet = Math.abs(differencePercent) <= community.areaTolerancePercent;
  const boundary = communityBoundaryOf(plan);
  return [
    {
      code: isMet ? 'community-area-met' : 'community-area',
      severity: isMet ? 'info' : 'error',
      layer: 'zones',
      feature: community.zone,
      data: {
        measuredSquareMetres: total.ellipsoidSquareMetres,
        targetSquareMetres: community.areaSquareMetres,
        differenceSquareMetres,
        differencePercent,
        tolerancePercent: community.areaTolerancePercent,
        planeSquareMetres: total.planeSquareMetres,
        sphereSquareMetres: total.sphereSquareMetres,
        measuringCrs: shapes.projection.crs,
      },
      ...(boundary && { evidence: boundary.geometry }),
    },
  ];
}
