import {
  findNearMisses,
  SQUARE_UNITS_PER_SQUARE_METRE,
  sharedAreaSquareUnits,
  UNITS_PER_METRE,
} from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import { spotEvidence } from './evidence.ts';
import type { CheckContext } from './rule.ts';

/** Of one pair of borders so many places are shown. */
const MOST_SPOTS = 50;

/**
 * Borders of neighbours that run beside each other within the tolerance without being one: vertices of one that lie near the
 * other's border and not on it. Where the two overlap by more than the tolerance, that is told instead.
 */
export function* checkBorderNearMiss({ geometry, tolerances }: CheckContext): Generator<Finding | undefined> {
  const toleranceMetres = tolerances.nearMissMetres;
  const mostShared = tolerances.overlapSquareMetres * SQUARE_UNITS_PER_SQUARE_METRE;
  for (const layer of ['phases', 'plots'] as const) {
    const { plane, features } = geometry.layer(layer);
    const unsound = yield* geometry.unsound(layer);
    const open = yield* geometry.openEdges(layer);
    const misses = yield* findNearMisses(plane, open, toleranceMetres * UNITS_PER_METRE);
    for (const { first, second, distanceUnits, spots } of misses) {
      const [one, other] = [features[first], features[second]];
      if (!one || !other || unsound.has(first) || unsound.has(second)) continue;
      if (sharedAreaSquareUnits(plane, first, plane, second) > mostShared) continue;
      yield {
        code: 'border-near-miss',
        severity: 'warning',
        layer,
        feature: one.id,
        related: [other.id],
        data: { distanceMetres: distanceUnits / UNITS_PER_METRE, count: spots.length / 2, toleranceMetres },
        evidence: spotEvidence(plane, spots.slice(0, 2 * MOST_SPOTS)),
      };
    }
  }
}
