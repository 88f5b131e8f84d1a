import { EdgeList, type SumWindow, sumOverEdgePairs } from '../edge_pair_sum.ts';
import type { EdgeStrips } from './edge_strips.ts';
import { type EdgedLayer, verticesOf } from './plane_layer.ts';

const edgesA = new EdgeList();
const edgesB = new EdgeList();

/** Puts the edges of one feature into a list that is used again and again, as far as they concern the window. */
export function fillEdges(edges: EdgeList, layer: EdgedLayer, feature: number, window: SumWindow): void {
  const { x, y, next } = layer;
  edges.clear();
  const [from, to] = verticesOf(layer, feature);
  for (let edge = from; edge < to; edge += 1) {
    const end = next[edge] as number;
    edges.add(x[edge] as number, y[edge] as number, x[end] as number, y[end] as number, window);
  }
}

/** The window two boxes share; undefined where they share no area. */
export function sharedWindow(a: Float64Array, i: number, b: Float64Array, j: number): SumWindow | undefined {
  const left = Math.max(a[4 * i] as number, b[4 * j] as number);
  const right = Math.min(a[4 * i + 2] as number, b[4 * j + 2] as number);
  const base = Math.max(a[4 * i + 1] as number, b[4 * j + 1] as number);
  const top = Math.min(a[4 * i + 3] as number, b[4 * j + 3] as number);
  return right > left && top > base ? { left, right, base } : undefined;
}

/**
 * Area two features share, in square grid units, by a sum over pairs of edges. Their rings must be simple.
 * @param strips of the second feature, where it has a great many edges
 */
export function sharedAreaSquareUnits(
  layerA: EdgedLayer,
  featureA: number,
  layerB: EdgedLayer,
  featureB: number,
  strips?: EdgeStrips,
): number {
  const window = sharedWindow(layerA.boxes, featureA, layerB.boxes, featureB);
  if (!window) return 0;
  fillEdges(edgesA, layerA, featureA, window);
  if (strips) strips.fill(edgesB, window);
  else fillEdges(edgesB, layerB, featureB, window);
  return sumOverEdgePairs(edgesA, edgesB);
}

/** Area a feature shares with a ring of its own coordinates (x and y in turn, counter-clockwise, grid units). */
export function areaInsideRingSquareUnits(layer: EdgedLayer, feature: number, ring: readonly number[]): number {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let base = Number.POSITIVE_INFINITY;
  for (let index = 0; index < ring.length; index += 2) {
    left = Math.min(left, ring[index] as number);
    right = Math.max(right, ring[index] as number);
    base = Math.min(base, ring[index + 1] as number);
  }
  const window = { left, right, base };
  fillEdges(edgesA, layer, feature, window);
  edgesB.clear();
  for (let index = 0; index < ring.length; index += 2) {
    const following = (index + 2) % ring.length;
    edgesB.add(
      ring[index] as number,
      ring[index + 1] as number,
      ring[following] as number,
      ring[following + 1] as number,
      window,
    );
  }
  return sumOverEdgePairs(edgesA, edgesB);
}
