import { unitInFieldName } from '../../plan/match_field.ts';
import { type ColumnName, columnNameOf, endWordOf, isEndWord, isKnownColumn, isNumberColumn } from './column_names.ts';
import { filledCount, type Grid, type GridRow, isFilled, isNumeric, type Merge, textOfCell } from './grid.ts';

export interface Heading {
  /** Indices into the grid's rows, both ends included. */
  from: number;
  to: number;
  /** By column; an empty name for a column without one. */
  columns: readonly ColumnName[];
}

/** A heading stands among the first rows, and is no higher than this. */
const ROWS_LOOKED_AT = 40;
const MOST_HEADING_ROWS = 4;

/**
 * Finds the heading of a table: below titles, of one row or of several (容积率 over 上限 and 下限; a row of units). Undefined where a
 * sheet holds no table.
 */
export function findHeading(grid: Grid): Heading | undefined {
  const { rows } = grid;
  const main = mainRowOf(rows);
  if (main === undefined) return undefined;
  let from = main;
  let to = main;
  while (from > 0 && to - from + 1 < MOST_HEADING_ROWS && isRowAbove(grid, from)) from -= 1;
  while (to - from + 1 < MOST_HEADING_ROWS && isRowBelow(grid, from, to)) to += 1;
  return { from, to, columns: columnsOf(grid, from, to) };
}

/** The row with the most names that are understood; where none is, the first as wide as the widest. */
function mainRowOf(rows: readonly GridRow[]): number | undefined {
  const first = rows.slice(0, ROWS_LOOKED_AT);
  let best: number | undefined;
  let bestCount = 1;
  for (const [index, { cells }] of first.entries()) {
    const names = new Set(cells.filter(isFilled).map((cell) => columnNameOf(textOfCell(cell)).name));
    const count = [...names].filter(isKnownColumn).length;
    if (count > bestCount) [best, bestCount] = [index, count];
  }
  if (best !== undefined) return best;
  const width = Math.max(0, ...first.map(({ cells }) => filledCount(cells)));
  const at = first.findIndex(({ cells }) => filledCount(cells) === width);
  return width < 2 || !isTextOnly(first[at]) ? undefined : at;
}

function isTextOnly(row: GridRow | undefined): boolean {
  return row?.cells.every((cell) => !isFilled(cell) || (typeof cell === 'string' && !isNumeric(cell))) ?? false;
}

/** A row of group titles, not the title of the whole: it has several cells, and some of its names reach into the heading. */
function isRowAbove({ rows, merges }: Grid, from: number): boolean {
  const above = rows[from - 1];
  const own = rows[from];
  if (!above || !own || !isTextOnly(above) || filledCount(above.cells) < 2) return false;
  if (merges.some(({ fromRow, toRow }) => fromRow <= above.number && toRow >= own.number)) return true;
  return above.cells.some(
    (cell, column) => isKnownColumn(columnNameOf(textOfCell(cell)).name) && !isFilled(own.cells[column]),
  );
}

function isRowBelow({ rows, merges }: Grid, from: number, to: number): boolean {
  const above = rows[to];
  const below = rows[to + 1];
  if (!above || !below || filledCount(below.cells) === 0) return false;
  const heading = rows.slice(from, to + 1);
  const isReachedInto = merges.some(
    ({ fromRow, toRow }) => fromRow >= (heading[0]?.number ?? 0) && fromRow <= above.number && toRow >= below.number,
  );
  if (isReachedInto) return true;
  const filled = below.cells.flatMap((cell, column) => (isFilled(cell) ? [{ text: textOfCell(cell), column }] : []));
  // The plot's own number has nothing below its title but numbers.
  const ownNumber = above.cells.findIndex((cell) => isNumberColumn(columnNameOf(textOfCell(cell)).name));
  if (ownNumber >= 0 && filled.some(({ column }) => column === ownNumber)) return false;
  return filled.every(
    ({ text, column }) => isEndWord(text) || isUnit(text) || (isGroup(heading, merges, column) && !isNumeric(text)),
  );
}

/** A cell that holds a unit and nothing else, in brackets or not: （公顷）, %. */
const UNIT_ALONE = /^[（([]?\s*([^（）()[\]]+?)\s*[）)\]]?$/;

