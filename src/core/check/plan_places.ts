import { boxesOf } from '../measure/index.ts';
import type { LayerId, Plan } from '../plan/types.ts';

/** Where the features of a plan are: in their layers' lists, and on the ground. Everything is found once, when first asked for. */
export class PlanPlaces {
  readonly #plan: Plan;
  readonly #boxes = new Map<LayerId, Float64Array>();
  readonly #places = new Map<LayerId, ReadonlyMap<string, number>>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** West, south, east and north of each feature of a layer in degrees; Infinity before −Infinity for one without a position. */
  boxes(layer: LayerId): Float64Array {
    let boxes = this.#boxes.get(layer);
    if (!boxes) {
      boxes = boxesOf(this.#plan.layers[layer].map(({ geometry }) => geometry));
      this.#boxes.set(layer, boxes);
    }
    return boxes;
  }

  /** Place of each feature in its layer by its id: the first, where several have the same. */
  byId(layer: LayerId): ReadonlyMap<string, number> {
    let places = this.#places.get(layer);
    if (!places) {
      places = firstPlaces(this.#plan.layers[layer]);
      this.#places.set(layer, places);
    }
    return places;
  }
}

function firstPlaces(features: readonly { id: string }[]): Map<string, number> {
  const places = new Map<string, number>();
  // From the last to the first: the first of several stands in the end, and none is looked up before it is set.
  for (let place = features.length - 1; place >= 0; place -= 1)
    places.set((features[place] as { id: string }).id, place);
  return places;
}
