import type { Finding } from '../plan/findings.ts';
import type { Plot } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

/** A plot without a land-use code, in a plan whose other plots have one. */
export function checkLandUseMissing({ plan }: CheckContext): Finding[] {
  const isStated = ({ properties }: Plot) => properties.landUseCode !== undefined && properties.landUseCode !== '';
  if (!plan.layers.plots.some(isStated)) return [];
  return plan.layers.plots.flatMap((plot): Finding[] =>
    isStated(plot)
      ? []
      : [
          {
            code: 'land-use-missing',
            severity: 'warning',
            layer: 'plots',
            feature: plot.id,
            pointer: './properties',
            data: { field: 'landUseCode' },
            evidence: plot.geometry,
          },
        ],
  );
}
