import type { Finding } from '../plan/findings.ts';
import { limitFinding, usagesOf } from './building_limit.ts';
import type { CheckContext } from './rule.ts';

/**
 * A building higher than its plot allows, or a plot with more floor area or footprint than it allows. A compulsory limit (强制性) is not
 * to be broken, and one whose force nobody states is taken for such; a guiding one (指导性) may be departed from with a reason.
 */
export function checkBuildingOverLimit(context: CheckContext): Finding[] {
  return usagesOf(context)
    .filter(({ usage }) => usage.compliance === 'over')
    .map((placed) => {
      const { headroom, isGuidingOnly } = placed.usage;
      const finding = limitFinding('building-over-limit', isGuidingOnly ? 'warning' : 'error', placed);
      const excess = headroom === undefined ? null : -headroom;
      return { ...finding, data: { ...finding.data, excess, ...(isGuidingOnly && { binding: 'guiding' }) } };
    });
}
