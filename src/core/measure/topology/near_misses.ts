import { EdgeGrid } from './edge_grid.ts';
import { WELD_UNITS } from './grid.ts';
import type { OpenEdges } from './open_edges.ts';
import { type PlaneLayer, verticesOf } from './plane_layer.ts';
import { shareAlong, squaredDistanceToSegment } from './segment.ts';

/** Two features whose borders run beside each other without being the same. */
export interface NearMiss {
  first: number;
  second: number;
  /** The largest distance found between a vertex and the other's border, in grid units. */
  distanceUnits: number;
  /** The vertices, x and y in turn, west to east. */
  spots: number[];
}

/** Borders that part from a common corner at more than this are two borders: sine of 10°. */
const PARTING_SINE = 0.17;
const EDGES_PER_SLICE = 8192;

/** Vertices of a feature that lie within a distance of a neighbour's border and not on it, pair by pair. */
export function* findNearMisses(
  layer: PlaneLayer,
  open: OpenEdges,
  distanceUnits: number,
): Generator<void, NearMiss[]> {
  const { count, from, to, feature, nodeX, nodeY } = open;
  const segments = {
    count,
    ax: gather(nodeX, from, count),
    ay: gather(nodeY, from, count),
    bx: gather(nodeX, to, count),
    by: gather(nodeY, to, count),
  };
  const grid = new EdgeGrid(segments, distanceUnits);
  yield;
  const { ax, ay, bx, by } = segments;
  const found = new Map<number, NearMiss & { nodes: Set<number> }>();

  function hold(node: number, owner: number, edge: number): void {
    const a = from[edge] as number;
    const b = to[edge] as number;
    const other = feature[edge] as number;
    if (other === owner || a === node || b === node) return;
    const px = nodeX[node] as number;
    const py = nodeY[node] as number;
    const axe = ax[edge] as number;
    const bxe = bx[edge] as number;
    if (Math.min(axe, bxe) - distanceUnits > px || Math.max(axe, bxe) + distanceUnits < px) return;
    const aye = ay[edge] as number;
    const bye = by[edge] as number;
    const squared = squaredDistanceToSegment(px, py, axe, aye, bxe, bye);
    if (squared > distanceUnits * distanceUnits || squared <= WELD_UNITS * WELD_UNITS) return;
    const distance = Math.sqrt(squared);
    const share = shareAlong(px, py, axe, aye, bxe, bye);
    // A vertex is near to the next one of its own ring where that is the neighbour's too.
    for (const [end, isNearest] of [
      [a, share === 0],
      [b, share === 1],
    ] as const) {
      if (!hasNode(layer, owner, end)) continue;
      const along = Math.hypot((nodeX[end] as number) - px, (nodeY[end] as number) - py);
      if (isNearest || distance > PARTING_SINE * along) return;
    }
    const first = Math.min(owner, other);
    const second = Math.max(owner, other);
    const key = first * layer.featureCount + second;
    const known = found.get(key) ?? { first, second, distanceUnits: 0, spots: [], nodes: new Set<number>() };
    found.set(key, known);
    known.distanceUnits = Math.max(known.distanceUnits, distance);
    known.nodes.add(node);
  }

  for (let edge = 0; edge < count; edge += 1) {
    if (edge % EDGES_PER_SLICE === EDGES_PER_SLICE - 1) yield;
    for (const node of [from[edge] as number, to[edge] as number])
      for (const other of grid.near(nodeX[node] as number, nodeY[node] as number))
        hold(node, feature[edge] as number, other);
  }
  return [...found.values()].map(({ nodes, ...miss }) => ({
    ...miss,
    spots: [...nodes]
      .map((node) => [nodeX[node] as number, nodeY[node] as number] as const)
      .sort(([ax, ay], [bx, by]) => ax - bx || ay - by)
      .flat(),
  }));
}

function gather(values: Float64Array, indices: Uint32Array, count: number): Float64Array {
  const result = new Float64Array(count);
  for (let index = 0; index < count; index += 1) result[index] = values[indices[index] as number] as number;
  return result;
}

function hasNode(layer: PlaneLayer, feature: number, node: number): boolean {
  const [from, to] = verticesOf(layer, feature);
  for (let vertex = from; vertex < to; vertex += 1) if (layer.node[vertex] === node) return true;
  return false;
}
