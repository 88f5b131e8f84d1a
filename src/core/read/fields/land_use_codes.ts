import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';

/** The classification guide of 2023 numbers its classes, GB 50137-2011 has letters before its digits. */
const GUIDE_CODE = /^\d{2}(?:\d{2}){0,2}$/;
const STANDARD_CODE = /^[A-Z]\d{0,2}[a-z]?$/;
const LOWER_CASE_CODE = /^[a-z]\d{1,2}$/;
/** A code that a spreadsheet took for a number has lost its zero: 902 is 0902. */
const CODE_WITHOUT_ZERO = /^[1-9](?:\d{2}|\d{4})$/;

/** What a spreadsheet makes of a long number or of 9E02: digits may be lost. */
export function isScientific(value: unknown): boolean {
  return typeof value === 'string' && /^\s*\d(?:\.\d+)?E\+\d{1,3}\s*$/i.test(value.normalize('NFKC'));
}

/** A land-use code as its scheme writes it, and what was mended. */
export function readLandUseCode(value: unknown): {
  code: unknown;
  mended?: 'code-lost-zero' | 'code-case' | 'code-scientific';
} {
  if (typeof value !== 'string' && !(typeof value === 'number' && Number.isFinite(value))) return { code: value };
  const text = String(value).normalize('NFKC').trim();
  // 9.02E+02 is the number 902: a code of four digits has kept them all.
  const digits = isScientific(text) ? String(Number(text)) : '';
  if (/^\d{3,6}$/.test(digits))
    return { code: digits.length % 2 === 1 ? `0${digits}` : digits, mended: 'code-scientific' };
  if (CODE_WITHOUT_ZERO.test(text)) return { code: `0${text}`, mended: 'code-lost-zero' };
  if (LOWER_CASE_CODE.test(text)) return { code: text.toUpperCase(), mended: 'code-case' };
  return { code: text };
}

/** Names the scheme of a source's codes where the source does not and all its codes are of one; tells where they are of two. */
export function setLandUseScheme(features: readonly SoundFeature[], log: DiagnosticLog): void {
  let numbered: string | undefined;
  let lettered: string | undefined;
  let isAllKnown = true;
  for (const { properties } of features) {
    if (typeof properties.landUseScheme === 'string' && properties.landUseScheme !== '') return;
    const code = properties.landUseCode;
    if (code === undefined || code === null || code === '') continue;
    if (typeof code === 'string' && GUIDE_CODE.test(code)) numbered ??= code;
    else if (typeof code === 'string' && STANDARD_CODE.test(code)) lettered ??= code;
    else isAllKnown = false;
  }
  if (numbered !== undefined && lettered !== undefined) {
    const data = { field: 'landUseCode', found: numbered, other: lettered };
    log.add({ code: 'land-use-mixed', severity: 'warning', layer: 'plots', data });
    return;
  }
  if (!isAllKnown || (numbered ?? lettered) === undefined) return;
  const scheme = numbered === undefined ? 'gb50137-2011' : 'guide-2023';
  for (const { properties } of features)
    if (typeof properties.landUseCode === 'string' && properties.landUseCode !== '') properties.landUseScheme = scheme;
}
