import { findSameShapes } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

const known = new WeakMap<object, number[][]>();

/** Places of plots that are the same shape, set by set. */
export function samePlots({ geometry }: CheckContext): number[][] {
  const { plane } = geometry.layer('plots');
  const found = known.get(plane) ?? findSameShapes(plane);
  known.set(plane, found);
  return found;
}

/** A plot that was drawn more than once, with the same outline: each after the first is told with the first. */
export function* checkPlotDuplicate(context: CheckContext): Generator<Finding | undefined> {
  const { features } = context.geometry.layer('plots');
  for (const places of samePlots(context)) {
    const [first, ...others] = places.flatMap((place) => features[place] ?? []);
    for (const other of others)
      if (first)
        yield {
          code: 'plot-duplicate',
          severity: 'error',
          layer: 'plots',
          feature: first.id,
          related: [other.id],
          data: {},
          evidence: first.geometry,
        };
  }
}
