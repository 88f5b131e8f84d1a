import type { Column, RecordColumn } from './column.ts';
import { noteRows, type RowAccess, type RowPlaces } from './large_lists.ts';
import { valueAt } from './read_column.ts';

/**
 * Shapes are read as plain objects, in one piece: they are handed on to what copies them, and read point by point. Everything else of a row
 * is read field by field.
 */
const WHOLE_FIELDS: ReadonlySet<string> = new Set(['geometry', 'evidence', 'coordinates']);

type Read = (row: number) => unknown;

/** One row of a record column, as what a proxy stands for. */
class Row {
  readonly table: Table;
  readonly index: number;
  constructor(table: Table, index: number) {
    this.table = table;
    this.index = index;
  }
}

class Table {
  readonly fields = new Map<string, Read>();
  readonly column: RecordColumn;

  constructor(column: RecordColumn) {
    this.column = column;
    for (const [name, field] of column.fields) this.fields.set(name, readerOf(field, WHOLE_FIELDS.has(name)));
  }

  at(row: number): object | undefined {
    return this.column.present?.[row] === 0 ? undefined : new Proxy(new Row(this, row), ROW_HANDLER);
  }
}

/** By this a row tells where it stands. */
const PLACE = Symbol('place');

/** The column a row is read from, and which of its rows it is; undefined for any other object. */
export function placeOfRow(record: object): { column: RecordColumn; row: number } | undefined {
  const row = (record as { [PLACE]?: Row })[PLACE];
  return row && { column: row.table.column, row: row.index };
}

/** A row looks like the record it was: its fields can be listed, spread and written as JSON; it cannot be changed. */
const ROW_HANDLER: ProxyHandler<Row> = {
  get(target, key) {
    if (typeof key === 'symbol') return key === PLACE ? target : undefined;
    const { table, index } = target;
    const read = table.fields.get(key);
    // `toString` and its like, as any object has them.
    return read ? read(index) : Reflect.get(Object.prototype, key);
  },
  has: ({ table, index }, key) => typeof key === 'string' && table.fields.get(key)?.(index) !== undefined,
  ownKeys: ({ table, index }) => {
    const names: string[] = [];
    for (const [name, read] of table.fields) if (read(index) !== undefined) names.push(name);
    return names;
  },
  getOwnPropertyDescriptor({ table, index }, key) {
    const value = typeof key === 'string' ? table.fields.get(key)?.(index) : undefined;
    return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: false };
  },
  getPrototypeOf: () => Object.prototype,
  set: () => false,
  defineProperty: () => false,
  deleteProperty: () => false,
};

function readerOf(column: Column, isWhole: boolean): Read {
  if (isWhole) return (row) => valueAt(column, row);
  switch (column.kind) {
    case 'record': {
      const table = new Table(column);
      return (row) => table.at(row);
    }
    case 'list': {
      const { ends, present, items } = column;
      const read = readerOf(items, false);
      return (row) => {
        if (present?.[row] === 0) return undefined;
        const list: unknown[] = [];
        const end = ends[row + 1] ?? 0;
        for (let at = ends[row] ?? 0; at < end; at += 1) list.push(read(at));
        return list;
      };
    }
    case 'union': {
      const { which, places } = column;
      const options = column.options.map((option) => readerOf(option, false));
      return (row) => options[(which[row] ?? 0) - 1]?.(places[row] ?? 0);
    }
    default:
      return (row) => valueAt(column, row);
  }
}

/** Rows made between two pauses: some milliseconds. */
const ROWS_AT_ONCE = 20_000;

/** Lets whoever waits for the thread have it. */
export type Pause = () => Promise<void>;

/**
 * The records of a column as a list, each read only as far as it is looked at.
 * @param some the rows wanted, where they are not all of them
 */
export function rowListOf<Record = unknown>(column: RecordColumn, some?: Uint32Array): Record[] {
  const rows: unknown[] = [];
  for (const _ of fillList(rows, column, some));
  return rows as Record[];
}

/** The same with pauses. */
export async function rowsOf(column: RecordColumn, pause: Pause, some?: Uint32Array): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const _ of fillList(rows, column, some)) await pause();
  return rows;
}

/** The same as a map, by one of its fields. */
export function rowMapAtOnce<Record = unknown>(column: RecordColumn, keys: Column): Map<string, Record> {
  const map = new Map<string, unknown>();
  for (const _ of fillMap(map, column, keys));
  return map as Map<string, Record>;
}

/** The same with pauses. */
export async function rowMapOf(column: RecordColumn, keys: Column, pause: Pause): Promise<Map<string, unknown>> {
  const map = new Map<string, unknown>();
  for (const _ of fillMap(map, column, keys)) await pause();
  return map;
}

/** Yields every few milliseconds. */
function* fillList(rows: unknown[], column: RecordColumn, some: Uint32Array | undefined): Generator<undefined> {
  const table = new Table(column);
  const length = some?.length ?? column.rowCount;
  for (let row = 0; row < length; row += 1) {
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield undefined;
    rows.push(table.at(some?.[row] ?? row));
  }
  noteColumn(rows, { column, ...(some && { rows: some }) });
}

function* fillMap(map: Map<string, unknown>, column: RecordColumn, keys: Column): Generator<undefined> {
  const table = new Table(column);
  for (let row = 0; row < column.rowCount; row += 1) {
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield undefined;
    map.set(String(valueAt(keys, row)), table.at(row));
  }
  noteColumn(map, { column, keys });
}

/** Notes which column a list or a map of records reads from, or is the same as. */
export function noteColumn(list: object, of: RowPlaces): void {
  const { column, rows, keys } = of;
  const access: RowAccess = {
    reader(path) {
      const read = fieldOf(column, path);
      return read && rows ? (place) => read(rows[place] as number) : read;
    },
    ...(keys && { keyAt: (place: number) => String(valueAt(keys, place)) }),
  };
  noteRows(list, of, access);
}

function fieldOf(column: RecordColumn, path: readonly string[]): Read | undefined {
  let at: Column = column;
  for (const name of path) {
    if (at.kind !== 'record') return undefined;
    const field: Column | undefined = at.fields.find(([one]) => one === name)?.[1];
    if (!field) return () => undefined;
    at = field;
  }
  const found = at;
  return (row) => valueAt(found, row);
}
