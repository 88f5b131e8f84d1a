import type { PlotSite } from './areas.ts';
import { distance, type Point, type Ring } from './geometry/point.ts';
import { centroid, distanceBetween } from './geometry/ring.ts';
import { type Roads, roadLine } from './road_network.ts';
import { distanceToStream, type Waters } from './waters.ts';

/** How high a back row is over the front before it, and at most. */
const BACK_ROW_SHARE = 0.7;
const HIGHEST_BACK_ROW_METRES = 60;

/** Limits plans are written with, in metres. */
const USUAL_HEIGHTS = [6, 9, 12, 15, 18, 24, 30, 36, 45, 50, 54, 60, 80, 100, 120];

/** The highest usual limit that is not above a height, both in metres. */
export function usualHeight(metres: number): number {
  return USUAL_HEIGHTS.filter((usual) => usual <= metres + 0.5).reduce((a, b) => Math.max(a, b), 6);
}

/** A centre that rises above its surroundings and is lost in them at its radius, all in metres. */
type Centre = readonly [x: number, y: number, heightMetres: number, radiusMetres: number];

const COMMUNITY_CENTRES: readonly Centre[] = [
  [-850, 760, 112, 420],
  [-60, 90, 86, 460],
  [-1279, 1150, 82, 420],
  [-60, 1120, 82, 440],
  [-1160, 110, 76, 420],
];
const AXIS_CENTRES: readonly Centre[] = [
  [3100, 760, 132, 620],
  [3030, -80, 132, 640],
  [2960, -960, 108, 420],
  [3190, 1960, 108, 520],
];
const CORRIDOR_CENTRES: readonly Centre[] = [
  [3030, 70, 112, 520],
  [1230, 22, 88, 460],
  [5560, 180, 88, 460],
  [60, 0, 88, 420],
  [4320, 110, 66, 420],
  [2210, 50, 62, 360],
  [-640, 20, 62, 420],
];

/** From how far from water at least how high: the nearer the lower. */
const TOWARDS_BOYAN: readonly (readonly [metres: number, limitMetres: number])[] = [
  [420, 24],
  [560, 36],
  [900, 60],
];
const TOWARDS_SHUXI: readonly (readonly [metres: number, limitMetres: number])[] = [
  [260, 45],
  [360, 60],
];

/**
 * How high a site may be built before its use is looked at, in metres: highest at the centres, lower towards water and the edges,
 * falling with the distance from the axis and the corridor.
 */
export function heightField(site: PlotSite, roads: Roads, waters: Waters): number {
  const boyan = distanceBetween(site.ring, waters.boyanLake.water[0] ?? [], false);
  if (site.area.phase) return communityHeight(centroid(site.ring), waters);
  // Round the lake the zone's bands are the stricter ones: a plot's own limit may lie above them.
  if (site.area.id === 'lake') return boyan < 420 ? 30 : boyan < 540 ? 36 : 45;
  const shuxi = distanceBetween(site.ring, waters.shuxiLake.water[0] ?? [], false);
  return Math.min(
    bandHeight(site.ring, site.area.id === 'axis', roads),
    towards(TOWARDS_BOYAN, boyan),
    towards(TOWARDS_SHUXI, shuxi),
  );
}

function communityHeight(middle: Point, waters: Waters): number {
  const westward = Math.min(1, Math.max(0, (-middle[0] - 1400) / 700));
  const northward = Math.max(0, (middle[1] - 1600) / 700);
  const stream = distanceToStream(waters.stream, middle);
  const towardsStream = stream < 110 ? 45 : stream < 230 ? 54 : Number.POSITIVE_INFINITY;
  return Math.min(rise(COMMUNITY_CENTRES, middle, 51) - 16 * westward - 12 * northward, towardsStream);
}

/** Along the axis and the corridor: the front rises at the centres, the rear row is lower. */
function bandHeight(ring: Ring, isAxis: boolean, roads: Roads): number {
  const middle = centroid(ring);
  const front = isAxis ? rise(AXIS_CENTRES, middle, 60) : rise(CORRIDOR_CENTRES, middle, 45);
  return isBackRow(ring, isAxis, roads) ? Math.min(HIGHEST_BACK_ROW_METRES, front * BACK_ROW_SHARE) : front;
}

/** Whether a plot of the axis or the corridor has another plot between it and the main road. */
export function isBackRow(ring: Ring, isAxis: boolean, roads: Roads): boolean {
  return distanceBetween(ring, roadLine(roads, isAxis ? 'innovation-avenue' : 'wangjiang-west-road'), true) >= 90;
}

function rise(centres: readonly Centre[], middle: Point, baseMetres: number): number {
  return centres.reduce((height, [x, y, top, radius]) => {
    const share = Math.max(0, 1 - distance(middle, [x, y]) / radius);
    return Math.max(height, baseMetres + (top - baseMetres) * Math.min(1, share * 1.5));
  }, baseMetres);
}

function towards(steps: readonly (readonly [metres: number, limitMetres: number])[], metres: number): number {
  return steps.find(([near]) => metres < near)?.[1] ?? Number.POSITIVE_INFINITY;
}
