import type { SourceLayer } from '../source.ts';
import { filledCount, MOST_COLUMNS } from '../tables/grid.ts';
import { sourceOfGrid } from '../tables/table_source.ts';
import { decodeUtf8 } from '../text/decode_text.ts';
import type { FormatInput } from './format.ts';

/** A CSV's rows as attributes to join, pointers counting rows as a spreadsheet does. Never rejects for what is in the file. */
export async function openCsv({ main, log, choices }: FormatInput): Promise<SourceLayer[]> {
  const chosen = Object.hasOwn(choices, main.name) ? choices[main.name]?.encoding : undefined;
  const { text, encoding } = decode(main.bytes, chosen);
  let cutCount = 0;
  const split = splitRows(text);
  if ('openRow' in split) {
    log.add({
      code: 'csv-quote-open',
      severity: 'error',
      pointer: `/row/${split.openRow}`,
      data: { row: split.openRow },
    });
    return [];
  }
  const rows = split.rows.map((cells, index) => {
    if (cells.length > MOST_COLUMNS) cutCount += filledCount(cells.splice(MOST_COLUMNS));
    return { number: index + 1, cells };
  });
  if (cutCount > 0) log.add({ code: 'columns-cut', severity: 'warning', data: { sheet: main.name, count: cutCount } });
  const grid = { rows: rows.filter(({ cells }) => filledCount(cells) > 0), merges: [] };
  const source = sourceOfGrid(grid, { name: main.name, file: main.name, format: 'csv', encoding }, log);
  if (source) return [source];
  log.add({ code: 'table-heading-missing', severity: 'error', pointer: '/row/1', data: {} });
  return [];
}

function decode(bytes: Uint8Array, chosen: string | undefined): { text: string; encoding?: string } {
  const utf8 = decodeUtf8(bytes);
  if (!chosen && 'text' in utf8) return { text: utf8.text };
  const told = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'gb18030';
  for (const encoding of [chosen ?? told, told])
    try {
      return { text: new TextDecoder(encoding).decode(bytes), encoding };
    } catch {
      // A label nobody knows: the next one is tried.
    }
  return { text: '' };
}

/**
 * Splits by the separator that occurs most in the first lines; quotes keep separators and line ends, doubled quotes are one. Where a
 * quote is never closed, the row it opens in: the rest of the file would be one cell.
 */
function splitRows(text: string): { rows: string[][] } | { openRow: number } {
  const start = text.slice(0, 4000);
  const separator = [',', ';', '\t'].sort((a, b) => start.split(b).length - start.split(a).length)[0];
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isFormula = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else {
        isQuoted = false;
        if (isFormula) cell += '"';
      }
    } else if (sign === '"' && (cell === '' || cell === '=')) {
      isQuoted = true;
      // ="0902" keeps its quotes; written as a whole in quotes it has them doubled already.
      isFormula = cell === '=';
      if (isFormula) cell = '="';
    } else if (sign === separator || sign === '\n') {
      row.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
      cell = '';
      if (sign === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += sign;
  }
  if (isQuoted) return { openRow: rows.length + 1 };
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return { rows };
}
