import { hasNode, type PlaneLayer } from './plane_layer.ts';

/** Vertices on the border of two features that only one of them has. */
export interface UnmatchedVertices {
  /** The feature whose outline runs through them without a vertex. */
  lacking: number;
  /** The feature whose vertices they are. */
  having: number;
  nodes: number[];
}

/** Edges after they were cut where a node lies on them, those of one edge one after another. */
export interface CutPieces {
  count: number;
  from: Uint32Array;
  to: Uint32Array;
  feature: Uint32Array;
  isCrowded: Uint8Array;
  /** 1 where the next piece is of the same edge: it was cut at the node between the two. */
  isContinued: Uint8Array;
}

/** Where more edges meet, features lie upon each other. */
const MOST_AT_A_NODE = 64;

/**
 * Vertices of a feature on a border it shares with another that has no vertex there, pair by pair: the border runs on along the
 * same neighbour on both sides of the vertex. Where it does not – a third feature begins there, or open ground – the vertex is a
 * corner on the neighbour's side, as in every row of plots along one that is longer. Where features lie upon each other, which of
 * them shares what is chance, and nothing is told.
 */
export function findUnmatchedVertices(layer: PlaneLayer, pieces: CutPieces): UnmatchedVertices[] {
  const { count, to, feature, isContinued } = pieces;
  const isCut = new Uint8Array(layer.nodeCount);
  let candidates = 0;
  for (let piece = 0; piece < count; piece += 1) {
    // Behind the layer's own nodes are those where edges cross.
    if (isContinued[piece] === 0 || (to[piece] as number) >= layer.nodeCount) continue;
    isCut[to[piece] as number] = 1;
    candidates += 1;
  }
  if (candidates === 0) return [];
  const at = piecesAt(pieces, isCut);
  const found = new Map<number, UnmatchedVertices>();
  for (let piece = 0; piece < count; piece += 1) {
    const node = to[piece] as number;
    if (isContinued[piece] === 0 || node >= layer.nodeCount) continue;
    const lacking = feature[piece] as number;
    const having = neighbourAlong(pieces, at, piece);
    if (having === undefined || having === lacking || hasNode(layer, lacking, node)) continue;
    const key = lacking * layer.featureCount + having;
    const known = found.get(key);
    if (known) known.nodes.push(node);
    else found.set(key, { lacking, having, nodes: [node] });
  }
  return [...found.values()];
}

/** The one feature that has a vertex where a piece ends, and shares both this piece and the next. */
function neighbourAlong(
  { from, to, feature, isCrowded, isContinued }: CutPieces,
  { start, list }: PiecesAtNodes,
  piece: number,
): number | undefined {
  const node = to[piece] as number;
  const before = from[piece] as number;
  const after = to[piece + 1] as number;
  const first = start[node] as number;
  const last = start[node + 1] as number;
  if (last - first > MOST_AT_A_NODE) return undefined;
  let along = 0;
  let leaving = -1;
  let coming = -1;
  let isPlain = true;
  for (let place = first; place < last; place += 1) {
    const other = list[place] as number;
    const isOut = from[other] === node;
    const far = isOut ? (to[other] as number) : (from[other] as number);
    if (far !== before && far !== after) continue;
    if (isCrowded[other] === 1) isPlain = false;
    if (isOut === (far === after)) along += 1;
    else if (isOut) {
      if (leaving >= 0) isPlain = false;
      leaving = other;
    } else {
      if (coming >= 0) isPlain = false;
      coming = other;
    }
  }
  if (!isPlain || along !== 2 || leaving < 0 || coming < 0 || isContinued[coming] === 1) return undefined;
  return feature[leaving] === feature[coming] ? (feature[leaving] as number) : undefined;
}

interface PiecesAtNodes {
  start: Uint32Array;
  list: Uint32Array;
}

/** The pieces that begin or end at each of the nodes that are asked for. */
function piecesAt({ count, from, to }: CutPieces, isWanted: Uint8Array): PiecesAtNodes {
  const start = new Uint32Array(isWanted.length + 2);
  const eachEnd = (visit: (node: number, piece: number) => void) => {
    for (let piece = 0; piece < count; piece += 1) {
      if (isWanted[from[piece] as number] === 1) visit(from[piece] as number, piece);
      if (isWanted[to[piece] as number] === 1) visit(to[piece] as number, piece);
    }
  };
  eachEnd((node) => {
    start[node + 2] = (start[node + 2] as number) + 1;
  });
  for (let node = 2; node < start.length; node += 1)
    start[node] = (start[node] as number) + (start[node - 1] as number);
  const list = new Uint32Array(start[isWanted.length + 1] as number);
  eachEnd((node, piece) => {
    list[start[node + 1] as number] = piece;
    start[node + 1] = (start[node + 1] as number) + 1;
  });
  return { start, list };
}
