/** A value of a table cell: numbers stay numbers, absent values are empty cells. */
export type CellValue = string | number | undefined;

const BYTE_ORDER_MARK = '\ufeff';
/** A spreadsheet takes a text that begins like this for a formula and may run it; a Chinese one the full-width signs too. */
const FORMULA_START = /^[=+\-@＝＋－＠\t\r\n|%]/;

/** A cell's text, defused: an apostrophe keeps a spreadsheet from reading text as a formula. Numbers need none. */
function cellText(value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return FORMULA_START.test(value.trimStart()) || FORMULA_START.test(value) ? `'${value}` : value;
}

/**
 * Rows as a CSV file that Excel opens with Chinese intact: UTF-8 with a byte order mark, CRLF, quotes where they are needed
 * (RFC 4180). Numbers are written unrounded with a decimal point. Text that would be run as a formula is defused.
 */
export function writeCsv(rows: readonly (readonly CellValue[])[]): string {
  const lines = rows.map((row) =>
    row
      .map((value) => {
        const text = cellText(value);
        return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      })
      .join(','),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/**
 * Rows as tab-separated text for pasting into a spreadsheet; tabs and line ends inside a cell become spaces. A spreadsheet takes
 * a quote for a quoted cell's start only where the cell begins with it.
 */
export function writeTsv(rows: readonly (readonly CellValue[])[]): string {
  const cell = (value: CellValue): string => {
    const text = cellText(value).replace(/[\t\r\n]+/g, ' ');
    return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n');
}
