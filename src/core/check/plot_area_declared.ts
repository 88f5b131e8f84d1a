import { measureEllipsoidAreaSquareMetres } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** A plot's declared net area against its drawn one (图数一致), on the ellipsoid. */
export function checkPlotAreaDeclared({ plan, tolerances }: CheckContext): Finding[] {
  return plan.layers.plots.flatMap((plot): Finding[] => {
    const declaredSquareMetres = plot.properties.netAreaSquareMetres;
    if (declaredSquareMetres === undefined) return [];
    const measuredSquareMetres = measureEllipsoidAreaSquareMetres(plot.geometry);
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
