import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** A phase does not open before one that comes earlier in the sequence. Phases without a date are passed over. */
export function checkPhaseDates({ plan }: CheckContext): Finding[] {
  const dated = plan.layers.phases
    .flatMap((phase) => {
      const { opens, sequence } = phase.properties;
      return opens === undefined ? [] : [{ phase, opens, sequence }];
    })
    .sort((a, b) => a.sequence - b.sequence || (a.phase.id < b.phase.id ? -1 : 1));
  return dated.flatMap(({ phase, opens, sequence }, index): Finding[] => {
    const before = dated[index - 1];
    // Months as YYYY-MM sort as text.
    if (!before || before.sequence === sequence || opens >= before.opens) return [];
    return [
      {
        code: 'phase-dates',
        severity: 'error',
        layer: 'phases',
        feature: phase.id,
        related: [before.phase.id],
        data: { opens, earlierOpens: before.opens },
        evidence: phase.geometry,
      },
    ];
  });
}
