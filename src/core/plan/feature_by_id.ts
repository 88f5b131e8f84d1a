import { fieldReader } from '../packing/large_lists.ts';
import type { LayerId, Plan } from './types.ts';

const known = new WeakMap<readonly unknown[], ReadonlyMap<string, unknown>>();

/** The feature of a layer with this id; undefined when there is none. Of a large layer every feature would be looked at for every move of the pointer. */
export function featureById<Layer extends LayerId>(
  plan: Plan,
  layer: Layer,
  id: string,
): Plan['layers'][Layer][number] | undefined {
  const features: readonly { id: string }[] = plan.layers[layer];
  let byId = known.get(features);
  if (!byId) {
    // The first of two that have the same id, as a search from the front finds it.
    const made = new Map<string, unknown>();
    const idAt = fieldReader(features, 'id') as (place: number) => string;
    for (let place = 0; place < features.length; place += 1) {
      const one = idAt(place);
      if (!made.has(one)) made.set(one, features[place]);
    }
    byId = made;
    known.set(features, byId);
  }
  return byId.get(id) as Plan['layers'][Layer][number] | undefined;
}
