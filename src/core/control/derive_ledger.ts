import {
  boundsOfPlan,
  createProjection,
  measureEllipsoidAreaSquareMetres,
  measureSphereAreaSquareMetres,
  nearestProjection,
  type PlaneShape,
  type Projection,
} from '../measure/index.ts';
import { tolerancesOf } from '../plan/tolerances.ts';
import type { Building, Plan, Plot, Zone } from '../plan/types.ts';
import { deriveBuildingUsage, deriveUsages, sumGfaSquareMetres, worstCompliance } from './compliance.ts';
import { coversOf, createLocator, type Placed, place } from './coverage.ts';
import { deriveEffectiveControls } from './effective_controls.ts';
import { bandsAt, type PreparedBand, prepareBands } from './height_bands.ts';
import { deriveRollUps, landUseKeyOf, rollUp } from './roll_ups.ts';
import type { Ledger, PlotLedger } from './types.ts';

export interface LedgerOptions {
  /** Told the share of plots done, 0–1, every few hundred plots. What it throws ends the work. */
  onProgress?: (share: number) => void;
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

function linkBuildings(plan: Plan, plots: readonly Placed<Plot>[], projection: Projection): Map<string, Building[]> {
  const byPlot = new Map<string, Building[]>(plan.layers.plots.map((plot) => [plot.id, []]));
  const locate = createLocator(plots);
  for (const building of place(plan.layers.buildings, projection)) {
    const named = building.feature.properties.plot;
    const number = named !== undefined && byPlot.has(named) ? named : locate(building, BUILDING_SHARE_PERCENT)?.id;
    if (number !== undefined) byPlot.get(number)?.push(building.feature);
  }
  return byPlot;
}

function isArea(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/**
 * Everything computed of a plan's plots: areas, the controls that hold and who set them, floor-area capacity, the use its
 * buildings make of it, and sums. A zone's controls hold for a plot when it covers at least `zoneCoverSharePercent` of it. A
 * plot that names no phase belongs to the one that covers it by the same measure. Where a number is used twice, the later
 * plot is the one found under it.
 */
export function deriveLedger(plan: Plan, options: LedgerOptions = {}): Ledger {
  const tolerances = tolerancesOf(plan.manifest);
  const projection = measuringProjectionOf(plan);
  const plots = place(plan.layers.plots, projection);
  const zones = place(plan.layers.zones, projection);
  const phases = place(plan.layers.phases, projection);
  const zonesById = new Map<string, Zone>(plan.layers.zones.map((zone) => [zone.id, zone]));
  const bandsOf = prepareBands(plan, plan.layers.zones, projection);
  const buildingsOf = linkBuildings(plan, plots, projection);
  const phaseAt = createLocator(phases);

  const ledger: Ledger['plots'] = new Map();
  const buildingUsages: Ledger['buildings'] = new Map();
  const landUseKeys = new Map<PlotLedger, string>();
  plots.forEach((placed, index) => {
    if (index % PLOTS_PER_REPORT === 0) options.onProgress?.(index / plots.length);
    const { feature: plot, shape, areaSquareMetres: planeSquareMetres } = placed;
    const { properties } = plot;
    const covers = coversOf(placed, zones, tolerances.zoneCoverSharePercent);
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
    const phase = properties.phase ?? phaseAt(placed, tolerances.zoneCoverSharePercent)?.id;
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
        ...(isArea(properties.netAreaSquareMetres) ? { declaredSquareMetres: properties.netAreaSquareMetres } : {}),
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
    landUseKeys.set(entry, landUseKeyOf(properties));
    for (const building of buildings)
      buildingUsages.set(building.id, deriveBuildingUsage(building, controls, tolerances.nearLimitPercent));
  });
  for (const building of plan.layers.buildings) {
    if (!buildingUsages.has(building.id))
      buildingUsages.set(building.id, deriveBuildingUsage(building, undefined, tolerances.nearLimitPercent));
  }
  options.onProgress?.(1);

  const all = [...ledger.values()];
  return {
    plots: ledger,
    buildings: buildingUsages,
    total: rollUp('', all),
    rollUps: deriveRollUps(plan, all, landUseKeys),
  };
}
