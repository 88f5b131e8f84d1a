import type { Finding } from '../plan/findings.ts';
import { findOverlaps } from './overlap_findings.ts';
import { samePlots } from './plot_duplicate.ts';
import type { CheckContext } from './rule.ts';

/** Two plots that share more ground than the tolerance. A plot that was drawn twice is told by `plot-duplicate`. */
export function* checkPlotOverlap(context: CheckContext): Generator<Finding | undefined> {
  const unsound = yield* context.geometry.unsound('plots');
  const copies = new Set(samePlots(context).flatMap(([, ...others]) => others));
  yield* findOverlaps(
    {
      code: 'plot-overlap',
      layer: 'plots',
      copies,
      shapeOf: (overlay, { plane }, first, second) => {
        const one = overlay.ringsOf(plane, first, unsound.has(first));
        const other = overlay.ringsOf(plane, second, unsound.has(second));
        const region = overlay.sharedRegion(plane, one, other);
        return region ? { evidence: region.geometry } : {};
      },
    },
    context,
  );
}
