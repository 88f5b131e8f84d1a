import type { Finding } from '../plan/findings.ts';
import type { RuleLimits } from '../plan/rule_limits.ts';
import type { CheckContext } from './rule.ts';
import { phasesOfUnknownCapacity } from './unknown_capacity.ts';

const SUBJECTS: readonly (readonly ['people' | 'companies', keyof RuleLimits])[] = [
  ['people', 'gfaPerPersonMinSquareMetres'],
  ['companies', 'gfaPerCompanyMinSquareMetres'],
];

/** A phase that is to hold more people or companies than the floor area its plots may carry has room for. */
export function checkPhaseCapacity({ plan, ledger, limits }: CheckContext): Finding[] {
  const capacities = new Map(
    ledger.rollUps.phase.map(({ key, gfaCapacitySquareMetres }) => [key, gfaCapacitySquareMetres]),
  );
  const unknown = phasesOfUnknownCapacity({ plan, ledger });
  return plan.layers.phases.flatMap(({ id, geometry, properties }) => {
    const capacitySquareMetres = capacities.get(id);
    if (capacitySquareMetres === undefined || !(capacitySquareMetres > 0) || unknown.has(id)) return [];
    return SUBJECTS.flatMap(([subject, name]): Finding[] => {
      const count = properties[subject];
      if (count === undefined || !(count > 0)) return [];
      const eachSquareMetres = capacitySquareMetres / count;
      if (eachSquareMetres >= limits[name]) return [];
      return [
        {
          code: 'phase-capacity',
          severity: 'warning',
          layer: 'phases',
          feature: id,
          pointer: `./properties/${subject}`,
          data: { field: subject, count, capacitySquareMetres, eachSquareMetres, leastSquareMetres: limits[name] },
          evidence: geometry,
        },
      ];
    });
  });
}
