import { measureEllipsoidAreaSquareMetres } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** Each phase against its own target area, gross, on the ellipsoid. */
export function checkPhaseArea({ plan, tolerances }: CheckContext): Finding[] {
  return plan.layers.phases.flatMap((phase): Finding[] => {
    const targetSquareMetres = phase.properties.targetGrossAreaSquareMetres;
    if (targetSquareMetres === undefined) return [];
    const measuredSquareMetres = measureEllipsoidAreaSquareMetres(phase.geometry);
    const differenceSquareMetres = measuredSquareMetres - targetSquareMetres;
    const differencePercent = (differenceSquareMetres / targetSquareMetres) * 100;
    if (Math.abs(differencePercent) <= tolerances.phaseAreaPercent) return [];
    return [
      {
        code: 'phase-area',
        severity: 'error',
        layer: 'phases',
        feature: phase.id,
        data: {
          measuredSquareMetres,
          targetSquareMetres,
          differenceSquareMetres,
          differencePercent,
          tolerancePercent: tolerances.phaseAreaPercent,
        },
        evidence: phase.geometry,
      },
    ];
  });
}
