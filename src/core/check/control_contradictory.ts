import { CONTROL_IDS, type EffectiveLimit } from '../control/types.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/**
 * A plot whose strictest lower limit lies above its strictest upper limit, so that nothing can be built. Where both ends are the
 * plot's own, `control-range` says so.
 */
export function checkControlContradictory({ plan, ledger }: CheckContext): Finding[] {
  const findings: Finding[] = [];
  for (const plot of plan.layers.plots) {
    const controls = ledger.plots.get(plot.id)?.controls;
    if (!controls) continue;
    for (const control of CONTROL_IDS) {
      const { contradictory, min, max } = controls[control];
      if (!contradictory || !min || !max || (isOwn(min) && isOwn(max))) continue;
      const setters = [min, max].filter((limit) => !isOwn(limit)).map((limit) => limit.origin.feature);
      findings.push({
        code: 'control-contradictory',
        severity: 'error',
        layer: 'plots',
        feature: plot.id,
        related: [...new Set(setters)].sort(),
        data: {
          control,
          minimum: min.value,
          maximum: max.value,
          minimumFrom: originOf(min),
          maximumFrom: originOf(max),
        },
        evidence: plot.geometry,
      });
    }
  }
  return findings;
}

function isOwn(limit: EffectiveLimit): boolean {
  return limit.origin.layer === 'plots';
}

function originOf(limit: EffectiveLimit): string {
  return limit.origin.feature;
}
