import type { Finding } from '../plan/findings.ts';
import { sharedEvidence } from './evidence.ts';
import type { CheckContext } from './rule.ts';

/** Two plots that share more ground than the tolerance. */
export function checkPlotOverlap({ plan, shapes, tolerances }: CheckContext): Finding[] {
  const toleranceSquareMetres = tolerances.overlapSquareMetres;
  return shapes.overlaps(plan.layers.plots, toleranceSquareMetres).map(({ first, second, areaSquareMetres }) => ({
    code: 'plot-overlap',
    severity: 'error',
    layer: 'plots',
    feature: first.id,
    related: [second.id],
    data: { areaSquareMetres, toleranceSquareMetres },
    ...sharedEvidence(first.geometry, second.geometry),
  }));
}
