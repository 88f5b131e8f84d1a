import type { LayerId, Plan } from '../plan/types.ts';
import type { UpdateReading } from './types.ts';

/** A layer of which an update seems to hold only some features. */
export interface PartialLayer {
  layer: LayerId;
  /** Features of the layer in the update, and in the present plan. */
  givenCount: number;
  presentCount: number;
}

/**
 * Layers of which an update, read to replace them, most likely holds a part only: a single feature, or fewer than half as many as
 * the plan has and most of them known by their ids. Replacing such a layer would delete what was merely not in the file.
 */
export function findPartialLayers(present: Plan, { candidate, layers, featureCount }: UpdateReading): PartialLayer[] {
  if (!candidate) return [];
  return layers.flatMap((layer) => {
    const given = candidate.layers[layer];
    // Most updates are whole: a large plan's numbers are then not gone through.
    if (featureCount !== 1 && given.length * 2 >= present.layers[layer].length) return [];
    const known = new Set(present.layers[layer].map(({ id }) => id));
    const knownCount = given.filter(({ id }) => known.has(id)).length;
    const isSingle = featureCount === 1 && given.length < known.size;
    const isPart = given.length * 2 < known.size && knownCount * 2 > given.length;
    return isSingle || isPart ? [{ layer, givenCount: given.length, presentCount: known.size }] : [];
  });
}
