import { type Box, measureEllipsoidDistanceMetres } from '../../measure/index.ts';
import type { CoordinateCandidate } from '../source.ts';
import type { GatheredPositions } from './gather.ts';
import type { MatchedFeatures } from './match_features.ts';
import { type MatchedShift, shiftOf } from './matched_shift.ts';
import type { ShareOnPlan } from './on_plan.ts';
import { arePacked, type CoordinateSystem, lookAlikesOf, systemOf } from './systems.ts';

/** A reading that puts the source farther than this from the plan is not what was meant. */
export const NEAR_METRES = 50_000;
/** A shift beyond this is another place, not another datum, a map service's or a local one. */
export const MOST_SHIFT_METRES = 5000;
/** Matched features this close to the plan's own settle which reading it is. */
export const SAME_PLACE_METRES = 10;
/** Fewer matched features settle nothing. */
export const LEAST_MATCHED = 3;

/** Where so large a share of the matched features is this close to the plan's, the others were moved and say nothing. */
const EXACT_METRES = 1;
const EXACT_SHARE = 0.3;

/** What is known of a source and the plan, whatever reading is tried. */
export interface SourceFacts {
  gathered: GatheredPositions;
  /** Features the plan has too. */
  matched: MatchedFeatures | undefined;
  /** West, south, east, north of the plan in degrees; absent without a plan to hold the source against. */
  bounds: Box | undefined;
  /** What share of the source a reading puts on the plan's plots. */
  shareOnPlan?: ShareOnPlan | undefined;
}

/** Degrees that are not written as degrees usually are: thought of near a plan only, and never without asking. */
const ODD_SYSTEMS = ['DMS', 'DEGREES-E6', 'DEGREES-E7'];

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

function oddReadingsOf(x: number, y: number, sample: Float64Array): string[] {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return arePacked(sample) ? ['DMS'] : [];
  const isWithin = (unit: number) => Math.abs(x) <= 180 * unit && Math.abs(y) <= 90 * unit;
  return [...(isWithin(1e6) ? ['DEGREES-E6'] : []), ...(isWithin(1e7) ? ['DEGREES-E7'] : [])];
}

/**
 * Readings of undeclared coordinates, the likeliest first, with how far from the plan each would put them. Degrees far from the plan
 * are among them: they are what GeoJSON means, wherever they lie.
 */
export function findCandidates(facts: SourceFacts): CoordinateCandidate[] {
  const [x, y] = facts.gathered.middle;
  if (Number.isNaN(x)) return [];
  const { sample } = facts.gathered;
  const straight = described(readingsOf(x, y), false, facts);
  const turned = described(readingsOf(y, x), true, facts);
  const odd = facts.bounds
    ? [...described(oddReadingsOf(x, y, sample), false, facts), ...described(oddReadingsOf(y, x, sample), true, facts)]
    : [];
  const plain = straight.find(({ crs }) => crs === 'EPSG:4490');
  const others = [...straight, ...turned, ...odd].filter((one) => one !== plain && isNear(one));
  if (!plain) return sorted(others);
  if (isInPlace(plain)) return [plain];
  // Longitude first is what GeoJSON means: other orders and writings are thought of where that lies off the plan only.
  if (!isNear(plain)) return [...sorted(others), plain];
  const isBeside = (plain.distanceMetres ?? 0) > 0;
  return sorted([
    plain,
    ...others.filter((one) => isOdd(one) && (isInPlace(one) || (isBeside && one.distanceMetres === 0))),
  ]);
}

function described(readings: readonly string[], swapped: boolean, facts: SourceFacts): CoordinateCandidate[] {
  return readings.flatMap((crs) => {
    const system = systemOf(crs);
    return system ? [describeReading(system, swapped, facts)] : [];
  });
}

const isOdd = ({ crs }: CoordinateCandidate): boolean => ODD_SYSTEMS.includes(crs);
const isNear = ({ distanceMetres }: CoordinateCandidate): boolean => (distanceMetres ?? 0) <= NEAR_METRES;

