import type { Areal, Position } from '../plan/types.ts';
import { boundsOf } from './bounds.ts';
import { measureEllipsoidAreaSquareMetres } from './ellipsoid.ts';

interface Cell {
  x: number;
  y: number;
  half: number;
  /** Distance to the nearest edge, negative outside. */
  distance: number;
  /** No point of the cell can be farther inside than this. */
  potential: number;
}

/** Signed distance from a point to the boundary of rings, positive inside. */
function signedDistance(x: number, y: number, rings: readonly Position[][]): number {
  let inside = false;
  let squared = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    let [bx = 0, by = 0] = ring.at(-1) ?? [];
    for (const [ax = 0, ay = 0] of ring) {
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const dx = bx - ax;
      const dy = by - ay;
      const length = dx * dx + dy * dy;
      const share = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
      squared = Math.min(squared, (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2);
      bx = ax;
      by = ay;
    }
  }
  return inside ? Math.sqrt(squared) : -Math.sqrt(squared);
}

/** The first cells are squares as wide as the polygon is thin, but no more than this along it. */
const MOST_CELLS_A_SIDE = 500;
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
  const local = rings.map((ring) =>
    ring.map(([longitude = 0, latitude = 0]): Position => [(longitude - longitude0) * squeeze, latitude - latitude0]),
  );
  const outer = local[0] ?? [];
  const [minX, minY, maxX, maxY] = boundsOf([{ type: 'LineString', coordinates: outer }]) ?? [0, 0, 0, 0];
  const width = maxX - minX;
  const height = maxY - minY;
  const smaller = Math.min(width, height);
  if (!(smaller > 0)) return [longitude0, latitude0];
  const precision = smaller / 50;
  // A line of noise drawn as a polygon must not ask for millions of cells.
  const size = Math.max(smaller, Math.max(width, height) / MOST_CELLS_A_SIDE);

  const cellAt = (x: number, y: number, half: number): Cell => {
    const distance = signedDistance(x, y, local);
    return { x, y, half, distance, potential: distance + half * Math.SQRT2 };
  };
  const queue: Cell[] = [];
  for (let x = minX; x < minX + width; x += size)
    for (let y = minY; y < minY + height; y += size) queue.push(cellAt(x + size / 2, y + size / 2, size / 2));
  let best = cellAt(minX + width / 2, minY + height / 2, 0);
  for (let made = queue.length; queue.length > 0 && made < MAX_CELLS; ) {
    let top = 0;
    for (let index = 1; index < queue.length; index += 1)
      if ((queue[index]?.potential ?? 0) > (queue[top]?.potential ?? 0)) top = index;
    const [cell] = queue.splice(top, 1);
    if (!cell) break;
    if (cell.distance > best.distance) best = cell;
    // A thin sliver needs finer cells until a point inside is found at all.
    if (cell.potential - best.distance <= (best.distance > 0 ? precision : 0)) continue;
    const half = cell.half / 2;
    for (const [dx, dy] of [
      [-half, -half],
      [half, -half],
      [-half, half],
      [half, half],
    ] as const)
      queue.push(cellAt(cell.x + dx, cell.y + dy, half));
    made += 4;
  }
  if (best.distance <= 0) return [longitude0, latitude0];
  return [longitude0 + best.x / squeeze, latitude0 + best.y];
}
