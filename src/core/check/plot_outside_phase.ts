import { measureOverlapSquareMetres, measurePlaneAreaSquareMetres } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import { outsideEvidence } from './evidence.ts';
import type { CheckContext } from './rule.ts';

/** A plot lies in the phase it names. */
export function checkPlotOutsidePhase({ plan, shapes, tolerances }: CheckContext): Finding[] {
  const phases = new Map(plan.layers.phases.map((phase) => [phase.id, phase]));
  const toleranceSquareMetres = tolerances.outsideSquareMetres;
  return plan.layers.plots.flatMap((plot): Finding[] => {
    const phase = plot.properties.phase === undefined ? undefined : phases.get(plot.properties.phase);
    if (!phase) return [];
    const shape = shapes.of(plot);
    const areaSquareMetres = measurePlaneAreaSquareMetres(shape) - measureOverlapSquareMetres(shape, shapes.of(phase));
    if (areaSquareMetres <= toleranceSquareMetres) return [];
    return [
      {
        code: 'plot-outside-phase',
        severity: 'error',
        layer: 'plots',
        feature: plot.id,
        related: [phase.id],
        data: { areaSquareMetres, toleranceSquareMetres },
        ...outsideEvidence(plot.geometry, phase.geometry),
      },
    ];
  });
}
