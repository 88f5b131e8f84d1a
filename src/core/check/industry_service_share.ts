import type { Finding } from '../plan/findings.ts';
import { landUseGroupOf } from '../plan/land_use_group.ts';
import { tidy } from '../plan/tidy.ts';
import type { CheckContext } from './rule.ts';

/** Uses of buildings that serve administration and living, as planners write them. */
const SERVICE = /办公|行政|宿舍|公寓|食堂|餐饮|生活|倒班|office|administration|dormitory|canteen|living|flat/i;

/** 合肥市控规通则（试行）, 2013: administration and living take at most 10 % of an industrial site's floor area. */
export function checkIndustryServiceShare({ plan, ledger, limits }: CheckContext): Finding[] {
  const buildings = new Map(plan.layers.buildings.map((building) => [building.id, building.properties]));
  return plan.layers.plots.flatMap(({ id, geometry, properties }): Finding[] => {
    if (landUseGroupOf(properties) !== 'industry') return [];
    const own = (ledger.plots.get(id)?.buildings ?? []).flatMap((one) => {
      const found = buildings.get(one);
      return found ? [found] : [];
    });
    // Without a use on every building the share would be a guess.
    if (own.length === 0 || own.some(({ use, gfaSquareMetres }) => !use || gfaSquareMetres === undefined)) return [];
    const sum = (list: typeof own) => list.reduce((total, one) => total + (one.gfaSquareMetres ?? 0), 0);
    const totalSquareMetres = sum(own);
    const serviceSquareMetres = sum(own.filter(({ use }) => SERVICE.test(use ?? '')));
    const sharePercent = tidy((serviceSquareMetres / totalSquareMetres) * 100);
    if (!(sharePercent > limits.industryServiceGfaMaxPercent)) return [];
    return [
      {
        code: 'industry-service-share',
        severity: 'warning',
        layer: 'plots',
        feature: id,
        data: {
          serviceSquareMetres,
          totalSquareMetres,
          sharePercent,
          limitPercent: limits.industryServiceGfaMaxPercent,
        },
        evidence: geometry,
      },
    ];
  });
}
