import type { Finding } from '../plan/findings.ts';
import { sharedEvidence } from './evidence.ts';
import type { CheckContext } from './rule.ts';

/** Two phases that share more ground than the tolerance. */
export function checkPhaseOverlap({ plan, shapes, tolerances }: CheckContext): Finding[] {
  const toleranceSquareMetres = tolerances.overlapSquareMetres;
  return shapes.overlaps(plan.layers.phases, toleranceSquareMetres).map(({ first, second, areaSquareMetres }) => ({
    code: 'phase-overlap',
    severity: 'error',
    layer: 'phases',
    feature: first.id,
    related: [second.id],
    data: { areaSquareMetres, toleranceSquareMetres },
    ...sharedEvidence(first.geometry, second.geometry),
  }));
}
