import { difference, featureCollection, intersect, multiPolygon, polygon } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Point, Ring } from './point.ts';
import { areaOf, cleanRing } from './ring.ts';

/** A polygon in the plane: its border first, then its holes. */
export type Rings = Ring[];

const close = (ring: Ring): number[][] => [...ring, ...ring.slice(0, 1)].map((point) => [...point]);
const toFeature = (rings: Rings): Feature<Polygon> => polygon(rings.map(close));

function toRings(feature: Feature<Polygon | MultiPolygon> | null): Rings[] {
  if (!feature) return [];
  const parts = feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates;
  return parts
    .map((rings) => rings.map((ring) => cleanRing(ring.slice(0, -1) as unknown as Point[])).filter((r) => r.length > 2))
    .filter((rings) => rings[0] !== undefined && areaOf(rings[0]) > 1);
}

function boxOf(ring: Ring): [number, number, number, number] {
  const xs = ring.map((point) => point[0]);
  const ys = ring.map((point) => point[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
function apart(a: Ring, b: Ring): boolean {
  const [aWest, aSouth, aEast, aNorth] = boxOf(a);
  const [bWest, bSouth, bEast, bNorth] = boxOf(b);
  return aEast < bWest || bEast < aWest || aNorth < bSouth || bNorth < aSouth;
}

/** What is left of polygons when others are taken away, in the plane. */
export function subtractPolygons(from: readonly Rings[], away: readonly Rings[]): Rings[] {
  let left = [...from];
  for (const cut of away)
    left = left.flatMap((rings) => {
      if (apart(rings[0] ?? [], cut[0] ?? [])) return [rings];
      return toRings(difference(featureCollection([toFeature(rings), toFeature(cut)])));
    });
  return left;
}

/** What two polygons share, in the plane. */
export function intersectPolygons(a: Rings, b: Rings): Rings[] {
  if (apart(a[0] ?? [], b[0] ?? [])) return [];
  return toRings(intersect(featureCollection<Polygon | MultiPolygon>([toFeature(a), multiPolygon([b.map(close)])])));
}
