import type { Finding } from '../plan/findings.ts';
import { landUseGroupOf } from '../plan/land_use_group.ts';
import type { CheckContext } from './rule.ts';

/** 合肥市控规通则（试行）, 2013: the green ratio of industrial land is at most 10 %, so that no more may be asked of it. */
export function checkIndustryGreenRatio({ plan, ledger, limits }: CheckContext): Finding[] {
  return plan.layers.plots.flatMap(({ id, geometry, properties }): Finding[] => {
    if (landUseGroupOf(properties) !== 'industry') return [];
    const controls = ledger.plots.get(id)?.controls.greenRatio;
    const limit = limits.industryGreenRatioMaxPercent;
    const asked = controls?.min?.value;
    const allowed = controls?.max?.value;
    const isMinimum = asked !== undefined && asked > limit;
    if (!isMinimum && (allowed === undefined || allowed <= limit)) return [];
    const field = isMinimum ? 'greenRatioMinPercent' : 'greenRatioMaxPercent';
    return [
      {
        code: 'industry-green-ratio',
        severity: 'warning',
        layer: 'plots',
        feature: id,
        pointer: `./properties/${field}`,
        data: { field, actual: (isMinimum ? asked : allowed) ?? null, limit },
        evidence: geometry,
      },
    ];
  });
}
