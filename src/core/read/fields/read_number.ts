import type { FieldUnit } from '../../plan/fields.ts';

/** What a number's text says, in the dictionary's unit. `unit` is the one it was written in where that is another. */
export type NumberReading =
  | { kind: 'number'; value: number; unit?: string }
  | { kind: 'range'; minimum: number; maximum: number; unit?: string }
  | { kind: 'nothing' }
  | { kind: 'fault'; reason: 'unreadable' | 'feet' };

/** Ways of leaving a cell empty. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '/无',
  'null',
  'NULL',
  'N/A',
  'n/a',
  '<空>',
  '<Null>',
]);
/** A mu is a fifteenth of a hectare. */
const MU_SQUARE_METRES = 2000 / 3;

const AREA_UNITS: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:亩|mu)$/i, 'mu', MU_SQUARE_METRES],
  [/^(?:公顷|ha|hectares?)$/i, 'hectares', 10_000],
  [/^(?:km2|平方公里|平方千米)$/i, 'squareKilometres', 1_000_000],
  [/^(?:万m2|万平方米|万平米|万方|万平)$/i, 'tenThousandSquareMetres', 10_000],
  [/^(?:m2|平方米|平米|平方|sqm|方)$/i, 'squareMetres', 1],
];
const OTHER_UNITS: Partial<Record<FieldUnit, RegExp>> = {
  metres: /^(?:m|米|metres?|meters?)$/i,
  percent: /^%$/,
  floors: /^(?:层|f)$/i,
  spaces: /^(?:个|辆|泊位|车位)$/,
  people: /^(?:人)$/,
  companies: /^(?:家|个)$/,
};
const FEET = /^(?:ft|feet|foot|英尺|'|′|sqft|平方英尺)$/i;

/**
 * Reads a number as planners write it: full-width digits, thousands separators, `≤2.5`, `1.0-2.5`, `24米`, `35%`, areas in 亩, 公顷,
 * km², 万m². Feet are a fault: they are never taken for metres.
 * @param unit of the field, as the dictionary has it
 * @param statedUnit what the heading says of the column
 */
export function readNumber(text: string, unit: FieldUnit | undefined, statedUnit?: string): NumberReading {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  if (NOTHING.has(plain)) return { kind: 'nothing' };
  const bare = plain.replace(/^(?:≤|<=|≦|<|不大于|不超过|不高于|≥|>=|≧|>|不小于|不低于|约|=)\s*/, '');
  const match = /^([-+]?\d*\.?\d+(?:e[-+]?\d+)?)\s*(?:[-~〜～至到—–]\s*(\d*\.?\d+))?\s*([^\d\s].*)?$/i.exec(bare);
  if (!match) return { kind: 'fault', reason: 'unreadable' };
  const [, first = '', second, written] = match;
  const scale = scaleOf((written ?? statedUnit ?? '').normalize('NFKC').trim(), unit);
  if (scale === undefined) {
    const isFeet = FEET.test((written ?? statedUnit ?? '').trim());
    return { kind: 'fault', reason: isFeet ? 'feet' : 'unreadable' };
  }
  const named = scale.name === undefined ? {} : { unit: scale.name };
  if (second === undefined) return { kind: 'number', value: Number(first) * scale.factor, ...named };
  return { kind: 'range', minimum: Number(first) * scale.factor, maximum: Number(second) * scale.factor, ...named };
}

function scaleOf(written: string, unit: FieldUnit | undefined): { factor: number; name?: string } | undefined {
  if (written === '') return { factor: 1 };
  if (unit === 'squareMetres') {
    const [, name, factor] = AREA_UNITS.find(([pattern]) => pattern.test(written)) ?? [];
    if (name === undefined || factor === undefined) return undefined;
    return name === 'squareMetres' ? { factor } : { factor, name };
  }
  return unit && OTHER_UNITS[unit]?.test(written) ? { factor: 1 } : undefined;
}
