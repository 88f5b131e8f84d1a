import type { Finding } from '../plan/findings.ts';
import { nestingFindings } from './nesting_findings.ts';
import type { CheckContext } from './rule.ts';

/** A hole inside another hole, or across it: the same ground is taken away twice. */
export function* checkGeometryHoleNested(context: CheckContext): Generator<Finding | undefined> {
  yield* nestingFindings(context, 'geometry-hole-nested', 'hole-nested', 'hole-hole');
}
