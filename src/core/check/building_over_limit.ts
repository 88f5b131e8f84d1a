import type { Finding } from '../plan/findings.ts';
import { limitFinding, usagesOf } from './building_limit.ts';
import type { CheckContext } from './rule.ts';

/** A building higher than its plot allows, or a plot with more floor area or footprint than it allows. */
export function checkBuildingOverLimit(context: CheckContext): Finding[] {
  return usagesOf(context)
    .filter(({ usage }) => usage.compliance === 'over')
    .map((placed) => {
      const finding = limitFinding('building-over-limit', 'error', placed);
      const { headroom } = placed.usage;
      return { ...finding, data: { ...finding.data, excess: headroom === undefined ? null : -headroom } };
    });
}
