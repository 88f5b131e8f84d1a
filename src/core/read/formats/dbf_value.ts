/**
 * How one cell was read. asterisks: empty as GDAL writes it, or a number that did not fit. cut: its last character was cut off.
 * elsewhere: it stands in a memo file, or in a form that is not read.
 */
export interface DbfCell {
  value: unknown;
  note?: 'asterisks' | 'cut' | 'elsewhere';
}

/** What a table's dialect and encoding mean for its cells. */
export interface DbfDialect {
  /** dBASE 7 writes whole numbers and reals so that they sort as bytes. */
  isLevel7: boolean;
  textOf: (cell: Uint8Array) => string;
}

const MILLISECONDS_A_DAY = 86_400_000;
/** Julian day of 1970-01-01. */
const EPOCH_JULIAN_DAY = 2_440_588;
const BLANK: DbfCell = { value: null };

/**
 * The value of a cell by its column's type: C text, N and F numbers as text, D date, L yes or no, I and + whole numbers, O, B and Y
 * reals, T and @ times as Visual FoxPro writes them, M, G, P and old B a place in a memo file, which is not read.
 */
export function readDbfCell(type: string, cell: Uint8Array, dialect: DbfDialect): DbfCell {
  switch (type) {
    case 'I':
    case '+':
      if (cell.length === 4) return { value: wholeOf(cell, dialect) };
      break;
    case 'O':
    case 'B':
    case 'Y':
      if (cell.length === 8) return realOf(type, cell, dialect);
      if (type === 'B') return memoOf(cell, dialect);
      break;
    case '@':
    case 'T':
      if (cell.length === 8) return timeOf(cell, dialect);
      break;
    case 'M':
    case 'G':
    case 'P':
      return memoOf(cell, dialect);
  }
  const decoded = dialect.textOf(cell).replace(/\0+/g, '');
  const isCut = decoded.endsWith('\ufffd');
  const text = (isCut ? decoded.slice(0, -1) : decoded).trim();
  if (text === '') return BLANK;
  switch (type) {
    case 'N':
    case 'F': {
      if (/^\*+$/.test(text)) return { value: null, note: 'asterisks' };
      const number = Number(text);
      return { value: Number.isFinite(number) ? number : text };
    }
    case 'L':
      return { value: /^[tTyY]/.test(text) ? true : /^[fFnN]/.test(text) ? false : null };
    case 'D':
      if (/^0+$/.test(text)) return BLANK;
      return { value: /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text };
    default:
      return { value: text, ...(isCut && { note: 'cut' as const }) };
  }
}

function viewOf(cell: Uint8Array): DataView {
  return new DataView(cell.buffer, cell.byteOffset, cell.byteLength);
}

function isEmpty(cell: Uint8Array): boolean {
  return cell.every((byte) => byte === 0x20) || cell.every((byte) => byte === 0);
}

function wholeOf(cell: Uint8Array, { isLevel7 }: DbfDialect): number | null {
  if (!isLevel7) return cell.every((byte) => byte === 0x20) ? null : viewOf(cell).getInt32(0, true);
  return isEmpty(cell) ? null : (viewOf(cell).getUint32(0, false) ^ 0x80000000) | 0;
}

function realOf(type: string, cell: Uint8Array, { isLevel7 }: DbfDialect): DbfCell {
  if (type === 'Y') return { value: Number(viewOf(cell).getBigInt64(0, true)) / 10_000 };
  if (!isLevel7) return finite(viewOf(cell).getFloat64(0, true));
  if (isEmpty(cell)) return BLANK;
  // Sorted as bytes: the sign is turned round, and for a negative number all other bits are too.
  const turned = cell.map((byte, index) => ((cell[0] ?? 0) & 0x80 ? (index === 0 ? byte ^ 0x80 : byte) : byte ^ 0xff));
  return finite(viewOf(turned).getFloat64(0, false));
}

function finite(number: number): DbfCell {
  return Number.isFinite(number) ? { value: number } : BLANK;
}

function timeOf(cell: Uint8Array, { isLevel7 }: DbfDialect): DbfCell {
  if (isEmpty(cell)) return BLANK;
  if (isLevel7) return { value: null, note: 'elsewhere' };
  // Visual FoxPro: a Julian day and the milliseconds of the day.
  const view = viewOf(cell);
  const days = view.getInt32(0, true) - EPOCH_JULIAN_DAY;
  const milliseconds = days * MILLISECONDS_A_DAY + view.getInt32(4, true);
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? BLANK : { value: time.toISOString().slice(0, 19) };
}

function memoOf(cell: Uint8Array, { textOf }: DbfDialect): DbfCell {
  const isBlank = isEmpty(cell) || /^[\0 0]*$/.test(textOf(cell));
  return isBlank ? BLANK : { value: null, note: 'elsewhere' };
}
