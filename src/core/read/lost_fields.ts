import { BOOKKEEPING_FIELDS, LAYERS } from '../plan/fields.ts';
import type { LayerId, Plan } from '../plan/types.ts';
import type { DiagnosticLog } from './diagnostic_log.ts';
import type { ReadFeature } from './interpret_source.ts';

/** What a file says of itself, or need not: that a new file is silent on who made the old one is no loss. */
const OF_THE_FILE: ReadonlySet<string> = new Set([...BOOKKEEPING_FIELDS, 'source', 'confidence', 'status']);

/**
 * Reports the dictionary's fields that features of the plan hold and none of those that take their places does: exports seldom carry
 * every control, and what is missing in the file would be gone from the plan without anybody having meant it.
 */
export function reportLostFields(
  plan: Plan,
  features: readonly ReadFeature[],
  layer: LayerId,
  log: DiagnosticLog,
): void {
  const present = new Map(plan.layers[layer].map((feature) => [feature.id, feature.properties]));
  const given = features.filter((one) => one.layer === layer);
  const heldBy = new Map<string, number>();
  for (const { feature } of given) {
    const before = present.get(feature.id) as Readonly<Record<string, unknown>> | undefined;
    for (const field in before)
      if (holds(before, field) && !OF_THE_FILE.has(field) && LAYERS[layer].fields.has(field))
        heldBy.set(field, (heldBy.get(field) ?? 0) + 1);
  }
  // Whatever one of the new features states the file knows of; most are met in the first.
  for (const { feature } of given) {
    if (heldBy.size === 0) return;
    for (const field of heldBy.keys()) if (holds(feature.properties, field)) heldBy.delete(field);
  }
  if (heldBy.size === 0) return;
  const count = Math.max(...heldBy.values());
  log.add({ code: 'fields-not-in-file', severity: 'warning', layer, data: { fields: [...heldBy.keys()], count } });
}

function holds(properties: object | undefined, field: string): boolean {
  if (!properties || !Object.hasOwn(properties, field)) return false;
  const value: unknown = Reflect.get(properties, field);
  return value !== undefined && value !== null;
}
