import type { SoundFeature } from '../geojson/check_structure.ts';
import { hullOf, InsideHull } from './hull.ts';

/** What recognition needs of all positions of a source, in its own numbers. Gathered once, however many readings are tried. */
export interface GatheredPositions {
  /** Medians of all positions: a few stray points do not move them. */
  middle: [number, number];
  /** Closed convex hull: it stays a simple shape in every reading. Points far outside the rest are left out of it. */
  outline: [number, number][];
  /** Some of the positions, x and y in turn, evenly from the whole source. */
  sample: Float64Array;
  /** Of each feature west, south, east and north: most questions about positions are answered without looking at them again. */
  boxes: Float64Array;
}

const MOST_SAMPLED = 8192;
const MOST_ASKED = 4096;
/** The hull is drawn through the highest and the lowest point of each of so many columns. */
const COLUMNS = 256;

/**
 * NaN for the middle where there are no positions.
 * @param known boxes of the features, one for each, as `SourceLayer.boxes` has them
 */
export function gatherPositions(features: readonly SoundFeature[], known?: Float64Array): GatheredPositions {
  const sampler = new Sampler();
  // Of very many features some are asked, evenly from the whole source, for all their positions.
  const step = Math.ceil(features.length / MOST_ASKED);
  for (let index = 0; index < features.length; index += step) sampler.walk(features[index]?.geometry.coordinates);
  const sample = sampler.taken();
  const [xs, ys] = [axisOf(sample, 0), axisOf(sample, 1)];
  const [rangeX, rangeY] = [rangeOf(xs), rangeOf(ys)];
  const sampled = new Columns(rangeX, rangeY);
  for (let index = 0; index < sample.length; index += 2) sampled.add(sample[index] ?? 0, sample[index + 1] ?? 0);
  // What lies inside the sample's hull cannot be a corner of that of all.
  const inside = new InsideHull(hullOf(sampled.extremes()));
  const columns = new Columns(rangeX, rangeY);
  const boxes = boxesOf(features, known);
  for (const [index, { geometry }] of features.entries())
    if (!inside.holdsBox(boxes, 4 * index)) columns.walk(geometry.coordinates);
  return { middle: [at(xs, 0.5), at(ys, 0.5)], outline: hullOf(columns.extremes()), sample, boxes };
}

/** The boxes the reader of the file has seen where it has, those of the others by a walk. */
function boxesOf(features: readonly SoundFeature[], known: Float64Array | undefined): Float64Array {
  const boxes = new Float64Array(4 * features.length);
  for (const [index, { geometry }] of features.entries()) {
    const at = 4 * index;
    const isKnown = known !== undefined && !Number.isNaN(known[at]);
    for (let side = 0; side < 4; side += 1) {
      const nothing = side < 2 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      boxes[at + side] = isKnown ? (known[at + side] as number) : nothing;
    }
    if (!isKnown) widen(boxes, at, geometry.coordinates);
  }
  return boxes;
}

function widen(boxes: Float64Array, at: number, coordinates: unknown): void {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] !== 'number') {
    for (let index = 0; index < coordinates.length; index += 1) widen(boxes, at, coordinates[index]);
    return;
  }
  const x: number = coordinates[0];
  const y: number = coordinates[1];
  if (x < (boxes[at] as number)) boxes[at] = x;
  if (y < (boxes[at + 1] as number)) boxes[at + 1] = y;
  if (x > (boxes[at + 2] as number)) boxes[at + 2] = x;
  if (y > (boxes[at + 3] as number)) boxes[at + 3] = y;
}

/** Takes every nth position; n doubles whenever there are too many. */
class Sampler {
  readonly #sample = new Float64Array(2 * MOST_SAMPLED);
  #count = 0;
  #stride = 1;
  #seen = 0;

  walk(coordinates: unknown): void {
    if (!Array.isArray(coordinates)) return;
    const first: unknown = coordinates[0];
    if (typeof first === 'number') this.#take([coordinates as number[]]);
    else if (Array.isArray(first) && typeof first[0] === 'number') this.#take(coordinates as number[][]);
    else for (let index = 0; index < coordinates.length; index += 1) this.walk(coordinates[index]);
  }

