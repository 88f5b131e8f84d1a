import { isOpenSpace } from '../control/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';
import { phasesOfUnknownCapacity } from './unknown_capacity.ts';

/**
 * A phase's declared net site and floor area against the sums over its building plots: net areas on the ellipsoid, capacities by FAR,
 * where every one of them has a FAR.
 */
export function checkPhaseTotals({ plan, ledger, limits }: CheckContext): Finding[] {
  const unknown = phasesOfUnknownCapacity({ plan, ledger });
  const sums = new Map<string, { netAreaSquareMetres: number; capacitySquareMetres: number }>();
  for (const { id, properties } of plan.layers.plots) {
    const entry = ledger.plots.get(id);
    if (!entry || entry.phase === undefined || isOpenSpace(properties)) continue;
    const sum = sums.get(entry.phase) ?? { netAreaSquareMetres: 0, capacitySquareMetres: 0 };
    sum.netAreaSquareMetres += entry.areas.ellipsoidSquareMetres;
    sum.capacitySquareMetres += entry.gfaCapacitySquareMetres ?? 0;
    sums.set(entry.phase, sum);
  }
  return plan.layers.phases.flatMap(({ id, geometry, properties }) => {
    const sum = sums.get(id);
    if (!sum) return [];
    const tell = (
      field: 'netSiteAreaSquareMetres' | 'gfaSquareMetres',
      sumSquareMetres: number,
      isOff: (differencePercent: number) => boolean,
    ): Finding[] => {
      const declaredSquareMetres = properties[field];
      if (declaredSquareMetres === undefined || !(declaredSquareMetres > 0)) return [];
      const differencePercent = ((sumSquareMetres - declaredSquareMetres) / declaredSquareMetres) * 100;
      if (!isOff(differencePercent)) return [];
      return [
        {
          code: 'phase-totals',
          severity: 'warning',
          layer: 'phases',
          feature: id,
          pointer: `./properties/${field}`,
          data: {
            field,
            declaredSquareMetres,
            sumSquareMetres,
            differencePercent,
            tolerancePercent: limits.totalsPercent,
          },
          evidence: geometry,
        },
      ];
    };
    return [
      ...tell('netSiteAreaSquareMetres', sum.netAreaSquareMetres, (off) => Math.abs(off) > limits.totalsPercent),
      // Capacity is an upper end: only floor area the plots cannot carry contradicts it.
      ...(unknown.has(id)
        ? []
        : tell('gfaSquareMetres', sum.capacitySquareMetres, (off) => off < -limits.totalsPercent)),
    ];
  });
}
