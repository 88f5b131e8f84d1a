import { createPlaneLayer, findOpenEdges, type OpenEdges } from '../measure/topology/index.ts';
import type { Zone } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

/**
 * Whether the phases share all their borders with each other and with the community's boundary: then they cover it exactly, and
 * nothing heavy needs to be loaded to say so. False only means that it has to be looked at in earnest.
 */
export function* isTiledByPhases({ plan, geometry }: CheckContext, boundary: Zone): Generator<undefined, boolean> {
  const { phases } = plan.layers;
  if (phases.length === 0) return false;
  const unsound = [yield* geometry.unsound('phases'), yield* geometry.unsound('zones')];
  if (unsound.some((places) => places.size > 0)) return false;
  const together = [boundary, ...phases].map((feature) => feature.geometry);
  const open = yield* findOpenEdges(createPlaneLayer(together, geometry.projection));
  return isCoveredOnce(open);
}

/**
 * The boundary covers its ground once and the phases once more: every edge on the outside is there twice, in the same direction,
 * once of the boundary and once of a phase, and no other edge is open.
 */
function isCoveredOnce({ count, from, to, feature }: OpenEdges): boolean {
  const ofBoundary = new Set<string>();
  const ofPhases = new Set<string>();
  for (let edge = 0; edge < count; edge += 1) {
    const own = feature[edge] === 0 ? ofBoundary : ofPhases;
    const key = `${from[edge]} ${to[edge]}`;
    if (own.has(key)) return false;
    own.add(key);
  }
  return ofBoundary.size === ofPhases.size && [...ofBoundary].every((key) => ofPhases.has(key));
}
