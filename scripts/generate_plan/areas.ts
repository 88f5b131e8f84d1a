import type { Community } from './community.ts';
import { intersectPolygons, type Rings, subtractPolygons } from './geometry/clip.ts';
import { band, distanceToLine, meet, partOfLine } from './geometry/line.ts';
import { at, type Line, type Point, type Ring } from './geometry/point.ts';
import { Random } from './geometry/random.ts';
import { areaOf, boundingRectangle, centroid, chamfer, cleanRing, shareVertices } from './geometry/ring.ts';
import { subdivide } from './geometry/subdivide.ts';
import { parcelAlong, sideOf } from './parcels_along.ts';
import { type Roads, redLineArea, roadLine } from './road_network.ts';
import { KEY_AREA_HALF_WIDTH_METRES } from './roads.ts';
import type { Waters } from './waters.ts';

/** Land that is cut into plots: a phase or a key area outside the community. */
export interface Area {
  id: string;
  /** What its plots' numbers begin with. */
  prefix: string;
  phase?: string;
  land: Rings[];
  /** About how large its plots are. */
  plotSquareMetres: number;
  /** What is left between its roads and is smaller than this becomes green; the usual least where it is not given. */
  leastPlotSquareMetres?: number;
  /** The main road its blocks front, where it is a band along one. */
  road?: Line;
  /** Along that road: of its blocks, how many keep plots of their full depth (0 to 1). */
  throughShare?: number;
}
export interface PlotSite {
  area: Area;
  ring: Ring;
  block: number;
}
export interface Sites {
  plots: PlotSite[];
  /** Corners too small to build on: street green. */
  leftovers: Ring[];
  /** Protective green along 望江西路 and the expressway. */
  belts: Ring[];
}

/** Depth of the green between the red line of 望江西路 and the plots. */
export const FRONT_GREEN_METRES = 20;
/** Depth of the green on each side of the expressway. */
const EXPRESSWAY_GREEN_METRES = 50;
const LEAST_PLOT_SQUARE_METRES = 3000;

export interface KeyAreas {
  axis: Ring;
  corridor: Ring;
  core: Ring;
  /** Outer border, then the shore. */
  lake: Rings;
}

/** The four key areas. */
export function layOutKeyAreas(roads: Roads, community: Community, waters: Waters): KeyAreas {
  const half = KEY_AREA_HALF_WIDTH_METRES;
  const avenue = roadLine(roads, 'innovation-avenue');
  const wangjiang = roadLine(roads, 'wangjiang-west-road');
  const from = meet(wangjiang, roadLine(roads, 'peacock-terrace-road')).position;
  const to = wangjiang.length - 2;
  return {
    axis: band(avenue, -half, half),
    corridor: band(partOfLine(wangjiang, from, to), -half, half),
    core: community.border,
    lake: [cleanRing(roadLine(roads, 'lake-outer-road')), at(waters.boyanLake.water, 0)],
  };
}

/** What is to be cut into plots. A place in two key areas belongs to the first of: phases, corridor, axis, lake. */
export function layOutAreas(keyAreas: KeyAreas, community: Community, waters: Waters, roads: Roads): Area[] {
  const phases = community.phases.map(
    (ring, index): Area => ({
      id: `phase-${index + 1}`,
      prefix: `ZA${index + 1}`,
      phase: `phase-${index + 1}`,
      land: [[ring]],
      plotSquareMetres: at([25_000, 19_500, 21_000, 26_000, 25_000, 33_000], index),
    }),
  );
  return [
    ...phases,
    {
      id: 'axis',
      prefix: 'CX',
      land: subtractPolygons([[keyAreas.axis]], [[keyAreas.corridor]]),
      plotSquareMetres: 48_000,
      road: roadLine(roads, 'innovation-avenue'),
      throughShare: 0.34,
    },
    {
      id: 'corridor',
      prefix: 'WJ',
      land: subtractPolygons([[keyAreas.corridor]], [[community.border]]),
      plotSquareMetres: 66_000,
      road: roadLine(roads, 'wangjiang-west-road'),
      throughShare: 0.4,
    },
    {
      id: 'lake',
      prefix: 'BY',
      land: subtractPolygons([[at(keyAreas.lake, 0), waters.boyanLake.park]], [[keyAreas.axis]]),
      plotSquareMetres: 50_000,
      leastPlotSquareMetres: 12_000,
    },
  ];
}

