import type { Finding } from '../plan/findings.ts';
import { tidy } from '../plan/tidy.ts';
import type { CheckContext } from './rule.ts';

/** A building whose height divided by its floors is no storey: one of the two is wrong. */
export function checkBuildingStoreys({ plan, limits }: CheckContext): Finding[] {
  const { storeyMinMetres, storeyMaxMetres } = limits;
  return plan.layers.buildings.flatMap(({ id, geometry, properties }): Finding[] => {
    const { heightMetres, floors } = properties;
    if (heightMetres === undefined || floors === undefined || !(floors > 0) || !(heightMetres > 0)) return [];
    const storeyMetres = tidy(heightMetres / floors);
    // A single storey may be a hall of any height.
    if (storeyMetres >= storeyMinMetres && (floors === 1 || storeyMetres <= storeyMaxMetres)) return [];
    return [
      {
        code: 'building-storeys',
        severity: 'warning',
        layer: 'buildings',
        feature: id,
        pointer: './properties/floors',
        data: { field: 'floors', heightMetres, floors, storeyMetres, storeyMinMetres, storeyMaxMetres },
        evidence: geometry,
      },
    ];
  });
}
