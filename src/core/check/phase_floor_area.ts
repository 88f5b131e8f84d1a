import type { Finding } from '../plan/findings.ts';
import { percentOff } from './percent_off.ts';
import type { CheckContext } from './rule.ts';

/** A phase whose declared floor area is not its FAR times its net site area. */
export function checkPhaseFloorArea({ plan, limits }: CheckContext): Finding[] {
  return plan.layers.phases.flatMap(({ id, geometry, properties }): Finding[] => {
    const { far, netSiteAreaSquareMetres, gfaSquareMetres } = properties;
    if (far === undefined || netSiteAreaSquareMetres === undefined || gfaSquareMetres === undefined) return [];
    const expectedSquareMetres = far * netSiteAreaSquareMetres;
    const differencePercent = percentOff(gfaSquareMetres, expectedSquareMetres);
    if (!(Math.abs(differencePercent) > limits.totalsPercent)) return [];
    return [
      {
        code: 'phase-floor-area',
        severity: 'error',
        layer: 'phases',
        feature: id,
        pointer: './properties/gfaSquareMetres',
        data: {
          field: 'gfaSquareMetres',
          gfaSquareMetres,
          expectedSquareMetres,
          far,
          netAreaSquareMetres: netSiteAreaSquareMetres,
          differencePercent,
          tolerancePercent: limits.totalsPercent,
        },
        evidence: geometry,
      },
    ];
  });
}
