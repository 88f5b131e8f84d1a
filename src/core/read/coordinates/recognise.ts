import { boundsOfPlan, measureEllipsoidDistanceMetres } from '../../measure/index.ts';
import type { Plan } from '../../plan/types.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { CoordinateCandidate } from '../source.ts';
import { forEachPosition, matchedMiddles, medianOf, shiftOf } from './matched_shift.ts';
import { type CoordinateSystem, systemOf } from './systems.ts';

/** A reading that puts the source farther than this from the plan is not what was meant. */
const NEAR_METRES = 50_000;
/** Same-numbered features this close to the plan's own settle which reading it is. */
const SAME_PLACE_METRES = 10;

/** The systems whose numbers look like a position's, whatever the plan. */
function readingsOf(x: number, y: number): string[] {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return ['EPSG:4490'];
  const readings: string[] = [];
  const zone = Math.floor(x / 1_000_000);
  const within = x - zone * 1_000_000;
  if (within >= 150_000 && within <= 850_000 && y >= 300_000 && y <= 6_200_000) {
    if (zone >= 25 && zone <= 45) readings.push(`EPSG:${4513 + zone - 25}`);
    if (zone >= 13 && zone <= 23) readings.push(`EPSG:${4491 + zone - 13}`);
    // A 6° zone without its number is the 3° one of the same meridian.
    if (zone === 0) for (let index = 0; index <= 20; index += 1) readings.push(`EPSG:${4534 + index}`);
    if (zone === 0) for (let utm = 43; utm <= 53; utm += 1) readings.push(`EPSG:${32_600 + utm}`);
  }
  if (x > 7_000_000 && x < 16_000_000 && y > 0 && y < 8_000_000) readings.push('EPSG:3857');
  return readings;
}

/** The middle of all positions by medians, which a few stray points do not move. */
export function middleOfAll(features: readonly SoundFeature[]): [number, number] {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { geometry } of features)
    forEachPosition(geometry.coordinates, ([x = Number.NaN, y = Number.NaN]) => {
      if (xs.length > 100_000) return;
      xs.push(x);
      ys.push(y);
    });
  return [medianOf(xs), medianOf(ys)];
}

/** Readings of undeclared coordinates, the likeliest first, with how far from the plan each would put them. */
export function findCandidates(features: readonly SoundFeature[], plan: Plan | undefined): CoordinateCandidate[] {
  const [x, y] = middleOfAll(features);
  if (Number.isNaN(x)) return [];
  const straight = readingsOf(x, y).map((crs) => ({ crs, swapped: false }));
  const turned = readingsOf(y, x).map((crs) => ({ crs, swapped: true }));
  const candidates = [...straight, ...turned].flatMap(({ crs, swapped }): CoordinateCandidate[] => {
    const system = systemOf(crs);
    return system ? [describeReading(system, swapped, features, plan)] : [];
  });
  const nearness = (one: CoordinateCandidate) =>
    one.eastMetres !== undefined && one.northMetres !== undefined
      ? Math.hypot(one.eastMetres, one.northMetres)
      : (one.distanceMetres ?? 0) + SAME_PLACE_METRES;
  const near = candidates.filter(({ distanceMetres }) => distanceMetres === undefined || distanceMetres <= NEAR_METRES);
  // Longitude first is what GeoJSON means: the other order is thought of only where that lies off the plan.
  const isPlain = near.some(({ crs, swapped }) => crs === 'EPSG:4490' && !swapped);
  return near
    .filter(({ crs, swapped }) => !(isPlain && swapped && crs === 'EPSG:4490'))
    .sort((a, b) => nearness(a) - nearness(b));
}

/** The one reading that can be meant; undefined when there is none or more than one. */
export function settle(candidates: readonly CoordinateCandidate[]): CoordinateCandidate | undefined {
  const [first, second] = candidates;
  if (!second) return first;
  const isInPlace = (one: CoordinateCandidate | undefined) =>
    one?.matchedCount !== undefined &&
    one.matchedCount >= 3 &&
    Math.hypot(one.eastMetres ?? 0, one.northMetres ?? 0) <= SAME_PLACE_METRES;
  return isInPlace(first) && !isInPlace(second) ? first : undefined;
}

/** Where a source lies if it is read in a system. */
export function describeReading(
  system: CoordinateSystem,
  swapped: boolean,
  features: readonly SoundFeature[],
  plan: Plan | undefined,
): CoordinateCandidate {
  const read = ([x, y]: readonly [number, number]) => (swapped ? system.toWgs84(y, x) : system.toWgs84(x, y));
  const outline = { type: 'Polygon' as const, coordinates: [outlineOf(features).map(read)] };
  const candidate: CoordinateCandidate = { crs: system.id, swapped, outline };
  const bounds = plan && boundsOfPlan(plan);
  if (!plan || !bounds) return candidate;
  const [longitude, latitude] = read(middleOfAll(features));
  const [west, south, east, north] = bounds;
  const nearest: [number, number] = [
    Math.min(east, Math.max(west, longitude)),
    Math.min(north, Math.max(south, latitude)),
  ];
  // A reading off the globe lies nowhere near.
  const isOnEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  candidate.distanceMetres = isOnEarth
    ? measureEllipsoidDistanceMetres([longitude, latitude], nearest)
    : Number.MAX_SAFE_INTEGER;
  const pairs = matchedMiddles(features, plan).map((pair) => ({ ...pair, source: read(pair.source) }));
  const shift = isOnEarth ? shiftOf(pairs) : undefined;
  if (shift) {
    const { eastMetres, northMetres, matchedCount } = shift;
    Object.assign(candidate, { eastMetres, northMetres, matchedCount });
  }
  return candidate;
}

/** Points of an outline that stay a simple shape in any system: the convex hull, in the source's own numbers. */
function outlineOf(features: readonly SoundFeature[]): [number, number][] {
  const points: [number, number][] = [];
  for (const { geometry } of features)
    forEachPosition(geometry.coordinates, ([x, y]) => {
      if (x !== undefined && y !== undefined && points.length < 200_000) points.push([x, y]);
    });
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly [number, number][]) => {
    const hull: [number, number][] = [];
    for (const point of list) {
      while (hull.length >= 2 && turnOf(hull.at(-2), hull.at(-1), point) <= 0) hull.pop();
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  const hull = [...half(points), ...half([...points].reverse())];
  const [first] = hull.length > 0 ? hull : points;
  return first ? [...(hull.length > 0 ? hull : points), first] : [];
}

function turnOf(a: [number, number] | undefined, b: [number, number] | undefined, c: [number, number]): number {
  if (!a || !b) return 0;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
