import type { FeatureIndex } from './feature_index.ts';
import { SQUARE_UNITS_PER_SQUARE_METRE } from './grid.ts';
import { groupByKey } from './group_by_key.ts';
import type { OpenEdges } from './open_edges.ts';
import type { PlaneLayer } from './plane_layer.ts';

/** Two features of a layer, by their places in it, that share ground. */
export interface OverlapPair {
  first: number;
  second: number;
  areaSquareUnits: number;
}
export interface OverlapPairs {
  /** In the order of their places. */
  pairs: OverlapPair[];
  /** How many there are, with those that are not listed. */
  count: number;
}

/** Ground two features share below this is the rounding of a sum: it leads nowhere. */
const NOTHING_SQUARE_UNITS = 1e-6 * SQUARE_UNITS_PER_SQUARE_METRE;
const FEATURES_PER_SLICE = 2048;
const PAIRS_PER_SLICE = 8192;

export interface OverlapOptions {
  /** Pairs that share no more are left out. */
  toleranceSquareUnits: number;
  /** So many pairs are listed, the others only counted: a layer drawn upon itself has as many as its features squared. */
  mostPairs: number;
  /** Features whose rings are no plain outlines: they are held against all around them. */
  unsound: ReadonlySet<number>;
  /** Ground two features share, in square grid units. */
  measureShared(first: number, second: number): number;
  /** Features that are left out: the same shape as another, which stands for them. */
  copies: ReadonlySet<number>;
}

/**
 * Pairs of features that share more ground than a tolerance, the smaller place first.
 *
 * How often a piece of ground is covered changes only across open edges, and it rises to the left of each. Ground that is covered
 * twice is therefore bounded by an open edge of a feature, with another feature on the same side of it: only features around open
 * edges are held against each other, not all neighbours. From each pair that shares ground the search goes on to all that lie
 * around the two, because deeper inside such ground there may be pairs whose own edges are all shared with others.
 */
export function* findOverlapPairs(
  layer: PlaneLayer,
  index: FeatureIndex,
  open: OpenEdges,
  options: OverlapOptions,
): Generator<undefined, OverlapPairs> {
  const { boxes, featureCount } = layer;
  const { copies, measureShared } = options;
  const isQueued = new Uint8Array(featureCount);
  const queue: number[] = [];
  const enqueue = (feature: number) => {
    if (isQueued[feature] === 1 || copies.has(feature)) return;
    isQueued[feature] = 1;
    queue.push(feature);
  };

  const edgesOf = groupByKey(open.feature, open.count, featureCount);
  for (let feature = 0; feature < featureCount; feature += 1) {
    if (feature % FEATURES_PER_SLICE === FEATURES_PER_SLICE - 1) yield;
    const from = edgesOf.start[feature] as number;
    const to = edgesOf.start[feature + 1] as number;
    if (from === to || copies.has(feature)) continue;
    const box = boxOfEdges(open, edgesOf.members, from, to);
    for (const other of index.search(...box)) {
      if (other === feature || copies.has(other)) continue;
      // The pair is measured once more from the queue, with all around the two.
      if (isQueued[feature] === 1 && isQueued[other] === 1) continue;
      if (!meetsOne(open, edgesOf.members, from, to, boxes, other)) continue;
      if (measureShared(Math.min(feature, other), Math.max(feature, other)) <= NOTHING_SQUARE_UNITS) continue;
      enqueue(feature);
      enqueue(other);
    }
  }
  for (const feature of options.unsound) enqueue(feature);

  const pairs: OverlapPair[] = [];
  let count = 0;
  let measured = 0;
  const isDone = new Uint8Array(featureCount);
  for (let place = 0; place < queue.length; place += 1) {
    const feature = queue[place] as number;
    isDone[feature] = 1;
    const around = index.search(
      boxes[4 * feature] as number,
      boxes[4 * feature + 1] as number,
      boxes[4 * feature + 2] as number,
      boxes[4 * feature + 3] as number,
    );
    for (const other of around) {
      // One that is done was held against this one then.
      if (isDone[other] === 1 || copies.has(other)) continue;
      measured += 1;
      if (measured % PAIRS_PER_SLICE === 0) yield;
      const first = Math.min(feature, other);
      const second = Math.max(feature, other);
      const areaSquareUnits = measureShared(first, second);
      if (areaSquareUnits <= NOTHING_SQUARE_UNITS) continue;
      enqueue(other);
      if (areaSquareUnits <= options.toleranceSquareUnits) continue;
      count += 1;
      if (count <= options.mostPairs) pairs.push({ first, second, areaSquareUnits });
    }
  }
  pairs.sort((one, other) => one.first - other.first || one.second - other.second);
  return { pairs, count };
}

function boxOfEdges(open: OpenEdges, edges: Uint32Array, from: number, to: number): [number, number, number, number] {
  const box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let place = from; place < to; place += 1) {
    const edge = edges[place] as number;
    for (const node of [open.from[edge] as number, open.to[edge] as number]) {
      const x = open.nodeX[node] as number;
      const y = open.nodeY[node] as number;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
  return box;
}

function meetsOne(
  open: OpenEdges,
  edges: Uint32Array,
  from: number,
  to: number,
  boxes: Float64Array,
  feature: number,
): boolean {
  const minX = boxes[4 * feature] as number;
  const minY = boxes[4 * feature + 1] as number;
  const maxX = boxes[4 * feature + 2] as number;
  const maxY = boxes[4 * feature + 3] as number;
  for (let place = from; place < to; place += 1) {
    const edge = edges[place] as number;
    const ax = open.nodeX[open.from[edge] as number] as number;
    const bx = open.nodeX[open.to[edge] as number] as number;
    if ((ax < minX && bx < minX) || (ax > maxX && bx > maxX)) continue;
    const ay = open.nodeY[open.from[edge] as number] as number;
    const by = open.nodeY[open.to[edge] as number] as number;
    if ((ay < minY && by < minY) || (ay > maxY && by > maxY)) continue;
    return true;
  }
  return false;
}
