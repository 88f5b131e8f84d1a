import { measureEllipsoidAreaSquareMetres } from '../measure/index.ts';
import type { Building } from '../plan/types.ts';
import { isFiniteNumber } from '../value_kinds.ts';
import { CONTROL_FIELDS } from './effective_controls.ts';
import type { Compliance, ControlId, EffectiveControl, EffectiveLimit, Usage } from './types.ts';

/**
 * A limit counts as exceeded from this share above it. FAR and density are divided by an area, and the ellipsoid's area and the
 * one a planner divided by differ by a few millionths: a building designed exactly to its limit must not be called over it.
 */
export const AREA_NOISE_SHARE = 1e-5;

/** From the mildest to the worst: data that is missing could hide anything but what is known to be over. */
const SEVERITY: readonly Compliance[] = ['within', 'near', 'unknown', 'over'];

/** What is known of one quantity: the figure so far, and the fields missing for a full one. */
interface Known {
  value: number | undefined;
  missing: string[];
}

function usage(control: Usage['control'], known: Known, most: EffectiveLimit | undefined, nearPercent: number): Usage {
  const limit = most?.value;
  const missing = limit === undefined ? [...known.missing, CONTROL_FIELDS[control].max ?? control] : known.missing;
  const { value: actual } = known;
  const result: Usage = {
    control,
    ...(actual === undefined ? {} : { actual }),
    ...(most === undefined ? {} : { limit: most.value, limitFrom: most.origin.feature }),
    compliance: 'unknown',
    missing,
  };
  if (actual === undefined || limit === undefined) return result;
  result.headroom = limit - actual;
  if (limit > 0) result.usagePercent = (actual / limit) * 100;
  // What is missing can only add to a height, a floor area or a footprint: over stays over.
  const isOver = (value: number) => actual > value * (1 + AREA_NOISE_SHARE);
  if (isOver(limit)) {
    result.compliance = 'over';
    if (most?.considered.every(({ value, binding }) => binding === 'guiding' || !isOver(value)))
      result.isGuidingOnly = true;
  } else if (missing.length > 0) result.compliance = 'unknown';
  else result.compliance = (result.usagePercent ?? 100) >= nearPercent ? 'near' : 'within';
  return result;
}

function knownOf(
  buildings: readonly Building[],
  field: 'heightMetres' | 'gfaSquareMetres',
  combine: (all: number[]) => number,
): Known {
  const values = buildings.map((building) => building.properties[field]).filter(isFiniteNumber);
  return {
    value: values.length > 0 ? combine(values) : undefined,
    missing: values.length < buildings.length ? [field] : [],
  };
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const largest = (values: number[]): number => values.reduce((best, value) => Math.max(best, value));

/** FAR-counted floor area of the buildings of one status that state it. A building of unknown status counts as proposed. */
export function sumGfaSquareMetres(buildings: readonly Building[], status: 'built' | 'proposed'): number {
  return sum(
    buildings
      .filter((building) => (building.properties.buildingStatus === 'built') === (status === 'built'))
      .map((building) => building.properties.gfaSquareMetres)
      .filter(isFiniteNumber),
  );
}

/**
 * How much of its height, FAR and density limits a plot's buildings use, built and proposed ones together: the tallest one, the
 * sum of floor areas and the sum of footprints over the plot's ellipsoid area. Where buildings lack a figure, `actual` is what
 * the others make at least, and the result is over or unknown, never compliant. Empty for a plot with no buildings.
 */
export function deriveUsages(
  buildings: readonly Building[],
  plotAreaSquareMetres: number,
  controls: Record<ControlId, EffectiveControl>,
  nearLimitPercent: number,
): Usage[] {
  if (buildings.length === 0) return [];
  const perArea = (known: Known): Known => {
    const ratio =
      known.value === undefined || !(plotAreaSquareMetres > 0) ? undefined : known.value / plotAreaSquareMetres;
    // Of a plot that is next to nothing: beyond what a number can hold.
    return { ...known, value: isFiniteNumber(ratio) ? ratio : undefined };
  };
  const footprints = buildings.map((building) => measureEllipsoidAreaSquareMetres(building.geometry));
  return [
    usage('height', knownOf(buildings, 'heightMetres', largest), controls.height.max, nearLimitPercent),
    usage('far', perArea(knownOf(buildings, 'gfaSquareMetres', sum)), controls.far.max, nearLimitPercent),
    usage('density', perArea({ value: sum(footprints) * 100, missing: [] }), controls.density.max, nearLimitPercent),
  ];
}

/** Height of one building against its plot's limit. A building on no plot has no known limit. */
export function deriveBuildingUsage(
  building: Building,
  plotControls: Record<ControlId, EffectiveControl> | undefined,
  nearLimitPercent: number,
): Usage {
  const known = knownOf([building], 'heightMetres', largest);
  if (!plotControls)
    return { ...usage('height', known, undefined, nearLimitPercent), missing: [...known.missing, 'plot'] };
  return usage('height', known, plotControls.height.max, nearLimitPercent);
}

/** The worst of several, undefined of none. */
export function worstCompliance(usages: readonly Usage[]): Compliance | undefined {
  let worst = -1;
  for (const { compliance } of usages) worst = Math.max(worst, SEVERITY.indexOf(compliance));
  return SEVERITY[worst];
}
