import type { Finding } from '../plan/findings.ts';
import { sharedEvidence } from './evidence.ts';
import { findOverlaps } from './overlap_findings.ts';
import type { CheckContext } from './rule.ts';

/** Two phases that share more ground than the tolerance. */
export function* checkPhaseOverlap(context: CheckContext): Generator<Finding | undefined> {
  yield* findOverlaps(
    {
      code: 'phase-overlap',
      layer: 'phases',
      shapeOf: (overlay, { features }, first, second) => {
        const [one, other] = [features[first], features[second]];
        return one && other ? sharedEvidence(overlay, one.geometry, other.geometry) : {};
      },
    },
    context,
  );
}
