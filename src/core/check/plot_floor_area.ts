import { measureEllipsoidAreaSquareMetres } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import { percentOff } from './percent_off.ts';
import type { CheckContext } from './rule.ts';

/**
 * A plot whose stated floor area lies outside what its own FAR makes of its site: more than the upper FAR × net area, or less than the
 * lower one. The site is the stated one, which a table multiplies with, or else the drawn one.
 */
export function checkPlotFloorArea({ plan, limits }: CheckContext): Finding[] {
  return plan.layers.plots.flatMap(({ id, geometry, properties }): Finding[] => {
    const { gfaSquareMetres, farMin, farMax } = properties;
    if (gfaSquareMetres === undefined) return [];
    const netAreaSquareMetres = properties.netAreaSquareMetres ?? measureEllipsoidAreaSquareMetres(geometry);
    const tell = (field: 'farMin' | 'farMax', far: number | undefined, sign: 1 | -1): Finding[] => {
      if (far === undefined) return [];
      const expectedSquareMetres = far * netAreaSquareMetres;
      const differencePercent = percentOff(gfaSquareMetres, expectedSquareMetres);
      if (!(differencePercent * sign > limits.totalsPercent)) return [];
      return [
        {
          code: 'plot-floor-area',
          severity: 'error',
          layer: 'plots',
          feature: id,
          pointer: './properties/gfaSquareMetres',
          data: {
            field,
            gfaSquareMetres,
            far,
            netAreaSquareMetres,
            expectedSquareMetres,
            differencePercent,
            tolerancePercent: limits.totalsPercent,
          },
          evidence: geometry,
        },
      ];
    };
    return [...tell('farMax', farMax, 1), ...tell('farMin', farMin, -1)];
  });
}
