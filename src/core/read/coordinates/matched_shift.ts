import { measureEllipsoidDistanceMetres } from '../../measure/index.ts';
import { PLOT_NUMBER_FIELDS } from '../../plan/fields.ts';
import { type AnyFeature, LAYER_IDS, type Plan } from '../../plan/types.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';

/** How far the same features lie from each other in two sets: the median, and how far three in four of them stay within. */
export interface MatchedShift {
  eastMetres: number;
  northMetres: number;
  spreadMetres: number;
  matchedCount: number;
}

/** Features that are held against the plan's; more would not make the median surer. */
const MOST_MATCHED = 2000;

/** Pairs of a source's features and the plan's of the same number, by the middles of their boxes. */
export function matchedMiddles(
  features: readonly SoundFeature[],
  plan: Plan,
): { source: [number, number]; plan: [number, number] }[] {
  const known = new Map<string, AnyFeature>();
  for (const layer of LAYER_IDS) for (const feature of plan.layers[layer]) known.set(feature.id, feature);
  const pairs: { source: [number, number]; plan: [number, number] }[] = [];
  for (const feature of features) {
    if (pairs.length >= MOST_MATCHED) break;
    const own = numbersOf(feature)
      .map((number) => known.get(number))
      .find((one) => one !== undefined);
    if (own && own.geometry.type === feature.geometry.type)
      pairs.push({ source: middleOf(feature.geometry.coordinates), plan: middleOf(own.geometry.coordinates) });
  }
  return pairs;
}

function numbersOf({ id, properties }: SoundFeature): string[] {
  const named = ['id', ...PLOT_NUMBER_FIELDS, 'DKBH', 'DKBM'].map((name) =>
    Object.hasOwn(properties, name) ? properties[name] : undefined,
  );
  return [id, ...named].flatMap((value) =>
    typeof value === 'string' || typeof value === 'number' ? [String(value)] : [],
  );
}

/** Middle of the box around nested positions. */
export function middleOf(coordinates: unknown): [number, number] {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  forEachPosition(coordinates, ([x = 0, y = 0]) => {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  });
  return [(west + east) / 2, (south + north) / 2];
}

export function forEachPosition(coordinates: unknown, visit: (position: number[]) => void): void {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === 'number') visit(coordinates);
  else for (const part of coordinates) forEachPosition(part, visit);
}

/** The shift from the plan's middles to the source's, both in degrees. Undefined without pairs. */
export function shiftOf(
  pairs: readonly { source: readonly [number, number]; plan: readonly [number, number] }[],
): MatchedShift | undefined {
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

/** East and north from one place to another near it, in metres on the ellipsoid. */
export function offsetMetres(
  from: readonly [number, number],
  to: readonly [number, number],
): [east: number, north: number] {
  const east = measureEllipsoidDistanceMetres([from[0], from[1]], [to[0], from[1]]);
  const north = measureEllipsoidDistanceMetres([from[0], from[1]], [from[0], to[1]]);
  return [Math.sign(to[0] - from[0]) * east, Math.sign(to[1] - from[1]) * north];
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
