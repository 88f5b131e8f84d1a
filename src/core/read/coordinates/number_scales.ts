import { nearestProjection } from '../../measure/index.ts';
import type { GatheredPositions } from './gather.ts';
import { arePacked, BAIDU_MERCATOR, systemOf } from './systems.ts';

/** A way to take a source's numbers for lengths before its system is known: enough to compare shapes and distances. */
export interface NumberScale {
  /** To metres of a plane, true to shape and scale; the plane is that of the plan's longitude, or the source's own. */
  toMetres(x: number, y: number): [number, number];
  /** Metres of a unit of x and of y at a place. */
  metresAt(x: number, y: number): readonly [number, number];
}

/** Metres of a plane as they are: Gauss–Krüger, UTM and local grids differ by less than a thousandth. */
const METRES: NumberScale = { toMetres: (x, y) => [x, y], metresAt: () => [1, 1] };

/** Their numbers look alike; in length they differ by some thousandths, in place by 20 km. */
const MERCATORS = ['EPSG:3857', BAIDU_MERCATOR];

/** What a source's numbers may be by their size, the likeliest first. */
export function numberScalesOf({ middle, sample }: GatheredPositions, longitude: number): NumberScale[] {
  const [x, y] = middle.map(Math.abs) as [number, number];
  const { forward } = nearestProjection(longitude);
  const scaleOf = (id: string, isTurned: boolean): NumberScale[] => {
    const system = systemOf(id);
    if (!system) return [];
    const read = (a: number, b: number) => (isTurned ? system.toWgs84(b, a) : system.toWgs84(a, b));
    return [
      {
        toMetres: (a, b) => forward(read(a, b)),
        metresAt: (a, b) => {
          // A degree of latitude is a degree's share of the unit; by differences, whatever the system's unit is.
          const step = Math.max(1e-6, Math.abs(a) * 1e-9);
          const [here, east, north] = [read(a, b), read(a + step, b), read(a, b + step)];
          const [perLongitude, perLatitude] = metresPerDegree(here[0], here[1]);
          const length = (there: readonly number[]) =>
            Math.hypot(((there[0] ?? 0) - here[0]) * perLongitude, ((there[1] ?? 0) - here[1]) * perLatitude) / step;
          return [length(east), length(north)];
        },
      },
    ];
  };
  const scales: NumberScale[] = [];
  if (x <= 180 && y <= 90) scales.push(...scaleOf('EPSG:4490', false));
  if (x <= 90 && y <= 180) scales.push(...scaleOf('EPSG:4490', true));
  for (const [one, other, isTurned] of [
    [x, y, false],
    [y, x, true],
  ] as const) {
    if (one <= 180 && other <= 90 && arePacked(sample)) scales.push(...scaleOf('DMS', isTurned));
    if (one > 1e7 && one <= 180e6 && other <= 90e6) scales.push(...scaleOf('DEGREES-E6', isTurned));
    if (one > 1e8 && one <= 180e7 && other <= 90e7) scales.push(...scaleOf('DEGREES-E7', isTurned));
  }
  scales.push(METRES);
  if (x > 7_000_000 && x < 16_000_000 && y < 8_000_000) scales.push(...MERCATORS.flatMap((id) => scaleOf(id, false)));
  if (y > 7_000_000 && y < 16_000_000 && x < 8_000_000) scales.push(...MERCATORS.flatMap((id) => scaleOf(id, true)));
  return scales;
}

/** Metres of a degree of longitude and of latitude on the CGCS2000 ellipsoid. */
export function metresPerDegree(_longitude: number, latitude: number): readonly [number, number] {
  const radians = (latitude * Math.PI) / 180;
  const e2 = 0.006_694_380_022_9;
  const root = Math.sqrt(1 - e2 * Math.sin(radians) ** 2);
  const perRadian = (6_378_137 * Math.PI) / 180;
  return [(perRadian * Math.cos(radians)) / root, (perRadian * (1 - e2)) / root ** 3];
}
