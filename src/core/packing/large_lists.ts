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
/** How they are read where no row need be made. */
export interface RowAccess {
  /** Reads a field by the record's place in the list; undefined where the records on the way to it are not all in one column. */
  reader(path: readonly string[]): ((place: number) => unknown) | undefined;
  /** Of a map: the key of the record at a place. */
  keyAt?(place: number): string;
}

const places = new WeakMap<object, RowPlaces>();
const accesses = new WeakMap<object, RowAccess>();
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
export function noteRows(list: object, of: RowPlaces, access: RowAccess): void {
  places.set(list, of);
  accesses.set(list, access);
  columnsHere.add(of.column);
}

/** Whether a list or a map of this thread reads from a column: its bytes are then not to be handed over. */
export function isRead(column: RecordColumn): boolean {
  return columnsHere.has(column);
}

/**
 * Reads one field of many records by their place: what goes through all of a million rows should not make them.
 * @param path names of the records within the record and, last, of the field
 */
export function fieldReader(list: readonly object[], ...path: string[]): (place: number) => unknown {
  return accesses.get(list)?.reader(path) ?? ((place) => valueIn(list[place], path));
}

/** The same of a map's records, by their key. `place` is where the record is looked for first. */
export function entryReader(
  map: ReadonlyMap<string, object>,
  ...path: string[]
): (key: string, place: number) => unknown {
  const access = accesses.get(map);
  const read = access?.reader(path);
  const keyAt = access?.keyAt;
  if (!read || !keyAt) return (key) => valueIn(map.get(key), path);
  const rowCount = places.get(map)?.column.rowCount ?? 0;
  let rows: Map<string, number> | undefined;
  return (key, place) => {
    if (place < rowCount && keyAt(place) === key) return read(place);
    if (!rows) {
      rows = new Map();
      // Of two with one key the later stands.
      for (let row = 0; row < rowCount; row += 1) rows.set(keyAt(row), row);
    }
    const row = rows.get(key);
    return row === undefined ? undefined : read(row);
  };
}

function valueIn(record: object | undefined, path: readonly string[]): unknown {
  let value: unknown = record;
  for (const name of path) value = (value as Record<string, unknown> | undefined)?.[name];
  return value;
}
