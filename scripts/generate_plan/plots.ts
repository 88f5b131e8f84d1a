import type { Plot, PlotProperties, Stage } from '../../src/core/plan/types.ts';
import type { Area, PlotSite, Sites } from './areas.ts';
import { PHASE_2 } from './facts/constants.ts';
import type { Frame } from './geometry/frame.ts';
import { Random } from './geometry/random.ts';
import { heightField, isBackRow, usualHeight } from './height_field.ts';
import { TONES } from './palette.ts';
import { type Assignment, assignUses } from './programme.ts';
import type { Roads } from './road_network.ts';
import { useOf } from './uses.ts';
import type { Waters } from './waters.ts';

export interface PlannedPlot {
  site: PlotSite;
  feature: Plot;
}

function stageOf(area: Area, code: string, index: number): Stage | undefined {
  if (!['0802', '0902', '100101', '100102', '1101'].includes(code)) return undefined;
  if (code === '100102' || code === '1101') return 'industry-base';
  switch (area.id) {
    case 'phase-1':
      return index % 3 === 2 ? 'incubator' : 'research';
    case 'phase-2':
      return index % 3 === 0 ? 'research' : 'incubator';
    case 'phase-3':
      return code === '0802' && index % 4 === 0 ? 'incubator' : 'accelerator';
    case 'phase-4':
      return 'accelerator';
    case 'phase-5':
      return code === '100101' ? 'industry-base' : 'accelerator';
    case 'phase-6':
      return code === '0802' ? 'accelerator' : 'industry-base';
    default:
      return code === '0802' ? 'research' : undefined;
  }
}

/** Parks inside the axis and the corridor are green of the map: their zones set a least FAR for building land. */
const isParkOfBand = (area: Area, code: string): boolean => area.road !== undefined && useOf(code).open === true;

/** Every plot with its number, use and controls, and the sites that become parks instead of plots. */
export function makePlots(
  frame: Frame,
  sites: Sites,
  roads: Roads,
  waters: Waters,
): { plots: PlannedPlot[]; parks: PlotSite[] } {
  const planned: PlannedPlot[] = [];
  const parks: PlotSite[] = [];
  const areas = [...new Set(sites.plots.map((site) => site.area))];
  for (const area of areas) {
    const own = sites.plots.filter((site) => site.area === area);
    const uses = assignUses(area.id, own, waters, roads);
    const random = new Random(`controls of ${area.id}`);
    const heights = stepDown(own, uses, roads, waters);
    let number = 0;
    own.forEach((site, index) => {
      const assignment = uses[index];
      const heightMaxMetres = heights[index];
      if (!assignment || heightMaxMetres === undefined) return;
      if (isParkOfBand(area, assignment.code)) {
        parks.push(site);
        return;
      }
      number += 1;
      const id = `${area.prefix}-${String(number).padStart(2, '0')}`;
      planned.push({ site, feature: makePlot(frame, id, site, assignment, index, heightMaxMetres, random) });
    });
  }
  return { plots: matchPhaseTwo(planned), parks };
}

/** The height limit of every plot of an area: in a block with a front and a back row, none behind is above those in front. */
function stepDown(
  sites: readonly PlotSite[],
  uses: readonly Assignment[],
  roads: Roads,
  waters: Waters,
): (number | undefined)[] {
  const own = sites.map((site, index) => {
    const use = useOf(uses[index]?.code ?? '');
    return usualHeight(Math.min(use.heightCapMetres, heightField(site, roads, waters)));
  });
  const rows = sites.map(({ area, ring }) => area.road !== undefined && isBackRow(ring, area.id === 'axis', roads));
  const fronts = new Map<number, number>();
  sites.forEach(({ block }, index) => {
    if (rows[index] || useOf(uses[index]?.code ?? '').open) return;
    fronts.set(block, Math.max(fronts.get(block) ?? 0, own[index] ?? 0));
  });
  return own.map((height, index) => {
    const front = rows[index] ? fronts.get(sites[index]?.block ?? -1) : undefined;
    return front === undefined ? height : Math.min(height, front);
  });
}

