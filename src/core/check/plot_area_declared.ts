import { measureEllipsoidAreaSquareMetres } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import { LEAST_AREA_SQUARE_METRES } from './geometry_no_area.ts';
import type { CheckContext } from './rule.ts';

/** A plot's declared net area against its drawn one (图数一致), on the ellipsoid. */
export function checkPlotAreaDeclared({ plan, tolerances }: CheckContext): Finding[] {
  return plan.layers.plots.flatMap((plot): Finding[] => {
    const declaredSquareMetres = plot.properties.netAreaSquareMetres;
    if (declaredSquareMetres === undefined) return [];
    const measuredSquareMetres = measureEllipsoidAreaSquareMetres(plot.geometry);
    // A plot without ground has a finding of its own.
    if (measuredSquareMetres < LEAST_AREA_SQUARE_METRES) return [];
    const differenceSquareMetres = declaredSquareMetres - measuredSquareMetres;
    const differencePercent = (differenceSquareMetres / measuredSquareMetres) * 100;
    if (Math.abs(differencePercent) <= tolerances.declaredAreaPercent) return [];
    return [
      {
        code: 'plot-area-declared',
        severity: 'error',
        layer: 'plots',
        feature: plot.id,
        pointer: './properties/netAreaSquareMetres',
        data: {
          field: 'netAreaSquareMetres',
          declaredSquareMetres,
          measuredSquareMetres,
          differenceSquareMetres,
          differencePercent,
          tolerancePercent: tolerances.declaredAreaPercent,
        },
        evidence: plot.geometry,
      },
    ];
  });
}
