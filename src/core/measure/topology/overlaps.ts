import type { FeatureIndex } from './feature_index.ts';
import { SQUARE_UNITS_PER_SQUARE_METRE } from './grid.ts';
import type { OpenEdges } from './open_edges.ts';
import type { PlaneLayer } from './plane_layer.ts';

/** Two features of a layer, by their places in it, that share ground. */
export interface OverlapPair {
  first: number;
  second: number;
  areaSquareUnits: number;
}
export interface OverlapPairs {
  pairs: OverlapPair[];
  /** There are more, which were not looked for. */
  isCut: boolean;
}

/** Ground two features share below this is the rounding of a sum: it leads nowhere. */
const NOTHING_SQUARE_UNITS = 1e-6 * SQUARE_UNITS_PER_SQUARE_METRE;
const FEATURES_PER_SLICE = 2048;

export interface OverlapOptions {
  /** Pairs that share no more are left out. */
  toleranceSquareUnits: number;
  /** The search ends after so many pairs: a layer drawn upon itself has as many as its features squared. */
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
  const known = new Set<number>();
  const pairs: OverlapPair[] = [];
  const isQueued = new Uint8Array(featureCount);
  const queue: number[] = [];
  const enqueue = (feature: number) => {
    if (isQueued[feature] === 1) return;
    isQueued[feature] = 1;
    queue.push(feature);
  };

  /** False once there are more pairs than are wanted. */
  function hold(one: number, other: number): boolean {
    const first = Math.min(one, other);
    const second = Math.max(one, other);
    const key = first * featureCount + second;
    if (first === second || options.copies.has(one) || options.copies.has(other) || known.has(key)) return true;
    const areaSquareUnits = options.measureShared(first, second);
    if (areaSquareUnits <= NOTHING_SQUARE_UNITS) return true;
    // Pairs that share nothing are not remembered: measuring one twice costs less than keeping hundreds of thousands.
    known.add(key);
    enqueue(first);
    enqueue(second);
    if (areaSquareUnits <= options.toleranceSquareUnits) return true;
    if (pairs.length === options.mostPairs) return false;
    pairs.push({ first, second, areaSquareUnits });
    return true;
  }

  const edgesOf = groupByFeature(open, featureCount);
  for (let feature = 0; feature < featureCount; feature += 1) {
    if (feature % FEATURES_PER_SLICE === FEATURES_PER_SLICE - 1) yield;
    const from = edgesOf.start[feature] as number;
    const to = edgesOf.start[feature + 1] as number;
    if (from === to || options.copies.has(feature)) continue;
    const box = boxOfEdges(open, edgesOf.edges, from, to);
    for (const other of index.search(...box)) {
      if (other === feature || !meetsOne(open, edgesOf.edges, from, to, boxes, other)) continue;
      if (!hold(feature, other)) return { pairs, isCut: true };
    }
  }
  for (const feature of options.unsound) if (!options.copies.has(feature)) enqueue(feature);
  for (let place = 0; place < queue.length; place += 1) {
    if (place % FEATURES_PER_SLICE === FEATURES_PER_SLICE - 1) yield;
    const feature = queue[place] as number;
    const around = index.search(
      boxes[4 * feature] as number,
      boxes[4 * feature + 1] as number,
      boxes[4 * feature + 2] as number,
      boxes[4 * feature + 3] as number,
    );
    for (const other of around) if (!hold(feature, other)) return { pairs, isCut: true };
  }
  return { pairs, isCut: false };
}

interface Grouped {
  start: Uint32Array;
  edges: Uint32Array;
}

function groupByFeature(open: OpenEdges, featureCount: number): Grouped {
  const start = new Uint32Array(featureCount + 2);
  for (let edge = 0; edge < open.count; edge += 1) {
    const key = (open.feature[edge] as number) + 2;
    start[key] = (start[key] as number) + 1;
  }
  for (let key = 2; key < start.length; key += 1) start[key] = (start[key] as number) + (start[key - 1] as number);
  const edges = new Uint32Array(open.count);
  for (let edge = 0; edge < open.count; edge += 1) {
    const key = (open.feature[edge] as number) + 1;
    edges[start[key] as number] = edge;
    start[key] = (start[key] as number) + 1;
  }
  return { start, edges };
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
