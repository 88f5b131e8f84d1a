import type { Finding } from '../plan/findings.ts';
import { findOverlaps } from './overlap_findings.ts';
import type { CheckContext } from './rule.ts';

/** Two phases that share more ground than the tolerance. */
export function checkPhaseOverlap(context: CheckContext): Finding[] {
  return findOverlaps('phase-overlap', 'phases', context);
}
