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
