import { type Plan, type PlotProperties, STAGES } from '../plan/types.ts';
import type { PlotLedger, RollUp, RollUpBy } from './types.ts';

/**
 * What plots of one land use are gathered under: the code, with its scheme before it unless that is the 2023 guide, because
 * the same digits mean different things in different schemes. Empty when the plot states no code.
 */
export function landUseKeyOf(properties: Pick<PlotProperties, 'landUseCode' | 'landUseScheme'>): string {
  const { landUseCode: code, landUseScheme: scheme } = properties;
  if (!code) return '';
  return scheme === undefined || scheme === 'guide-2023' ? code : `${scheme}:${code}`;
}

/** Sums plots under one key: areas and floor areas are added, FAR is Σ capacity ÷ Σ area of the plots that have one. */
export function rollUp(key: string, plots: readonly PlotLedger[]): RollUp {
  const result: RollUp = {
    key,
    plotCount: plots.length,
    netAreaSquareMetres: 0,
    gfaCapacitySquareMetres: 0,
    farAreaSquareMetres: 0,
    builtGfaSquareMetres: 0,
    proposedGfaSquareMetres: 0,
  };
  for (const plot of plots) {
    const area = plot.areas.ellipsoidSquareMetres;
    result.netAreaSquareMetres += area;
    result.builtGfaSquareMetres += plot.builtGfaSquareMetres;
    result.proposedGfaSquareMetres += plot.proposedGfaSquareMetres;
    if (plot.gfaCapacitySquareMetres === undefined) continue;
    result.gfaCapacitySquareMetres += plot.gfaCapacitySquareMetres;
    result.farAreaSquareMetres += area;
  }
  if (result.farAreaSquareMetres > 0) result.far = result.gfaCapacitySquareMetres / result.farAreaSquareMetres;
  return result;
}

function group(
  plots: readonly PlotLedger[],
  keysOf: (plot: PlotLedger) => readonly string[],
  order: readonly string[],
): RollUp[] {
  const groups = new Map<string, PlotLedger[]>();
  for (const plot of plots) {
    for (const key of keysOf(plot)) {
      const members = groups.get(key);
      if (members) members.push(plot);
      else groups.set(key, [plot]);
    }
  }
  const rank = (key: string): number => {
    const place = order.indexOf(key);
    return key === '' ? order.length + 1 : place < 0 ? order.length : place;
  };
  return [...groups.keys()]
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((key) => rollUp(key, groups.get(key) ?? []));
}

/**
 * Sums by phase (in sequence), key area (in the plan's order), land use (by key) and stage (in the life cycle's order). Plots
 * that state none are gathered under the empty key, last, so that the parts make the whole; only key areas, which overlap,
 * leave out what none covers.
 */
export function deriveRollUps(
  plan: Plan,
  plots: readonly PlotLedger[],
  landUseKeys: ReadonlyMap<PlotLedger, string>,
): Record<RollUpBy, RollUp[]> {
  const phases = [...plan.layers.phases].sort((a, b) => a.properties.sequence - b.properties.sequence);
  return {
    phase: group(
      plots,
      (plot) => [plot.phase ?? ''],
      phases.map((phase) => phase.id),
    ),
    zone: group(
      plots,
      (plot) => plot.covers.map((cover) => cover.zone),
      plan.layers.zones.map((zone) => zone.id),
    ),
    landUse: group(plots, (plot) => [landUseKeys.get(plot) ?? ''], []),
    stage: group(plots, (plot) => [plot.stage ?? ''], STAGES),
  };
}
