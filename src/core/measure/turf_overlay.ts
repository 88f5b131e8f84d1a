import { difference, feature, featureCollection, intersect, union } from '@turf/turf';
import type { Areal, Position } from '../plan/types.ts';

/** Turf's overlay could not work with a geometry, not even with its coordinates rounded to the decimetre. */
export class ShapeError extends Error {
  override name = 'ShapeError';
}

/** Decimals the coordinates are rounded to before each try: as they are, then 0.1 mm, 1 cm and 0.1 m. */
const ROUNDINGS = [undefined, 9, 7, 6] as const;

function rounded(geometry: Areal, decimals: number | undefined): Areal {
  if (decimals === undefined) return geometry;
  const scale = 10 ** decimals;
  const roundRing = (ring: Position[]): Position[] =>
    ring.map((position) => position.map((value) => Math.round(value * scale) / scale));
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(roundRing) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(roundRing)) };
}

type Overlay = typeof intersect | typeof difference | typeof union;

function overlay(operation: Overlay, geometries: readonly Areal[]): Areal | undefined {
  let cause: unknown;
  for (const decimals of ROUNDINGS) {
    try {
      const features = geometries.map((geometry) =>
        feature(rounded(geometry, decimals) as GeoJSON.Polygon | GeoJSON.MultiPolygon),
      );
      return (operation(featureCollection(features))?.geometry as Areal | undefined) ?? undefined;
    } catch (error) {
      // Sweep-line overlay breaks on nearly coincident edges; a coarser grid joins them.
      cause = error;
    }
  }
  throw new ShapeError('The shapes could not be overlaid', { cause });
}

/** What two shapes share; undefined when they share no area. Throws `ShapeError` on geometry that cannot be overlaid. */
export function intersectShapes(a: Areal, b: Areal): Areal | undefined {
  return overlay(intersect, [a, b]);
}

/** What is left of a without b; undefined when nothing is. Throws `ShapeError` on geometry that cannot be overlaid. */
export function subtractShapes(a: Areal, b: Areal): Areal | undefined {
  return overlay(difference, [a, b]);
}

/** All shapes as one; undefined for an empty list. Throws `ShapeError` on geometry that cannot be overlaid. */
export function uniteShapes(shapes: readonly Areal[]): Areal | undefined {
  const [first, ...rest] = shapes;
  if (!first) return undefined;
  return rest.length === 0 ? first : overlay(union, shapes);
}
