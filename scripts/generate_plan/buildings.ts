import { deriveLedger, measuringProjectionOf } from '../../src/core/control/index.ts';
import { measureDistanceMetres, toPlane } from '../../src/core/measure/index.ts';
import { DEFAULT_RULE_LIMITS } from '../../src/core/plan/rule_limits.ts';
import type { Building, Manifest, PlanLayers } from '../../src/core/plan/types.ts';
import { layOutBuildings, type PlacedFootprint } from './building_layout.ts';
import { FULLER_MANNERS, type LayoutOptions } from './building_rows.ts';
import { PHASE_3_TOWER_HEIGHT_METRES } from './facts/constants.ts';
import type { Frame } from './geometry/frame.ts';
import { distanceToLine } from './geometry/line.ts';
import { distance, type Ring } from './geometry/point.ts';
import { Random } from './geometry/random.ts';
import { centroid } from './geometry/ring.ts';
import type { PlannedPlot } from './plots.ts';
import type { Roads } from './road_network.ts';
import { useOf } from './uses.ts';

const BUILT_PHASES = new Set(['phase-1', 'phase-2', 'phase-3']);
/** Outside the community only the surroundings of these places are drawn with buildings, in metres of the plan. */
const OUTSIDE_CLUSTERS: readonly { middle: readonly [x: number, y: number]; radiusMetres: number }[] = [
  { middle: [3030, 70], radiusMetres: 430 },
  { middle: [2640, -130], radiusMetres: 260 },
  { middle: [3120, 760], radiusMetres: 260 },
  { middle: [2960, -1960], radiusMetres: 330 },
];

interface Storey {
  metres: number;
  use: string;
  useEn: string;
  least: number;
}
const OFFICE: Storey = { metres: 4.2, use: '科研办公', useEn: 'Research and offices', least: 3 };
const STOREYS: Record<string, Storey> = {
  '0701': { metres: 3, use: '住宅', useEn: 'Housing', least: 6 },
  '0702': { metres: 4, use: '社区服务', useEn: 'Community services', least: 2 },
  '0801': { metres: 4, use: '行政办公', useEn: 'Administration', least: 3 },
  '0803': { metres: 5, use: '文化', useEn: 'Culture', least: 2 },
  '0804': { metres: 3.9, use: '教学', useEn: 'Education', least: 3 },
  '0805': { metres: 7, use: '体育', useEn: 'Sport', least: 2 },
  '0806': { metres: 4.2, use: '医疗', useEn: 'Health care', least: 3 },
  '0807': { metres: 3.6, use: '康养', useEn: 'Care', least: 3 },
  '0901': { metres: 5, use: '商业', useEn: 'Retail', least: 2 },
  '0902': { metres: 4.2, use: '商务办公', useEn: 'Business offices', least: 4 },
  '0904': { metres: 3.9, use: '会议酒店', useEn: 'Conference hotel', least: 3 },
  '100101': { metres: 6, use: '高标准厂房', useEn: 'High-standard workshops', least: 2 },
  '100102': { metres: 7.5, use: '厂房', useEn: 'Factory hall', least: 2 },
  '1101': { metres: 9, use: '仓库', useEn: 'Warehouse', least: 1 },
  '1208': { metres: 6, use: '公交场站', useEn: 'Bus depot', least: 1 },
  '1303': { metres: 6, use: '变电站', useEn: 'Substation', least: 1 },
  '1310': { metres: 5, use: '消防站', useEn: 'Fire station', least: 3 },
};

/**
 * Buildings of the community and of a few places outside it. Each plot's buildings keep to the controls that hold for it:
 * height, density and FAR as `core/control` derives them, and its setback.
 */
