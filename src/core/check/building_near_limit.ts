import type { Finding } from '../plan/findings.ts';
import { limitFinding, usagesOf } from './building_limit.ts';
import type { CheckContext } from './rule.ts';

/** A limit that is used up to the plan's `nearLimitPercent` or more, and kept. */
export function checkBuildingNearLimit(context: CheckContext): Finding[] {
  return usagesOf(context)
    .filter(({ usage }) => usage.compliance === 'near')
    .map((placed) => {
      const finding = limitFinding('building-near-limit', 'info', placed);
      return { ...finding, data: { ...finding.data, nearLimitPercent: context.tolerances.nearLimitPercent } };
    });
}