function makePlot(
  frame: Frame,
  id: string,
  site: PlotSite,
  { code, name }: Assignment,
  index: number,
  heightMaxMetres: number,
  random: Random,
): Plot {
  const use = useOf(code);
  const netAreaSquareMetres = Math.round(frame.areaSquareMetres([site.ring]) * 100) / 100;
  const stage = stageOf(site.area, code, index);
  const tone = TONES.find(
    (entry) => entry.code === (site.area.id === 'lake' && code !== '1401' ? 'ink-white' : use.tone),
  );
  const isLake = site.area.id === 'lake';
  const farMax = use.farMax && farLimit(use.farMax, use.heightCapMetres, heightMaxMetres, isLake, random);
  const properties: PlotProperties & Plot['properties'] = {
    ...(name ? { name: name[0], nameEn: name[1] } : {}),
    ...(site.area.phase ? { phase: site.area.phase } : {}),
    landUseCode: code,
    landUseScheme: 'guide-2023',
    landUseName: use.name,
    landUseNameEn: use.nameEn,
    netAreaSquareMetres,
    ...(farMax === undefined
      ? {}
      : { ...(use.farMin ? { farMin: Math.min(use.farMin, farMax) } : {}), farMax, farBinding: 'compulsory' }),
    heightMaxMetres,
    heightBinding: 'compulsory',
    ...(use.densityMinPercent ? { densityMinPercent: use.densityMinPercent } : {}),
    densityMaxPercent: isLake ? Math.min(use.densityMaxPercent, 35) : use.densityMaxPercent,
    densityBinding: 'compulsory',
    ...(use.greenRatioMinPercent ? { greenRatioMinPercent: use.greenRatioMinPercent } : {}),
    ...(use.greenRatioMaxPercent ? { greenRatioMaxPercent: use.greenRatioMaxPercent } : {}),
    greenRatioBinding: use.greenRatioBinding,
    setbackMinMetres: heightMaxMetres > 60 ? use.setbackMetres + 5 : use.setbackMetres,
    setbackBinding: 'compulsory',
    ...(farMax && use.parkingPer100SquareMetres
      ? { parkingSpacesMin: Math.round((farMax * netAreaSquareMetres * use.parkingPer100SquareMetres) / 500) * 5 }
      : {}),
    ...(stage ? { stage } : {}),
    ...(tone ? { townscapeTone: tone.code, townscapeColours: tone.colours, townscapeBinding: 'guiding' } : {}),
    source: 'generated',
    confidence: 'L',
    status: 'indicative',
  };
  return { type: 'Feature', id, properties, geometry: { type: 'Polygon', coordinates: frame.toPolygon([site.ring]) } };
}

/** Higher limits go with higher buildings; in steps of 0.1. */
function farLimit(
  [low, high]: readonly [number, number],
  capMetres: number,
  heightMetres: number,
  isLake: boolean,
  random: Random,
): number {
  const share = Math.min(1, Math.max(0, heightMetres / capMetres - 0.25 + random.between(-0.12, 0.12)));
  const far = Math.round((low + (high - low) * share) * 10) / 10;
  return isLake ? Math.min(far, 1.8) : far;
}

/** No plot of phase 2 carries more than its height and open space allow, before all are scaled to the published FAR. */
const PHASE_2_HIGHEST_FAR = 2.1;

/** Phase 2 as it is known: FAR 1.82 over its net site, and its green ratio. */
function matchPhaseTwo(planned: PlannedPlot[]): PlannedPlot[] {
  const own = planned.filter(({ site }) => site.area.id === 'phase-2');
  for (const { feature } of own)
    if (feature.properties.farMax) feature.properties.farMax = Math.min(feature.properties.farMax, PHASE_2_HIGHEST_FAR);
  const area = own.reduce((sum, { feature }) => sum + (feature.properties.netAreaSquareMetres ?? 0), 0);
  const capacity = own.reduce(
    (sum, { feature: { properties: p } }) => sum + (p.farMax ?? 0) * (p.netAreaSquareMetres ?? 0),
    0,
  );
  const factor = (PHASE_2.far.value * area) / capacity;
  // What rounding to 0.01 takes from one plot goes to the next, so that the sum stays.
  let carriedSquareMetres = 0;
  for (const { feature } of own) {
    const p = feature.properties;
    const plotArea = p.netAreaSquareMetres ?? 0;
    if (p.farMax && plotArea > 0) {
      const wanted = p.farMax * factor * plotArea + carriedSquareMetres;
      p.farMax = Math.round((wanted / plotArea) * 100) / 100;
      carriedSquareMetres = wanted - p.farMax * plotArea;
    }
    if (p.farMin && p.farMax) p.farMin = Math.min(p.farMin, p.farMax);
    p.greenRatioMinPercent = Math.max(PHASE_2.greenRatioPercent.value, p.greenRatioMinPercent ?? 0);
  }
  return planned;
}