export function makeBuildings(
  frame: Frame,
  plots: readonly PlannedPlot[],
  roads: Roads,
  manifest: Manifest,
  layers: Omit<PlanLayers, 'buildings'>,
): Building[] {
  const plan = { manifest, layers: { ...layers, buildings: [] } };
  const ledger = deriveLedger(plan);
  const projection = measuringProjectionOf(plan);
  const blueGreen = [...layers.water, ...layers.green].map(({ geometry }) => toPlane(geometry, projection));
  const isBesideBlueGreen = ({ feature }: PlannedPlot) => {
    const shape = toPlane(feature.geometry, projection);
    return blueGreen.some((other) => measureDistanceMetres(shape, other) < 1);
  };
  const chosen = plots.filter(({ site, feature }) => {
    if (useOf(feature.properties.landUseCode ?? '').open) return false;
    if (site.area.phase) return true;
    return OUTSIDE_CLUSTERS.some(({ middle, radiusMetres }) => distance(centroid(site.ring), middle) < radiusMetres);
  });
  return chosen.flatMap((plot) => {
    const entry = ledger.plots.get(plot.feature.id);
    if (!entry) throw new RangeError(`No ledger for ${plot.feature.id}`);
    const { controls, areas } = entry;
    const setbackMetres = controls.setback.min?.value ?? 8;
    const heightMetres = controls.height.max?.value ?? 24;
    const isHigh = heightMetres > DEFAULT_RULE_LIMITS.lowBuildingMetres;
    return buildOn(frame, plot, roads, {
      areaSquareMetres: areas.ellipsoidSquareMetres,
      heightMetres,
      far: controls.far.max?.value ?? 1,
      leastFar: controls.far.min?.value ?? 0,
      densityPercent: controls.density.max?.value ?? 30,
      leastDensityPercent: controls.density.min?.value ?? 0,
      setbackMetres:
        isHigh && isBesideBlueGreen(plot)
          ? Math.max(setbackMetres, DEFAULT_RULE_LIMITS.middleBlueGreenSetbackMetres)
          : setbackMetres,
    });
  });
}

/** Published FAR-counted floor area of phase 2 over what its plots may carry. */
const PHASE_2_USE = 0.9997;

/** Adds floors, lowest buildings first, until the wanted floor area is reached or all are full. Returns the floor area. */
function topUp(masses: readonly Mass[], wantedSquareMetres: number, storey: Storey, heightMetres: number): number {
  const most = Math.floor((heightMetres - 0.9) / storey.metres);
  const sum = () => masses.reduce((total, mass) => total + mass.footprintSquareMetres * mass.floors, 0);
  while (sum() < wantedSquareMetres) {
    const lowest = [...masses].filter(({ floors }) => floors < most).sort((a, b) => a.floors - b.floors)[0];
    if (!lowest) break;
    lowest.floors += 1;
  }
  return sum();
}

interface Limits {
  areaSquareMetres: number;
  heightMetres: number;
  far: number;
  leastFar: number;
  densityPercent: number;
  leastDensityPercent: number;
  setbackMetres: number;
}
interface Mass {
  placed: PlacedFootprint;
  footprintSquareMetres: number;
  floors: number;
}

function buildOn(frame: Frame, { site, feature }: PlannedPlot, roads: Roads, limits: Limits): Building[] {
  const { properties, id } = feature;
  const code = properties.landUseCode ?? '';
  const random = new Random(`buildings of ${id}`);
  const storey = STOREYS[code] ?? OFFICE;
  const middle = centroid(site.ring);
  const front = [...roads.values()].reduce((best, road) =>
    distanceToLine(middle, road.line) - road.redLineWidthMetres * 2 <
    distanceToLine(middle, best.line) - best.redLineWidthMetres * 2
      ? road
      : best,
  );
  const masses = massesOn(frame, site.ring, limits, storey, {
    code,
    heightMetres: limits.heightMetres,
    setbackMetres: limits.setbackMetres,
    front: front.line,
    random,
  });
  const isPhaseTwo = site.area.id === 'phase-2';
  const capacity = limits.far * limits.areaSquareMetres;
  // Phase 2 is complete: its published floor area is what FAR 1.82 allows.
  const wanted = capacity * (isPhaseTwo ? PHASE_2_USE : random.between(0.76, 0.93));
  // A few plots make full use of their height.
  const heightUse = isPhaseTwo || random.next() < 0.06 ? 0.99 : 0.945;
  stack(masses, wanted, storey, limits.heightMetres * heightUse, random);
  const least = limits.leastFar * limits.areaSquareMetres * (1 + LEAST_FAR_MARGIN);
  for (const use of [heightUse, 0.99]) topUp(masses, least, storey, limits.heightMetres * use);
  // In phase 2 what is above the wanted area is open ground floors and machine floors, which do not count for FAR.
  const share = isPhaseTwo ? Math.min(1, wanted / topUp(masses, wanted, storey, limits.heightMetres * heightUse)) : 1;
  const isNamedTower = properties.name === '三期创谷塔楼';
  return masses.map((mass, index): Building => {
    const number = index + 1;
    const isTower = isNamedTower && index === 0;
    const floors = isTower ? 22 : mass.floors;
    const heightMetres = isTower
      ? PHASE_3_TOWER_HEIGHT_METRES.value
      : Math.round((floors * storey.metres + 0.9) * 10) / 10;
    return {
      type: 'Feature',
      id: `${id}-${String(number).padStart(2, '0')}`,
      properties: {
        ...(properties.name
          ? {
              name: isTower ? '创谷塔楼' : `${properties.name}${number}号楼`,
              nameEn: isTower ? 'Chuanggu Tower' : `${properties.nameEn}, building ${number}`,
            }
          : {}),
        plot: id,
        buildingStatus: BUILT_PHASES.has(site.area.phase ?? '') ? 'built' : 'proposed',
        heightMetres,
        floors,
        gfaSquareMetres: Math.floor(mass.footprintSquareMetres * floors * share),
        use: storey.use,
        useEn: storey.useEn,
        source: isTower ? PHASE_3_TOWER_HEIGHT_METRES.source : 'generated',
        confidence: isTower ? PHASE_3_TOWER_HEIGHT_METRES.confidence : 'L',
        status: 'indicative',
        ...(isTower
          ? {
              note: '高度有来源；位置、层数与面积为示意',
              noteEn: 'The height is sourced; place, floors and area are indicative',
            }
          : {}),
      },
      geometry: { type: 'Polygon', coordinates: frame.toPolygon(mass.placed.rings) },
    };
  });
}

