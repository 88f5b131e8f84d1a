import type { Manifest } from '../../core/plan/types.ts';
import type { Messages } from '../../messages/index.ts';
import { type CellValue, roundedForTable, writeCsv } from '../../sheet/plot_csv.ts';
import { saveFile } from '../clipboard.ts';
import { PLOT_COLUMNS, type PlotColumn, type PlotRow } from './plot_rows.ts';

export type PlotFile = 'csv' | 'xlsx';

/** The rows as cells under their headings: in square metres and unrounded, for programs that reckon on. */
export function tableOfPlots(rows: readonly PlotRow[], words: Messages['browse']): CellValue[][] {
  const head = ['landUseCode', 'declaredGfa', ...PLOT_COLUMNS] as const;
  const order = [...head].sort((a, b) => place(a) - place(b));
  const cell = (row: PlotRow, column: (typeof head)[number]): CellValue =>
    column === 'compliance' ? row.compliance && words.classes[row.compliance] : row[column];
  return [order.map((column) => words.csv[column]), ...rows.map((row) => order.map((column) => cell(row, column)))];
}

/** Saves a table of plots; resolves to the file's name. */
export async function savePlotTable(
  kind: PlotFile,
  [heading = [], ...rows]: readonly CellValue[][],
  { id, version }: Manifest,
  words: Messages['browse'],
): Promise<string> {
  const file = `${id}-${words.table.fileName}-${version}.${kind}`;
  if (kind === 'csv') saveFile(file, writeCsv([heading, ...rows]), 'text/csv;charset=utf-8');
  else {
    // Loaded when it is asked for, with the archiver that packs it.
    const { WORKBOOK_TYPE, writeWorkbook } = await import('../../sheet/workbook.ts');
    const readable = rows.map((cells) =>
      cells.map((value) => (typeof value === 'number' ? roundedForTable(value) : value)),
    );
    const sheet = { name: words.table.fileName, heading: heading.map(String), rows: readable };
    saveFile(file, new Uint8Array(await writeWorkbook([sheet])), WORKBOOK_TYPE);
  }
  return file;
}

/** What stands in files only, and the column it stands before. */
const BEFORE = { landUseCode: 'landUse', declaredGfa: 'gfaCapacity' } as const;

/** Otherwise a file has the table's order. */
function place(column: keyof typeof BEFORE | PlotColumn): number {
  return column === 'landUseCode' || column === 'declaredGfa'
    ? PLOT_COLUMNS.indexOf(BEFORE[column]) - 0.5
    : PLOT_COLUMNS.indexOf(column);
}
