import type { Finding } from '../plan/findings.ts';
import { usagesOf } from './building_limit.ts';
import type { CheckContext } from './rule.ts';

/** How many features a grouped finding names. */
const NAMED = 20;

/** Limits nobody can tell the use of because data is missing: one finding per control, never called compliant. */
export function checkBuildingUnknown(context: CheckContext): Finding[] {
  const groups = new Map<string, { layer: 'buildings' | 'plots'; features: string[]; missing: Set<string> }>();
  for (const { layer, feature, usage } of usagesOf(context)) {
    if (usage.compliance !== 'unknown') continue;
    const group = groups.get(usage.control) ?? { layer, features: [], missing: new Set() };
    group.features.push(feature);
    for (const field of usage.missing) group.missing.add(field);
    groups.set(usage.control, group);
  }
  return [...groups].map(([control, { layer, features, missing }]) => ({
    code: 'building-unknown',
    severity: 'info',
    layer,
    data: {
      control,
      count: features.length,
      features: [...features].sort().slice(0, NAMED),
      fields: [...missing].sort(),
    },
  }));
}
