import { EdgeGrid } from './edge_grid.ts';
import { WELD_UNITS } from './grid.ts';
import type { OpenEdges } from './open_edges.ts';
import { hasNode, type PlaneLayer } from './plane_layer.ts';
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
): Generator<undefined, NearMiss[]> {
  const { count, from, to, feature, segments } = open;
  const { ax, ay, bx, by } = segments;
  const { nodeX, nodeY } = layer;
  const grid = new EdgeGrid(segments, distanceUnits);
  yield;
  const found = new Map<number, NearMiss & { nodes: Set<number> }>();

  /** Whether a place is near to a neighbour's edge only because the edge ends at a corner that both share. */
  function isSharedCorner(owner: number, px: number, py: number, distance: number, end: number, isNearest: boolean) {
    // Where edges cross there is no vertex of anybody's.
    if (end >= layer.nodeCount) return false;
    const dx = (nodeX[end] as number) - px;
    const dy = (nodeY[end] as number) - py;
    if (!isNearest && distance <= PARTING_SINE * Math.sqrt(dx * dx + dy * dy)) return false;
    return hasNode(layer, owner, end);
  }

  function hold(node: number, owner: number, edge: number): void {
    const a = from[edge] as number;
    const b = to[edge] as number;
    const other = feature[edge] as number;
    if (other === owner || a === node || b === node || open.isCrowded[edge] === 1) return;
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
    if (isSharedCorner(owner, px, py, distance, a, share === 0)) return;
    if (isSharedCorner(owner, px, py, distance, b, share === 1)) return;
    const first = Math.min(owner, other);
    const second = Math.max(owner, other);
    const key = first * layer.featureCount + second;
    const known = found.get(key) ?? { first, second, distanceUnits: 0, spots: [], nodes: new Set<number>() };
    found.set(key, known);
    known.distanceUnits = Math.max(known.distanceUnits, distance);
    known.nodes.add(node);
  }

  function lookAround(node: number, owner: number): void {
    if (node >= layer.nodeCount) return;
    for (const other of grid.near(nodeX[node] as number, nodeY[node] as number)) hold(node, owner, other);
  }

  for (let edge = 0; edge < count; edge += 1) {
    if (edge % EDGES_PER_SLICE === EDGES_PER_SLICE - 1) yield;
    // Where features lie upon each other, which of them shares the border with a third is chance.
    if (open.isCrowded[edge] === 1) continue;
    lookAround(from[edge] as number, feature[edge] as number);
    // The end of an edge is mostly the beginning of the next: a vertex is looked at once.
    const following = edge + 1;
    const isFollowed =
      following < count &&
      from[following] === to[edge] &&
      feature[following] === feature[edge] &&
      open.isCrowded[following] === 0;
    if (!isFollowed) lookAround(to[edge] as number, feature[edge] as number);
  }
  return [...found.values()].map(({ nodes, ...miss }) => ({
    ...miss,
    spots: [...nodes]
      .map((node) => [nodeX[node] as number, nodeY[node] as number] as const)
      .sort(([ax, ay], [bx, by]) => ax - bx || ay - by)
      .flat(),
  }));
}
