import type { Manifest } from '../../core/plan/types.ts';
import type { Messages } from '../../messages/index.ts';
import { type CellValue, csvLines, roundedForTable, writeCsv } from '../../sheet/plot_csv.ts';
import { saveFile } from '../clipboard.ts';
import { PLOT_COLUMNS, type PlotColumn, type PlotRow } from './plot_rows.ts';

export type PlotFile = 'csv' | 'xlsx';

/** Rows in one part of a file. */
const ROWS_AT_ONCE = 500;

/** Called after each part, so that a page does something else in between. */
type Pause = () => Promise<void>;

/** The rows as cells under their headings: in square metres and unrounded, for programs that reckon on. */
export async function tableOfPlots(
  rows: readonly PlotRow[],
  words: Messages['browse'],
  pause: Pause,
): Promise<CellValue[][]> {
  const head = ['landUseCode', 'declaredGfa', ...PLOT_COLUMNS] as const;
  const order = [...head].sort((a, b) => place(a) - place(b));
  const cell = (row: PlotRow, column: (typeof head)[number]): CellValue =>
    column === 'compliance' ? row.compliance && words.classes[row.compliance] : row[column];
  return [
    order.map((column) => words.csv[column]),
    ...(await inParts(rows, (row) => order.map((column) => cell(row, column)), pause)),
  ];
}

async function inParts<Row, Made>(rows: readonly Row[], make: (row: Row) => Made, pause: Pause): Promise<Made[]> {
  const made: Made[] = [];
  for (const row of rows) {
    made.push(make(row));
    if (made.length % ROWS_AT_ONCE === 0) await pause();
  }
  return made;
}

/** Saves a table of plots; resolves to the file's name. */
export async function savePlotTable(
  kind: PlotFile,
  table: readonly CellValue[][],
  { id, version }: Manifest,
  words: Messages['browse'],
  pause: Pause,
): Promise<string> {
  const file = `${id}-${words.table.fileName}-${version}.${kind}`;
  if (kind === 'csv') saveFile(file, await csvParts(table, pause), 'text/csv;charset=utf-8');
  else {
    const [heading = [], ...rows] = table;
    // Loaded when it is asked for, with the archiver that packs it.
    const { WORKBOOK_TYPE, writeWorkbook } = await import('../../sheet/workbook.ts');
    const rounded = (value: CellValue): CellValue => (typeof value === 'number' ? roundedForTable(value) : value);
    const readable = await inParts(rows, (cells) => cells.map(rounded), pause);
    const sheet = { name: words.table.fileName, heading: heading.map(String), rows: readable };
    saveFile(file, new Uint8Array(await writeWorkbook([sheet], pause)), WORKBOOK_TYPE);
  }
  return file;
}

async function csvParts(table: readonly CellValue[][], pause: Pause): Promise<string[]> {
  const parts: string[] = [];
  for (let start = 0; start < table.length; start += ROWS_AT_ONCE) {
    const rows = table.slice(start, start + ROWS_AT_ONCE);
    parts.push(start === 0 ? writeCsv(rows) : csvLines(rows));
    await pause();
  }
  return parts;
}

/** What stands in files only, and the column it stands before. */
const BEFORE = { landUseCode: 'landUse', declaredGfa: 'gfaCapacity' } as const;

/** Otherwise a file has the table's order. */
function place(column: keyof typeof BEFORE | PlotColumn): number {
  return column === 'landUseCode' || column === 'declaredGfa'
    ? PLOT_COLUMNS.indexOf(BEFORE[column]) - 0.5
    : PLOT_COLUMNS.indexOf(column);
}
