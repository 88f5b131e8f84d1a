import {
  boundsOfPlan,
  createProjection,
  measureEllipsoidAreaSquareMetres,
  measureSphereAreaSquareMetres,
  nearestProjection,
  type PlaneShape,
  type Projection,
} from '../measure/index.ts';
import { IN_OBJECTS, type Keeper } from '../packing/keeper.ts';
import { tolerancesOf } from '../plan/tolerances.ts';
import type { Building, Plan, Plot, Zone } from '../plan/types.ts';
import { isFiniteNumber } from '../value_kinds.ts';
import { deriveBuildingUsage, deriveUsages, sumGfaSquareMetres, worstCompliance } from './compliance.ts';
import { coversOf, createLocator, locateIn, type Placed, place, placed } from './coverage.ts';
import { deriveEffectiveControls } from './effective_controls.ts';
import { bandsAt, type PreparedBand, prepareBands } from './height_bands.ts';
import { landUseKeyOf, RollUpSums } from './roll_ups.ts';
import type { Ledger, PlotLedger, Usage } from './types.ts';

export interface LedgerOptions {
  /** Told the share of plots done, 0–1, every few hundred plots. What it throws ends the work. */
  onProgress?: (share: number) => void;
  /** Where the figures are kept; as objects where absent. */
  keeper?: Keeper | undefined;
}

const PLOTS_PER_REPORT = 250;
/** A building that names no plot belongs to the one it stands on with more than half of its footprint. */
const BUILDING_SHARE_PERCENT = 50;

/** The plane a plan is measured on: its measuring CRS, or the nearest zone where that CRS is not one this program knows. */
export function measuringProjectionOf(plan: Plan): Projection {
  const known = createProjection(plan.manifest.measuringCrs);
  if (known) return known;
  const [west, , east] = boundsOfPlan(plan) ?? [117, 0, 117, 0];
  return nearestProjection((west + east) / 2);
}

/** The buildings of each plot that has some. */
function linkBuildings(
  { layers: { plots, buildings } }: Plan,
  byNumber: ReadonlyMap<string, Plot>,
  placedOf: (plot: Plot) => Placed<Plot>,
  projection: Projection,
): Map<string, Building[]> {
  const named = ({ properties: { plot } }: Building) => (plot !== undefined && byNumber.has(plot) ? plot : undefined);
  const unnamed = buildings.filter((building) => named(building) === undefined);
  const located = new Map<Building, string>();
  if (unnamed.length > 0)
    for (const [building, plot] of locateIn(plots, placedOf, place(unnamed, projection), BUILDING_SHARE_PERCENT))
      located.set(building, plot.id);
  const byPlot = new Map<string, Building[]>();
  for (const building of buildings) {
    const number = named(building) ?? located.get(building);
    if (number === undefined) continue;
    const beside = byPlot.get(number);
    if (beside) beside.push(building);
    else byPlot.set(number, [building]);
  }
  return byPlot;
}

/**
 * Everything computed of a plan's plots: areas, the controls that hold and who set them, floor-area capacity, the use its
 * buildings make of it, and sums. A zone's controls hold for a plot when it covers at least `zoneCoverSharePercent` of it. A
 * plot that names no phase belongs to the one that covers it by the same measure. Where a number is used twice, the later
 * plot is the one found under it.
 */
export function deriveLedger(plan: Plan, options: LedgerOptions = {}): Ledger {
  const tolerances = tolerancesOf(plan.manifest);
  const { keeper = IN_OBJECTS } = options;
  const projection = measuringProjectionOf(plan);
  // The first place of a number, and the last plot of it.
  const byNumber = new Map(plan.layers.plots.map((plot) => [plot.id, plot]));
  const zones = place(plan.layers.zones, projection);
  const phases = place(plan.layers.phases, projection);
  const zonesById = new Map<string, Zone>(plan.layers.zones.map((zone) => [zone.id, zone]));
  const bandsOf = prepareBands(plan, plan.layers.zones, projection);
  const placedOf = (plot: Plot) => placed(plot, projection, !keeper.isSparing);
  const buildingsOf = linkBuildings(plan, byNumber, placedOf, projection);
  const phaseAt = createLocator(phases);

  const ledger = keeper.map<PlotLedger>();
  const sums = new RollUpSums(plan);
  const buildingUsages = keeper.map<Usage>();
  const measured = new Set<string>();
  let index = 0;
  for (const plot of byNumber.values()) {
    if (index % PLOTS_PER_REPORT === 0) options.onProgress?.(index / byNumber.size);
    index += 1;
    const onPlane = placedOf(plot);
    const { shape, areaSquareMetres: planeSquareMetres } = onPlane;
    const { properties } = plot;
    const covers = coversOf(onPlane, zones, tolerances.zoneCoverSharePercent);
    const distances = new Map<PlaneShape, number>();
    const holding = covers.flatMap((cover) => {
      const zone = zonesById.get(cover.zone);
      const bands: PreparedBand[] = bandsAt(shape, bandsOf.get(cover.zone) ?? [], distances);
      return zone ? [{ zone, bands }] : [];
    });
    const controls = deriveEffectiveControls(plot, holding);
    const ellipsoidSquareMetres = measureEllipsoidAreaSquareMetres(plot.geometry);
    const buildings = buildingsOf.get(plot.id) ?? [];
    const usages = deriveUsages(buildings, ellipsoidSquareMetres, controls, tolerances.nearLimitPercent);
    const phase = properties.phase ?? phaseAt(onPlane, tolerances.zoneCoverSharePercent)?.id;
    const compliance = worstCompliance(usages);
    const entry: PlotLedger = {
      plot: plot.id,
      ...(phase === undefined ? {} : { phase }),
      ...(properties.landUseCode === undefined ? {} : { landUseCode: properties.landUseCode }),
      ...(properties.stage === undefined ? {} : { stage: properties.stage }),
      areas: {
        ellipsoidSquareMetres,
        planeSquareMetres,
        sphereSquareMetres: measureSphereAreaSquareMetres(plot.geometry),
        ...(isFiniteNumber(properties.netAreaSquareMetres)
          ? { declaredSquareMetres: properties.netAreaSquareMetres }
          : {}),
      },
      covers,
      controls,
      ...(controls.far.max ? { gfaCapacitySquareMetres: controls.far.max.value * ellipsoidSquareMetres } : {}),
      builtGfaSquareMetres: sumGfaSquareMetres(buildings, 'built'),
      proposedGfaSquareMetres: sumGfaSquareMetres(buildings, 'proposed'),
      buildings: buildings.map((building) => building.id),
      usages,
      ...(compliance ? { compliance } : {}),
    };
    ledger.set(plot.id, entry);
    sums.add(entry, landUseKeyOf(properties));
    for (const building of buildings) {
      measured.add(building.id);
      buildingUsages.set(building.id, deriveBuildingUsage(building, controls, tolerances.nearLimitPercent));
    }
  }
  for (const building of plan.layers.buildings) {
    if (measured.has(building.id)) continue;
    measured.add(building.id);
    buildingUsages.set(building.id, deriveBuildingUsage(building, undefined, tolerances.nearLimitPercent));
  }
  options.onProgress?.(1);
  return { plots: ledger.finish(), buildings: buildingUsages.finish(), ...sums.finish() };
}
