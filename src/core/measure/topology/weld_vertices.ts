import { ArrayBlock } from './array_block.ts';
import { WELD_UNITS } from './grid.ts';

/** Side of a cell in grid units, 0.1 m: few vertices stand so near to each other, few so near to a cell's border. */
const CELL_UNITS = 1024;

const NONE = -1;
/** Parent of a vertex that stands where an earlier one does. */
const NO_SPOT = 0xffffffff;

export interface Nodes {
  /** Number of the node each vertex became. */
  node: Uint32Array;
  count: number;
  /** Where the nodes stand, in grid units. */
  x: Float64Array;
  y: Float64Array;
}

function hashOf(column: number, row: number): number {
  const hash = Math.imul(column | 0, 0x9e3779b1) ^ Math.imul(row | 0, 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) >>> 0;
}

/**
 * Makes one node of all vertices that stand within `WELD_METRES` of each other, directly or by way of others. A node stands where
 * its westernmost (then southernmost) vertex does, so the order of vertices does not matter. Time grows with the number of
 * vertices: they are found by their cell in a hash table.
 */
export function weldVertices(x: Float64Array, y: Float64Array, count: number): Nodes {
  const node = new Uint32Array(count);
  const spots = new Spots(x, y, node);
  for (let vertex = 0; vertex < count; vertex += 1) spots.add(vertex);
  const nodeX = new Float64Array(count);
  const nodeY = new Float64Array(count);
  const nodeCount = spots.number(count, nodeX, nodeY);
  return { node, count: nodeCount, x: nodeX.subarray(0, nodeCount), y: nodeY.subarray(0, nodeCount) };
}

function isBefore(x: Float64Array, y: Float64Array, one: number, other: number): boolean {
  const step = (x[one] as number) - (x[other] as number);
  return step !== 0 ? step < 0 : (y[one] as number) < (y[other] as number);
}

/** The distinct places vertices stand at, joined where they are within reach of each other. A place goes by its first vertex. */
export class Spots {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** The spot each vertex stands at, and in the end its node. */
  readonly #node: Uint32Array;
  readonly #mask: number;
  /** First spot of the cell that hashed here, plus one; 0 is free. */
  readonly #table: Uint32Array;
  /** Next spot of the same cell, plus one. */
  readonly #following: Uint32Array;
  readonly #parent: Uint32Array;

  /** @param node as long as there may be vertices; `x` and `y` have to hold a vertex once it is added */
  constructor(x: Float64Array, y: Float64Array, node: Uint32Array) {
    this.#x = x;
    this.#y = y;
    this.#node = node;
    let size = 16;
    while (size < 1.25 * node.length) size *= 2;
    this.#mask = size - 1;
    const block = new ArrayBlock(4 * size, 4 * node.length, 4 * node.length);
    this.#table = block.uint32(size);
    this.#following = block.uint32(node.length);
    this.#parent = block.uint32(node.length);
  }

  /** Adds a vertex; those before it have been added. */
  add(vertex: number): void {
    const x = this.#x[vertex] as number;
    const y = this.#y[vertex] as number;
    const column = Math.floor(x / CELL_UNITS);
    const row = Math.floor(y / CELL_UNITS);
    const slot = this.#slotOf(column, row);
    const first = this.#table[slot] as number;
    for (let place = first; place !== 0; place = this.#following[place - 1] as number) {
      const spot = place - 1;
      if (this.#x[spot] === x && this.#y[spot] === y) {
        this.#parent[vertex] = NO_SPOT;
        this.#node[vertex] = spot;
        return;
      }
    }
    this.#parent[vertex] = vertex;
    this.#node[vertex] = vertex;
    this.#joinWithin(first, vertex);
    const fromWest = x - column * CELL_UNITS;
    const fromSouth = y - row * CELL_UNITS;
    const sideways = fromWest < WELD_UNITS ? -1 : fromWest >= CELL_UNITS - WELD_UNITS ? 1 : 0;
    const upwards = fromSouth < WELD_UNITS ? -1 : fromSouth >= CELL_UNITS - WELD_UNITS ? 1 : 0;
    if (sideways !== 0) this.#joinCell(column + sideways, row, vertex);
    if (upwards !== 0) this.#joinCell(column, row + upwards, vertex);
    if (sideways !== 0 && upwards !== 0) this.#joinCell(column + sideways, row + upwards, vertex);
    this.#following[vertex] = first;
    this.#table[slot] = vertex + 1;
  }

  /**
   * Ends the adding: numbers the nodes of the first `count` vertices in the order of the vertices, writes down where they stand, and
   * returns how many there are. There may be as many as vertices.
   */
  number(count: number, x: Float64Array, y: Float64Array): number {
    // Of the first spot of those that are joined: the westernmost of them, or once they are numbered −2 less the number.
    const least = new Int32Array(this.#following.buffer, this.#following.byteOffset, count).fill(NONE);
    let nodeCount = 0;
    for (let spot = 0; spot < count; spot += 1) {
      if (this.#parent[spot] === NO_SPOT) continue;
      const root = this.#rootOf(spot);
      const best = least[root] as number;
      if (best === NONE) nodeCount += 1;
      if (best === NONE || isBefore(this.#x, this.#y, spot, best)) least[root] = spot;
    }
    let following = 0;
    for (let vertex = 0; vertex < count; vertex += 1) {
      const root = this.#rootOf(this.#node[vertex] as number);
      const known = least[root] as number;
      if (known >= 0) {
        x[following] = this.#x[known] as number;
        y[following] = this.#y[known] as number;
        least[root] = -2 - following;
        following += 1;
      }
      this.#node[vertex] = -2 - (least[root] as number);
    }
    return nodeCount;
  }

  #rootOf(spot: number): number {
    let root = spot;
    while (this.#parent[root] !== root) {
      this.#parent[root] = this.#parent[this.#parent[root] as number] as number;
      root = this.#parent[root] as number;
    }
    return root;
  }

  /** Where a cell's list begins in the table, or the free place it would begin at. */
  #slotOf(column: number, row: number): number {
    let slot = hashOf(column, row) & this.#mask;
    for (;;) {
      const place = this.#table[slot] as number;
      if (place === 0) return slot;
      const spot = place - 1;
      if (
        Math.floor((this.#x[spot] as number) / CELL_UNITS) === column &&
        Math.floor((this.#y[spot] as number) / CELL_UNITS) === row
      )
        return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #joinCell(column: number, row: number, vertex: number): void {
    this.#joinWithin(this.#table[this.#slotOf(column, row)] as number, vertex);
  }

  #joinWithin(first: number, vertex: number): void {
    const x = this.#x[vertex] as number;
    const y = this.#y[vertex] as number;
    for (let place = first; place !== 0; place = this.#following[place - 1] as number) {
      const spot = place - 1;
      const dx = (this.#x[spot] as number) - x;
      const dy = (this.#y[spot] as number) - y;
      if (dx * dx + dy * dy <= WELD_UNITS * WELD_UNITS) this.#parent[this.#rootOf(spot)] = this.#rootOf(vertex);
    }
  }
}
