import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** No two plots share a number. The reader refuses such a file; this holds for plans made in other ways. */
export function checkPlotNumberRepeated({ plan }: CheckContext): Finding[] {
  const counts = new Map<string, number>();
  for (const plot of plan.layers.plots) counts.set(plot.id, (counts.get(plot.id) ?? 0) + 1);
  return [...counts].flatMap(([feature, count]): Finding[] =>
    count > 1 ? [{ code: 'plot-number-repeated', severity: 'error', layer: 'plots', feature, data: { count } }] : [],
  );
}
