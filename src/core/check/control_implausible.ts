import type { Finding } from '../plan/findings.ts';
import type { RuleLimits } from '../plan/rule_limits.ts';
import type { ControlProperties } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

type NumericField = Extract<
  keyof ControlProperties,
  'farMin' | 'farMax' | 'heightMinMetres' | 'heightMaxMetres' | 'densityMinPercent' | 'densityMaxPercent'
>;
const FIELDS: readonly (readonly [NumericField, keyof RuleLimits])[] = [
  ['farMin', 'plausibleFarMax'],
  ['farMax', 'plausibleFarMax'],
  ['heightMinMetres', 'plausibleHeightMaxMetres'],
  ['heightMaxMetres', 'plausibleHeightMaxMetres'],
  ['densityMinPercent', 'plausibleDensityMaxPercent'],
  ['densityMaxPercent', 'plausibleDensityMaxPercent'],
];

/** A limit no plan means: a decimal point lost, a height in centimetres, a density of 100 %. */
export function checkControlImplausible({ plan, limits }: CheckContext): Finding[] {
  return (['plots', 'zones'] as const).flatMap((layer) =>
    plan.layers[layer].flatMap(({ id, geometry, properties }) =>
      FIELDS.flatMap(([field, name]): Finding[] => {
        const actual = properties[field];
        const limit = limits[name];
        if (typeof actual !== 'number' || actual <= limit) return [];
        return [
          {
            code: 'control-implausible',
            severity: 'warning',
            layer,
            feature: id,
            pointer: `./properties/${field}`,
            data: { field, actual, limit },
            evidence: geometry,
          },
        ];
      }),
    ),
  );
}
