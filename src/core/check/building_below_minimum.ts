import { AREA_NOISE_SHARE } from '../control/index.ts';
import type { EffectiveLimit, PlotLedger, Usage } from '../control/types.ts';
import type { Finding } from '../plan/findings.ts';
import type { Plan } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

/** The figure of a building each control is summed up from. */
const NEEDED = { height: 'heightMetres', far: 'gfaSquareMetres', density: undefined } as const;

/**
 * A plot whose buildings, built and proposed ones together, stay below the lower end of its FAR, density or height (of the tallest).
 * A plot that is still being built falls short as a matter of course: where all that is known of it is built and its phase has not
 * opened, that is worth a note only, and so is what is short of a guiding limit. A plot with nothing on it is not judged, nor is one
 * of whose buildings a figure is missing, which could only add.
 */
export function checkBuildingBelowMinimum({ plan, ledger }: CheckContext): Finding[] {
  const openPhases = new Set(
    plan.layers.phases.filter(({ properties }) => properties.openingStatus === 'open').map(({ id }) => id),
  );
  const proposed = plotsWithProposals(plan, ledger.plots);
  return plan.layers.plots.flatMap((plot): Finding[] => {
    const entry = ledger.plots.get(plot.id);
    if (!entry) return [];
    const isOpen = entry.phase !== undefined && openPhases.has(entry.phase);
    const standing = isOpen ? 'complete' : proposed.has(plot.id) ? 'scheme' : 'underway';
    return entry.usages.flatMap((usage): Finding[] => {
      const minimum = entry.controls[usage.control].min;
      if (!minimum || !isShort(usage, minimum.value)) return [];
      const isGuiding = isShortOfGuidingOnly(usage, minimum);
      return [
        {
          code: 'building-below-minimum',
          severity: isGuiding || standing === 'underway' ? 'info' : 'warning',
          layer: 'plots',
          feature: plot.id,
          data: {
            control: usage.control,
            actual: usage.actual ?? null,
            minimum: minimum.value,
            minimumFrom: minimum.origin.feature,
            shortfall: minimum.value - (usage.actual ?? 0),
            standing,
            ...(isGuiding && { binding: 'guiding' }),
          },
          evidence: plot.geometry,
        },
      ];
    });
  });
}

function isShort({ actual, control, missing }: Usage, minimum: number): boolean {
  const needed = NEEDED[control];
  if (needed !== undefined && missing.includes(needed)) return false;
  return actual !== undefined && actual < minimum * (1 - AREA_NOISE_SHARE);
}

function isShortOfGuidingOnly(usage: Usage, { considered }: EffectiveLimit): boolean {
  return considered.every(({ value, binding }) => binding === 'guiding' || !isShort(usage, value));
}

/** Numbers of the plots with a building that is not said to be built. */
function plotsWithProposals(plan: Plan, plots: ReadonlyMap<string, PlotLedger>): Set<string> {
  const isBuilt = new Map(
    plan.layers.buildings.map(({ id, properties }) => [id, properties.buildingStatus === 'built']),
  );
  return new Set(
    [...plots.values()]
      .filter(({ buildings }) => buildings.some((id) => isBuilt.get(id) === false))
      .map(({ plot }) => plot),
  );
}
