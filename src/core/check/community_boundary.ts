import type { Plan, Zone } from '../plan/types.ts';

/** The zone whose boundary is the community's; undefined when the plan has no community or the zone is missing. */
export function communityBoundaryOf(plan: Plan): Zone | undefined {
  const id = plan.manifest.community?.zone;
  return id === undefined ? undefined : plan.layers.zones.find((zone) => zone.id === id);
}
