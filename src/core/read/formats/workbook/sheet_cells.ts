import { type Grid, type GridCell, type GridRow, type Merge, MOST_COLUMNS } from '../../tables/grid.ts';
import { scanXml } from '../../xml/scan_xml.ts';
import { formattedCell, type NumberFormat } from './number_format.ts';

/** What all sheets of a workbook have in common. */
export interface SheetContext {
  strings: readonly string[];
  /** By the index a cell names. */
  formats: readonly NumberFormat[];
  /** Dates are counted from 1904. */
  from1904: boolean;
}

export interface SheetCells extends Grid {
  /** Formulas whose result the program that wrote the file did not write. */
  uncalculated: string[];
  /** Cells that hold an error: `#REF!`. */
  errors: string[];
  hiddenRowCount: number;
  /** Cells to the right of the last column that is looked at. */
  cutCount: number;
}

const MOST_MERGES = 100_000;

/**
 * Reads a worksheet: results of formulas, dates, percentages as they are shown, shared and inline text.
 * @throws {XmlFault} where it is not well-formed
 */
export function readSheetCells(bytes: Uint8Array, { strings, formats, from1904 }: SheetContext): SheetCells {
  const rows: GridRow[] = [];
  const merges: Merge[] = [];
  const result: SheetCells = { rows, merges, uncalculated: [], errors: [], hiddenRowCount: 0, cutCount: 0 };
  let cells: GridCell[] = [];
  let rowNumber = 0;
  let column = -1;
  let type = 'n';
  let format: NumberFormat | undefined;
  let text = '';
  let hasFormula = false;
  let hasValue = false;
  let isRead = false;
  let phonetic = 0;
  const endCell = () => {
    if (hasFormula && !hasValue) result.uncalculated.push(cellName(rowNumber, column));
    const value = hasValue ? cellValue() : null;
    if (value === null) return;
    if (column >= MOST_COLUMNS) result.cutCount += 1;
    else {
      while (cells.length < column) cells.push(null);
      cells[column] = value;
    }
  };
  const cellValue = (): GridCell => {
    switch (type) {
      case 's':
        return strings[Number(text)] ?? null;
      case 'str':
      case 'inlineStr':
        return unescaped(text);
      case 'b':
        return text.trim() === '1' || text.trim() === 'true';
      case 'e':
        result.errors.push(cellName(rowNumber, column));
        return null;
      case 'd':
        return text.trim().replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
      default: {
        const number = Number(text);
        if (text.trim() === '') return null;
        if (!Number.isFinite(number)) return text;
        return format ? formattedCell(number, format, from1904) : number;
      }
    }
  };
  scanXml(bytes, {
    open(name, attributes) {
      switch (name) {
        case 'row':
          rowNumber = positive(attributes.r) ?? rowNumber + 1;
          column = -1;
          cells = [];
          if (isTrue(attributes.hidden)) result.hiddenRowCount += 1;
          break;
        case 'c':
          column = columnOf(attributes.r) ?? column + 1;
          type = attributes.t ?? 'n';
          format = formats[Number(attributes.s ?? 0)];
          text = '';
          hasFormula = false;
          hasValue = false;
          break;
        case 'f':
          hasFormula = true;
          break;
        case 'v':
        case 't':
          isRead = phonetic === 0;
          hasValue ||= isRead;
          break;
        case 'rPh':
          phonetic += 1;
          break;
        case 'mergeCell': {
          const merge = mergeOf(attributes.ref);
          if (merge && merges.length < MOST_MERGES) merges.push(merge);
          break;
        }
      }
    },
    text(piece) {
      if (isRead) text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') isRead = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c') endCell();
      else if (name === 'row' && cells.length > 0) rows.push({ number: rowNumber, cells });
    },
  });
  return result;
}

/**
 * The texts cells refer to by their index.
 * @throws {XmlFault}
 */
export function readSharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  let text = '';
  let isRead = false;
  let phonetic = 0;
  scanXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') isRead = phonetic === 0;
    },
    text(piece) {
      if (isRead) text += piece;
    },
    close(name) {
      if (name === 't') isRead = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

/** Characters XML cannot hold are written `_x000D_`, and such a text itself `_x005F_x000D_`. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** Whether an attribute says yes (xsd:boolean). */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** Column of `AB12`, from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Za-z]{1,3})/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A cell as a person calls it: `AB12`. */
function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

function mergeOf(reference: string | undefined): Merge | undefined {
  const [from, to] = (reference ?? '').split(':');
  const row = (cell: string | undefined) => positive(/(\d+)$/.exec(cell ?? '')?.[1]);
  const [fromRow, toRow, fromColumn, toColumn] = [row(from), row(to), columnOf(from), columnOf(to)];
  if (fromRow === undefined || toRow === undefined || fromColumn === undefined || toColumn === undefined) return;
  return { fromRow, toRow, fromColumn, toColumn };
}
