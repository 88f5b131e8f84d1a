import type { FieldUnit } from '../../plan/fields.ts';
import { isFeet, isNothing, saysNoNumber, scaleOf } from './number_words.ts';

/**
 * What a number's text says, in the dictionary's unit. `unit` is the one it was written in where that is another, `limit` what a sign
 * before it makes of it, `isQualified` that words or a mark beside it say more than the number. words: it says that there is no
 * number (待定, 详见图则, 不限).
 */
export type NumberReading =
  | { kind: 'number'; value: number; unit?: string; limit?: 'minimum' | 'maximum'; isQualified?: true }
  | { kind: 'range'; minimum: number; maximum: number; unit?: string; isQualified?: true }
  | { kind: 'nothing' }
  | { kind: 'words' }
  | { kind: 'fault'; reason: 'unreadable' | 'feet' };

const UNREADABLE: NumberReading = { kind: 'fault', reason: 'unreadable' };
const NO_MORE = '(?:大于|超过|高于|多于)';
const NO_LESS = '(?:小于|低于|少于)';
const NOT = '(?:不|不得|不应|不宜|不可|应不|须不|宜不)';
const AT_MOST = `(?:≤|<=|=<|≦|<|${NOT}${NO_MORE}|${NO_LESS}(?:或?等于)?|至多|最大|最高|最多)`;
const AT_LEAST = `(?:≥|>=|=>|≧|>|${NOT}${NO_LESS}|${NO_MORE}(?:或?等于)?|至少|最小|最低|最少)`;
const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const SIGN_BEFORE = new RegExp(`^(?:(${AT_MOST})|(${AT_LEAST})|=)\\s*`);
const WORD_BEHIND = /(?:(及?以下|以内|之内)|(及?以上))$/;
const ONE_OR_TWO = new RegExp(
  String.raw`^(${NUMBER})\s*(?:([^\d\s~〜至到—–-]{0,6})\s*[-~〜至到—–]+\s*(\d+\.?\d*|\.\d+))?\s*([^\d\s].*)?$`,
  'i',
);
/** `1.0≤R≤2.5` and `2.5≥R≥1.0` */
const BETWEEN = new RegExp(
  String.raw`^(${NUMBER})\s*([^\d\s≤<≦≥>≧]{0,6})\s*(?:(?:≤|<=|≦|<)\s*[^\d\s≤<≦=]{1,8}\s*(?:≤|<=|≦|<)|(?:≥|>=|≧|>)\s*[^\d\s≥>≧=]{1,8}\s*(?:≥|>=|≧|>))\s*(${NUMBER})\s*([^\d\s].*)?$`,
  'i',
);
/** The control's own name before a sign: `R≤2.5`, `H≤24m`; its name in words before the number too: `限高24米`. Shares have no letter of their own: D and G may be each other's. */
const NAME_BEFORE: Partial<Record<FieldUnit, RegExp>> = {
  ratio: /^(?:(?:R|FAR|容积率)\s*(?=[≤≥<>≦≧=])|容积率\s*[:为]?\s*(?=\d))/i,
  metres: /^(?:(?:H|限高|高度|建筑高度)\s*(?=[≤≥<>≦≧=])|(?:限高|高度|建筑高度)\s*[:为]?\s*(?=\d))/i,
};
/** About, provisionally, a mark that points to a remark: the number stands, and more is said of it. */
const ABOUT = /^(?:约|大约|近|暂定|建议|控制在)\s*/;
const ABOUT_BEHIND = /\s*(?:左右|\((?:地上|地上部分|计容|暂定|暂|建议|建议值|参考值?|预留|约)\)|[*※†])$/;
/** Signs that compatibility folding would make digits of: ① behind 2.5 is a remark's number, not a hundredth. */
const RAISED =
  /[\u00b9\u00b2\u00b3\u2070-\u2079\u2080-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]/;
