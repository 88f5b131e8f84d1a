import { type DiagnosticLog, excerptOf, pointerStep } from '../diagnostic_log.ts';
import type { SourceFormat, SourceLayer } from '../source.ts';
import { isNumberColumn } from './column_names.ts';
import { filledCount, type Grid, type GridCell, type GridRow, isFilled, type Merge, textOfCell } from './grid.ts';
import { findHeading, type Heading } from './heading.ts';

export interface TableOrigin {
  name: string;
  file: string;
  format: SourceFormat;
  encoding?: string | undefined;
  /** The sheet's name, where the file has several: pointers begin with it. */
  sheet?: string | undefined;
}

const TOTAL = /^(?:合计|小计|总计|总和|共计|累计|总用地|total|sub-?total|grandtotal|sum)(?:[（(:：].*)?$/i;
const REMARK =
  /^(?:注|备注|说明|附注|制表|填表|编制|审核|资料来源|数据来源|note|notes|source)(?:人|单位|日期)?\s*[:：1-9]/i;
/** Rows that are named when rows were left out. */
const NAMED_ROWS = 5;

/**
 * Makes a source of a sheet of cells: attributes to join, one feature a row. Rows that are no features (sums, remarks, titles of
 * sections, the heading printed again) are left out and told. Undefined where the sheet holds no table.
 */
export function sourceOfGrid(grid: Grid, origin: TableOrigin, log: DiagnosticLog): SourceLayer | undefined {
  const heading = findHeading(grid);
  if (!heading) return undefined;
  const place = origin.sheet === undefined ? '' : pointerStep(origin.sheet);
  const names = heading.columns.map(({ name }) => name);
  const units = heading.columns.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit] as const]));
  const below = grid.rows.slice(heading.to + 1);
  const cellsOf = mergedDown(below, grid.merges);
  const features: unknown[] = [];
  const numbers: number[] = [];
  const skipped: GridRow[] = [];
  for (const row of below) {
    if (filledCount(row.cells) === 0) continue;
    if (isNoFeature(row, heading, grid)) {
      skipped.push(row);
      continue;
    }
    const cells = cellsOf(row);
    const entries = names.flatMap((name, column) => (name === '' ? [] : [[name, cellValue(cells[column])] as const]));
    features.push({ type: 'Feature', geometry: null, properties: Object.fromEntries(entries) });
    numbers.push(row.number);
  }
  const [first] = skipped;
  if (first)
    log.add({
      code: 'table-rows-skipped',
      severity: 'info',
      pointer: `${place}/row/${first.number}`,
      data: {
        count: skipped.length,
        found: excerptOf(textOfCell(first.cells.find(isFilled))),
        rows: skipped.slice(0, NAMED_ROWS).map(({ number }) => String(number)),
      },
    });
  return {
    name: origin.name,
    file: origin.file,
    format: origin.format,
    features,
    pointerOf: (index) => `${place}/row/${numbers[index] ?? index + 1}`,
    isTable: true,
    ...(origin.encoding !== undefined && { encoding: origin.encoding }),
    ...(units.length > 0 && { fieldUnits: Object.fromEntries(units) }),
  };
}

/** Text stays text: a code's leading zeros count. An apostrophe before a number or a formula's sign is how spreadsheets keep it text. */
function cellValue(cell: GridCell | undefined): GridCell {
  if (typeof cell !== 'string') return cell ?? null;
  const text = (/^="(.*)"$/.exec(cell)?.[1] ?? cell).trim().replace(/^['’](?=[\d=+\-@＝＋－＠|%])/, '');
  return text === '' ? null : text;
}

function isNoFeature(row: GridRow, { from, to, columns }: Heading, { rows, merges }: Grid): boolean {
  const filled = row.cells.flatMap((cell, column) => (isFilled(cell) ? [{ text: textOfCell(cell), column }] : []));
  const [first, second] = filled;
  if (!first) return true;
  const isTotal = [first, second].some((cell) => cell && TOTAL.test(cell.text.replace(/\s/g, '')));
  if (isTotal || (filled.length <= 2 && REMARK.test(first.text))) return true;
  const own = columns.findIndex(({ name }) => isNumberColumn(name));
  if (filled.length === 1) {
    const span = merges.find(({ fromRow, fromColumn }) => fromRow === row.number && fromColumn === first.column);
    const width = span ? span.toColumn - span.fromColumn + 1 : 1;
    // The title of a section, or a remark, is written over the table's width.
    if (width > 2 && width * 2 >= columns.length) return true;
    // A lone text where no number stands: 一期 in a column of its own is merged down, not repeated.
    if (own >= 0 && first.column !== own && !merges.some((one) => reaches(one, row.number, own))) return true;
  }
  const titles = rows.slice(from, to + 1);
  const isRepeated = titles.some(({ cells }) => filled.every(({ text, column }) => textOfCell(cells[column]) === text));
  return isRepeated && filled.length > 1;
}

function reaches({ fromRow, toRow, fromColumn, toColumn }: Merge, row: number, column: number): boolean {
  return fromRow <= row && toRow >= row && fromColumn <= column && toColumn >= column;
}

/** A row's cells with what is merged down into them from the rows above: a phase's name stands for all its rows. */
function mergedDown(rows: readonly GridRow[], merges: readonly Merge[]): (row: GridRow) => readonly GridCell[] {
  const tall = merges.filter(({ fromRow, toRow }) => toRow > fromRow).sort((a, b) => a.fromRow - b.fromRow);
  const values = new Map<number, readonly GridCell[]>();
  const starts = new Set(tall.map(({ fromRow }) => fromRow));
  for (const { number, cells } of rows) if (starts.has(number)) values.set(number, cells);
  let started = 0;
  // A cell belongs to one of them; a broken file names thousands.
  const open = new Map<number, Merge>();
  return (row) => {
    while ((tall[started]?.fromRow ?? Number.POSITIVE_INFINITY) <= row.number) {
      const merge = tall[started];
      if (merge) open.set(merge.fromColumn, merge);
      started += 1;
    }
    for (const [column, { toRow }] of open) if (toRow < row.number) open.delete(column);
    if (open.size === 0) return row.cells;
    const cells = [...row.cells];
    for (const { fromRow, fromColumn } of open.values()) {
      if (fromRow === row.number || isFilled(cells[fromColumn])) continue;
      while (cells.length < fromColumn) cells.push(null);
      cells[fromColumn] = values.get(fromRow)?.[fromColumn] ?? null;
    }
    return cells;
  };
}
