import { isLandUseCodeOf, landUseCodesNamed } from '../../plan/land_use_names.ts';
import type { LandUseScheme } from '../../plan/types.ts';

/** What a cell says of a plot's land use. */
export interface LandUseText {
  code?: string;
  /** The scheme the code's form belongs to. */
  scheme?: LandUseScheme;
  name?: string;
  /** The cell names several classes (R2/B1): its text whole, the first of them first. */
  several?: true;
}

const LETTERED = String.raw`[RABMWSUGHE]\d{0,2}`;
const NUMBERED = String.raw`\d{2}(?:\d{2}){0,2}`;
const CODE = `(?:${LETTERED}|${NUMBERED})`;
const BARE = new RegExp(`^${CODE}$`, 'i');
const BEFORE_NAME = new RegExp(String.raw`^(${CODE})(?![\dA-Za-z])[\s:：\-—–_.、,(\[【]*(\p{Script=Han}.*)$`, 'iu');
const BEHIND_NAME = new RegExp(
  String.raw`^(\p{Script=Han}.*?)[\s:：\-—–_.、,]*[(\[【]?\s*(?<![\dA-Za-z])(${CODE})\s*[)\]】]?$`,
  'iu',
);
const BETWEEN = String.raw`\s*[/+、,;&|兼和与或及]+\s*`;
const SEVERAL = new RegExp(`^${CODE}(?:${BETWEEN}${CODE})+$`, 'i');
/** B1B2 and R2B1; a letter begins the next code. */
const RUN_TOGETHER = /^(?:[RABMWSUG]\d{1,2}){2,}$/i;

/** No cell says so much of it; of longer texts the patterns would try every way to take them apart. */
const LONGEST_TEXT = 100;

/**
 * Reads what a cell says of the land use: a code, a name, or both in either order (`R2 二类居住用地`, `工业用地（M1）`). Text that is
 * neither is a name. Codes of the 1990 standard (C2, T1) are none of the schemes' and stay text.
 */
export function landUseIn(text: string): LandUseText {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return {};
  if (plain.length > LONGEST_TEXT) return { name: plain };
  if (BARE.test(plain)) return codeOf(plain) ?? { name: plain };
  if (SEVERAL.test(plain) || RUN_TOGETHER.test(plain)) {
    const first = codeOf(new RegExp(`^(?:${LETTERED}|${NUMBERED})`, 'i').exec(plain)?.[0] ?? '');
    return first ? { ...first, code: plain.toUpperCase(), several: true } : { name: plain };
  }
  const before = BEFORE_NAME.exec(plain);
  if (before) {
    const code = codeOf(before[1] ?? '');
    const name = (before[2] ?? '').replace(/[)\]】]\s*$/, '').trim();
    if (code && isName(name, code)) return { ...code, name };
  }
  const behind = BEHIND_NAME.exec(plain);
  if (behind) {
    const code = codeOf(behind[2] ?? '');
    const name = (behind[1] ?? '').trim();
    if (code && isName(name, code)) return { ...code, name };
  }
  return { name: plain };
}

/** A numbered code must be one of the guide's, or lie under one: 10号 and 2025年 begin with digits too. */
function codeOf(text: string): { code: string; scheme: LandUseScheme } | undefined {
  const code = text.toUpperCase();
  if (isLandUseCodeOf('local', code)) return { code, scheme: 'local' };
  if (/^[A-Z]/.test(code)) return { code, scheme: 'gb50137-2011' };
  const isKnown = [2, 4, 6].some(
    (length) => length <= code.length && isLandUseCodeOf('guide-2023', code.slice(0, length)),
  );
  return isKnown ? { code, scheme: 'guide-2023' } : undefined;
}

/** A single letter or two digits are a code beside the name of a class only: A地块 and 10号地 are none. */
function isName(name: string, { code }: { code: string }): boolean {
  if (landUseCodesNamed(name).length > 0) return true;
  const isShort = /^[A-Z]$/.test(code) || /^\d{2}$/.test(code);
  return !isShort && /(?:地|用地|水域|水面|林|场|绿化|道路)$/.test(name.replace(/\(.*\)$/, ''));
}
