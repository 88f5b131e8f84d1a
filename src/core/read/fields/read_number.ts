import type { FieldUnit } from '../../plan/fields.ts';

/** What a number's text says, in the dictionary's unit. `unit` is the one it was written in where that is another, `limit` what a sign before it makes of it. */
export type NumberReading =
  | { kind: 'number'; value: number; unit?: string; limit?: 'minimum' | 'maximum' }
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
/** Whether a text is a way of leaving a cell empty. */
export function isNothing(text: string): boolean {
  return NOTHING.has(text.normalize('NFKC').trim());
}

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
  percent: /^(?:%|百分比)$/,
  floors: /^(?:层|f)$/i,
  spaces: /^(?:个|辆|泊位|车位)$/,
  people: /^(?:人)$/,
  companies: /^(?:家|个)$/,
};
const FEET = /^(?:ft|feet|foot|英尺|'|′|sqft|平方英尺)$/i;

const AT_MOST = '(?:≤|<=|≦|<|不大于|不超过|不高于)';
const AT_LEAST = '(?:≥|>=|≧|>|不小于|不低于)';
const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const SIGN_BEFORE = new RegExp(`^(?:(${AT_MOST})|(${AT_LEAST})|约|=)\\s*`);
const WORD_BEHIND = /(?:(及?以下|以内)|(及?以上))$/;
const ONE_OR_TWO = new RegExp(
  String.raw`^(${NUMBER})\s*(?:([^\d\s~〜至到—–-]{0,6})\s*[-~〜至到—–]+\s*(\d+\.?\d*|\.\d+))?\s*([^\d\s].*)?$`,
  'i',
);
/** `1.0≤R≤2.5` */
const BETWEEN = new RegExp(
  String.raw`^(${NUMBER})\s*([^\d\s≤<≦]{0,6})\s*(?:≤|<=|≦|<)\s*[^\d\s≤<≦=]{1,8}\s*(?:≤|<=|≦|<)\s*(${NUMBER})\s*([^\d\s].*)?$`,
  'i',
);
const DIGITS_WITH_COMMAS = /\d[\d,]*(?:\.\d+)?/g;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * Reads a number as planners write it: full-width digits, thousands separators, `≤2.5`, `2.5以下`, `1.0-2.5`, `1.0≤R≤2.5`, `24米`,
 * `35%`, areas in 亩, 公顷, km², 万m². Feet are a fault: they are never taken for metres. So is a comma that may be a decimal point.
 * @param unit of the field, as the dictionary has it
 * @param statedUnit what the heading says of the column
 */
export function readNumber(text: string, unit: FieldUnit | undefined, statedUnit?: string): NumberReading {
  const plain = text.normalize('NFKC').trim();
  if (isNothing(plain)) return { kind: 'nothing' };
  const digits = withoutCommas(plain, unit);
  if (digits === undefined) return { kind: 'fault', reason: 'unreadable' };
  const between = BETWEEN.exec(digits);
  const before = between ? null : SIGN_BEFORE.exec(digits);
  const behind = between || before ? null : WORD_BEHIND.exec(digits);
  const bare = digits.slice(before?.[0].length ?? 0, digits.length - (behind?.[0].length ?? 0)).trim();
  const match = between ?? ONE_OR_TWO.exec(bare);
  if (!match) return { kind: 'fault', reason: 'unreadable' };
  const [, first = '', unitOfFirst = '', second, written = ''] = match;
  if (second !== undefined && unitOfFirst !== '' && unitOfFirst !== written.trim())
    return { kind: 'fault', reason: 'unreadable' };
  const named = (written || statedUnit || '').normalize('NFKC').trim();
  const scale = scaleOf(named, unit);
  if (scale === undefined) return { kind: 'fault', reason: FEET.test(named) ? 'feet' : 'unreadable' };
  const inUnit = scale.name === undefined ? {} : { unit: scale.name };
  const ends = [first, second ?? first].map((one) => scaledExactly(Number(one), scale.factor)).sort((a, b) => a - b);
  const [minimum = Number.NaN, maximum = Number.NaN] = ends;
  if (second !== undefined) return { kind: 'range', minimum, maximum, ...inUnit };
  const isMost = before?.[1] !== undefined || behind?.[1] !== undefined;
  const isLeast = before?.[2] !== undefined || behind?.[2] !== undefined;
  return {
    kind: 'number',
    value: minimum,
    ...inUnit,
    ...(isMost && { limit: 'maximum' }),
    ...(isLeast && { limit: 'minimum' }),
  };
}

/** A product without the noise of binary fractions: 0.29 × 100 is 29. */
export function scaledExactly(value: number, factor: number): number {
  if (factor === 1) return value;
  const rounded = Math.round(value * factor * 1e9) / 1e9;
  return Number.isFinite(rounded) ? rounded : value * factor;
}

/** Commas between thousands are dropped; undefined where one may stand for a decimal point. A ratio or a percentage has no thousands. */
function withoutCommas(plain: string, unit: FieldUnit | undefined): string | undefined {
  if (!plain.includes(',')) return plain;
  let isClear = unit !== 'ratio' && unit !== 'percent';
  const digits = plain.replace(DIGITS_WITH_COMMAS, (token) => {
    if (token.includes(',') && !THOUSANDS.test(token)) isClear = false;
    return token.replaceAll(',', '');
  });
  return isClear ? digits : undefined;
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
