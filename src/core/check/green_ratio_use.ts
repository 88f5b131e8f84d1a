import type { Finding } from '../plan/findings.ts';
import { type LandUseGroup, landUseGroupOf } from '../plan/land_use_group.ts';
import type { RuleLimits } from '../plan/rule_limits.ts';
import type { CheckContext } from './rule.ts';

const LEAST: Partial<Record<LandUseGroup, keyof RuleLimits>> = {
  housing: 'housingGreenRatioMinPercent',
  research: 'researchGreenRatioMinPercent',
  education: 'researchGreenRatioMinPercent',
  commerce: 'commerceGreenRatioMinPercent',
};

/** 合肥市控规通则（试行）, 2013 (advisory there): the green ratio asked of housing, research, education and commerce is not below their least. */
export function checkGreenRatioUse({ plan, ledger, limits }: CheckContext): Finding[] {
  return plan.layers.plots.flatMap(({ id, geometry, properties }): Finding[] => {
    const group = landUseGroupOf(properties);
    const name = group && LEAST[group];
    const actual = ledger.plots.get(id)?.controls.greenRatio.min?.value;
    if (!name || actual === undefined || actual >= limits[name]) return [];
    return [
      {
        code: 'green-ratio-use',
        severity: 'info',
        layer: 'plots',
        feature: id,
        pointer: './properties/greenRatioMinPercent',
        data: {
          field: 'greenRatioMinPercent',
          actual,
          limit: limits[name],
          value: properties.landUseName ?? properties.landUseCode ?? '',
        },
        evidence: geometry,
      },
    ];
  });
}
