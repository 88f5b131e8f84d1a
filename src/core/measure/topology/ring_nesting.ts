import { WELD_UNITS } from './grid.ts';
import type { PlaneLayer } from './plane_layer.ts';
import { squaredDistanceToSegment } from './segment.ts';

/** A hole that is not inside its outer ring or lies in another hole, or a part that lies in another part of its feature. */
export type NestingKind = 'hole-outside' | 'hole-nested' | 'part-inside';

export interface NestingFault {
  feature: number;
  kind: NestingKind;
  /** The ring that is in the wrong place. */
  ring: number;
}

/** Looks where the rings of each feature of several rings lie. Rings that cross are another matter: `findRingCrossings`. */
export function findNestingFaults(layer: PlaneLayer): NestingFault[] {
  const { featureCount, featureRing, ringIsHole, ringPart } = layer;
  const found: NestingFault[] = [];
  for (let feature = 0; feature < featureCount; feature += 1) {
    const first = featureRing[feature] as number;
    const last = featureRing[feature + 1] as number;
    if (last - first < 2) continue;
    const rings = Array.from({ length: last - first }, (_, index) => first + index);
    const boxes = new Map(rings.map((ring) => [ring, boxOf(layer, ring)]));
    const mayHold = (outer: number, inner: number) => holdsBox(boxes.get(outer), boxes.get(inner));
    for (const ring of rings) {
      if (ringIsHole[ring] === 1) {
        const outer = rings.find((one) => ringPart[one] === ringPart[ring] && ringIsHole[one] === 0);
        if (outer === undefined || !mayHold(outer, ring) || !isInside(layer, ring, outer))
          found.push({ feature, kind: 'hole-outside', ring });
        else if (
          rings.some(
            (one) =>
              one !== ring &&
              ringIsHole[one] === 1 &&
              ringPart[one] === ringPart[ring] &&
              mayHold(one, ring) &&
              isInside(layer, ring, one),
          )
        )
          found.push({ feature, kind: 'hole-nested', ring });
        continue;
      }
      const holder = rings.find(
        (one) =>
          ringPart[one] !== ringPart[ring] && ringIsHole[one] === 0 && mayHold(one, ring) && isInside(layer, ring, one),
      );
      if (holder === undefined) continue;
      const isInHole = rings.some(
        (one) =>
          ringPart[one] === ringPart[holder] &&
          ringIsHole[one] === 1 &&
          mayHold(one, ring) &&
          isInside(layer, ring, one),
      );
      if (!isInHole) found.push({ feature, kind: 'part-inside', ring });
    }
  }
  return found;
}

type RingBox = readonly [minX: number, minY: number, maxX: number, maxY: number];

function boxOf({ x, y, ringStart }: PlaneLayer, ring: number): RingBox {
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  const to = ringStart[ring + 1] as number;
  for (let vertex = ringStart[ring] as number; vertex < to; vertex += 1) {
    minX = Math.min(minX, x[vertex] as number);
    minY = Math.min(minY, y[vertex] as number);
    maxX = Math.max(maxX, x[vertex] as number);
    maxY = Math.max(maxY, y[vertex] as number);
  }
  return [minX, minY, maxX, maxY];
}

function holdsBox(outer: RingBox | undefined, inner: RingBox | undefined): boolean {
  if (!outer || !inner) return false;
  return (
    outer[0] <= inner[0] + WELD_UNITS &&
    outer[1] <= inner[1] + WELD_UNITS &&
    outer[2] >= inner[2] - WELD_UNITS &&
    outer[3] >= inner[3] - WELD_UNITS
  );
}

/** Whether a ring lies inside another: its first vertex that is not on the other's line decides, or else the middle of an edge. */
function isInside(layer: PlaneLayer, ring: number, outer: number): boolean {
  const { x, y, next, ringStart } = layer;
  const to = ringStart[ring + 1] as number;
  for (const isMiddle of [false, true])
    for (let vertex = ringStart[ring] as number; vertex < to; vertex += 1) {
      const following = next[vertex] as number;
      const px = isMiddle ? ((x[vertex] as number) + (x[following] as number)) / 2 : (x[vertex] as number);
      const py = isMiddle ? ((y[vertex] as number) + (y[following] as number)) / 2 : (y[vertex] as number);
      const place = placeOf(layer, outer, px, py);
      if (place !== 'on') return place === 'inside';
    }
  return true;
}

function placeOf({ x, y, next, ringStart }: PlaneLayer, ring: number, px: number, py: number) {
  let inside = false;
  const to = ringStart[ring + 1] as number;
  for (let vertex = ringStart[ring] as number; vertex < to; vertex += 1) {
    const ax = x[vertex] as number;
    const ay = y[vertex] as number;
    const bx = x[next[vertex] as number] as number;
    const by = y[next[vertex] as number] as number;
    if (squaredDistanceToSegment(px, py, ax, ay, bx, by) <= WELD_UNITS * WELD_UNITS) return 'on';
    if (ay > py !== by > py && px < ax + ((py - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}
