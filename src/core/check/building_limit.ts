import type { Usage } from '../control/types.ts';
import type { Finding, Severity } from '../plan/findings.ts';
import type { Areal } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

/** One limit and its use: a building's own height, or the floor area and footprints of all buildings of a plot. */
export interface PlacedUsage {
  layer: 'buildings' | 'plots';
  feature: string;
  geometry: Areal;
  usage: Usage;
}

/** Every use of a limit in the plan: heights building by building, FAR and density plot by plot. */
export function usagesOf({ plan, ledger }: CheckContext): PlacedUsage[] {
  const buildings = plan.layers.buildings.flatMap((building): PlacedUsage[] => {
    const usage = ledger.buildings.get(building.id);
    return usage ? [{ layer: 'buildings', feature: building.id, geometry: building.geometry, usage }] : [];
  });
  const plots = plan.layers.plots.flatMap((plot): PlacedUsage[] => {
    const entry = ledger.plots.get(plot.id);
    if (!entry || entry.buildings.length === 0) return [];
    return entry.usages
      .filter((usage) => usage.control !== 'height')
      .map((usage) => ({ layer: 'plots', feature: plot.id, geometry: plot.geometry, usage }));
  });
  return [...buildings, ...plots];
}

/** A finding about one use of a limit, with all its figures. */
export function limitFinding(
  code: 'building-over-limit' | 'building-near-limit',
  severity: Severity,
  { layer, feature, geometry, usage }: PlacedUsage,
): Finding {
  const { control, actual, limit, limitFrom, headroom, usagePercent } = usage;
  return {
    code,
    severity,
    layer,
    feature,
    data: {
      control,
      actual: actual ?? null,
      limit: limit ?? null,
      ...(limitFrom !== undefined && { limitFrom }),
      headroom: headroom ?? null,
      usagePercent: usagePercent ?? null,
    },
    evidence: geometry,
  };
}
