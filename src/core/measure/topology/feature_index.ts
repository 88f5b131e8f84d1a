import Flatbush from 'flatbush';

/** Finds the features of a layer whose boxes touch a box, in the boxes' own unit. Features without a box are never found. */
export interface FeatureIndex {
  /** In ascending order. */
  search(minX: number, minY: number, maxX: number, maxY: number): number[];
  /** In no particular order, and without a list: for what is asked of every feature. */
  eachTouching(
    box: readonly [minX: number, minY: number, maxX: number, maxY: number],
    visit: (feature: number) => void,
  ): void;
}

/** @param boxes west, south, east and north of each feature; Infinity before −Infinity where it has none */
export function createFeatureIndex(boxes: Float64Array): FeatureIndex {
  const featureCount = boxes.length / 4;
  const placed: number[] = [];
  for (let feature = 0; feature < featureCount; feature += 1)
    if ((boxes[4 * feature] as number) <= (boxes[4 * feature + 2] as number)) placed.push(feature);
  if (placed.length === 0) return { search: () => [], eachTouching: () => undefined };
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
    eachTouching: ([minX, minY, maxX, maxY], visit) => {
      tree.search(minX, minY, maxX, maxY, (place) => {
        visit(placed[place] as number);
        return false;
      });
    },
  };
}
