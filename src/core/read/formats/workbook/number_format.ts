import { unitInFieldName } from '../../../plan/match_field.ts';
import { scaledExactly } from '../../fields/read_number.ts';
import type { GridCell } from '../../tables/grid.ts';

/** What a cell's number format makes of a number. */
export type NumberFormat =
  | { kind: 'plain' }
  | { kind: 'percent' }
  | { kind: 'date' }
  /** A code with leading zeros: `0000`. */
  | { kind: 'digits'; length: number }
  /** A unit written behind it: `0.00"亩"`. */
  | { kind: 'unit'; unit: string };

/** Built-in formats (ECMA-376 part 1, 18.8.30), with those of East Asian dates. */
const BUILT_IN_PERCENTS = new Set([9, 10]);
const BUILT_IN_DATES: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** @param code of the format where the workbook has one of its own */
export function numberFormatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (BUILT_IN_PERCENTS.has(id)) return { kind: 'percent' };
    return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) ? { kind: 'date' } : { kind: 'plain' };
  }
  const [positive = ''] = code.split(';');
  const literal = /(?:"([^"]*)"|\\(.))\s*(?:_.)?\s*$/.exec(positive);
  const signs = positive.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (signs.includes('%')) return { kind: 'percent' };
  // `[h]:mm` counts hours and is in brackets.
  if (/[ymdhs]/i.test(signs.replace(/general/i, ''))) return { kind: 'date' };
  const unit = unitInFieldName(`(${(literal?.[1] ?? literal?.[2] ?? '').trim()})`);
  if (unit !== undefined) return { kind: 'unit', unit };
  const zeros = /^\s*(0{2,})\s*$/.exec(signs)?.[1];
  return zeros === undefined ? { kind: 'plain' } : { kind: 'digits', length: zeros.length };
}

const DAY_MILLISECONDS = 86_400_000;
/** Day 0 as spreadsheets count from 1900 (they take 1900 for a leap year), and from 1904. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;

/** A number as its format shows it, as far as that says more than the number. */
export function formattedCell(value: number, format: NumberFormat, from1904: boolean): GridCell {
  switch (format.kind) {
    case 'percent':
      return `${scaledExactly(value, 100)}%`;
    case 'digits':
      return Number.isInteger(value) && value >= 0 ? String(value).padStart(format.length, '0') : value;
    case 'unit':
      return `${value}${format.unit}`;
    case 'date':
      return dateOfSerial(value + (from1904 ? DAYS_TO_1904 : 0)) ?? value;
    default:
      return value;
  }
}

/** The day a spreadsheet's serial number means, `2023-02-01`, with its time where it has one; undefined beyond the calendar. */
export function dateOfSerial(serial: number): string | undefined {
  if (!(serial >= 1 && serial < 2_958_466)) return undefined;
  const day = Math.floor(serial);
  const date = new Date(DAY_ZERO + (day + (day < 60 ? 1 : 0)) * DAY_MILLISECONDS).toISOString().slice(0, 10);
  const minutes = Math.round((serial - day) * 24 * 60);
  if (minutes === 0 || minutes >= 24 * 60) return date;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
