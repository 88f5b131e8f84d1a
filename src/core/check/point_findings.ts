import type { Finding } from '../plan/findings.ts';
import { LAYER_IDS, type LayerId, type Plan } from '../plan/types.ts';

/**
 * Gives each finding the pointer of its feature in the layer's file: a plan that is written has its features in the plan's
 * order. What a rule points at below the feature (its `pointer` begins with `./`) is put behind it.
 */
export function pointFindings(plan: Plan, findings: readonly Finding[]): Finding[] {
  const wanted = new Set(findings.map((finding) => finding.layer));
  const places = new Map<LayerId, Map<string, number>>();
  for (const layer of LAYER_IDS) {
    if (!wanted.has(layer)) continue;
    const indices = new Map<string, number>();
    for (const [index, feature] of plan.layers[layer].entries())
      if (!indices.has(feature.id)) indices.set(feature.id, index);
    places.set(layer, indices);
  }
  return findings.map((finding) => {
    const index =
      finding.layer && finding.feature !== undefined ? places.get(finding.layer)?.get(finding.feature) : undefined;
    if (index === undefined) return finding;
    const below = finding.pointer?.startsWith('./') ? finding.pointer.slice(1) : '';
    return { ...finding, pointer: `/features/${index}${below}` };
  });
}
