import { groupByKey } from './group_by_key.ts';

/** Edges between nodes, each with a direction: from `from[edge]` to `to[edge]`, or to `to[next[edge]]` where there is a `next`. */
export interface DirectedEdges {
  count: number;
  from: Uint32Array;
  to: Uint32Array;
  next?: Uint32Array;
}

/** Beyond so many edges at one node they are sorted before they are compared: a layer may lie upon itself a thousand times. */
const FEW_EDGES = 32;

interface Crowd {
  /** Ascending. */
  edges: number[];
  /** So many of the first have partners. */
  paired: number;
}

/** An edge that has a partner: one that goes the other way between the same nodes. */
export const PAIRED = 1;
/** An edge whose reverse has another partner: features lie upon each other there. */
export const CROWDED = 2;

/**
 * Pairs each edge with one that goes the other way between the same nodes: the border two neighbours share. Of several the first
 * have partners. What is left without one (0, or `CROWDED`) bounds the ground that is covered once more on its left than on its right.
 */
export function pairEdges({ count, from, to, next }: DirectedEdges, nodeCount: number): Uint8Array {
  const pairing = new Uint8Array(count);
  const { start, members: leaving } = groupByKey(from, count, nodeCount);
  const endOf = (edge: number) => to[next ? (next[edge] as number) : edge] as number;
  const crowds = new Map<number, Map<number, Crowd>>();

  /** The edges that leave a node, by the node they go to. */
  function crowdsAt(node: number): Map<number, Crowd> {
    const known = crowds.get(node);
    if (known) return known;
    const byEnd = new Map<number, Crowd>();
    for (const edge of leaving.subarray(start[node], start[node + 1])) {
      const crowd = byEnd.get(endOf(edge));
      if (crowd) crowd.edges.push(edge);
      else byEnd.set(endOf(edge), { edges: [edge], paired: 0 });
    }
    crowds.set(node, byEnd);
    return byEnd;
  }

  function pairAmongMany(edge: number, begin: number, end: number): void {
    const crowd = crowdsAt(end).get(begin);
    if (!crowd) return;
    while (pairing[crowd.edges[crowd.paired] ?? edge] === PAIRED) crowd.paired += 1;
    const other = crowd.edges[crowd.paired];
    pairing[edge] = other === undefined ? CROWDED : PAIRED;
    if (other !== undefined) pairing[other] = PAIRED;
  }

  for (let edge = 0; edge < count; edge += 1) {
    if (pairing[edge] === PAIRED) continue;
    const begin = from[edge] as number;
    const end = endOf(edge);
    const first = start[end] as number;
    const last = start[end + 1] as number;
    if (last - first > FEW_EDGES) {
      pairAmongMany(edge, begin, end);
      continue;
    }
    for (let place = first; place < last; place += 1) {
      const other = leaving[place] as number;
      if (endOf(other) !== begin) continue;
      if (pairing[other] === PAIRED) {
        pairing[edge] = CROWDED;
        continue;
      }
      pairing[edge] = PAIRED;
      pairing[other] = PAIRED;
      break;
    }
  }
  return pairing;
}
