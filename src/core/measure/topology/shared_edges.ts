/** Edges between nodes, each with a direction. */
export interface DirectedEdges {
  count: number;
  from: Uint32Array;
  to: Uint32Array;
}

/** Beyond so many edges at one node they are sorted before they are compared: a layer may lie upon itself a thousand times. */
const FEW_EDGES = 32;

/**
 * Pairs each edge with one that goes the other way between the same nodes: the border two neighbours share. What is left without
 * a partner (−1) bounds the ground that is covered once more on its left than on its right.
 */
export function pairEdges(edges: DirectedEdges, nodeCount: number): Int32Array {
  const { count, from, to } = edges;
  const partner = new Int32Array(count).fill(-1);
  // Edges by the smaller of their nodes: those of one border stand together.
  const start = new Uint32Array(nodeCount + 2);
  for (let edge = 0; edge < count; edge += 1) {
    const key = Math.min(from[edge] as number, to[edge] as number);
    start[key + 2] = (start[key + 2] as number) + 1;
  }
  for (let node = 2; node < start.length; node += 1)
    start[node] = (start[node] as number) + (start[node - 1] as number);
  const inOrder = new Uint32Array(count);
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
        if (partner[edge] !== -1) continue;
        for (let j = i + 1; j < last; j += 1) {
          const other = inOrder[j] as number;
          if (from[edge] !== to[other] || to[edge] !== from[other] || partner[other] !== -1) continue;
          partner[edge] = other;
          partner[other] = edge;
          break;
        }
      }
  }
  return partner;
}

function pairMany({ from, to }: DirectedEdges, edges: Uint32Array, partner: Int32Array): void {
  const far = (edge: number) => Math.max(from[edge] as number, to[edge] as number);
  const byFarNode = new Map<number, { out: number[]; back: number[] }>();
  for (const edge of edges) {
    const group = byFarNode.get(far(edge)) ?? { out: [], back: [] };
    byFarNode.set(far(edge), group);
    ((from[edge] as number) < (to[edge] as number) ? group.out : group.back).push(edge);
  }
  for (const { out, back } of byFarNode.values())
    for (let index = 0; index < Math.min(out.length, back.length); index += 1) {
      const edge = out[index] as number;
      const other = back[index] as number;
      partner[edge] = other;
      partner[other] = edge;
    }
}