function sorted(candidates: readonly CoordinateCandidate[]): CoordinateCandidate[] {
  const nearness = (one: CoordinateCandidate) =>
    one.eastMetres !== undefined && one.northMetres !== undefined
      ? Math.hypot(one.eastMetres, one.northMetres)
      : (one.distanceMetres ?? 0) + SAME_PLACE_METRES;
  return [...candidates].sort((a, b) => nearness(a) - nearness(b));
}

/** Whether enough matched features lie where the plan has them. */
export function isInPlace(one: CoordinateCandidate): boolean {
  return (
    (one.matchedCount ?? 0) >= LEAST_MATCHED &&
    Math.hypot(one.eastMetres ?? 0, one.northMetres ?? 0) <= SAME_PLACE_METRES
  );
}

/** The one reading that can be meant; undefined when there is none, or more than one, or one that is asked for in any case. */
export function settle(candidates: readonly CoordinateCandidate[]): CoordinateCandidate | undefined {
  const inPlace = candidates.filter(isInPlace);
  const [only] = candidates.length === 1 ? candidates : inPlace.length === 1 ? inPlace : [];
  return only && !isOdd(only) ? only : undefined;
}

/** Where a source lies if it is read in a system. Only the hull and the matched places are converted. */
export function describeReading(system: CoordinateSystem, swapped: boolean, facts: SourceFacts): CoordinateCandidate {
  const { gathered, matched, bounds } = facts;
  const read = ([x, y]: readonly [number, number]) => (swapped ? system.toWgs84(y, x) : system.toWgs84(x, y));
  const candidate: CoordinateCandidate = {
    crs: system.id,
    swapped,
    outline: { type: 'Polygon', coordinates: [gathered.outline.map(read)] },
  };
  const lookAlikes = lookAlikesOf(system.id);
  if (lookAlikes.length > 0) candidate.lookAlikes = lookAlikes;
  if (!bounds) return candidate;
  const middle = read(gathered.middle);
  candidate.distanceMetres = distanceToBounds(middle, bounds);
  if (candidate.distanceMetres > NEAR_METRES) return candidate;
  const onPlanShare = matched ? undefined : facts.shareOnPlan?.((x, y) => read([x, y]));
  if (onPlanShare !== undefined) candidate.onPlanShare = onPlanShare;
  if (!matched) return candidate;
  const shift = shiftIn(matched, read);
  if (!shift) return candidate;
  const { eastMetres, northMetres, matchedCount } = shift;
  return { ...candidate, eastMetres, northMetres, matchedCount, matchedBy: matched.by };
}

/**
 * How the matched features lie in a reading. Where part of a source was shifted, most may lie elsewhere: a good share of them to the metre
 * in their place tells the reading nevertheless.
 */
function shiftIn(
  { pairs, all }: MatchedFeatures,
  read: (position: readonly [number, number]) => [number, number],
): MatchedShift | undefined {
  const placed = all.map(({ source, plan }) => ({ source: read(source), plan }));
  const exact = placed.filter(({ source, plan }) => measureEllipsoidDistanceMetres(source, plan) <= EXACT_METRES);
  if (exact.length >= Math.max(LEAST_MATCHED, all.length * EXACT_SHARE)) return shiftOf(exact);
  return shiftOf(pairs.map(({ source, plan }) => ({ source: read(source), plan })));
}

/** From a place in degrees to the nearest point of a box, 0 within it; a place off the globe lies nowhere near. */
export function distanceToBounds(
  [longitude, latitude]: readonly [number, number],
  [west, south, east, north]: readonly [number, number, number, number],
): number {
  const isOnEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  if (!isOnEarth) return Number.MAX_SAFE_INTEGER;
  const nearest: [number, number] = [
    Math.min(east, Math.max(west, longitude)),
    Math.min(north, Math.max(south, latitude)),
  ];
  return measureEllipsoidDistanceMetres([longitude, latitude], nearest);
}
