import { findSameShapes } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** A building that was drawn more than once, with the same outline: its footprint and floor area count twice. */
export function* checkBuildingDuplicate({ geometry }: CheckContext): Generator<Finding> {
  const { plane, features } = geometry.layer('buildings');
  for (const places of findSameShapes(plane)) {
    const [first, ...others] = places.flatMap((place) => features[place] ?? []);
    for (const other of others)
      if (first)
        yield {
          code: 'building-duplicate',
          severity: 'warning',
          layer: 'buildings',
          feature: first.id,
          related: [other.id],
          data: {},
          evidence: first.geometry,
        };
  }
}
