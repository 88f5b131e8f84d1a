import type { Finding } from '../plan/findings.ts';
import type { Areal } from '../plan/types.ts';
import { gatherShapes } from './evidence.ts';
import type { CheckContext } from './rule.ts';

/** No two plots share a number. The reader refuses such a file; this holds for plans made in other ways. */
export function checkPlotNumberRepeated({ plan }: CheckContext): Finding[] {
  const geometriesOf = new Map<string, Areal[]>();
  for (const plot of plan.layers.plots) {
    const known = geometriesOf.get(plot.id);
    if (known) known.push(plot.geometry);
    else geometriesOf.set(plot.id, [plot.geometry]);
  }
  return [...geometriesOf].flatMap(([feature, geometries]): Finding[] => {
    if (geometries.length < 2) return [];
    return [
      {
        code: 'plot-number-repeated',
        severity: 'error',
        layer: 'plots',
        feature,
        data: { count: geometries.length },
        evidence: gatherShapes(geometries),
      },
    ];
  });
}
