import { type PlaneLayer, verticesOf } from './plane_layer.ts';
import { crossingShare, shareAlong } from './segment.ts';

/** The shortest way between two outlines, in grid units. */
export interface ShortestWay {
  distanceUnits: number;
  fromX: number;
  fromY: number;
  toX: number;
  toY: number;
}

/**
 * The shortest way from the outline of one feature to that of another, where it is shorter than a limit: one end of it is always
 * a vertex, unless they cross: then it is none at all, at one of the places where they do.
 */
export function shortestWay(
  layerA: PlaneLayer,
  featureA: number,
  layerB: PlaneLayer,
  featureB: number,
  limitUnits: number,
): ShortestWay | undefined {
  let best: ShortestWay | undefined;
  let squaredLimit = limitUnits * limitUnits;
  const box = layerA.boxes.subarray(4 * featureA, 4 * featureA + 4);
  const [minX, minY, maxX, maxY] = [box[0] as number, box[1] as number, box[2] as number, box[3] as number];
  const [fromA, toA] = verticesOf(layerA, featureA);
  const [fromB, toB] = verticesOf(layerB, featureB);

  function look(px: number, py: number, ax: number, ay: number, bx: number, by: number, isFromA: boolean): void {
    const share = shareAlong(px, py, ax, ay, bx, by);
    const qx = ax + share * (bx - ax);
    const qy = ay + share * (by - ay);
    const squared = (px - qx) * (px - qx) + (py - qy) * (py - qy);
    if (squared >= squaredLimit) return;
    squaredLimit = squared;
    const distanceUnits = Math.sqrt(squared);
    best = isFromA
      ? { distanceUnits, fromX: px, fromY: py, toX: qx, toY: qy }
      : { distanceUnits, fromX: qx, fromY: qy, toX: px, toY: py };
  }

  for (let edge = fromB; edge < toB; edge += 1) {
    const end = layerB.next[edge] as number;
    const cx = layerB.x[edge] as number;
    const cy = layerB.y[edge] as number;
    const dx = layerB.x[end] as number;
    const dy = layerB.y[end] as number;
    const reach = Math.sqrt(squaredLimit);
    if (Math.max(cx, dx) < minX - reach || Math.min(cx, dx) > maxX + reach) continue;
    if (Math.max(cy, dy) < minY - reach || Math.min(cy, dy) > maxY + reach) continue;
    for (let other = fromA; other < toA; other += 1) {
      const otherEnd = layerA.next[other] as number;
      const ax = layerA.x[other] as number;
      const ay = layerA.y[other] as number;
      const bx = layerA.x[otherEnd] as number;
      const by = layerA.y[otherEnd] as number;
      const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy, 0);
      if (share !== undefined) {
        const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
        return { distanceUnits: 0, fromX: x, fromY: y, toX: x, toY: y };
      }
      look(ax, ay, cx, cy, dx, dy, true);
      look(cx, cy, ax, ay, bx, by, false);
    }
  }
  return best;
}
