import type { Binding, ControlProperties, Plot, Zone } from '../plan/types.ts';
import { isFiniteNumber } from '../value_kinds.ts';
import type { PreparedBand } from './height_bands.ts';
import { isOpenSpace } from './open_space.ts';
import { CONTROL_IDS, type ControlId, type EffectiveControl, type EffectiveLimit, type LimitOrigin } from './types.ts';

type Field<T> = {
  [K in keyof ControlProperties]-?: ControlProperties[K] extends T | undefined ? K : never;
}[keyof ControlProperties];

interface ControlFields {
  min: Field<number>;
  max?: Field<number>;
  binding: Field<Binding>;
}

/** Which fields state each control. A setback has no upper end. */
export const CONTROL_FIELDS: Record<ControlId, ControlFields> = {
  far: { min: 'farMin', max: 'farMax', binding: 'farBinding' },
  height: { min: 'heightMinMetres', max: 'heightMaxMetres', binding: 'heightBinding' },
  density: { min: 'densityMinPercent', max: 'densityMaxPercent', binding: 'densityBinding' },
  greenRatio: { min: 'greenRatioMinPercent', max: 'greenRatioMaxPercent', binding: 'greenRatioBinding' },
  setback: { min: 'setbackMinMetres', binding: 'setbackBinding' },
};

/** What a zone asks of building land only; its heights and setbacks hold for anything that stands in it. */
const BUILDING_LAND_CONTROLS: ReadonlySet<ControlId> = new Set(['far', 'density', 'greenRatio']);

/** A zone whose controls hold for the plot at hand, and the height bands of it the plot lies in. */
export interface HoldingZone {
  zone: Zone;
  bands: readonly PreparedBand[];
}

function origin(
  layer: LimitOrigin['layer'],
  feature: string,
  value: number,
  binding: Binding | undefined,
  heightBand?: number,
): LimitOrigin {
  return {
    layer,
    feature,
    value,
    ...(binding ? { binding } : {}),
    ...(heightBand === undefined ? {} : { heightBand }),
  };
}

/** Of equal limits the plot's own comes first, then zones by id, a zone's general limit before its bands. */
function byRank(a: LimitOrigin, b: LimitOrigin): number {
  if (a.layer !== b.layer) return a.layer === 'plots' ? -1 : 1;
  if (a.feature !== b.feature) return a.feature < b.feature ? -1 : 1;
  return (a.heightBand ?? -1) - (b.heightBand ?? -1);
}

function strictest(candidates: LimitOrigin[], end: 'min' | 'max'): EffectiveLimit | undefined {
  const considered = [...candidates].sort(
    (a, b) => (end === 'max' ? a.value - b.value : b.value - a.value) || byRank(a, b),
  );
  const [governing] = considered;
  return governing && { value: governing.value, origin: governing, considered };
}

function candidatesOf(
  control: ControlId,
  end: 'min' | 'max',
  plot: Plot,
  zones: readonly HoldingZone[],
): LimitOrigin[] {
  const fields = CONTROL_FIELDS[control];
  const field = fields[end];
  if (!field) return [];
  const candidates: LimitOrigin[] = [];
  const own = plot.properties[field];
  if (isFiniteNumber(own)) candidates.push(origin('plots', plot.id, own, plot.properties[fields.binding]));
  if (BUILDING_LAND_CONTROLS.has(control) && isOpenSpace(plot.properties)) return candidates;
  for (const { zone, bands } of zones) {
    const binding = zone.properties[fields.binding];
    const general = zone.properties[field];
    if (isFiniteNumber(general)) candidates.push(origin('zones', zone.id, general, binding));
    if (control !== 'height') continue;
    for (const { band, index } of bands) {
      const value = end === 'max' ? band.heightMaxMetres : band.heightMinMetres;
      if (isFiniteNumber(value)) candidates.push(origin('zones', zone.id, value, binding, index));
    }
  }
  return candidates;
}

/**
 * What holds for a plot: of its own limits and those of every zone that covers it, the stricter one (lower max, higher min),
 * with everything that was considered, the governing one first. Open space takes FAR, density and green ratio from itself alone.
 */
export function deriveEffectiveControls(
  plot: Plot,
  zones: readonly HoldingZone[],
): Record<ControlId, EffectiveControl> {
  const controls = {} as Record<ControlId, EffectiveControl>;
  for (const control of CONTROL_IDS) {
    const min = strictest(candidatesOf(control, 'min', plot, zones), 'min');
    const max = strictest(candidatesOf(control, 'max', plot, zones), 'max');
    controls[control] = {
      ...(min ? { min } : {}),
      ...(max ? { max } : {}),
      contradictory: min !== undefined && max !== undefined && min.value > max.value,
    };
  }
  return controls;
}
