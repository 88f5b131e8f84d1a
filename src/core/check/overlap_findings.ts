import type { Finding } from '../plan/findings.ts';
import { sharedEvidence } from './evidence.ts';
import type { ArealFeature } from './plan_shapes.ts';
import type { CheckContext } from './rule.ts';

/** Features of one layer that share more ground than the tolerance, as findings of one code. */
export function findOverlaps(
  code: 'phase-overlap' | 'plot-overlap',
  layer: 'phases' | 'plots',
  { plan, shapes, tolerances }: CheckContext,
): Finding[] {
  const toleranceSquareMetres = tolerances.overlapSquareMetres;
  const { found, isCut } = shapes.overlaps<ArealFeature>(plan.layers[layer], toleranceSquareMetres);
  const findings = found.map(
    ({ first, second, areaSquareMetres }): Finding => ({
      code,
      severity: 'error',
      layer,
      feature: first.id,
      related: [second.id],
      data: { areaSquareMetres, toleranceSquareMetres },
      ...sharedEvidence(first.geometry, second.geometry),
    }),
  );
  const [first] = found;
  if (isCut && first)
    findings.push({
      code: 'overlaps-cut',
      severity: 'error',
      layer,
      data: { shown: found.length },
      evidence: first.first.geometry,
    });
  return findings;
}
