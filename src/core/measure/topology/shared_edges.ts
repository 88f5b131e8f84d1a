import { ArrayBlock } from './array_block.ts';

/** Edges between nodes, each with a direction. */
export interface DirectedEdges {
  count: number;
  from: Uint32Array;
  to: Uint32Array;
}

/** Beyond so many edges at one node they are sorted before they are compared: a layer may lie upon itself a thousand times. */
const FEW_EDGES = 32;

/** An edge that nobody has in reverse, and one whose reverse has another partner: features lie upon each other there. */
export const ALONE = -1;
export const CROWDED = -2;

/**
 * Pairs each edge with one that goes the other way between the same nodes: the border two neighbours share. What is left without
 * a partner (`ALONE` or `CROWDED`) bounds the ground that is covered once more on its left than on its right.
 */
export function pairEdges(edges: DirectedEdges, nodeCount: number): Int32Array {
  const { count, from, to } = edges;
  const block = new ArrayBlock(4 * count, 4 * (nodeCount + 2), 4 * count);
  const partner = block.int32(count).fill(ALONE);
  // Edges by the smaller of their nodes: those of one border stand together.
  const start = block.uint32(nodeCount + 2);
  for (let edge = 0; edge < count; edge += 1) {
    const key = Math.min(from[edge] as number, to[edge] as number);
    start[key + 2] = (start[key + 2] as number) + 1;
  }
  for (let node = 2; node < start.length; node += 1)
    start[node] = (start[node] as number) + (start[node - 1] as number);
  const inOrder = block.uint32(count);
  for (let edge = 0; edge < count; edge += 1) {
    const key = Math.min(from[edge] as number, to[edge] as number) + 1;
    inOrder[start[key] as number] = edge;
    start[key] = (start[key] as number) + 1;
  }
  for (let node = 0; node < nodeCount; node += 1) {
    const first = start[node] as number;
    const last = start[node + 1] as number;
    if (last - first > FEW_EDGES) pairMany(edges, inOrder.subarray(first, last), partner);
    else
      for (let i = first; i < last; i += 1) {
        const edge = inOrder[i] as number;
        if ((partner[edge] as number) >= 0) continue;
        for (let j = i + 1; j < last; j += 1) {
          const other = inOrder[j] as number;
          if (from[edge] !== to[other] || to[edge] !== from[other]) continue;
          if ((partner[other] as number) >= 0) {
            partner[edge] = CROWDED;
            continue;
          }
          partner[edge] = other;
          partner[other] = edge;
          break;
        }
        // Those of the same direction that come later find no partner, and must not be taken for edges that nobody shares.
        if ((partner[edge] as number) >= 0) markCrowded(edges, inOrder, i + 1, last, edge, partner);
      }
  }
  return partner;
}

function markCrowded(
  { from, to }: DirectedEdges,
  inOrder: Uint32Array,
  first: number,
  last: number,
  edge: number,
  partner: Int32Array,
): void {
  for (let place = first; place < last; place += 1) {
    const other = inOrder[place] as number;
    if (partner[other] !== ALONE) continue;
    const isSame = from[edge] === from[other] && to[edge] === to[other];
    const isReverse = from[edge] === to[other] && to[edge] === from[other];
    if (isSame || isReverse) partner[other] = CROWDED;
  }
}

function pairMany({ from, to }: DirectedEdges, edges: Uint32Array, partner: Int32Array): void {
  const far = (edge: number) => Math.max(from[edge] as number, to[edge] as number);
  const byFarNode = new Map<number, { out: number[]; back: number[] }>();
  for (const edge of edges) {
    const group = byFarNode.get(far(edge)) ?? { out: [], back: [] };
    byFarNode.set(far(edge), group);
    ((from[edge] as number) < (to[edge] as number) ? group.out : group.back).push(edge);
  }
  for (const { out, back } of byFarNode.values()) {
    const pairs = Math.min(out.length, back.length);
    for (let index = 0; index < Math.max(out.length, back.length); index += 1) {
      const edge = out[index];
      const other = back[index];
      if (edge !== undefined && other !== undefined) {
        partner[edge] = other;
        partner[other] = edge;
      } else if (pairs > 0) partner[(edge ?? other) as number] = CROWDED;
    }
  }
}
