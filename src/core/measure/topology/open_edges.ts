import { ArrayBlock } from './array_block.ts';
import { type CuttableEdges, findCuts } from './edge_cuts.ts';
import { bytesOfSegments, copySegment, createSegments, type Segments } from './edge_grid.ts';
import { type GroupedMembers, groupByKey } from './group_by_key.ts';
import { type PlaneLayer, verticesOf } from './plane_layer.ts';
import { CROWDED, PAIRED, pairEdges } from './shared_edges.ts';
import { type CutPieces, findUnmatchedVertices, type UnmatchedVertices } from './unmatched_vertices.ts';

/**
 * An edge that meets more others than this around it lies in a heap: cut at all of them the open edges of ten thousand plots drawn
 * upon each other would be millions. Their overlaps are found all the same, and no borders or gaps are to be told there.
 */
const MOST_MEETINGS = 4;

/**
 * The edges of a layer that no neighbour has in reverse. Edges are cut where a node lies on them and where two of them cross, so a
 * border that one side draws as one edge and the other as three is shared all the same, and no two open edges cross.
 */
export interface OpenEdges {
  count: number;
  /** Nodes of the layer, or above its `nodeCount` those where edges cross. */
  from: Uint32Array;
  to: Uint32Array;
  nodeCount: number;
  /** Those that begin at each node; as many end there. */
  leaving: GroupedMembers;
  /** Where they run. */
  segments: Segments;
  /** Ascending. */
  feature: Uint32Array;
  /** 1 where features lie upon each other: somebody has the edge in reverse and shares it with another, or it lies in a heap. */
  isCrowded: Uint8Array;
  /** Features whose edges lie in heaps in which not all were cut: theirs may cross others. */
  uncut: ReadonlySet<number>;
  /** What was seen while cutting. */
  unmatched: UnmatchedVertices[];
}

/** Finds the open edges of a layer; may be paused between steps. */
export function* findOpenEdges(layer: PlaneLayer): Generator<undefined, OpenEdges> {
  const { vertexCount, node, next } = layer;
  const pairing = pairEdges({ count: vertexCount, from: node, to: node, next }, layer.nodeCount);
  yield;
  const cut = yield* cutEdges(layer, withoutPartner(layer, pairing));
  cut.unmatched = findUnmatchedVertices(layer, cut);
  const cutPairing = pairEdges(cut, cut.nodeCount);
  yield;
  return keepWithoutPartner(cut, cutPairing);
}

function keepWithoutPartner({ isContinued: _, ...edges }: Pieces, pairing: Uint8Array): OpenEdges {
  const { from, to, feature, isCrowded, segments } = edges;
  let count = 0;
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (pairing[edge] === PAIRED) continue;
    from[count] = from[edge] as number;
    to[count] = to[edge] as number;
    feature[count] = feature[edge] as number;
    isCrowded[count] = pairing[edge] === CROWDED ? 1 : (isCrowded[edge] as number);
    copySegment(segments, edge, segments, count);
    count += 1;
  }
  const leaving = groupByKey(from, count, edges.nodeCount);
  return { ...edges, count, leaving, segments: { ...segments, count } };
}

type Pieces = Omit<OpenEdges, 'leaving'> & CutPieces;

interface WholeEdges extends CuttableEdges {
  isCrowded: Uint8Array;
}

/** The edges of a layer that nobody has in reverse, before they are cut. */
function withoutPartner(layer: PlaneLayer, pairing: Uint8Array): WholeEdges {
  const { x, y, node, next } = layer;
  let count = 0;
  for (let edge = 0; edge < layer.vertexCount; edge += 1) if (pairing[edge] !== PAIRED) count += 1;
  const block = new ArrayBlock(...bytesOfSegments(count), 4 * count, 4 * count, 4 * count);
  const segments = createSegments(count, block);
  const { ax, ay, bx, by } = segments;
  const from = block.uint32(count);
  const end = block.uint32(count);
  const ofFeature = block.uint32(count);
  const isCrowded = new Uint8Array(count);
  let kept = 0;
  for (let feature = 0; feature < layer.featureCount; feature += 1) {
    const [first, last] = verticesOf(layer, feature);
    for (let edge = first; edge < last; edge += 1) {
      if (pairing[edge] === PAIRED) continue;
      const following = next[edge] as number;
      from[kept] = node[edge] as number;
      end[kept] = node[following] as number;
      ofFeature[kept] = feature;
      isCrowded[kept] = pairing[edge] === CROWDED ? 1 : 0;
      ax[kept] = x[edge] as number;
      ay[kept] = y[edge] as number;
      bx[kept] = x[following] as number;
      by[kept] = y[following] as number;
      kept += 1;
    }
  }
  return { segments, from, end, feature: ofFeature, isCrowded, nodeCount: layer.nodeCount };
}

function* cutEdges(layer: PlaneLayer, edges: WholeEdges): Generator<undefined, Pieces> {
  const { cuts, extraX, extraY, uncut } = yield* findCuts(edges, { mostMeetings: MOST_MEETINGS });
  const { nodeCount } = layer;
  const most = edges.segments.count + cuts.count;
  const block = new ArrayBlock(...bytesOfSegments(most), 4 * most, 4 * most, 4 * most);
  const segments = createSegments(most, block);
  const from = block.uint32(most);
  const to = block.uint32(most);
  const feature = block.uint32(most);
  const isCrowded = new Uint8Array(most);
  const isContinued = new Uint8Array(most);
  let count = 0;
  let place = 0;
  for (let edge = 0; edge < edges.segments.count; edge += 1) {
    const first = count;
    let last = edges.from[edge] as number;
    let x = edges.segments.ax[edge] as number;
    let y = edges.segments.ay[edge] as number;
    for (let isCut = true; isCut; place += isCut ? 1 : 0) {
      isCut = place < cuts.count && cuts.edge[place] === edge;
      const at = (isCut ? cuts.node[place] : edges.end[edge]) as number;
      if (at === last) continue;
      from[count] = last;
      to[count] = at;
      feature[count] = edges.feature[edge] as number;
      isCrowded[count] = uncut.has(edge) ? 1 : (edges.isCrowded[edge] as number);
      isContinued[count] = 1;
      segments.ax[count] = x;
      segments.ay[count] = y;
      x = (at < nodeCount ? layer.nodeX[at] : extraX[at - nodeCount]) as number;
      y = (at < nodeCount ? layer.nodeY[at] : extraY[at - nodeCount]) as number;
      segments.bx[count] = x;
      segments.by[count] = y;
      count += 1;
      last = at;
    }
    if (count > first) isContinued[count - 1] = 0;
  }
  return {
    count,
    from,
    to,
    nodeCount: nodeCount + extraX.length,
    segments,
    feature,
    isCrowded,
    isContinued,
    uncut: new Set(Array.from(uncut, (edge) => edges.feature[edge] as number)),
    unmatched: [],
  };
}
