import { EdgeGrid, type Segments } from './edge_grid.ts';
import { WELD_UNITS } from './grid.ts';
import { crossingShare, shareAlong, squaredDistanceToSegment } from './segment.ts';
import { weldVertices } from './weld_vertices.ts';

/** A place an edge is cut at. */
export interface EdgeCut {
  edge: number;
  /** How far along the edge, 0–1. */
  share: number;
  node: number;
}

/** Edges between nodes, with the feature each is of. */
export interface CuttableEdges {
  segments: Segments;
  from: Uint32Array;
  end: Uint32Array;
  feature: Uint32Array;
  nodeCount: number;
}

interface Crossing {
  one: number;
  other: number;
  x: number;
  y: number;
}

/**
 * Where edges have to be cut, edge by edge and along each: at the ends of others that lie on them, and where they cross. Crossings
 * get nodes of their own behind the others, `extraX` and `extraY` being where they stand.
 * @param most places after which no more are looked for; `isWhole` says whether all were found
 */
export function* findCuts(
  edges: CuttableEdges,
  most = Number.POSITIVE_INFINITY,
): Generator<undefined, { cuts: EdgeCut[]; extraX: Float64Array; extraY: Float64Array; isWhole: boolean }> {
  const cuts: EdgeCut[] = [];
  const crossings: Crossing[] = [];
  const grid = new EdgeGrid(edges.segments, WELD_UNITS);
  yield undefined;
  yield* grid.eachPair((one, other) => {
    if (cuts.length + crossings.length < most) comparePair(edges, one, other, cuts, crossings);
  });
  const isWhole = !grid.hasHeaps && cuts.length + crossings.length < most;
  inOrder(cuts);
  const apart = crossings.filter((crossing) => !isAtNode(edges, cuts, crossing));
  const x = Float64Array.from(apart, (crossing) => crossing.x);
  const y = Float64Array.from(apart, (crossing) => crossing.y);
  const nodes = weldVertices(x, y, apart.length);
  for (const [place, { one, other }] of apart.entries()) {
    const node = nodes.node[place] as number;
    for (const edge of [one, other])
      cuts.push({
        edge,
        share: shareOf(edges.segments, edge, nodes.x[node] as number, nodes.y[node] as number),
        node: edges.nodeCount + node,
      });
  }
  inOrder(cuts);
  return { cuts, extraX: nodes.x, extraY: nodes.y, isWhole };
}

function inOrder(cuts: EdgeCut[]): void {
  cuts.sort((one, other) => one.edge - other.edge || one.share - other.share || one.node - other.node);
}

function shareOf({ ax, ay, bx, by }: Segments, edge: number, px: number, py: number): number {
  return shareAlong(px, py, ax[edge] as number, ay[edge] as number, bx[edge] as number, by[edge] as number);
}

function comparePair(
  { segments, from, end, feature }: CuttableEdges,
  one: number,
  other: number,
  cuts: EdgeCut[],
  crossings: Crossing[],
): void {
  const { ax, ay, bx, by } = segments;
  const px = ax[one] as number;
  const qx = bx[one] as number;
  const rx = ax[other] as number;
  const sx = bx[other] as number;
  if (Math.min(px, qx) - WELD_UNITS > Math.max(rx, sx) || Math.min(rx, sx) - WELD_UNITS > Math.max(px, qx)) return;
  const py = ay[one] as number;
  const qy = by[one] as number;
  const ry = ay[other] as number;
  const sy = by[other] as number;
  if (Math.min(py, qy) - WELD_UNITS > Math.max(ry, sy) || Math.min(ry, sy) - WELD_UNITS > Math.max(py, qy)) return;
  const a = from[one] as number;
  const b = end[one] as number;
  const c = from[other] as number;
  const d = end[other] as number;
  const isJoined = a === c || a === d || b === c || b === d;
  // Neighbours in a ring, or the same edge twice: a layer that lies upon itself has a great many.
  if (isJoined && (feature[one] === feature[other] || (a === c && b === d) || (a === d && b === c))) return;
  const before = cuts.length;
  if (a !== c && b !== c) cutWhereItLies(segments, one, c, rx, ry, cuts);
  if (a !== d && b !== d) cutWhereItLies(segments, one, d, sx, sy, cuts);
  if (c !== a && d !== a) cutWhereItLies(segments, other, a, px, py, cuts);
  if (c !== b && d !== b) cutWhereItLies(segments, other, b, qx, qy, cuts);
  if (isJoined || cuts.length > before) return;
  const share = crossingShare(px, py, qx, qy, rx, ry, sx, sy, 0);
  if (share === undefined) return;
  crossings.push({ one, other, x: Math.round(px + share * (qx - px)), y: Math.round(py + share * (qy - py)) });
}

function cutWhereItLies(segments: Segments, edge: number, node: number, x: number, y: number, cuts: EdgeCut[]): void {
  const ax = segments.ax[edge] as number;
  const ay = segments.ay[edge] as number;
  const bx = segments.bx[edge] as number;
  const by = segments.by[edge] as number;
  if (squaredDistanceToSegment(x, y, ax, ay, bx, by) > WELD_UNITS * WELD_UNITS) return;
  cuts.push({ edge, share: shareAlong(x, y, ax, ay, bx, by), node });
}

/** Whether two edges cross where both are cut anyway: a second node in the same place would tear the outline apart. */
function isAtNode({ segments }: CuttableEdges, cuts: readonly EdgeCut[], { one, other, x, y }: Crossing): boolean {
  const ofOther = new Set(cutsNear(segments, cuts, other, x, y));
  return cutsNear(segments, cuts, one, x, y).some((node) => ofOther.has(node));
}

function cutsNear(segments: Segments, cuts: readonly EdgeCut[], edge: number, x: number, y: number): number[] {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] as EdgeCut).edge < edge) low = middle + 1;
    else high = middle;
  }
  const { ax, ay, bx, by } = segments;
  const near: number[] = [];
  for (let place = low; cuts[place]?.edge === edge; place += 1) {
    const { share, node } = cuts[place] as EdgeCut;
    const dx = (ax[edge] as number) + share * ((bx[edge] as number) - (ax[edge] as number)) - x;
    const dy = (ay[edge] as number) + share * ((by[edge] as number) - (ay[edge] as number)) - y;
    // The node may lie as far beside either edge as vertices may be apart.
    if (dx * dx + dy * dy <= 9 * WELD_UNITS * WELD_UNITS) near.push(node);
  }
  return near;
}
