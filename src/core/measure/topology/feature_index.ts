import Flatbush from 'flatbush';
import type { PlaneLayer } from './plane_layer.ts';

/** Finds the features of a layer whose boxes touch a box, in grid units. Features without a ring are never found. */
export interface FeatureIndex {
  /** In ascending order. */
  search(minX: number, minY: number, maxX: number, maxY: number): number[];
}

export function createFeatureIndex(layer: PlaneLayer): FeatureIndex {
  const { boxes, featureCount } = layer;
  const placed: number[] = [];
  for (let feature = 0; feature < featureCount; feature += 1)
    if ((boxes[4 * feature] as number) <= (boxes[4 * feature + 2] as number)) placed.push(feature);
  if (placed.length === 0) return { search: () => [] };
  const tree = new Flatbush(placed.length);
  for (const feature of placed)
    tree.add(
      boxes[4 * feature] as number,
      boxes[4 * feature + 1] as number,
      boxes[4 * feature + 2] as number,
      boxes[4 * feature + 3] as number,
    );
  tree.finish();
  return {
    search: (minX, minY, maxX, maxY) =>
      tree
        .search(minX, minY, maxX, maxY)
        .sort((a, b) => a - b)
        .map((place) => placed[place] as number),
  };
}
