import type { Finding } from '../plan/findings.ts';
import { nestingFindings } from './nesting_findings.ts';
import type { CheckContext } from './rule.ts';

/** A hole that reaches out of its outer ring, or lies elsewhere altogether: it takes away ground that is not there. */
export function* checkGeometryHoleOutside(context: CheckContext): Generator<Finding | undefined> {
  yield* nestingFindings(context, 'geometry-hole-outside', 'hole-outside', 'hole-outer');
}
