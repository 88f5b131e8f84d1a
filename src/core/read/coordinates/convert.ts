import { createProjection, nearestProjection } from '../../measure/index.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import { applyTransform, type PlaneTransform } from './plane_transform.ts';
import type { CoordinateSystem } from './systems.ts';

type Degrees = [longitude: number, latitude: number];
/** A source's x and y to WGS84 degrees. */
export type Reading = (x: number, y: number) => Degrees;

/**
 * How numbers become degrees: by a system, by a transform, or by a transform of what the system makes of them. Undefined when neither is
 * given or the transform's plane is not known.
 */
export function readingOf(
  system: CoordinateSystem | undefined,
  swapped: boolean,
  transform: PlaneTransform | undefined,
): Reading | undefined {
  const straight = straightReading(system, transform);
  if (!straight || !swapped) return straight;
  return (x, y) => straight(y, x);
}

function straightReading(
  system: CoordinateSystem | undefined,
  transform: PlaneTransform | undefined,
): Reading | undefined {
  if (!transform) return system && ((x, y) => system.toWgs84(x, y));
  const plane = createProjection(transform.plane);
  if (!plane) return undefined;
  if (!system || system.id === transform.plane) return (x, y) => plane.inverse(applyTransform(transform, [x, y]));
  return (x, y) => plane.inverse(applyTransform(transform, plane.forward(system.toWgs84(x, y))));
}

/** The plane a shift of a reading is measured and corrected in: its own, or that of the place. */
export function planeOf(system: CoordinateSystem, longitude: number): string {
  return createProjection(system.id) ? system.id : nearestProjection(longitude).crs;
}

/**
 * Puts degrees in the place of every position. The lists of positions stay the features' own; each position is made anew, for a reader
 * may have put one array at both ends of a ring, or one border into two features.
 */
export function convertInPlace(features: readonly SoundFeature[], read: Reading): void {
  for (const { geometry } of features)
    if (geometry.type === 'Point') geometry.coordinates = read(...pairOf(geometry.coordinates));
    else convertList(geometry.coordinates, read);
}

function convertList(list: unknown[], read: Reading): void {
  for (let index = 0; index < list.length; index += 1) {
    const member = list[index];
    if (!Array.isArray(member)) continue;
    if (typeof member[0] === 'number') list[index] = read(member[0], member[1]);
    else convertList(member, read);
  }
}

const pairOf = ([x = Number.NaN, y = Number.NaN]: readonly number[]): Degrees => [x, y];
