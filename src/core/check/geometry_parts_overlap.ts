import type { Finding } from '../plan/findings.ts';
import { nestingFindings } from './nesting_findings.ts';
import type { CheckContext } from './rule.ts';

/** A feature of several parts of which one lies on another: the same ground is counted twice. */
export function* checkGeometryPartsOverlap(context: CheckContext): Generator<Finding | undefined> {
  yield* nestingFindings(context, 'geometry-parts-overlap', 'part-inside', 'part-part');
}
