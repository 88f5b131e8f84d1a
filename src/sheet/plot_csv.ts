/** A value of a table cell: numbers stay numbers, absent values are empty cells. */
export type CellValue = string | number | undefined;

/** read: the decimals that are read, for a person's table. exact: all of them, for a table that is to be read again. */
export type CsvDecimals = 'read' | 'exact';

const BYTE_ORDER_MARK = '\ufeff';
/** A spreadsheet takes a text that begins like this for a formula and may run it; a Chinese one the full-width signs too. */
const FORMULA_START = /^[=+\-@＝＋－＠\t\r\n|%]/;

/** Digits a spreadsheet would take for a number and lose a part of: a land-use code's leading zero, more than 15 digits. */
const CODE = /^(0\d+|\d{16,})$/;

/** From here on two decimals are read, below four: areas are large and told to 0.01 m², a FAR or a share is small. */
const LARGE = 100;

/** A number as a reader of the table needs it; what lies beyond is noise of measuring. */
export function roundedForTable(value: number): number {
  // Adding zero makes a rounded -0 a plain one.
  return Number(value.toFixed(Math.abs(value) >= LARGE ? 2 : 4)) + 0;
}

function roundedText(value: number): string {
  return Number.isFinite(value) ? String(roundedForTable(value)) : '';
}

/**
 * A cell's text. A code of digits becomes the constant formula `="0902"`: of all forms it alone is kept as the text 0902 by
 * Excel, WPS and LibreOffice alike, in an opened file and in pasted cells. Quotes around it are ignored there, and an apostrophe
 * or a tab before it stays in the cell. Nothing but digits ever goes into such a formula. Other text is defused: an apostrophe keeps a spreadsheet from reading text as a formula. Numbers need none. */
function cellText(value: CellValue, decimals: CsvDecimals): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return decimals === 'exact' ? String(value) : roundedText(value);
  if (CODE.test(value)) return `="${value}"`;
  return FORMULA_START.test(value.trimStart()) || FORMULA_START.test(value) ? `'${value}` : value;
}

/**
 * Rows as a CSV file that Excel opens with Chinese intact: UTF-8 with a byte order mark, CRLF, quotes where they are needed
 * (RFC 4180). Numbers have a decimal point. Codes keep their zeros. Text that would be run as a formula
 * is defused.
 */
export function writeCsv(rows: readonly (readonly CellValue[])[], decimals: CsvDecimals = 'read'): string {
  return BYTE_ORDER_MARK + csvLines(rows, decimals);
}

/** The lines alone: what follows the first part of a file that is written in parts. */
export function csvLines(rows: readonly (readonly CellValue[])[], decimals: CsvDecimals = 'read'): string {
  const lines = rows.map((row) =>
    row
      .map((value) => {
        const text = cellText(value, decimals);
        return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      })
      .join(','),
  );
  return `${lines.join('\r\n')}\r\n`;
}

/**
 * Rows as tab-separated text for pasting into a spreadsheet; tabs and line ends inside a cell become spaces. A spreadsheet takes
 * a quote for a quoted cell's start only where the cell begins with it.
 */
export function writeTsv(rows: readonly (readonly CellValue[])[]): string {
  const cell = (value: CellValue): string => {
    const text = cellText(value, 'read').replace(/[\t\r\n]+/g, ' ');
    return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n');
}
