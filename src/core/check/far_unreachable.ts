import type { Finding } from '../plan/findings.ts';
import { tidy } from '../plan/tidy.ts';
import type { CheckContext } from './rule.ts';

/**
 * A FAR that density and height leave no room for: even with every storey as low as one can be, density × storeys stays below it. A
 * lower limit out of reach cannot be met; an upper one promises floor area that cannot be built.
 */
export function checkFarUnreachable({ plan, ledger, limits }: CheckContext): Finding[] {
  return plan.layers.plots.flatMap(({ id, geometry }): Finding[] => {
    const controls = ledger.plots.get(id)?.controls;
    const density = controls?.density.max?.value;
    const height = controls?.height.max?.value;
    if (!controls || density === undefined || height === undefined) return [];
    // 6.6 m are three storeys of 2.2 m, and 29 % of three are 0.87.
    const storeys = Math.floor(tidy(height / limits.storeyMinMetres));
    const reachable = tidy((density * storeys) / 100);
    const { min, max } = controls.far;
    const end = min && min.value > reachable ? min : max && max.value > reachable ? max : undefined;
    if (!end) return [];
    return [
      {
        code: 'far-unreachable',
        severity: end === min ? 'error' : 'warning',
        layer: 'plots',
        feature: id,
        data: {
          far: end.value,
          reachable,
          densityPercent: density,
          heightMetres: height,
          storeys,
          storeyMetres: limits.storeyMinMetres,
        },
        evidence: geometry,
      },
    ];
  });
}
