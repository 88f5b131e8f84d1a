import { CutList } from './cut_list.ts';
import { EdgeGrid, type Segments } from './edge_grid.ts';
import { WELD_UNITS } from './grid.ts';
import { crossingShare, shareAlong, squaredDistanceToSegment } from './segment.ts';
import { weldVertices } from './weld_vertices.ts';

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

export interface Cuts {
  cuts: CutList;
  extraX: Float64Array;
  extraY: Float64Array;
  /** All places were found. */
  isWhole: boolean;
  /** Edges that lie in heaps, where not all places were looked for. */
  uncut: ReadonlySet<number>;
}

/**
 * Where edges have to be cut, edge by edge and along each: at the ends of others that lie on them, and where they cross. Crossings
 * get nodes of their own behind the others, `extraX` and `extraY` being where they stand.
 * @param options.most places after which no more are looked for
 * @param options.mostMeetings of an edge with others around it, beyond which they are a heap and not all are looked for
 */
export function* findCuts(
  edges: CuttableEdges,
  { most = Number.POSITIVE_INFINITY, mostMeetings = Number.POSITIVE_INFINITY } = {},
): Generator<undefined, Cuts> {
  const cuts = new CutList();
  const crossings: Crossing[] = [];
  const grid = new EdgeGrid(edges.segments, WELD_UNITS);
  yield undefined;
  yield* grid.eachPair(
    (one, other) => cuts.count + crossings.length < most && comparePair(edges, one, other, cuts, crossings),
    mostMeetings,
  );
  const isWhole = grid.heaped.size === 0 && cuts.count + crossings.length < most;
  cuts.sort(edges.segments.count);
  const apart = crossings.filter((crossing) => !isAtNode(edges, cuts, crossing));
  const x = Float64Array.from(apart, (crossing) => crossing.x);
  const y = Float64Array.from(apart, (crossing) => crossing.y);
  const nodes = weldVertices(x, y, apart.length);
  for (const [place, { one, other }] of apart.entries()) {
    const node = nodes.node[place] as number;
    for (const edge of [one, other])
      cuts.add(
        edge,
        shareOf(edges.segments, edge, nodes.x[node] as number, nodes.y[node] as number),
        edges.nodeCount + node,
      );
  }
  if (apart.length > 0) cuts.sort(edges.segments.count);
  return { cuts, extraX: nodes.x, extraY: nodes.y, isWhole, uncut: grid.heaped };
}

function shareOf({ ax, ay, bx, by }: Segments, edge: number, px: number, py: number): number {
  return shareAlong(px, py, ax[edge] as number, ay[edge] as number, bx[edge] as number, by[edge] as number);
}

/** Cuts two edges where they meet; whether they do. */
function comparePair(
  { segments, from, end, feature }: CuttableEdges,
  one: number,
  other: number,
  cuts: CutList,
  crossings: Crossing[],
): boolean {
  const { ax, ay, bx, by } = segments;
  const px = ax[one] as number;
  const qx = bx[one] as number;
  const rx = ax[other] as number;
  const sx = bx[other] as number;
  if (Math.min(px, qx) - WELD_UNITS > Math.max(rx, sx) || Math.min(rx, sx) - WELD_UNITS > Math.max(px, qx))
    return false;
  const py = ay[one] as number;
  const qy = by[one] as number;
  const ry = ay[other] as number;
  const sy = by[other] as number;
  if (Math.min(py, qy) - WELD_UNITS > Math.max(ry, sy) || Math.min(ry, sy) - WELD_UNITS > Math.max(py, qy))
    return false;
  const a = from[one] as number;
  const b = end[one] as number;
  const c = from[other] as number;
  const d = end[other] as number;
  const isJoined = a === c || a === d || b === c || b === d;
  // Neighbours in a ring, or the same edge twice: a layer that lies upon itself has a great many.
  if (isJoined && (feature[one] === feature[other] || (a === c && b === d) || (a === d && b === c))) return false;
  const before = cuts.count;
  if (a !== c && b !== c) cutWhereItLies(segments, one, c, rx, ry, cuts);
  if (a !== d && b !== d) cutWhereItLies(segments, one, d, sx, sy, cuts);
  if (c !== a && d !== a) cutWhereItLies(segments, other, a, px, py, cuts);
  if (c !== b && d !== b) cutWhereItLies(segments, other, b, qx, qy, cuts);
  if (isJoined || cuts.count > before) return cuts.count > before;
  const share = crossingShare(px, py, qx, qy, rx, ry, sx, sy, 0);
  if (share === undefined) return false;
  crossings.push({ one, other, x: Math.round(px + share * (qx - px)), y: Math.round(py + share * (qy - py)) });
  return true;
}

function cutWhereItLies(segments: Segments, edge: number, node: number, x: number, y: number, cuts: CutList): void {
  const ax = segments.ax[edge] as number;
  const ay = segments.ay[edge] as number;
  const bx = segments.bx[edge] as number;
  const by = segments.by[edge] as number;
  if (squaredDistanceToSegment(x, y, ax, ay, bx, by) > WELD_UNITS * WELD_UNITS) return;
  cuts.add(edge, shareAlong(x, y, ax, ay, bx, by), node);
}

/** Whether two edges cross where both are cut anyway: a second node in the same place would tear the outline apart. */
function isAtNode({ segments }: CuttableEdges, cuts: CutList, { one, other, x, y }: Crossing): boolean {
  const ofOther = new Set(cutsNear(segments, cuts, other, x, y));
  return cutsNear(segments, cuts, one, x, y).some((node) => ofOther.has(node));
}

function cutsNear(segments: Segments, cuts: CutList, edge: number, x: number, y: number): number[] {
  const { ax, ay, bx, by } = segments;
  const near: number[] = [];
  for (let place = cuts.firstOf(edge); place < cuts.count && cuts.edge[place] === edge; place += 1) {
    const share = cuts.share[place] as number;
    const dx = (ax[edge] as number) + share * ((bx[edge] as number) - (ax[edge] as number)) - x;
    const dy = (ay[edge] as number) + share * ((by[edge] as number) - (ay[edge] as number)) - y;
    // The node may lie as far beside either edge as vertices may be apart.
    if (dx * dx + dy * dy <= 9 * WELD_UNITS * WELD_UNITS) near.push(cuts.node[place] as number);
  }
  return near;
}
