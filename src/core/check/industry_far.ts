import type { Finding } from '../plan/findings.ts';
import { landUseGroupOf } from '../plan/land_use_group.ts';
import type { CheckContext } from './rule.ts';

/** 合肥市控规通则（试行）, 2013: the FAR of industrial land is above 1.0, so that its upper limit must leave room for that. */
export function checkIndustryFar({ plan, ledger, limits }: CheckContext): Finding[] {
  return plan.layers.plots.flatMap(({ id, geometry, properties }): Finding[] => {
    const far = ledger.plots.get(id)?.controls.far.max?.value;
    if (landUseGroupOf(properties) !== 'industry' || far === undefined || far > limits.industryFarAbove) return [];
    return [
      {
        code: 'industry-far',
        severity: 'warning',
        layer: 'plots',
        feature: id,
        pointer: './properties/farMax',
        data: { field: 'farMax', actual: far, limit: limits.industryFarAbove },
        evidence: geometry,
      },
    ];
  });
}
