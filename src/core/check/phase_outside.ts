import { measureOverlapSquareMetres, measurePlaneAreaSquareMetres } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import { communityBoundaryOf } from './community_boundary.ts';
import { outsideEvidence } from './evidence.ts';
import type { CheckContext } from './rule.ts';

/** A phase that reaches beyond the community's boundary by more than the tolerance. */
export function* checkPhaseOutside(context: CheckContext): Generator<Finding | undefined> {
  const { plan, shapes, tolerances } = context;
  const boundary = communityBoundaryOf(plan);
  if (!boundary) return;
  const toleranceSquareMetres = tolerances.outsideSquareMetres;
  for (const phase of plan.layers.phases) {
    const shape = shapes.of(phase);
    const areaSquareMetres =
      measurePlaneAreaSquareMetres(shape) - measureOverlapSquareMetres(shape, shapes.of(boundary));
    if (areaSquareMetres <= toleranceSquareMetres) continue;
    yield {
      code: 'phase-outside',
      severity: 'error',
      layer: 'phases',
      feature: phase.id,
      related: [boundary.id],
      data: { areaSquareMetres, toleranceSquareMetres },
      ...outsideEvidence(yield* context.overlay(), phase.geometry, boundary.geometry),
    };
  }
}
