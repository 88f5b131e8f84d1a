import { EdgeList, type SumWindow, sumOverEdgePairs } from './edge_pair_sum.ts';
import { boxesTouch, type PlaneShape } from './plane.ts';

const edgesA = new EdgeList();
const edgesB = new EdgeList();

function fill(edges: EdgeList, shape: PlaneShape, window: SumWindow): void {
  edges.clear();
  for (const path of shape.paths)
    for (let index = 0; index + 3 < path.length; index += 2)
      edges.add(path[index] ?? 0, path[index + 1] ?? 0, path[index + 2] ?? 0, path[index + 3] ?? 0, window);
}

/** Area two areal shapes share, in square metres, by a sum over pairs of edges. The rings must be simple. */
export function measureOverlapSquareMetres(a: PlaneShape, b: PlaneShape): number {
  if (a.kind !== 'areal' || b.kind !== 'areal' || !boxesTouch(a.box, b.box)) return 0;
  const left = Math.max(a.box[0], b.box[0]);
  const right = Math.min(a.box[2], b.box[2]);
  const base = Math.max(a.box[1], b.box[1]);
  if (!(right > left) || !(Math.min(a.box[3], b.box[3]) > base)) return 0;
  const window = { left, right, base };
  fill(edgesA, a, window);
  fill(edgesB, b, window);
  return sumOverEdgePairs(edgesA, edgesB);
}