const RAISED_BEHIND = /(?<=[\d)%])\s*[\u00b9\u2070-\u2079\u2460-\u2473\u24ea-\u24ff\u2776-\u2793]+\s*$/;
const SQUARED = /(?<=[mM米])[\u00b2]/g;
const DIGITS_WITH_COMMAS = /\d[\d,]*(?:\.\d+)?/g;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const SPACED_THOUSANDS = /^([1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?)(?![\d ]*\d)/;
/** `18层/54m`, `54米（18层）` */
const PARTED = /^([^/(、,;]+)[/(、,;]\s*([^/()、,;]+)\)?$/;
const WITH_UNIT = /\d\s*[^\d\s.]{1,3}$/;

/** No number is written longer; of longer texts the patterns would try every way to take them apart. */
const LONGEST_NUMBER = 200;

/**
 * Reads a number as planners write it: full-width digits, thousands separators, `≤2.5`, `2.5以下`, `1.0-2.5`, `1.0≤R≤2.5`, `24米`,
 * `35%`, `18层/54m`, areas in 亩, 公顷, km², 万m². Feet are a fault: they are never taken for metres. So is a comma that may be a decimal
 * point, and everything that may be two numbers.
 * @param unit of the field, as the dictionary has it
 * @param statedUnit what the heading says of the column
 */
export function readNumber(text: string, unit: FieldUnit | undefined, statedUnit?: string): NumberReading {
  if (text.trim().length > LONGEST_NUMBER) return UNREADABLE;
  if (isNothing(text)) return { kind: 'nothing' };
  const unmarked = text.trim().replace(SQUARED, '2').replace(RAISED_BEHIND, '');
  if (RAISED.test(unmarked)) return UNREADABLE;
  const plain = unmarked.normalize('NFKC').trim();
  const bare = plain.replace(ABOUT, '').replace(ABOUT_BEHIND, '');
  const isQualified = bare !== plain || unmarked !== text.trim().replace(SQUARED, '2');
  const reading = readPlain(bare, unit, statedUnit);
  if (reading.kind === 'fault' && saysNoNumber(plain)) return { kind: 'words' };
  return isQualified && (reading.kind === 'number' || reading.kind === 'range')
    ? { ...reading, isQualified: true }
    : reading;
}

function readPlain(plain: string, unit: FieldUnit | undefined, statedUnit: string | undefined): NumberReading {
  const digits = withoutSeparators(partOf(plain, unit), unit);
  if (digits === undefined) return UNREADABLE;
  const named = unit && NAME_BEFORE[unit];
  const unnamed = named ? digits.replace(named, '') : digits;
  const between = BETWEEN.exec(unnamed);
  const before = between ? null : SIGN_BEFORE.exec(unnamed);
  const behind = between || before ? null : WORD_BEHIND.exec(unnamed);
  const bare = unnamed.slice(before?.[0].length ?? 0, unnamed.length - (behind?.[0].length ?? 0)).trim();
  const match = between ?? ONE_OR_TWO.exec(bare);
  if (!match) return UNREADABLE;
  const [, first = '', unitOfFirst = '', second, written = ''] = match;
  if (second !== undefined && unitOfFirst !== '' && unitOfFirst !== written.trim()) return UNREADABLE;
  const inWords = (written || statedUnit || '').normalize('NFKC').trim();
  const scale = scaleOf(inWords, unit);
  if (scale === undefined) return { kind: 'fault', reason: isFeet(inWords) ? 'feet' : 'unreadable' };
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

/** Of storeys and metres in one cell the part that is in the field's unit. */
function partOf(plain: string, unit: FieldUnit | undefined): string {
  if (unit !== 'metres' && unit !== 'floors') return plain;
  const [, first = '', second = ''] = PARTED.exec(plain) ?? [];
  const parts = [first.trim(), second.trim()];
  if (!parts.every((part) => WITH_UNIT.test(part))) return plain;
  const isOf = (part: string, of: FieldUnit) => readPlain(part, of, undefined).kind === 'number';
  const other = unit === 'metres' ? 'floors' : 'metres';
  const own = parts.filter((part) => isOf(part, unit));
  const others = parts.filter((part) => isOf(part, other));
  return own.length === 1 && others.length === 1 ? (own[0] ?? plain) : plain;
}

/** Commas and spaces between thousands are dropped; undefined where a comma may stand for a decimal point. A ratio has no thousands. */
function withoutSeparators(plain: string, unit: FieldUnit | undefined): string | undefined {
  const hasThousands = unit !== 'ratio' && unit !== 'percent';
  const joined = hasThousands ? plain.replace(SPACED_THOUSANDS, (token) => token.replaceAll(' ', '')) : plain;
  if (!joined.includes(',')) return joined;
  let isClear = hasThousands;
  const digits = joined.replace(DIGITS_WITH_COMMAS, (token) => {
    if (token.includes(',') && !THOUSANDS.test(token)) isClear = false;
    return token.replaceAll(',', '');
  });
  return isClear ? digits : undefined;
}
