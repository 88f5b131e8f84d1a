import type { Geometry } from '../../plan/types.ts';

/** Twice the signed area of a ring, positive when it runs counter-clockwise; 0 for what is no ring. */
export function signedAreaOf(ring: unknown): number {
  if (!Array.isArray(ring)) return 0;
  const origin: unknown = ring[0];
  if (!Array.isArray(origin)) return 0;
  const [x0, y0] = origin as [number, number];
  let sum = 0;
  for (let index = 2; index < ring.length; index += 1) {
    const from: unknown = ring[index - 1];
    const to: unknown = ring[index];
    if (!Array.isArray(from) || !Array.isArray(to)) return 0;
    sum += (from[0] - x0) * (to[1] - y0) - (to[0] - x0) * (from[1] - y0);
  }
  return sum;
}

/** Turns rings in place so that areas lie to their left (RFC 7946, 3.1.6); true when one was turned. Degrees or a plane's axes. */
export function turnRings(geometry: Geometry): boolean {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  let isTurned = false;
  for (const rings of polygons)
    for (let index = 0; index < rings.length; index += 1) {
      const ring = rings[index];
      const area = ring ? signedAreaOf(ring) : 0;
      if (ring && (index === 0 ? area < 0 : area > 0)) {
        ring.reverse();
        isTurned = true;
      }
    }
  return isTurned;
}

/** Drops positions that repeat the one before, unless fewer than `least` would remain; how many were dropped. */
export function dropRepeats(line: unknown[], least: number): number {
  let repeats = 0;
  for (let index = 1; index < line.length; index += 1) if (isSame(line[index - 1], line[index])) repeats += 1;
  if (repeats === 0 || line.length - repeats < least) return 0;
  let kept = 1;
  for (let index = 1; index < line.length; index += 1)
    if (!isSame(line[kept - 1], line[index])) {
      line[kept] = line[index];
      kept += 1;
    }
  line.length = kept;
  return repeats;
}

function isSame(a: unknown, b: unknown): boolean {
  const one = a as readonly number[];
  const other = b as readonly number[];
  return one[0] === other[0] && one[1] === other[1];
}

/** Fewest positions of a line and of a ring. */
export const LEAST_OF_LINE = 2;
export const LEAST_OF_RING = 4;
/** Arrays within each other in the coordinates of a MultiPolygon, the most of any geometry. */
export const DEEPEST_COORDINATES = 4;

/** A copy as the reader gives a shape that comes in a file: in two dimensions, without repeats, turned. */
export function tidied(geometry: Geometry): Geometry {
  const copy = { type: geometry.type, coordinates: inTwoDimensions(geometry.coordinates) } as Geometry;
  if (copy.type === 'LineString') dropRepeats(copy.coordinates, LEAST_OF_LINE);
  if (copy.type === 'MultiLineString') for (const line of copy.coordinates) dropRepeats(line, LEAST_OF_LINE);
  if (copy.type === 'Polygon') for (const ring of copy.coordinates) dropRepeats(ring, LEAST_OF_RING);
  if (copy.type === 'MultiPolygon') for (const ring of copy.coordinates.flat()) dropRepeats(ring, LEAST_OF_RING);
  turnRings(copy);
  return copy;
}

function inTwoDimensions(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return Array.isArray(value[0]) ? value.map(inTwoDimensions) : value.slice(0, 2);
}
