import { AREA_NOISE_SHARE } from '../control/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** 合肥市控规通则（试行）, 2013: a plot that carries a high-rise has at least 3,000 m² of net area. */
export function checkHighRisePlotSmall({ plan, ledger, limits }: CheckContext): Finding[] {
  const buildings = new Map(plan.layers.buildings.map((building) => [building.id, building]));
  return plan.layers.plots.flatMap(({ id }): Finding[] => {
    const entry = ledger.plots.get(id);
    const areaSquareMetres = entry?.areas.ellipsoidSquareMetres;
    const leastSquareMetres = limits.highRisePlotMinSquareMetres * (1 - AREA_NOISE_SHARE);
    if (!entry || areaSquareMetres === undefined || areaSquareMetres >= leastSquareMetres) return [];
    return entry.buildings.flatMap((number): Finding[] => {
      const building = buildings.get(number);
      const heightMetres = building?.properties.heightMetres;
      if (!building || heightMetres === undefined || heightMetres <= limits.highRiseAboveMetres) return [];
      return [
        {
          code: 'high-rise-plot-small',
          severity: 'warning',
          layer: 'buildings',
          feature: number,
          related: [id],
          data: {
            heightMetres,
            highRiseAboveMetres: limits.highRiseAboveMetres,
            areaSquareMetres,
            leastSquareMetres: limits.highRisePlotMinSquareMetres,
          },
          evidence: building.geometry,
        },
      ];
    });
  });
}
