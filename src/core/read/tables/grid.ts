/** What a cell holds. A number with a unit or a percent sign is text: `35%`. A date is `2023-02-01`. Empty is null. */
export type GridCell = string | number | boolean | null;

/** Columns beyond this are no plan's; an empty table may not take all memory. */
export const MOST_COLUMNS = 1024;

export interface GridRow {
  /** As a person counts it, from 1. */
  number: number;
  cells: readonly GridCell[];
}

/** Cells merged into one: rows by their numbers, columns from 0, both ends included. The first cell holds the value. */
export interface Merge {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

/** A sheet of cells as its file has it, in the order of its rows; rows without anything may be left out. */
export interface Grid {
  rows: readonly GridRow[];
  merges: readonly Merge[];
}

/** Whether a cell holds anything but blanks. */
export function isFilled(cell: GridCell | undefined): boolean {
  return cell !== null && cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');
}

/** How many cells of a row hold anything. */
export function filledCount(cells: readonly GridCell[]): number {
  return cells.filter(isFilled).length;
}

/** A cell's text on one line; empty where it holds none. */
export function textOfCell(cell: GridCell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).replace(/\s+/g, ' ').trim();
}

/** Whether a cell holds a number, be it with a sign, a unit or as a range. */
export function isNumeric(cell: GridCell | undefined): boolean {
  return (
    typeof cell === 'number' || (typeof cell === 'string' && /^\s*[≤≥<>=≦≧~约+-]*\s*[\d.]/.test(cell.normalize('NFKC')))
  );
}
