import { BOOKKEEPING_FIELDS, LAYERS } from '../../plan/fields.ts';
import { matchField, unitBehind, unitInFieldName } from '../../plan/match_field.ts';
import { LAYER_IDS } from '../../plan/types.ts';
import { coordinateColumnOf } from './coordinate_columns.ts';

/** A column's name as a heading says it, taken apart. */
export interface ColumnName {
  name: string;
  unit?: string;
}

const UPPER = /^(?:上限|最大值?|最高|不大于|不高于|max(?:imum)?|upper)$/i;
const LOWER = /^(?:下限|最小值?|最低|不小于|不低于|min(?:imum)?|lower)$/i;
const AT_MOST = /[≤≦<＜]=?/;
const AT_LEAST = /[≥≧>＞]=?/;
const LAST_BRACKETS = /\s*[（(【[]([^（）()[\]【】]*)[）)\]】]\s*$/;

/**
 * A heading's text without its unit and with its sign as a word: `面积（亩）` is 面积 in 亩, `绿地率（≥%）` is 绿地率下限 in %,
 * `容积率≤` is 容积率上限. Brackets that hold anything else stay.
 */
export function columnNameOf(text: string): ColumnName {
  let name = text.trim();
  let unit: string | undefined;
  let end = '';
  for (;;) {
    const inner = LAST_BRACKETS.exec(name);
    const sign = inner ? undefined : /\s*([≤≥≦≧]|[<>＜＞]=?|不大于|不高于|不超过|不小于|不低于)\s*$/.exec(name);
    if (sign) {
      end = endOfSign(sign[1] ?? '');
      name = name.slice(0, sign.index);
      continue;
    }
    if (!inner) {
      const behind = unit === undefined ? unitBehind(name) : undefined;
      if (!behind || !isKnownColumn(behind.name)) break;
      ({ name, unit } = behind);
      continue;
    }
    if (inner.index === 0) break;
    const said = inner[1] ?? '';
    const rest = said.replace(AT_MOST, '').replace(AT_LEAST, '').trim();
    const stated = rest === '' ? undefined : unitInFieldName(`(${rest})`);
    if (rest !== '' && stated === undefined) break;
    unit ??= stated;
    end ||= endOfSign(said);
    name = name.slice(0, inner.index);
  }
  if (end !== '' && !/上限|下限|最大|最小|max|min/i.test(name)) name += end;
  return { name, ...(unit !== undefined && { unit }) };
}

function endOfSign(text: string): string {
  if (AT_MOST.test(text)) return '上限';
  return AT_LEAST.test(text) ? '下限' : '';
}

/** A word that says which end of the control above it a column holds, in the dictionary's word; the text itself where it is none. */
export function endWordOf(text: string): string {
  if (UPPER.test(text)) return '上限';
  return LOWER.test(text) ? '下限' : text;
}

/** Whether a word says which end of a control a column holds: 上限, 下限 and their like. */
export function isEndWord(text: string): boolean {
  return UPPER.test(text) || LOWER.test(text);
}

const known = new Map<string, boolean>();
const MOST_REMEMBERED = 5000;

/** Whether a name is one that is understood, in whatever layer. */
export function isKnownColumn(name: string): boolean {
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  const isKnown =
    name !== '' &&
    (BOOKKEEPING_FIELDS.includes(name) ||
      coordinateColumnOf(name) !== undefined ||
      LAYER_IDS.some((layer) => LAYERS[layer].fields.has(name) || matchField(layer, name) !== undefined));
  if (known.size < MOST_REMEMBERED) known.set(name, isKnown);
  return isKnown;
}

/** Whether a name is that of a feature's own number in some layer. */
export function isNumberColumn(name: string): boolean {
  return BOOKKEEPING_FIELDS.includes(name) || LAYER_IDS.some((layer) => matchField(layer, name)?.to === 'id');
}
