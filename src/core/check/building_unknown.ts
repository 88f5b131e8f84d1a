import type { Finding } from '../plan/findings.ts';
import type { Areal } from '../plan/types.ts';
import { usagesOf } from './building_limit.ts';
import { gatherShapes } from './evidence.ts';
import type { CheckContext } from './rule.ts';

/** How many features a grouped finding names. */
const NAMED = 20;

/** Limits nobody can tell the use of because data is missing: one finding per control, never called compliant. */
export function checkBuildingUnknown(context: CheckContext): Finding[] {
  const groups = new Map<
    string,
    { layer: 'buildings' | 'plots'; features: Map<string, Areal>; missing: Set<string> }
  >();
  for (const { layer, feature, geometry, usage } of usagesOf(context)) {
    if (usage.compliance !== 'unknown') continue;
    const group = groups.get(usage.control) ?? { layer, features: new Map(), missing: new Set() };
    group.features.set(feature, geometry);
    for (const field of usage.missing) group.missing.add(field);
    groups.set(usage.control, group);
  }
  return [...groups].map(([control, { layer, features, missing }]) => {
    const named = [...features].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, NAMED);
    return {
      code: 'building-unknown',
      severity: 'info',
      layer,
      data: { control, count: features.size, features: named.map(([id]) => id), fields: [...missing].sort() },
      evidence: gatherShapes(named.map(([, geometry]) => geometry)),
    };
  });
}
