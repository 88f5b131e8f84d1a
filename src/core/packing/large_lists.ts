import type { Column, RecordColumn } from './column.ts';

/** Lists shorter than this cross between threads as they are. */
export const LARGE_COUNT = 2000;
/** How deep lists are looked for: a plan's layers lie at four (`reading.candidate.layers.plots`). */
export const LARGE_LIST_DEPTH = 5;

/** Whether a value has a list or a map that is packed before it goes to another thread. Asked first: most plans are small and need no packing. */
export function hasLargeList(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length >= LARGE_COUNT;
  if (value instanceof Map) return value.size >= LARGE_COUNT;
  if (ArrayBuffer.isView(value)) return false;
  return depth < LARGE_LIST_DEPTH && Object.values(value).some((field) => hasLargeList(field, depth + 1));
}

/** Where the rows of a list or a map stand. */
export interface RowPlaces {
  column: RecordColumn;
  /** Which rows of the column, in the list's order; absent: all of them. */
  rows?: Uint32Array;
  /** Of a map. */
  keys?: Column;
}

const places = new WeakMap<object, RowPlaces>();
const columnsHere = new WeakSet<RecordColumn>();

/** The column a list or map reads all its rows from; undefined for one of plain objects and for a part of another list. */
export function columnOf(list: object): RecordColumn | undefined {
  const known = places.get(list);
  return known?.rows ? undefined : known?.column;
}

/** The same of any list of rows. */
export function rowPlacesOf(list: object): RowPlaces | undefined {
  return places.get(list);
}

/** Notes where the rows of a list or a map stand. */
export function noteRows(list: object, of: RowPlaces): void {
  places.set(list, of);
  columnsHere.add(of.column);
}

/** Whether a list or a map of this thread reads from a column: its bytes are then not to be handed over. */
export function isRead(column: RecordColumn): boolean {
  return columnsHere.has(column);
}