  /** Of a list of positions only those are looked at that are taken. */
  #take(positions: readonly number[][]): void {
    const before = this.#seen;
    for (;;) {
      const next = this.#seen + this.#stride - (this.#seen % this.#stride);
      const position = positions[next - before - 1];
      if (!position) break;
      this.#seen = next;
      if (this.#count === MOST_SAMPLED) this.#thin();
      this.#sample[2 * this.#count] = position[0] ?? 0;
      this.#sample[2 * this.#count + 1] = position[1] ?? 0;
      this.#count += 1;
    }
    this.#seen = before + positions.length;
  }

  #thin(): void {
    this.#count /= 2;
    this.#stride *= 2;
    for (let index = 0; index < this.#count; index += 1) {
      this.#sample[2 * index] = this.#sample[4 * index] ?? 0;
      this.#sample[2 * index + 1] = this.#sample[4 * index + 1] ?? 0;
    }
  }

  taken(): Float64Array {
    return this.#sample.slice(0, 2 * this.#count);
  }
}

function axisOf(sample: Float64Array, axis: 0 | 1): Float64Array {
  const values = new Float64Array(sample.length / 2);
  for (let index = 0; index < values.length; index += 1) values[index] = sample[2 * index + axis] ?? 0;
  return values.sort();
}

function at(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Where nearly all values lie, with room for a source that is dense in one place and thin in another. */
function rangeOf(sorted: Float64Array): [from: number, to: number] {
  const [low, high] = [at(sorted, 0.02), at(sorted, 0.98)];
  const room = 5 * (high - low);
  return [Math.max(low - room, at(sorted, 0)), Math.min(high + room, at(sorted, 1))];
}

class Columns {
  readonly #x: readonly [number, number];
  readonly #y: readonly [number, number];
  readonly #lowest: ([number, number] | undefined)[] = [];
  readonly #highest: ([number, number] | undefined)[] = [];

  constructor(x: readonly [number, number], y: readonly [number, number]) {
    this.#x = x;
    this.#y = y;
  }

  /** The sample may miss the outermost position by a little: what lies beyond the ends by less than that belongs to them. */
  #isNear(x: number, y: number): boolean {
    const [from, to] = this.#x;
    const [low, high] = this.#y;
    const besideX = (to - from) * 0.02;
    const besideY = (high - low) * 0.02;
    return x >= from - besideX && x <= to + besideX && y >= low - besideY && y <= high + besideY;
  }

  #columnOf(x: number): number {
    const [from, to] = this.#x;
    return to > from ? Math.max(0, Math.min(COLUMNS - 1, Math.floor(((x - from) / (to - from)) * COLUMNS))) : 0;
  }

  walk(coordinates: unknown): void {
    if (!Array.isArray(coordinates)) return;
    if (typeof coordinates[0] !== 'number') {
      for (let index = 0; index < coordinates.length; index += 1) this.walk(coordinates[index]);
      return;
    }
    this.add(coordinates[0], coordinates[1]);
  }

  add(x: number, y: number): void {
    if (!this.#isNear(x, y)) return;
    const column = this.#columnOf(x);
    const lowest = this.#lowest[column];
    const highest = this.#highest[column];
    if (!lowest || y < lowest[1]) this.#lowest[column] = [x, y];
    if (!highest || y > highest[1]) this.#highest[column] = [x, y];
    // The ends' columns also keep what lies outermost, or the hull would lose its sides.
    if (column === 0 && (!this.#first || x < this.#first[0])) this.#first = [x, y];
    if (column === COLUMNS - 1 && (!this.#last || x > this.#last[0])) this.#last = [x, y];
  }
  #first: [number, number] | undefined;
  #last: [number, number] | undefined;

  extremes(): [number, number][] {
    return [this.#first, this.#last, ...this.#lowest, ...this.#highest].flatMap((point) => (point ? [point] : []));
  }
}
