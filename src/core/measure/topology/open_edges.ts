import { EdgeGrid, type Segments } from './edge_grid.ts';
import { WELD_UNITS } from './grid.ts';
import type { PlaneLayer } from './plane_layer.ts';
import { crossingShare, shareAlong, squaredDistanceToSegment } from './segment.ts';
import { pairEdges } from './shared_edges.ts';

/**
 * The edges of a layer that no neighbour has in reverse. Edges are cut where a node lies on them and where two of them cross, so a
 * border that one side draws as one edge and the other as three is shared all the same, and no two open edges cross.
 */
export interface OpenEdges {
  count: number;
  from: Uint32Array;
  to: Uint32Array;
  feature: Uint32Array;
  /** The layer's nodes, with those where edges cross behind them. */
  nodeCount: number;
  nodeX: Float64Array;
  nodeY: Float64Array;
}

/** Finds the open edges of a layer; may be paused between steps. */
export function* findOpenEdges(layer: PlaneLayer): Generator<undefined, OpenEdges> {
  const { vertexCount, node, next } = layer;
  const to = new Uint32Array(vertexCount);
  for (let edge = 0; edge < vertexCount; edge += 1) to[edge] = node[next[edge] as number] as number;
  const partner = pairEdges({ count: vertexCount, from: node, to }, layer.nodeCount);
  yield;
  const open = new Uint32Array(vertexCount);
  let openCount = 0;
  for (let edge = 0; edge < vertexCount; edge += 1) {
    if (partner[edge] !== -1) continue;
    open[openCount] = edge;
    openCount += 1;
  }
  const cut = yield* cutEdges(layer, open.subarray(0, openCount), to);
  const cutPartner = pairEdges(cut, cut.nodeCount);
  yield;
  return keepWithoutPartner(cut, cutPartner);
}

function keepWithoutPartner(edges: OpenEdges, partner: Int32Array): OpenEdges {
  const { from, to, feature } = edges;
  let count = 0;
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (partner[edge] !== -1) continue;
    from[count] = from[edge] as number;
    to[count] = to[edge] as number;
    feature[count] = feature[edge] as number;
    count += 1;
  }
  return { ...edges, count };
}

/** A place an edge is cut at. */
interface Cut {
  edge: number;
  share: number;
  node: number;
}

function* cutEdges(layer: PlaneLayer, open: Uint32Array, to: Uint32Array): Generator<undefined, OpenEdges> {
  const { nodeX, nodeY, node, featureOfVertex } = layer;
  const segments: Segments = {
    count: open.length,
    ax: new Float64Array(open.length),
    ay: new Float64Array(open.length),
    bx: new Float64Array(open.length),
    by: new Float64Array(open.length),
  };
  const { ax, ay, bx, by } = segments;
  const from = new Uint32Array(open.length);
  const end = new Uint32Array(open.length);
  const feature = new Uint32Array(open.length);
  for (let index = 0; index < open.length; index += 1) {
    const edge = open[index] as number;
    const a = node[edge] as number;
    const b = to[edge] as number;
    from[index] = a;
    end[index] = b;
    feature[index] = featureOfVertex[edge] as number;
    ax[index] = nodeX[a] as number;
    ay[index] = nodeY[a] as number;
    bx[index] = nodeX[b] as number;
    by[index] = nodeY[b] as number;
  }
  const crossings = new Map<string, number>();
  const extraX: number[] = [];
  const extraY: number[] = [];
  const cuts: Cut[] = [];

  function cutWhereItLies(edge: number, place: number): boolean {
    if (from[edge] === place || end[edge] === place) return false;
    const px = nodeX[place] as number;
    const py = nodeY[place] as number;
    const axe = ax[edge] as number;
    const aye = ay[edge] as number;
    const bxe = bx[edge] as number;
    const bye = by[edge] as number;
    if (squaredDistanceToSegment(px, py, axe, aye, bxe, bye) > WELD_UNITS * WELD_UNITS) return false;
    cuts.push({ edge, share: shareAlong(px, py, axe, aye, bxe, bye), node: place });
    return true;
  }

  function crossingNode(x: number, y: number): number {
    const key = `${x} ${y}`;
    let number = crossings.get(key);
    if (number === undefined) {
      number = layer.nodeCount + extraX.length;
      crossings.set(key, number);
      extraX.push(x);
      extraY.push(y);
    }
    return number;
  }

  const grid = new EdgeGrid(segments, WELD_UNITS);
  yield;
  yield* grid.eachPair((one, other) => {
    const axo = ax[one] as number;
    const bxo = bx[one] as number;
    const cx = ax[other] as number;
    const dx = bx[other] as number;
    if (Math.min(axo, bxo) - WELD_UNITS > Math.max(cx, dx) || Math.min(cx, dx) - WELD_UNITS > Math.max(axo, bxo))
      return;
    const ayo = ay[one] as number;
    const byo = by[one] as number;
    const cy = ay[other] as number;
    const dy = by[other] as number;
    if (Math.min(ayo, byo) - WELD_UNITS > Math.max(cy, dy) || Math.min(cy, dy) - WELD_UNITS > Math.max(ayo, byo))
      return;
    const a = from[one] as number;
    const b = end[one] as number;
    const c = from[other] as number;
    const d = end[other] as number;
    let touches = a === c || a === d || b === c || b === d;
    // Neighbours in a ring, or the same edge twice: a layer that lies upon itself has a great many.
    if (touches && (feature[one] === feature[other] || (a === c && b === d) || (a === d && b === c))) return;
    if (cutWhereItLies(one, c)) touches = true;
    if (cutWhereItLies(one, d)) touches = true;
    if (cutWhereItLies(other, a)) touches = true;
    if (cutWhereItLies(other, b)) touches = true;
    if (touches) return;
    const share = crossingShare(axo, ayo, bxo, byo, cx, cy, dx, dy, 0);
    if (share === undefined) return;
    const x = Math.round(axo + share * (bxo - axo));
    const y = Math.round(ayo + share * (byo - ayo));
    const number = crossingNode(x, y);
    cuts.push({ edge: one, share, node: number });
    cuts.push({ edge: other, share: shareAlong(x, y, cx, cy, dx, dy), node: number });
  });
  cuts.sort((one, other) => one.edge - other.edge || one.share - other.share || one.node - other.node);

  const most = open.length + cuts.length;
  const pieces: OpenEdges = {
    count: 0,
    from: new Uint32Array(most),
    to: new Uint32Array(most),
    feature: new Uint32Array(most),
    nodeCount: layer.nodeCount + extraX.length,
    nodeX: joined(nodeX, extraX),
    nodeY: joined(nodeY, extraY),
  };
  const add = (start: number, following: number, owner: number) => {
    if (start === following) return;
    pieces.from[pieces.count] = start;
    pieces.to[pieces.count] = following;
    pieces.feature[pieces.count] = owner;
    pieces.count += 1;
  };
  let place = 0;
  for (let edge = 0; edge < open.length; edge += 1) {
    let last = from[edge] as number;
    for (; cuts[place]?.edge === edge; place += 1) {
      const { node: at } = cuts[place] as Cut;
      add(last, at, feature[edge] as number);
      last = at;
    }
    add(last, end[edge] as number, feature[edge] as number);
  }
  return pieces;
}

function joined(values: Float64Array, extra: readonly number[]): Float64Array {
  if (extra.length === 0) return values;
  const all = new Float64Array(values.length + extra.length);
  all.set(values);
  all.set(extra, values.length);
  return all;
}
