import type { Finding } from '../plan/findings.ts';
import type { PlanPlaces } from './plan_places.ts';

/**
 * Gives a finding the pointer of its feature in the layer's file: a plan that is written has its features in the plan's order.
 * What a rule points at below the feature (its `pointer` begins with `./`) is put behind it.
 */
export function createPointer(places: PlanPlaces): (finding: Finding) => Finding {
  return (finding) => {
    const { layer, feature } = finding;
    const index = layer && feature !== undefined ? places.byId(layer).get(feature) : undefined;
    if (index === undefined) return finding;
    const below = finding.pointer?.startsWith('./') ? finding.pointer.slice(1) : '';
    return { ...finding, pointer: `/features/${index}${below}` };
  };
}
