import type { Segments } from './edge_grid.ts';
import type { OpenEdges } from './open_edges.ts';

/** Ground enclosed by features of a layer that none of them covers. */
export interface GapRing {
  /** x and y in turn, counter-clockwise, in grid units. Features that lie in the gap like islands are not cut out. */
  ring: number[];
  /** The features around it, ascending. */
  features: number[];
  areaSquareUnits: number;
}

/**
 * Rings of open edges with the ground on their right: the outlines of gaps. All edges around ground that nothing covers have it
 * on their right, so from each edge the next one is that which keeps closest to the right. A ring whose inside turns out to be
 * covered (where features overlap in odd ways) has to be sorted out by whoever makes its shape.
 */
export function findGapRings(open: OpenEdges, leastSquareUnits: number): GapRing[] {
  const { count, from, to, feature } = open;
  const { ax, ay, bx, by } = open.segments;
  const { start, members: leaving } = open.leaving;

  const angleOf = (edge: number, isBack: boolean) => {
    const dx = (bx[edge] as number) - (ax[edge] as number);
    const dy = (by[edge] as number) - (ay[edge] as number);
    return isBack ? Math.atan2(-dy, -dx) : Math.atan2(dy, dx);
  };
  /** The edge that leaves where this one ends, first counter-clockwise from the way back; −1 where none does. */
  function following(edge: number): number {
    const node = to[edge] as number;
    const first = start[node] as number;
    const last = start[node + 1] as number;
    if (last - first === 1) return leaving[first] as number;
    const back = angleOf(edge, true);
    let best = -1;
    let bestTurn = Number.POSITIVE_INFINITY;
    for (let place = first; place < last; place += 1) {
      const candidate = leaving[place] as number;
      let turn = angleOf(candidate, false) - back;
      while (turn <= 0) turn += 2 * Math.PI;
      if (turn < bestTurn) {
        bestTurn = turn;
        best = candidate;
      }
    }
    return best;
  }

  /** Of features that lie upon each other several have the same edge. */
  function ownersOf(edge: number): number[] {
    const owners: number[] = [];
    const last = start[(from[edge] as number) + 1] as number;
    for (let place = start[from[edge] as number] as number; place < last; place += 1)
      if (to[leaving[place] as number] === to[edge]) owners.push(feature[leaving[place] as number] as number);
    return owners;
  }

  const walkOf = new Uint32Array(count);
  const found: GapRing[] = [];
  for (let first = 0; first < count; first += 1) {
    if (walkOf[first] !== 0) continue;
    const path: number[] = [];
    let edge = first;
    while (edge >= 0 && walkOf[edge] === 0) {
      walkOf[edge] = first + 1;
      path.push(edge);
      edge = following(edge);
    }
    if (edge < 0 || walkOf[edge] !== first + 1) continue;
    const circle = path.slice(path.indexOf(edge));
    const areaSquareUnits = -signedArea(circle, open.segments);
    if (areaSquareUnits <= leastSquareUnits) continue;
    const features = [...new Set(circle.flatMap(ownersOf))].sort((a, b) => a - b);
    const ring = circle.reverse().flatMap((one) => [bx[one] as number, by[one] as number]);
    found.push({ ring, features, areaSquareUnits });
  }
  return found;
}

function signedArea(edges: readonly number[], { ax, ay, bx, by }: Segments): number {
  const originX = ax[edges[0] as number] as number;
  const originY = ay[edges[0] as number] as number;
  let twice = 0;
  for (const edge of edges)
    twice +=
      ((ax[edge] as number) - originX) * ((by[edge] as number) - originY) -
      ((bx[edge] as number) - originX) * ((ay[edge] as number) - originY);
  return twice / 2;
}
