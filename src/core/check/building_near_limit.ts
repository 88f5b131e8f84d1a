import type { Finding } from '../plan/findings.ts';
import { limitFinding, type PlacedUsage, usagesOf } from './building_limit.ts';
import { gatherShapes } from './evidence.ts';
import type { CheckContext } from './rule.ts';

/** Headroom below which a limit is used in full, in its unit (FAR, metres, percent): it would be told as 0. */
const NO_HEADROOM = 0.005;

/**
 * A limit that is used up to the plan's `nearLimitPercent` or more, and kept. Several such uses of one control in one phase are
 * one finding: a phase that is built up to its limits would drown all else.
 */
export function checkBuildingNearLimit(context: CheckContext): Finding[] {
  const { nearLimitPercent } = context.tolerances;
  const plotOfBuilding = new Map<string, string>();
  for (const { plot, buildings } of context.ledger.plots.values())
    for (const building of buildings) plotOfBuilding.set(building, plot);
  const plotOf = ({ layer, feature }: PlacedUsage) => (layer === 'plots' ? feature : plotOfBuilding.get(feature));

  const groups = new Map<string, { phase: string | undefined; placed: PlacedUsage[] }>();
  for (const placed of usagesOf(context)) {
    if (placed.usage.compliance !== 'near') continue;
    const phase = context.ledger.plots.get(plotOf(placed) ?? '')?.phase;
    const key = JSON.stringify([placed.usage.control, phase ?? null]);
    const group = groups.get(key) ?? { phase, placed: [] };
    group.placed.push(placed);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ phase, placed }) => {
    const [first, ...others] = placed;
    if (first && others.length === 0) {
      const finding = limitFinding('building-near-limit', 'info', first);
      return { ...finding, data: { ...finding.data, nearLimitPercent } };
    }
    return {
      code: 'building-near-limits',
      severity: 'info',
      layer: 'plots',
      related: [...new Set(placed.map((one) => plotOf(one) ?? one.feature))].sort(),
      data: {
        control: first?.usage.control ?? null,
        phase: phase ?? null,
        count: placed.length,
        fullCount: placed.filter(({ usage }) => usage.headroom !== undefined && usage.headroom < NO_HEADROOM).length,
        nearLimitPercent,
      },
      evidence: gatherShapes(placed.map(({ geometry }) => geometry)),
    };
  });
}