/** How far above the least FAR a plot is built at least, so that whole square metres do not decide. */
const LEAST_FAR_MARGIN = 0.02;
/** Of the height, what buildings use at least before a plot counts as too thinly built. */
const USUAL_HEIGHT_SHARE = 0.945;

/** The footprints of a plot: laid out the usual way, or where that misses the least density or FAR in the way that fills it best. */
function massesOn(frame: Frame, ring: Ring, limits: Limits, storey: Storey, options: LayoutOptions): Mass[] {
  const floors = Math.max(1, Math.floor((limits.heightMetres * USUAL_HEIGHT_SHARE - 0.9) / storey.metres));
  const wanted = Math.max(limits.leastDensityPercent + 0.5, (limits.leastFar * (1 + LEAST_FAR_MARGIN) * 100) / floors);
  const manners = [undefined, ...FULLER_MANNERS];
  let best: { masses: Mass[]; percent: number } = { masses: [], percent: 0 };
  for (const manner of manners) {
    const random = manner ? new Random(`${JSON.stringify(manner)} of ${ring.length}`) : options.random;
    const masses = withinDensity(
      layOutBuildings(ring, { ...options, random, ...(manner ? { manner } : {}) }).map((placed) => ({
        placed,
        footprintSquareMetres: frame.areaSquareMetres(placed.rings),
        floors: 0,
      })),
      limits,
    );
    const sum = masses.reduce((total, { footprintSquareMetres }) => total + footprintSquareMetres, 0);
    const percent = (100 * sum) / limits.areaSquareMetres;
    if (percent > best.percent) best = { masses, percent };
    if (best.percent >= wanted) break;
  }
  return best.masses;
}

/** Leaves out the last buildings until the footprints keep to nine tenths of the density. */
function withinDensity(masses: Mass[], limits: Limits): Mass[] {
  const most = (limits.densityPercent / 100) * limits.areaSquareMetres * 0.9;
  let sum = 0;
  return masses.filter(({ footprintSquareMetres }) => {
    if (sum + footprintSquareMetres > most) return false;
    sum += footprintSquareMetres;
    return true;
  });
}

/** Gives every building its floors: towers first, the others what is left of the wanted floor area. */
function stack(masses: Mass[], wantedSquareMetres: number, storey: Storey, heightMetres: number, random: Random): void {
  const most = Math.max(1, Math.floor((heightMetres - 0.9) / storey.metres));
  const least = Math.min(storey.least, most);
  let left = wantedSquareMetres;
  const towers = masses.filter(({ placed }) => placed.isTower);
  const others = masses.filter(({ placed }) => !placed.isTower);
  const sum = (list: readonly Mass[]) => list.reduce((total, mass) => total + mass.footprintSquareMetres, 0);
  const reserved = sum(others) * least;
  const towerFloors = Math.min(most, Math.floor((left - reserved) / Math.max(1, sum(towers))));
  for (const mass of towers) {
    mass.floors = Math.max(least, towerFloors - Math.floor(random.between(0, 2.4)));
    left -= mass.footprintSquareMetres * mass.floors;
  }
  let area = sum(others);
  for (const mass of others) {
    const even = left / area;
    mass.floors = Math.max(1, Math.min(most, Math.floor(even + random.between(-0.9, 0.9))));
    left -= mass.footprintSquareMetres * mass.floors;
    area -= mass.footprintSquareMetres;
  }
}
