import type { Areal, Position } from '../plan/types.ts';
import { measureEllipsoidAreaSquareMetres } from './ellipsoid.ts';

interface Cell {
  x: number;
  y: number;
  half: number;
  /** Distance to the nearest edge, negative outside. */
  distance: number;
  /** No point of the cell can be farther inside than this. */
  potential: number;
  /** How many cells were made before it. */
  order: number;
}

/** Signed distance from a point to the boundary of rings, positive inside. Each ring is x, y, x, y …: the inner loop of all. */
function signedDistance(x: number, y: number, rings: readonly Float64Array[]): number {
  let inside = false;
  let squared = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    let bx = ring[ring.length - 2] ?? 0;
    let by = ring[ring.length - 1] ?? 0;
    for (let at = 0; at < ring.length; at += 2) {
      const ax = ring[at] ?? 0;
      const ay = ring[at + 1] ?? 0;
      const dx = bx - ax;
      const dy = by - ay;
      if (ay > y !== by > y && x < (dx * (y - ay)) / dy + ax) inside = !inside;
      const length = dx * dx + dy * dy;
      const share = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
      const apartX = x - ax - share * dx;
      const apartY = y - ay - share * dy;
      const apart = apartX * apartX + apartY * apartY;
      if (apart < squared) squared = apart;
      bx = ax;
      by = ay;
    }
  }
  return inside ? Math.sqrt(squared) : -Math.sqrt(squared);
}

/** Takes cells in any order and gives the most promising first; of equal ones the one that came first. */
class CellQueue {
  readonly #heap: Cell[] = [];

  push(cell: Cell): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (!parent || isBefore(parent, cell)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = cell;
  }

  pop(): Cell | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      let child = heap[below];
      if (!child) break;
      const other = heap[below + 1];
      if (other && isBefore(other, child)) {
        below += 1;
        child = other;
      }
      if (isBefore(last, child)) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(first: Cell, second: Cell): boolean {
  return first.potential > second.potential || (first.potential === second.potential && first.order < second.order);
}

/** The first cells are squares as wide as the polygon is thin, but no more than this along it. */
const MOST_CELLS_A_SIDE = 500;
/** The middles of a cell's quarters, in halves of its half. */
const QUARTERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;
/** Beyond this many cells a pathological outline is left with the best point found so far. */
const MAX_CELLS = 4000;

/**
 * A point well inside a shape, for its label: the middle of about the largest circle that fits its largest polygon, to 2 % of
 * the polygon's smaller side. (Quartering cells, the most promising first, after V. Agafonkin's polylabel.) Always inside a
 * simple polygon that has an area; else its first position. Undefined when the shape has no position.
 */
export function labelPointOf(geometry: Areal): [longitude: number, latitude: number] | undefined {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let rings: Position[][] = polygons[0] ?? [];
  if (polygons.length > 1) {
    let largest = -1;
    for (const coordinates of polygons) {
      const size = measureEllipsoidAreaSquareMetres({ type: 'Polygon', coordinates });
      if (size > largest) {
        largest = size;
        rings = coordinates;
      }
    }
  }
  const first = rings[0]?.[0];
  if (!first) return undefined;
  // Degrees of longitude shrink with latitude: work where a circle is round, from a local origin.
  const [longitude0 = 0, latitude0 = 0] = first;
  const squeeze = Math.cos((latitude0 * Math.PI) / 180) || 1;
  const local = rings.map((ring) => {
    const flat = new Float64Array(ring.length * 2);
    ring.forEach(([longitude = 0, latitude = 0], index) => {
      flat[2 * index] = (longitude - longitude0) * squeeze;
      flat[2 * index + 1] = latitude - latitude0;
    });
    return flat;
  });
  const [minX, minY, maxX, maxY] = boundsOfFlat(local[0]);
  const width = maxX - minX;
  const height = maxY - minY;
  const smaller = Math.min(width, height);
  if (!(smaller > 0)) return [longitude0, latitude0];
  const precision = smaller / 50;
  // A line of noise drawn as a polygon must not ask for millions of cells.
  const size = Math.max(smaller, Math.max(width, height) / MOST_CELLS_A_SIDE);

  let made = 0;
  const cellAt = (x: number, y: number, half: number): Cell => {
    const distance = signedDistance(x, y, local);
    made += 1;
    return { x, y, half, distance, potential: distance + half * Math.SQRT2, order: made };
  };
  let best = cellAt(minX + width / 2, minY + height / 2, 0);
  // A thin sliver needs finer cells until a point inside is found at all.
  const isHopeless = (cell: Cell): boolean => cell.potential - best.distance <= (best.distance > 0 ? precision : 0);
  const queue = new CellQueue();
  for (let x = minX; x < minX + width; x += size)
    for (let y = minY; y < minY + height; y += size) queue.push(cellAt(x + size / 2, y + size / 2, size / 2));
  for (let cell = queue.pop(); cell && made < MAX_CELLS; cell = queue.pop()) {
    if (cell.distance > best.distance) best = cell;
    if (isHopeless(cell)) continue;
    const half = cell.half / 2;
    for (const [dx, dy] of QUARTERS) {
      const quarter = cellAt(cell.x + dx * half, cell.y + dy * half, half);
      if (quarter.distance > best.distance || !isHopeless(quarter)) queue.push(quarter);
    }
  }
  if (best.distance <= 0) return [longitude0, latitude0];
  return [longitude0 + best.x / squeeze, latitude0 + best.y];
}

function boundsOfFlat(ring: Float64Array = new Float64Array(0)): [number, number, number, number] {
  const bounds: [number, number, number, number] = [0, 0, 0, 0];
  for (let at = 0; at < ring.length; at += 2) {
    const x = ring[at] ?? 0;
    const y = ring[at + 1] ?? 0;
    // The first position is the origin.
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }
  return bounds;
}