function isUnit(text: string): boolean {
  const inner = UNIT_ALONE.exec(text)?.[1];
  return inner !== undefined && (unitInFieldName(`(${inner})`) !== undefined || /^(?:\/|-|—|无)$/.test(inner));
}

/** Whether a column lies under a title that spans several, by a merge or by the empty cells beside it. */
function isGroup(heading: readonly GridRow[], merges: readonly Merge[], column: number): boolean {
  const last = heading.at(-1);
  if (!last) return false;
  const isMerged = merges.some(
    ({ fromRow, toRow, fromColumn, toColumn }) =>
      toColumn > fromColumn &&
      fromColumn <= column &&
      toColumn >= column &&
      fromRow <= last.number &&
      toRow >= last.number,
  );
  if (merges.length > 0) return isMerged;
  return column > 0 && !isFilled(last.cells[column]) && last.cells.slice(0, column).some(isFilled);
}

function columnsOf(grid: Grid, from: number, to: number): ColumnName[] {
  const rows = grid.rows.slice(from, to + 1);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const parts = Array.from({ length: width }, (_, column) => partsOf(rows, grid.merges, column));
  const last = parts.map((list) => columnNameOf(list.at(-1) ?? '').name);
  const taken = new Set<string>();
  return parts.map((list) => {
    const { name, unit } = composed(list, last);
    let unique = name;
    for (let count = 2; unique !== '' && taken.has(unique); count += 1) unique = `${name} (${count})`;
    taken.add(unique);
    return { name: unique, ...(unit !== undefined && { unit }) };
  });
}

/** The texts of a column's heading from above, those of merged cells in each row they reach into, equal ones once. */
function partsOf(rows: readonly GridRow[], merges: readonly Merge[], column: number): string[] {
  const parts: string[] = [];
  for (const [index, row] of rows.entries()) {
    const merge = merges.find(
      (one) =>
        one.fromRow <= row.number && one.toRow >= row.number && one.fromColumn <= column && one.toColumn >= column,
    );
    let text = textOfCell(
      merge ? rows.find(({ number }) => number === merge.fromRow)?.cells[merge.fromColumn] : row.cells[column],
    );
    // Without merges a group's title stands over its first column alone.
    const isUnderGroup =
      merges.length === 0 && text === '' && rows.slice(index + 1).some(({ cells }) => isFilled(cells[column]));
    if (isUnderGroup) text = textOfCell(row.cells.slice(0, column).filter(isFilled).at(-1));
    if (text !== '' && text !== parts.at(-1)) parts.push(text);
  }
  return parts;
}

/** What any field may have: under a field's title it is that field's. */
const GENERIC = /^(?:名称|代码|编码|编号|面积|高度|宽度|类型|说明|备注)$/;

/** One name of a column's parts: as much of them from below as is understood. */
function composed(parts: readonly string[], lastOfAll: readonly string[]): ColumnName {
  let unit: string | undefined;
  const names: string[] = [];
  for (const part of parts) {
    if (names.length > 0 && isUnit(part)) {
      unit = unitInFieldName(`(${UNIT_ALONE.exec(part)?.[1] ?? ''})`) ?? unit;
      continue;
    }
    const one = columnNameOf(part);
    unit = one.unit ?? unit;
    names.push(endWordOf(one.name));
  }
  const last = names.at(-1) ?? '';
  for (let start = 0; start < names.length; start += 1) {
    const name = names.slice(start).join('');
    const isShared = start === names.length - 1 && lastOfAll.filter((other) => other === last).length > 1;
    // 名称 under 用地性质 is not the plot's name.
    const belongsAbove = GENERIC.test(name) && names.slice(0, start).some(isKnownColumn);
    if (isKnownColumn(name) && !isShared && !belongsAbove) return { name, ...(unit !== undefined && { unit }) };
  }
  // What nobody understands is kept, and saved again, as it is written.
  const [only, more] = parts;
  if (only !== undefined && more === undefined) return { name: only };
  return { name: names.join(''), ...(unit !== undefined && { unit }) };
}
