import type { Finding } from '../plan/findings.ts';
import type { Phase } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

/** The sequence of n phases runs from 1 to n, each number once. */
export function checkPhaseOrder({ plan }: CheckContext): Finding[] {
  const { phases } = plan.layers;
  const bySequence = new Map<number, Phase[]>();
  for (const phase of phases) {
    const { sequence } = phase.properties;
    bySequence.set(sequence, [...(bySequence.get(sequence) ?? []), phase]);
  }
  const findings: Finding[] = [];
  for (const [sequence, alike] of bySequence) {
    const isInRange = Number.isInteger(sequence) && sequence >= 1 && sequence <= phases.length;
    const [first, ...others] = [...alike].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (!first || (isInRange && others.length === 0)) continue;
    findings.push({
      code: 'phase-order',
      severity: 'error',
      layer: 'phases',
      feature: first.id,
      related: others.map((phase) => phase.id),
      data: { sequence, count: phases.length },
      evidence: first.geometry,
    });
  }
  return findings;
}
