import type { Segments } from './edge_grid.ts';
import type { FeatureIndex } from './feature_index.ts';
import { SQUARE_UNITS_PER_SQUARE_METRE, UNITS_PER_METRE } from './grid.ts';
import type { OpenEdges } from './open_edges.ts';
import { type PlaneLayer, verticesOf } from './plane_layer.ts';

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
  /** There may be more: features lie upon each other in such a heap that they were not all held against each other. */
  isCut: boolean;
}

/** Ground two features share below this is the rounding of a sum: it leads nowhere. */
const NOTHING_SQUARE_UNITS = 1e-6 * SQUARE_UNITS_PER_SQUARE_METRE;
/** How far beside an edge its left side is asked about: clear of rounding, and well within the distance that welds. */
const BESIDE_UNITS = 2;
/** What lies beside a shorter edge, at a corner where much meets, is not taken for what lies beside those it goes on in. */
const LEAST_TELLING_UNITS = 0.1 * UNITS_PER_METRE;
const EDGES_PER_SLICE = 16_384;
const PAIRS_PER_SLICE = 8192;

export interface OverlapOptions {
  /** Pairs that share no more are left out. */
  toleranceSquareUnits: number;
  /** So many pairs are listed, the others only counted: a layer drawn upon itself has as many as its features squared. */
  mostPairs: number;
  /** Once so many features were held against each other, it is enough that the list is full: ten thousand in a heap are 50 million pairs. */
  mostMeasured: number;
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
 * twice is therefore bounded by an open edge of a feature, with another feature on its left too. As no two open edges cross, how
 * often the ground beside one is covered is the same all along it, and along those it goes on in, up to where more than one leave a
 * node. So it is asked of one edge in each such row who else covers the ground left of its middle: of a block of plots, which takes
 * one question instead of one for each plot at its rim (a third of the time of the whole search). From each pair that is found so
 * the search goes on to all that lie around the two, because deeper inside such ground there may be pairs whose own edges are all
 * shared with others.
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

  const isAlone = new Uint8Array(open.count);
  for (let edge = 0; edge < open.count; edge += 1) {
    if (edge % EDGES_PER_SLICE === EDGES_PER_SLICE - 1) yield;
    const feature = open.feature[edge] as number;
    // One that is in the queue is held against all around it from there.
    if (isAlone[edge] === 1 || isQueued[feature] === 1 || copies.has(feature)) continue;
    const { x, y, length } = spotBeside(open.segments, edge);
    let others = 0;
    index.eachTouching([x, y, x, y], (other) => {
      if (other === feature || !covers(layer, other, x, y)) return;
      others += 1;
      if (copies.has(other)) return;
      enqueue(feature);
      enqueue(other);
    });
    if (others > 0 || length < LEAST_TELLING_UNITS) continue;
    for (let at = edge; isAlone[at] === 0; at = following(at) ?? edge) isAlone[at] = 1;
  }
  /** The edge another goes on in, where it is the only one. */
  function following(edge: number): number | undefined {
    const { start, members } = open.leaving;
    const node = open.to[edge] as number;
    const first = start[node] as number;
    return start[node + 1] === first + 1 ? members[first] : undefined;
  }

  for (const feature of [...options.unsound, ...open.uncut]) enqueue(feature);

  const pairs: OverlapPair[] = [];
  let count = 0;
  let measured = 0;
  const isEnough = () => measured >= options.mostMeasured && count >= options.mostPairs;
  const isDone = new Uint8Array(featureCount);
  for (let place = 0; place < queue.length && !isEnough(); place += 1) {
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
  return { pairs, count, isCut: isEnough() };
}

/** The place left of the middle of an edge, and how long the edge is. */
function spotBeside({ ax, ay, bx, by }: Segments, edge: number): { x: number; y: number; length: number } {
  const fromX = ax[edge] as number;
  const fromY = ay[edge] as number;
  const dx = (bx[edge] as number) - fromX;
  const dy = (by[edge] as number) - fromY;
  const length = Math.sqrt(dx * dx + dy * dy);
  const beside = BESIDE_UNITS / length;
  return { x: fromX + dx / 2 - dy * beside, y: fromY + dy / 2 + dx * beside, length };
}

/** Whether a feature covers a place, by the even-odd rule. */
function covers(layer: PlaneLayer, feature: number, px: number, py: number): boolean {
  const { x, y, next } = layer;
  const [from, to] = verticesOf(layer, feature);
  let isInside = false;
  for (let edge = from; edge < to; edge += 1) {
    const ay = y[edge] as number;
    const end = next[edge] as number;
    const by = y[end] as number;
    if (ay > py === by > py) continue;
    const ax = x[edge] as number;
    if (px < ax + ((py - ay) / (by - ay)) * ((x[end] as number) - ax)) isInside = !isInside;
  }
  return isInside;
}
