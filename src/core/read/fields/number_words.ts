import type { FieldUnit } from '../../plan/fields.ts';

/** Ways of leaving a cell empty, compared without case. */
const NOTHING: ReadonlySet<string> = new Set([
  '',
  '/',
  '//',
  '\\',
  '无',
  '/无',
  'null',
  '(null)',
  '<null>',
  '[null]',
  'none',
  'nil',
  'nan',
  'n/a',
  'n.a.',
  'n.a',
  '<空>',
  '空',
]);
const DASHES = /^[-‐‑‒–—―−─_~…. ]+$/;

/** Whether a text is a way of leaving a cell empty. */
export function isNothing(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return NOTHING.has(plain.toLowerCase()) || DASHES.test(plain);
}

/**
 * Words that stand where a number would, and say that there is none here: it is not settled, stands elsewhere, or nothing is limited.
 * A spreadsheet's faults say the same.
 */
const NO_NUMBER = [
  /^(?:暂|尚)?(?:待|未)(?:定|确定|明确|核定|核实|批|补充)?$/,
  /^(?:另|待)?(?:详)?(?:见|参见|参照|依据|按照?|以)(?:.*)?(?:图则|附图|附表|图纸|说明|文本|规范|规定|标准|方案|批复|合同|条件|要求|评审|论证|为准|执行)(?:.*)?$/,
  /^(?:按|保持|保留|维持|同|以)?现状(?:保留|不变|控制|为准)?$/,
  /^(?:暂|均)?(?:不(?:作|做|予|再)?|无|未作?|未做?)(?:限|限制|限定|控制|规定|要求|具体要求|具体规定|指标|上限|下限)(?:性?要求)?$/,
  /^(?:不适用|略|同上|同左|同前)$/,
  /^#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i,
];

/** Whether a text says in words that there is no number. */
export function saysNoNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return plain.length <= 20 && NO_NUMBER.some((pattern) => pattern.test(plain));
}

/** A mu is a fifteenth of a hectare. */
const MU_SQUARE_METRES = 2000 / 3;

type Unit = readonly [pattern: RegExp, name: string | undefined, factor: number];

/** Units by the dictionary's: what they are called in a report where they are another, and what one of them is. */
const UNITS: Partial<Record<FieldUnit, readonly Unit[]>> = {
  squareMetres: [
    [/^(?:亩|市亩|mu)$/i, 'mu', MU_SQUARE_METRES],
    [/^(?:公顷|ha|hectares?|hm2)$/i, 'hectares', 10_000],
    [/^(?:km2|sqkm|平方公里|平方千米)$/i, 'squareKilometres', 1_000_000],
    [/^(?:万m2|万平方米|万平米|万方|万平)$/i, 'tenThousandSquareMetres', 10_000],
    [/^(?:m2|m\^2|平方米|平米|平方|sqm|方)$/i, undefined, 1],
  ],
  metres: [
    [/^(?:m|米|metres?|meters?)$/i, undefined, 1],
    [/^(?:km|公里|千米|kilomet(?:re|er)s?)$/i, 'kilometres', 1000],
    [/^(?:cm|厘米|公分|centimet(?:re|er)s?)$/i, 'centimetres', 0.01],
    [/^(?:mm|毫米|millimet(?:re|er)s?)$/i, 'millimetres', 0.001],
  ],
  percent: [[/^(?:%|百分比)$/, undefined, 1]],
  floors: [[/^(?:层|f)$/i, undefined, 1]],
  spaces: [[/^(?:个|辆|泊位|车位|个车位|个泊位)$/, undefined, 1]],
  people: [
    [/^人$/, undefined, 1],
    [/^万人?$/, 'tenThousandPeople', 10_000],
    [/^千人$/, 'thousandPeople', 1000],
  ],
  companies: [[/^(?:家|个)$/, undefined, 1]],
};
const FEET = /^(?:ft|feet|foot|英尺|'|′|sqft|平方英尺)$/i;

/** Whether a written unit means feet, which are never taken for metres. */
export function isFeet(unit: string): boolean {
  return FEET.test(unit.trim());
}

/** What one of a written unit is in the dictionary's, and its name where it is another; undefined where it is none of it. */
export function scaleOf(written: string, unit: FieldUnit | undefined): { factor: number; name?: string } | undefined {
  if (written === '') return { factor: 1 };
  const [, name, factor] = (unit && UNITS[unit]?.find(([pattern]) => pattern.test(written))) || [];
  if (factor === undefined) return undefined;
  return name === undefined ? { factor } : { factor, name };
}
