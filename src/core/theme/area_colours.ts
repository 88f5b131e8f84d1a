import type { Phase, Plan, Zone } from '../plan/types.ts';
import { categoryColour } from './colours.ts';

/** The zones in the plan's order, or the phases in their sequence: the order of a legend, and of the colours it gives out. */
export function legendOrderOf(plan: Plan, layer: 'zones' | 'phases'): readonly (Zone | Phase)[] {
  if (layer === 'zones') return plan.layers.zones;
  return [...plan.layers.phases].sort((a, b) => a.properties.sequence - b.properties.sequence);
}

/** Colour of each zone or phase, by its id: the palette's, else one of its own. Legend and map both take it from here. */
export function areaColoursOf(plan: Plan, layer: 'zones' | 'phases'): Map<string, string> {
  const palette = plan.manifest.palette?.[layer] ?? {};
  return new Map(
    legendOrderOf(plan, layer).map(({ id }, index) => {
      // An id is a person's word: `constructor` must not find what every object has.
      const own = Object.hasOwn(palette, id) ? palette[id] : undefined;
      return [id, own ?? categoryColour(index)];
    }),
  );
}
