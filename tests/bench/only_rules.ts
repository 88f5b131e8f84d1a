import { RULES } from '../../src/core/check/rules.ts';
import type { Manifest } from '../../src/core/plan/types.ts';

/** The plan's settings under which only some rules are applied. */
export function onlyRules(wanted: readonly string[]): NonNullable<Manifest['checks']> {
  const told = RULES.flatMap((rule) =>
    wanted.includes(rule.code) ? [] : [rule.code, ...('alsoTells' in rule ? rule.alsoTells : [])],
  );
  return {
    rules: Object.fromEntries(told.filter((code) => !code.startsWith('overlaps-')).map((code) => [code, 'off'])),
  };
}
