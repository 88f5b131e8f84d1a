import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** The sequence of n phases runs from 1 to n, each number once. */
export function checkPhaseOrder({ plan }: CheckContext): Finding[] {
  const { phases } = plan.layers;
  const bySequence = new Map<number, string[]>();
  for (const phase of phases) {
    const { sequence } = phase.properties;
    bySequence.set(sequence, [...(bySequence.get(sequence) ?? []), phase.id]);
  }
  const findings: Finding[] = [];
  for (const [sequence, ids] of bySequence) {
    const isInRange = Number.isInteger(sequence) && sequence >= 1 && sequence <= phases.length;
    const [feature, ...related] = [...ids].sort();
    if (feature === undefined || (isInRange && related.length === 0)) continue;
    findings.push({
      code: 'phase-order',
      severity: 'error',
      layer: 'phases',
      feature,
      related,
      data: { sequence, count: phases.length },
    });
  }
  return findings;
}
