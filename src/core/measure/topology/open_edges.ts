import { ArrayBlock } from './array_block.ts';
import { findCuts } from './edge_cuts.ts';
import { createSegments } from './edge_grid.ts';
import type { PlaneLayer } from './plane_layer.ts';
import { CROWDED, pairEdges } from './shared_edges.ts';
import { type CutPieces, findUnmatchedVertices, type UnmatchedVertices } from './unmatched_vertices.ts';

/**
 * The edges of a layer that no neighbour has in reverse. Edges are cut where a node lies on them and where two of them cross, so a
 * border that one side draws as one edge and the other as three is shared all the same, and no two open edges cross.
 */
export interface OpenEdges {
  count: number;
  from: Uint32Array;
  to: Uint32Array;
  feature: Uint32Array;
  /** 1 where somebody has the edge in reverse and shares it with another: features lie upon each other there. */
  isCrowded: Uint8Array;
  /** The layer's nodes, with those where edges cross behind them. */
  nodeCount: number;
  nodeX: Float64Array;
  nodeY: Float64Array;
  /** What was seen while cutting. */
  unmatched: UnmatchedVertices[];
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
    if ((partner[edge] as number) >= 0) continue;
    open[openCount] = edge;
    openCount += 1;
  }
  const cut = yield* cutEdges(layer, open.subarray(0, openCount), to, partner);
  cut.unmatched = findUnmatchedVertices(layer, cut);
  const cutPartner = pairEdges(cut, cut.nodeCount);
  yield;
  return keepWithoutPartner(cut, cutPartner);
}

function keepWithoutPartner({ isContinued: _, ...edges }: OpenEdges & CutPieces, partner: Int32Array): OpenEdges {
  const { from, to, feature, isCrowded } = edges;
  let count = 0;
  for (let edge = 0; edge < edges.count; edge += 1) {
    if ((partner[edge] as number) >= 0) continue;
    from[count] = from[edge] as number;
    to[count] = to[edge] as number;
    feature[count] = feature[edge] as number;
    isCrowded[count] = partner[edge] === CROWDED ? 1 : (isCrowded[edge] as number);
    count += 1;
  }
  return { ...edges, count };
}

function* cutEdges(
  layer: PlaneLayer,
  open: Uint32Array,
  to: Uint32Array,
  partner: Int32Array,
): Generator<undefined, OpenEdges & CutPieces> {
  const { nodeX, nodeY, node, featureOfVertex } = layer;
  const segments = createSegments(open.length);
  const { ax, ay, bx, by } = segments;
  const block = new ArrayBlock(4 * open.length, 4 * open.length, 4 * open.length);
  const from = block.uint32(open.length);
  const end = block.uint32(open.length);
  const feature = block.uint32(open.length);
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
  const { cuts, extraX, extraY } = yield* findCuts({ segments, from, end, feature, nodeCount: layer.nodeCount });

  const most = open.length + cuts.count;
  const ofPieces = new ArrayBlock(4 * most, 4 * most, 4 * most);
  const pieces: OpenEdges & CutPieces = {
    count: 0,
    from: ofPieces.uint32(most),
    to: ofPieces.uint32(most),
    feature: ofPieces.uint32(most),
    isCrowded: new Uint8Array(most),
    isContinued: new Uint8Array(most),
    unmatched: [],
    nodeCount: layer.nodeCount + extraX.length,
    nodeX: joined(nodeX, extraX),
    nodeY: joined(nodeY, extraY),
  };
  const add = (start: number, following: number, edge: number) => {
    if (start === following) return;
    pieces.from[pieces.count] = start;
    pieces.to[pieces.count] = following;
    pieces.feature[pieces.count] = feature[edge] as number;
    pieces.isCrowded[pieces.count] = partner[open[edge] as number] === CROWDED ? 1 : 0;
    pieces.count += 1;
  };
  let place = 0;
  for (let edge = 0; edge < open.length; edge += 1) {
    const first = pieces.count;
    let last = from[edge] as number;
    for (; place < cuts.count && cuts.edge[place] === edge; place += 1) {
      const at = cuts.node[place] as number;
      add(last, at, edge);
      last = at;
    }
    add(last, end[edge] as number, edge);
    for (let piece = first; piece + 1 < pieces.count; piece += 1) pieces.isContinued[piece] = 1;
  }
  return pieces;
}

function joined(values: Float64Array, extra: Float64Array): Float64Array {
  if (extra.length === 0) return values;
  const all = new Float64Array(values.length + extra.length);
  all.set(values);
  all.set(extra, values.length);
  return all;
}
