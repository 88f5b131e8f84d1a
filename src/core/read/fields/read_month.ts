import { dateOfSerial } from '../formats/workbook/number_format.ts';

/** A year and a month as planners write them: `2023年2月`, `2023/2`, `2023.02`, `202302`, `2023-02-01`, with a time behind it or not. */
const WRITTEN = /^(\d{4})\s*(?:[-/.年])\s*(\d{1,2})\s*(?:月(?:份)?\s*(?:\d{1,2}\s*日?)?|[-/.]\s*\d{1,2}(?:[T\s].*)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(?:\d{2})?$/;
/** Days as a spreadsheet counts them, from 1955 to 2119: no year and no compact date lies among them. */
const SERIAL = /^\d{5}$/;

/** The month a value means as `YYYY-MM`, and whether it was a spreadsheet's count of days; undefined where it is none. */
export function readMonth(value: unknown): { month: string; isSerial?: true } | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).normalize('NFKC').trim();
  if (SERIAL.test(text)) {
    const serial = Number(text);
    const month = serial >= 20_000 && serial <= 80_000 ? dateOfSerial(serial)?.slice(0, 7) : undefined;
    return month === undefined ? undefined : { month, isSerial: true };
  }
  const [, year, month] = WRITTEN.exec(text) ?? COMPACT.exec(text) ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  return { month: `${year}-${month.padStart(2, '0')}` };
}
