import { ArrayBlock } from './array_block.ts';

/** Edges as segments, in grid units. */
export interface Segments {
  count: number;
  ax: Float64Array;
  ay: Float64Array;
  bx: Float64Array;
  by: Float64Array;
}

/** The room so many segments take in a block. */
export function bytesOfSegments(count: number): number[] {
  return [8 * count, 8 * count, 8 * count, 8 * count];
}

/** Room for the ends of so many edges. */
export function createSegments(count: number, block = new ArrayBlock(...bytesOfSegments(count))): Segments {
  return {
    count,
    ax: block.float64(count),
    ay: block.float64(count),
    bx: block.float64(count),
    by: block.float64(count),
  };
}

/** Writes one segment over another. */
export function copySegment(source: Segments, from: number, target: Segments, to: number): void {
  target.ax[to] = source.ax[from] as number;
  target.ay[to] = source.ay[from] as number;
  target.bx[to] = source.bx[from] as number;
  target.by[to] = source.by[from] as number;
}

/** A cell with more edges than this is one heap upon another: comparing all pairs in it would take minutes. */
const MOST_EDGES_A_CELL = 2000;
/** A cell with fewer is never a heap. */
const FEW_EDGES_A_CELL = 64;

/**
 * Edges by the cells of a uniform grid they pass through, or pass by within a margin. Cells are about a mean edge wide, so the
 * number of entries grows with the number of edges, however long some of them are; cells are hashed, so an outlier costs nothing.
 */
export class EdgeGrid {
  readonly cellUnits: number;
  readonly #mask: number;
  readonly #start: Uint32Array;
  readonly #entries: Uint32Array;
  /** Edges that lie upon each other in such heaps that not all pairs of them are given. */
  readonly heaped: Set<number>;

  constructor(segments: Segments, marginUnits: number) {
    const { count, ax, ay, bx, by } = segments;
    let length = 0;
    for (let edge = 0; edge < count; edge += 1)
      length +=
        Math.abs((bx[edge] as number) - (ax[edge] as number)) + Math.abs((by[edge] as number) - (ay[edge] as number));
    this.cellUnits = Math.max(1, 4 * marginUnits, count > 0 ? length / count : 1);
    let size = 16;
    while (size < 2 * count) size *= 2;
    this.#mask = size - 1;
    const start = new Uint32Array(size + 2);
    this.#eachEntry(segments, marginUnits, (bucket) => {
      start[bucket + 2] = (start[bucket + 2] as number) + 1;
    });
    for (let bucket = 2; bucket < start.length; bucket += 1)
      start[bucket] = (start[bucket] as number) + (start[bucket - 1] as number);
    const entries = new Uint32Array(start[size + 1] as number);
    this.#eachEntry(segments, marginUnits, (bucket, edge) => {
      entries[start[bucket + 1] as number] = edge;
      start[bucket + 1] = (start[bucket + 1] as number) + 1;
    });
    this.#start = start;
    this.#entries = entries;
    const heaped = new Set<number>();
    for (let bucket = 0; bucket < size; bucket += 1) {
      const first = start[bucket] as number;
      const last = start[bucket + 1] as number;
      if (last - first > MOST_EDGES_A_CELL) for (const edge of entries.subarray(first, last)) heaped.add(edge);
    }
    this.heaped = heaped;
  }

  /** Edges that may pass within the margin of a point: all that do, and some that do not. None where they lie in heaps. */
  near(x: number, y: number): Uint32Array {
    const bucket = this.#bucketOf(Math.floor(x / this.cellUnits), Math.floor(y / this.cellUnits));
    const first = this.#start[bucket] as number;
    const last = this.#start[bucket + 1] as number;
    return this.#entries.subarray(first, last - first > MOST_EDGES_A_CELL ? first : last);
  }

  /**
   * Calls back with pairs of edges that may come within the margin of each other; with some of them more than once. The answer is
   * whether the two meet: a cell in which each edge meets more than `mostMeetings` others on average is left half done, as a heap.
   */
  *eachPair(visit: (edge: number, other: number) => boolean, mostMeetings: number): Generator<undefined, void> {
    for (let bucket = 0; bucket <= this.#mask; bucket += 1) {
      if (bucket % 16_384 === 16_383) yield;
      const first = this.#start[bucket] as number;
      const last = this.#start[bucket + 1] as number;
      if (last - first > MOST_EDGES_A_CELL) continue;
      const most = last - first > FEW_EDGES_A_CELL ? (mostMeetings * (last - first)) / 2 : Number.POSITIVE_INFINITY;
      let meetings = 0;
      for (let i = first; i < last && meetings <= most; i += 1)
        for (let j = i + 1; j < last; j += 1)
          if (visit(this.#entries[i] as number, this.#entries[j] as number)) meetings += 1;
      if (meetings > most) for (const edge of this.#entries.subarray(first, last)) this.heaped.add(edge);
    }
  }

  #bucketOf(column: number, row: number): number {
    const hash = Math.imul(column | 0, 0x9e3779b1) ^ Math.imul(row | 0, 0x85ebca6b);
    return (Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) >>> 0) & this.#mask;
  }

  #eachEntry({ count, ax, ay, bx, by }: Segments, margin: number, visit: (bucket: number, edge: number) => void): void {
    const cell = this.cellUnits;
    for (let edge = 0; edge < count; edge += 1) {
      const isForward = (ax[edge] as number) <= (bx[edge] as number);
      const leftX = (isForward ? ax[edge] : bx[edge]) as number;
      const leftY = (isForward ? ay[edge] : by[edge]) as number;
      const rightX = (isForward ? bx[edge] : ax[edge]) as number;
      const rightY = (isForward ? by[edge] : ay[edge]) as number;
      const slope = rightX > leftX ? (rightY - leftY) / (rightX - leftX) : 0;
      const lastColumn = Math.floor((rightX + margin) / cell);
      for (let column = Math.floor((leftX - margin) / cell); column <= lastColumn; column += 1) {
        const from = Math.max(leftX, column * cell - margin);
        const to = Math.min(rightX, (column + 1) * cell + margin);
        const isUpright = rightX === leftX;
        const yFrom = isUpright ? leftY : leftY + (from - leftX) * slope;
        const yTo = isUpright ? rightY : leftY + (to - leftX) * slope;
        // One unit more on either side: the slope is rounded.
        const lastRow = Math.floor((Math.max(yFrom, yTo) + margin + 1) / cell);
        for (let row = Math.floor((Math.min(yFrom, yTo) - margin - 1) / cell); row <= lastRow; row += 1)
          visit(this.#bucketOf(column, row), edge);
      }
    }
  }
}
