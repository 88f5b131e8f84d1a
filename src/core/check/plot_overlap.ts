import type { Finding } from '../plan/findings.ts';
import { findOverlaps } from './overlap_findings.ts';
import type { CheckContext } from './rule.ts';

/** Two plots that share more ground than the tolerance. */
export function checkPlotOverlap(context: CheckContext): Finding[] {
  return findOverlaps('plot-overlap', 'plots', context);
}
