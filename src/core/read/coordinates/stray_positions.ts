import { boundsOf, measureEllipsoidDistanceMetres } from '../../measure/index.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { SourceLayer } from '../source.ts';
import type { GatheredPositions } from './gather.ts';
import { metresPerDegree } from './number_scales.ts';

/** Positions this far from the rest of their own source are a slip of somebody's, not a park. */
const STRAY_METRES = 100_000;

/** Features with a position at 0, 0, which is what programs write where they have none. Looked for before anything is converted. */
export function reportZeroPositions(
  source: SourceLayer,
  features: readonly SoundFeature[],
  { middle, boxes }: GatheredPositions,
  log: DiagnosticLog,
): Set<number> {
  const zeros = new Set<number>();
  const [x, y] = middle.map(Math.abs) as [number, number];
  // A local grid may well begin at 0, 0; degrees and metres of a zone lie far from it.
  const isFar = x <= 180 && y <= 180 ? Math.max(x, y) > 5 : Math.max(x, y) > 300_000;
  if (!isFar) return zeros;
  const isZero = (position: readonly number[]) =>
    Math.abs(position[0] ?? 1) < ZERO && Math.abs(position[1] ?? 1) < ZERO;
  for (const [index, { id, geometry }] of features.entries()) {
    if (!reachesZero(boxes, index)) continue;
    const count = countPositions(geometry.coordinates, isZero);
    if (count === 0) continue;
    zeros.add(index);
    log.add({
      code: 'coordinates-zero',
      severity: 'warning',
      pointer: source.pointerOf(index),
      ...nameOf(id),
      data: { vertices: count },
    });
  }
  return zeros;
}

/**
 * After a conversion every position must be on the globe, and none should lie far from all others. Degrees; `outline` is where nearly all
 * of the source lies.
 * @param boxes of the features, where these are as they were gathered
 */
export function reportStrayPositions(
  source: SourceLayer,
  features: readonly SoundFeature[],
  outline: readonly (readonly number[])[],
  known: ReadonlySet<number>,
  log: DiagnosticLog,
  boxes?: Float64Array,
): void {
  const bounds = boundsOf([{ type: 'LineString', coordinates: outline.map((point) => [...point]) }]) ?? [
    -180, -90, 180, 90,
  ];
  const [west, south, east, north] = bounds;
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const [perLongitude, perLatitude] = metresPerDegree(middle[0], middle[1]);
  // A source that is spread over a province by itself may be so still farther.
  const roomX = Math.max(STRAY_METRES / perLongitude, 2 * (east - west));
  const roomY = Math.max(STRAY_METRES / perLatitude, 2 * (north - south));
  const isOffGlobe = (position: readonly number[]) => {
    const [x, y] = [position[0] as number, position[1] as number];
    return !(x <= 180 && x >= -180 && y <= 90 && y >= -90);
  };
  const isStray = (position: ArrayLike<number>) => {
    const x = position[0] as number;
    const y = position[1] as number;
    return !(x <= east + roomX && x >= west - roomX && y <= north + roomY && y >= south - roomY);
  };
  for (const [index, { id, geometry }] of features.entries()) {
    // Where neither corner is, nothing between them can be.
    const at = 4 * index;
    if (boxes && !isStray(boxes.subarray(at, at + 2)) && !isStray(boxes.subarray(at + 2, at + 4))) continue;
    const stray = firstPosition(geometry.coordinates, isStray);
    if (!stray) continue;
    const base = { pointer: source.pointerOf(index), ...nameOf(id) };
    const lost = firstPosition(geometry.coordinates, isOffGlobe);
    if (lost)
      log.add({
        code: 'coordinates-out-of-range',
        severity: 'error',
        ...base,
        data: { x: String(lost[0]), y: String(lost[1]), count: 1 },
      });
    else if (!known.has(index))
      log.add({
        code: 'coordinates-stray',
        severity: 'warning',
        ...base,
        data: {
          distanceKilometres: Math.round(measureEllipsoidDistanceMetres([...middle], [...stray]) / 1000),
        },
      });
  }
}

/** Half the side of the square around 0, 0 that is taken for it. */
const ZERO = 1e-6;

function reachesZero(boxes: Float64Array, index: number): boolean {
  const at = 4 * index;
  return (
    isAroundZero(boxes[at] as number, boxes[at + 2] as number) &&
    isAroundZero(boxes[at + 1] as number, boxes[at + 3] as number)
  );
}

function isAroundZero(low: number, high: number): boolean {
  return low < ZERO && high > -ZERO;
}

function nameOf(id: unknown): { feature?: string } {
  return typeof id === 'string' || typeof id === 'number' ? { feature: String(id) } : {};
}

function firstPosition(
  coordinates: unknown,
  isWanted: (position: readonly number[]) => boolean,
): readonly number[] | undefined {
  if (!Array.isArray(coordinates)) return undefined;
  if (typeof coordinates[0] === 'number') return isWanted(coordinates) ? coordinates : undefined;
  for (let index = 0; index < coordinates.length; index += 1) {
    const found = firstPosition(coordinates[index], isWanted);
    if (found) return found;
  }
  return undefined;
}

function countPositions(coordinates: unknown, isWanted: (position: readonly number[]) => boolean): number {
  if (!Array.isArray(coordinates)) return 0;
  if (typeof coordinates[0] === 'number') return isWanted(coordinates) ? 1 : 0;
  let count = 0;
  for (let index = 0; index < coordinates.length; index += 1) count += countPositions(coordinates[index], isWanted);
  return count;
}
