import { isOpenSpace } from '../control/index.ts';
import type { CheckContext } from './rule.ts';

/**
 * Phases of whose capacity nothing certain is known: one of their building plots has no upper FAR, and could carry any floor area. A
 * sum over the others must not be called too small.
 */
export function phasesOfUnknownCapacity({ plan, ledger }: Pick<CheckContext, 'plan' | 'ledger'>): Set<string> {
  const phases = new Set<string>();
  for (const { id, properties } of plan.layers.plots) {
    const entry = ledger.plots.get(id);
    if (entry?.phase === undefined || entry.gfaCapacitySquareMetres !== undefined || isOpenSpace(properties)) continue;
    phases.add(entry.phase);
  }
  return phases;
}
