import { LAYERS } from '../../plan/fields.ts';
import { LAND_USE_CLASSES } from '../../plan/land_use.ts';
import { matchField } from '../../plan/match_field.ts';
import { readNumber } from './read_number.ts';

/** What a line of lettering says: the name of a field as a planner writes it, and its value as it stands there. */
export interface TextField {
  field: string;
  value: string;
}

const SIGN = '(?:≤|≥|≦|≧|<=|>=|<|>)';
const WORD_SIGN = '(?:不大于|不超过|不高于|不小于|不低于)';
const WITH_MARK = /^([^:=]{1,16}?)\s*[:=]\s*(.+)$/;
const WITH_SIGN = new RegExp(String.raw`^([^\d≤≥≦≧<>=:]{1,16}?)\s*(${SIGN}|${WORD_SIGN})\s*(\d.*)$`);
const WITH_NUMBER = /^([^\d≤≥≦≧<>=:]{2,16}?)\s*(\d.*)$/;

/** Single letters control plans write for an indicator; those of shares only before a percentage. */
const LETTERS: Readonly<Record<string, { field: string; needsPercent?: true }>> = {
  R: { field: '容积率' },
  H: { field: '限高' },
  D: { field: '建筑密度', needsPercent: true },
  M: { field: '建筑密度', needsPercent: true },
  G: { field: '绿地率', needsPercent: true },
};

/**
 * The field a line of lettering states by itself: `容积率:2.5`, `容积率≤2.5`, `R=2.5`, `FAR 2.5`, `限高24米`, `H≤24m`, `18F`.
 * Undefined for a bare number and for everything else that could mean several things.
 */
export function fieldOfText(text: string): TextField | undefined {
  const plain = text.normalize('NFKC').trim();
  const floors = /^(\d{1,3})(?:F|层)$/i.exec(plain)?.[1];
  if (floors !== undefined) return { field: '层数', value: floors };
  const marked = WITH_MARK.exec(plain);
  if (marked) return stated(marked[1] ?? '', marked[2] ?? '', true);
  const signed = WITH_SIGN.exec(plain);
  if (signed) return stated(signed[1] ?? '', `${signed[2]}${signed[3]}`, true);
  const bare = WITH_NUMBER.exec(plain);
  return bare ? stated(bare[1] ?? '', bare[2] ?? '', false) : undefined;
}

function stated(name: string, value: string, isMarked: boolean): TextField | undefined {
  const key = name.trim();
  const letter = Object.hasOwn(LETTERS, key.toUpperCase()) ? LETTERS[key.toUpperCase()] : undefined;
  const isLetterMeant = isMarked && letter && (!letter.needsPercent || value.includes('%'));
  const field = isLetterMeant ? letter.field : key;
  const match = matchField('plots', field);
  if (!match || match.how === 'guessed') return undefined;
  if (match.to === 'id') return isMarked ? { field: '地块编号', value: value.trim() } : undefined;
  const spec = LAYERS.plots.fields.get(match.to);
  if (spec?.kind !== 'number' && spec?.kind !== 'integer') return isMarked ? { field, value: value.trim() } : undefined;
  const reading = readNumber(value, spec.unit);
  // Feet are passed on, so that they are told and not lost among the lettering.
  if (reading.kind === 'words') return undefined;
  return reading.kind === 'fault' && reading.reason !== 'feet' ? undefined : { field, value: value.trim() };
}

/** The field all lettering of a CAD layer is of, where the layer is named after one: 地块编号, 容积率标注, RJL. */
export function fieldOfLayerName(name: string): string | undefined {
  const bare = name
    .normalize('NFKC')
    .replace(/标注|注记|文字|指标|(?:^|[-_ ])(?:text|txt|anno)(?=$|[-_ ])/gi, '')
    .replace(/^[-_\s]+|[-_\s]+$/g, '');
  for (const word of [bare, ...bare.split(/[-_ ]/)]) {
    const match = word.length < 2 ? undefined : matchField('plots', word);
    // 用地面积 is also a name of layers that hold outlines, but only their lettering is asked about here.
    if (match && match.how !== 'guessed' && match.to !== 'name') return match.to === 'id' ? '地块编号' : word;
  }
  return undefined;
}

const CODES = new Set(LAND_USE_CLASSES.map(({ code }) => code).filter((code) => /\d/.test(code) && code.length > 1));

/** Whether a text is a land-use code of the 2023 guide (four or six digits) or of GB 50137 (a letter and up to two digits), or M0. */
export function isLandUseCode(text: string): boolean {
  const code = text.normalize('NFKC').trim().toUpperCase();
  if (/^\d+$/.test(code))
    return code.length >= 4 && (CODES.has(code) || (code.length === 6 && CODES.has(code.slice(0, 4))));
  return CODES.has(code) || /^(?:[RABMWSUG]\d{1,2}|E[12]\d?)$/.test(code);
}

const DASH = '[-—–_]';
const NUMBER = new RegExp(
  String.raw`^[A-Z\u4e00-\u9fff]{0,8}\d{0,4}[A-Z]?(?:${DASH}[A-Z\u4e00-\u9fff]{1,3}){0,2}(?:${DASH}[A-Z\u4e00-\u9fff]{0,3}\d{1,4}[A-Z]?){1,4}$`,
  'i',
);
/** A letter and digits without a dash: A01; also DN300 and R15, so that it counts only where nothing better is there. */
const SHORT_NUMBER = /^[A-Z]{1,4}\d{2,4}[A-Z]?$/i;

/** A plot's number as it stands in a text, or undefined: `A-01-02`, `CA01-03`, `地块A-01`; never a date, a range or a code. */
export function plotNumberIn(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^地块(?:编号|号)?\s*:?\s*/, '')
    .replace(/\s*地块$/, '');
  if (plain.length > 24 || !/\d/.test(plain) || !NUMBER.test(plain)) return undefined;
  const steps = plain.split(new RegExp(DASH));
  if (steps.every(isLandUseCode)) return undefined;
  const isDate = /^(?:19|20)\d\d$/.test(steps[0] ?? '') && steps.every((step) => /^\d+$/.test(step));
  if (isDate) return undefined;
  // 24-36 and 24-36m are ranges; 01-05 and 3-2-1 are numbers.
  const isRange = steps.length === 2 && /^[1-9]\d*$/.test(steps[0] ?? '') && /^[1-9]\d*[A-Z]?$/i.test(steps[1] ?? '');
  return isRange ? undefined : plain;
}

/** What may be a plot's number where a whole layer has no better: `A01`. */
export function shortPlotNumberIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  return SHORT_NUMBER.test(plain) && !isLandUseCode(plain) ? plain : undefined;
}