/**
 * Cuts the areas along the red lines of the roads and the waters into blocks, and the blocks into plots. `phaseTwoFrontMetres`
 * is the depth of the green along 望江西路 in phase 2, which decides that phase's net area.
 */
export function layOutSites(areas: readonly Area[], roads: Roads, waters: Waters, phaseTwoFrontMetres: number): Sites {
  const sites: Sites = { plots: [], leftovers: [], belts: [] };
  for (const area of areas) {
    const front = area.id === 'phase-2' ? phaseTwoFrontMetres : FRONT_GREEN_METRES;
    const { blocks, belts } = cutIntoBlocks(area, roads, waters, front);
    sites.belts.push(...belts);
    const random = new Random(area.id);
    const ordered = area.id === 'corridor' && area.road ? sideBySide(area.road, blocks) : inReadingOrder(blocks);
    ordered.forEach((block, index) => {
      if (!isBuildable(block, area.leastPlotSquareMetres ?? LEAST_PLOT_SQUARE_METRES)) {
        sites.leftovers.push(block);
        return;
      }
      const cut = area.road
        ? parcelAlong(area.road, block, area, random)
        : subdivide(block, area.plotSquareMetres, random);
      const plots = shareVertices(cut);
      for (const ring of inReadingOrder(plots)) sites.plots.push({ area, ring, block: index });
    });
  }
  return sites;
}

const isBuildable = (ring: Ring, leastSquareMetres: number): boolean =>
  areaOf(ring) >= leastSquareMetres && boundingRectangle(ring).widthMetres > 34;

/** Blocks of an area and the green strips before them. */
export function cutIntoBlocks(
  area: Area,
  roads: Roads,
  waters: Waters,
  frontMetres: number,
): { blocks: Ring[]; belts: Ring[] } {
  const strips = [...roads.values()].map(redLineArea);
  const parks: Rings[] = [[waters.stream.corridor], [waters.shuxiLake.park], [waters.boyanLake.park]];
  const land = subtractPolygons(area.land, [...strips, ...parks]);
  const beltAreas = greenBelts(roads, frontMetres);
  const blocks = subtractPolygons(land, beltAreas).flatMap((rings) => rings.slice(0, 1));
  const belts = land.flatMap((rings) => beltAreas.flatMap((belt) => intersectPolygons(rings, belt)));
  return {
    blocks: blocks.map((block) => chamfer(block, (corner) => cornerCut(corner, roads))),
    belts: belts.flatMap((rings) => rings.slice(0, 1)).filter((ring) => areaOf(ring) > 200),
  };
}

function greenBelts(roads: Roads, frontMetres: number): Rings[] {
  const belt = (id: string, metres: number): Rings[] => {
    const half = (roads.get(id)?.redLineWidthMetres ?? 0) / 2;
    const line: Line = roadLine(roads, id);
    return [[band(line, half, half + metres)], [band(line, -half, -half - metres)]];
  };
  return [...belt('wangjiang-west-road', frontMetres), ...belt('ring-expressway', EXPRESSWAY_GREEN_METRES)];
}

/** How much of a corner is cut off for sight: more where wider roads meet. */
function cornerCut(corner: Point, roads: Roads): number {
  let widths = 0;
  let count = 0;
  for (const road of roads.values()) {
    if (distanceToLine(corner, road.line) > road.redLineWidthMetres / 2 + FRONT_GREEN_METRES + 16) continue;
    widths += road.redLineWidthMetres;
    count += 1;
  }
  return count < 2 ? 0 : Math.min(24, 5 + widths * 0.16);
}

/** From the west along the north side of a road, then along its south side: a band is not numbered across its road. */
function sideBySide(road: Line, blocks: readonly Ring[]): Ring[] {
  return [...blocks].sort((a, b) => sideOf(road, b) - sideOf(road, a) || centroid(a)[0] - centroid(b)[0]);
}

/** From the north-west, row by row, as plots are numbered. */
function inReadingOrder(rings: readonly Ring[]): Ring[] {
  const row = (ring: Ring) => Math.round(-centroid(ring)[1] / 260);
  return [...rings].sort((a, b) => row(a) - row(b) || centroid(a)[0] - centroid(b)[0]);
}
