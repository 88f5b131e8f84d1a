import { measureEllipsoidDistanceMetres } from '../../measure/index.ts';
import { metresPerDegree } from './number_scales.ts';

type Degrees = readonly [longitude: number, latitude: number];

/** How far the same features lie from each other in two sets: the median, and how far three in four of them stay within. */
export interface MatchedShift {
  eastMetres: number;
  northMetres: number;
  spreadMetres: number;
  matchedCount: number;
}

/** The shift from the plan's places to the source's, both in degrees. Undefined without pairs. */
export function shiftOf(pairs: readonly { source: Degrees; plan: Degrees }[]): MatchedShift | undefined {
  if (pairs.length === 0) return undefined;
  const offsets = pairs.map(({ source, plan }) => offsetMetres(plan, source));
  const eastMetres = medianOf(offsets.map(([east]) => east));
  const northMetres = medianOf(offsets.map(([, north]) => north));
  const strays = offsets
    .map(([east, north]) => Math.hypot(east - eastMetres, north - northMetres))
    .sort((a, b) => a - b);
  const spreadMetres = strays[Math.floor(strays.length * 0.75)] ?? 0;
  return { eastMetres, northMetres, spreadMetres, matchedCount: pairs.length };
}

/** Two places nearer than this are one. */
const SAME_CENTRE_METRES = 1;
/** More cells than the earth is high. */
const CELLS = 2 ** 26;

/**
 * Whether most features of a source lie exactly where the plan has others: in a row of equal plots whose numbers moved on by one they seem
 * shifted by a plot's width, and are renumbered.
 */
export function lieOnOthers(
  pairs: readonly { source: Degrees; plan: Degrees }[],
  all: readonly { plan: Degrees }[],
): boolean {
  const [first] = all;
  if (!first) return false;
  const [x, y] = first.plan;
  const [perLongitude, perLatitude] = metresPerDegree(x, y);
  const cellOf = (place: Degrees, right = 0, up = 0): number =>
    (Math.round(((place[0] - x) * perLongitude) / SAME_CENTRE_METRES) + right) * CELLS +
    Math.round(((place[1] - y) * perLatitude) / SAME_CENTRE_METRES) +
    up;
  const taken = new Set(all.map(({ plan }) => cellOf(plan)));
  const sides = [-1, 0, 1];
  const isOnOther = ({ source }: { source: Degrees }) =>
    sides.some((right) => sides.some((up) => taken.has(cellOf(source, right, up))));
  return pairs.filter(isOnOther).length * 2 > pairs.length;
}

/** How far the same features lie apart: three in four of them stay within it. NaN without pairs. */
export function apartMetres(pairs: readonly { source: Degrees; plan: Degrees }[]): number {
  const apart = pairs.map(({ source, plan }) => measureEllipsoidDistanceMetres([...plan], [...source]));
  return apart.sort((a, b) => a - b)[Math.floor(apart.length * 0.75)] ?? Number.NaN;
}

/** East and north from one place to another near it, in metres on the ellipsoid. */
export function offsetMetres(from: Degrees, to: Degrees): [east: number, north: number] {
  const east = measureEllipsoidDistanceMetres([from[0], from[1]], [to[0], from[1]]);
  const north = measureEllipsoidDistanceMetres([from[0], from[1]], [from[0], to[1]]);
  return [Math.sign(to[0] - from[0]) * east, Math.sign(to[1] - from[1]) * north];
}

function medianOf(numbers: readonly number[]): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
