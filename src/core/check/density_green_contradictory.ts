import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** A plot that must be built over and green to more than its whole: the least density and the least green ratio exceed 100 %. */
export function checkDensityGreenContradictory({ plan, ledger }: CheckContext): Finding[] {
  return plan.layers.plots.flatMap(({ id, geometry }): Finding[] => {
    const controls = ledger.plots.get(id)?.controls;
    const density = controls?.density.min?.value;
    const green = controls?.greenRatio.min?.value;
    if (density === undefined || green === undefined || density + green <= 100) return [];
    return [
      {
        code: 'density-green-contradictory',
        severity: 'error',
        layer: 'plots',
        feature: id,
        data: { densityPercent: density, greenPercent: green, sumPercent: density + green },
        evidence: geometry,
      },
    ];
  });
}
