import type { SoundFeature } from '../geojson/check_structure.ts';

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

const MOST_SAMPLED = 32_768;
/** The hull is drawn through the highest and the lowest point of each of so many columns. */
const COLUMNS = 256;

/** NaN for the middle where there are no positions. */
export function gatherPositions(features: readonly SoundFeature[]): GatheredPositions {
  const sampler = new Sampler();
  for (const { geometry } of features) sampler.walk(geometry.coordinates);
  const sample = sampler.taken();
  const [xs, ys] = [axisOf(sample, 0), axisOf(sample, 1)];
  const columns = new Columns(rangeOf(xs), rangeOf(ys));
  const boxes = boxesOf(features);
  for (const [index, { geometry }] of features.entries())
    if (columns.mayWiden(boxes, 4 * index)) columns.walk(geometry.coordinates);
  return { middle: [at(xs, 0.5), at(ys, 0.5)], outline: hullOf(columns.extremes()), sample, boxes };
}

function boxesOf(features: readonly SoundFeature[]): Float64Array {
  const boxes = new Float64Array(4 * features.length);
  let west = 0;
  let south = 0;
  let east = 0;
  let north = 0;
  const walk = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    if (typeof coordinates[0] !== 'number') {
      for (let index = 0; index < coordinates.length; index += 1) walk(coordinates[index]);
      return;
    }
    const x: number = coordinates[0];
    const y: number = coordinates[1];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  };
  for (const [index, { geometry }] of features.entries()) {
    west = south = Number.POSITIVE_INFINITY;
    east = north = Number.NEGATIVE_INFINITY;
    walk(geometry.coordinates);
    boxes[4 * index] = west;
    boxes[4 * index + 1] = south;
    boxes[4 * index + 2] = east;
    boxes[4 * index + 3] = north;
  }
  return boxes;
}

/** Takes every nth position; n doubles whenever there are too many. */
class Sampler {
  readonly #sample = new Float64Array(2 * MOST_SAMPLED);
  #count = 0;
  #stride = 1;
  #seen = 0;

  walk(coordinates: unknown): void {
    if (!Array.isArray(coordinates)) return;
    const [first] = coordinates as unknown[];
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

  /** Whether a box reaches beyond what is known of its columns. */
  mayWiden(boxes: Float64Array, at: number): boolean {
    const [from, to] = this.#x;
    const west = boxes[at] ?? 0;
    const south = boxes[at + 1] ?? 0;
    const east = boxes[at + 2] ?? 0;
    const north = boxes[at + 3] ?? 0;
    if (!(to > from)) return true;
    const first = this.#columnOf(west);
    const last = this.#columnOf(east);
    if (first === 0 && !(this.#first && this.#first[0] <= west)) return true;
    if (last === COLUMNS - 1 && !(this.#last && this.#last[0] >= east)) return true;
    for (let column = first; column <= last; column += 1) {
      const lowest = this.#lowest[column];
      const highest = this.#highest[column];
      if (!lowest || !highest || south < lowest[1] || north > highest[1]) return true;
    }
    return false;
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
    const [from, to] = this.#x;
    const x: number = coordinates[0];
    const y: number = coordinates[1];
    // The sample may miss the outermost point by a little: a column beyond the ends is the end's.
    const room = (to - from) * 0.02;
    const high = (this.#y[1] - this.#y[0]) * 0.02;
    if (!(x >= from - room && x <= to + room && y >= this.#y[0] - high && y <= this.#y[1] + high)) return;
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

/** Closed convex hull by Andrew's monotone chain. */
function hullOf(points: [number, number][]): [number, number][] {
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly [number, number][]) => {
    const hull: [number, number][] = [];
    for (const point of list) {
      while (hull.length >= 2 && turnOf(hull.at(-2), hull.at(-1), point) <= 0) hull.pop();
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  const hull = [...half(points), ...half([...points].reverse())];
  const corners = hull.length > 0 ? hull : points.slice(0, 1);
  const [first] = corners;
  return first ? [...corners, first] : [];
}

function turnOf(a: [number, number] | undefined, b: [number, number] | undefined, c: [number, number]): number {
  if (!a || !b) return 0;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
