import type { Geometry, Position } from '../plan/types.ts';
import { sameValue } from './same_value.ts';

/**
 * Whether two geometries are the same shape as drawn: a ring may start at another of its points and run the other way round,
 * holes and the parts of a multi-geometry may come in another order. Lines keep their direction.
 */
export function sameGeometry(a: Geometry, b: Geometry): boolean {
  if (a === b) return true;
  if (a.type !== b.type) return false;
  // Files seldom turn rings: the plain comparison settles nearly every pair.
  if (sameValue(a.coordinates, b.coordinates)) return true;
  return normalForm(a) === normalForm(b);
}

/** Equal for geometries that are the same as drawn. */
function normalForm(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Polygon':
      return polygonForm(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.map(polygonForm).sort().join('|');
    case 'MultiLineString':
      return geometry.coordinates
        .map((line) => line.map(String).join(' '))
        .sort()
        .join('|');
    case 'MultiPoint':
      return geometry.coordinates.map(String).sort().join(' ');
    case 'LineString':
      return geometry.coordinates.map(String).join(' ');
    case 'Point':
      return String(geometry.coordinates);
  }
}

function polygonForm(rings: readonly Position[][]): string {
  const [outer = [], ...holes] = rings;
  return [ringForm(outer), ...holes.map(ringForm).sort()].join('/');
}

/** The ring from its smallest turning of both directions. */
function ringForm(ring: readonly Position[]): string {
  const points = ring.slice(0, -1).map(String);
  const forward = smallestRotation(points).join(' ');
  const backward = smallestRotation([...points].reverse()).join(' ');
  return forward < backward ? forward : backward;
}

/** The lexicographically smallest rotation of a list, in linear time (Booth's algorithm in its two-pointer form). */
function smallestRotation(list: readonly string[]): string[] {
  const { length } = list;
  let first = 0;
  let second = 1;
  let run = 0;
  while (first < length && second < length && run < length) {
    const a = list[(first + run) % length] ?? '';
    const b = list[(second + run) % length] ?? '';
    if (a === b) run += 1;
    else {
      if (a > b) first += run + 1;
      else second += run + 1;
      if (first === second) second += 1;
      run = 0;
    }
  }
  const start = Math.min(first, second);
  return [...list.slice(start), ...list.slice(0, start)];
}
