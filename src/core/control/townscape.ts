import type { Binding, ControlProperties, Plan, Plot } from '../plan/types.ts';
import type { LimitOrigin, ZoneCover } from './types.ts';

/** One townscape requirement (色彩风貌) as it holds for a plot, and who set it. */
export interface TownscapeRequirement<T> {
  value: T;
  layer: LimitOrigin['layer'];
  feature: string;
  binding?: Binding;
}

/** What a plot's townscape is to be. Requirements are not numbers: the plot's own goes before a zone's. */
export interface Townscape {
  tone?: TownscapeRequirement<string>;
  colours?: TownscapeRequirement<string[]>;
  material?: TownscapeRequirement<{ zh: string; en: string }>;
  note?: TownscapeRequirement<{ zh: string; en: string }>;
}

function requirement<T>(
  layer: LimitOrigin['layer'],
  feature: string,
  properties: ControlProperties,
  read: (properties: ControlProperties) => T | undefined,
): TownscapeRequirement<T> | undefined {
  const value = read(properties);
  if (value === undefined) return undefined;
  const binding = properties.townscapeBinding;
  return { value, layer, feature, ...(binding ? { binding } : {}) };
}

function bilingual(zh: string | undefined, en: string | undefined): { zh: string; en: string } | undefined {
  const either = zh ?? en;
  return either === undefined ? undefined : { zh: zh ?? either, en: en ?? either };
}

/**
 * The townscape requirements that hold for a plot: for each its own, else that of the zone which covers the largest share of
 * it (of equal shares the first in the plan).
 */
export function townscapeOf(plan: Plan, plot: Plot, covers: readonly ZoneCover[]): Townscape {
  const zones = [...covers]
    .sort((a, b) => b.sharePercent - a.sharePercent)
    .flatMap((cover) => plan.layers.zones.filter((zone) => zone.id === cover.zone));
  function first<T>(read: (properties: ControlProperties) => T | undefined): TownscapeRequirement<T> | undefined {
    const own = requirement('plots', plot.id, plot.properties, read);
    if (own) return own;
    for (const zone of zones) {
      const found = requirement('zones', zone.id, zone.properties, read);
      if (found) return found;
    }
    return undefined;
  }
  const tone = first((properties) => properties.townscapeTone);
  const colours = first((properties) => properties.townscapeColours);
  const material = first((properties) => bilingual(properties.townscapeMaterial, properties.townscapeMaterialEn));
  const note = first((properties) => bilingual(properties.townscapeNote, properties.townscapeNoteEn));
  return {
    ...(tone ? { tone } : {}),
    ...(colours ? { colours } : {}),
    ...(material ? { material } : {}),
    ...(note ? { note } : {}),
  };
}
