import type { Finding } from '../plan/findings.ts';
import type { LayerId, Plan } from '../plan/types.ts';

/**
 * Gives a finding the pointer of its feature in the layer's file: a plan that is written has its features in the plan's order.
 * What a rule points at below the feature (its `pointer` begins with `./`) is put behind it.
 */
export function createPointer(plan: Plan): (finding: Finding) => Finding {
  const places = new Map<LayerId, Map<string, number>>();
  function placesOf(layer: LayerId): Map<string, number> {
    let indices = places.get(layer);
    if (!indices) {
      indices = new Map();
      for (const [index, feature] of plan.layers[layer].entries())
        if (!indices.has(feature.id)) indices.set(feature.id, index);
      places.set(layer, indices);
    }
    return indices;
  }
  return (finding) => {
    const index =
      finding.layer && finding.feature !== undefined ? placesOf(finding.layer).get(finding.feature) : undefined;
    if (index === undefined) return finding;
    const below = finding.pointer?.startsWith('./') ? finding.pointer.slice(1) : '';
    return { ...finding, pointer: `/features/${index}${below}` };
  };
}
