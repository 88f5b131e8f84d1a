import { measureEllipsoidAreaSquareMetres } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/**
 * A building that declares more floor area than its footprint times its floors. Halls of double height count twice in some codes, so
 * that a single storey may count for two.
 */
export function checkBuildingFloorArea({ plan, limits }: CheckContext): Finding[] {
  return plan.layers.buildings.flatMap(({ id, geometry, properties }): Finding[] => {
    const { gfaSquareMetres, floors } = properties;
    if (gfaSquareMetres === undefined || floors === undefined || !(floors > 0)) return [];
    const footprintSquareMetres = measureEllipsoidAreaSquareMetres(geometry);
    const mostSquareMetres = footprintSquareMetres * (floors === 1 ? 2 : floors);
    if (gfaSquareMetres <= mostSquareMetres * (1 + limits.totalsPercent / 100)) return [];
    return [
      {
        code: 'building-floor-area',
        severity: 'warning',
        layer: 'buildings',
        feature: id,
        pointer: './properties/gfaSquareMetres',
        data: { field: 'gfaSquareMetres', gfaSquareMetres, footprintSquareMetres, floors, mostSquareMetres },
        evidence: geometry,
      },
    ];
  });
}
