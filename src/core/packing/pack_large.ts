import { buffersOf, type Column, type RecordColumn } from './column.ts';
import type { PlaceOf } from './column_parts.ts';
import { isRead, LARGE_COUNT, LARGE_LIST_DEPTH, rowPlacesOf } from './large_lists.ts';
import { packColumn } from './pack_column.ts';
import { valueAt } from './read_column.ts';
import { noteColumn, type Pause, placeOfRow, rowListOf, rowMapAtOnce, rowMapOf, rowsOf } from './rows.ts';

/** A list or a map that was taken out of a value, and where from: the same one may stand in several places. */
export interface Pack {
  paths: string[][];
  column: RecordColumn;
  /** Of a map. */
  keys?: Column;
  /** Of a list whose records are some of another list's: which. */
  rows?: Uint32Array;
}
/** A value whose large lists of records are columns. */
export interface Packed<Value> {
  /** The value, with an empty list in the place of each. */
  rest: Value;
  packs: Pack[];
}

/**
 * Takes the large lists of records and maps of records out of a value and packs them. Lists that are read from columns already are not packed again.
 * @param isLarge given: which others are packed
 */
export function packLarge<Value extends object>(
  value: Value,
  isLarge: (count: number) => boolean = (count) => count >= LARGE_COUNT,
): Packed<Value> {
  const packs = new Map<object, Pack>();
  const records = new Map<object, { column: RecordColumn; row: number }>();
  const placeOf: PlaceOf = (record) => records.get(record) ?? placeOfRow(record);

  function take(large: object, path: string[], pack: () => Omit<Pack, 'paths'>): unknown {
    let known = packs.get(large);
    if (!known) {
      known = { paths: [], ...pack() };
      packs.set(large, known);
    }
    known.paths.push(path);
    return [];
  }

  function visit(one: unknown, path: string[]): unknown {
    if (typeof one !== 'object' || one === null) return one;
    const places = rowPlacesOf(one);
    if (Array.isArray(one)) {
      if (places) return take(one, path, () => places);
      const [first] = one;
      if (!isRecord(first) || !(isLarge(one.length) || placeOfRow(first))) return one;
      const before = packs.get(one);
      if (before) return take(one, path, () => before);
      const some = someOf(one, placeOf);
      if (some) return take(one, path, () => some);
      const packed = packColumn(one, placeOf);
      if (packed.kind !== 'record') return one;
      noteRecords(one, packed, records);
      return take(one, path, () => ({ column: packed }));
    }
    if (one instanceof Map) {
      if (!places && (!isLarge(one.size) || !isRecord(one.values().next().value))) return one;
      const packed = places?.column ?? packColumn([...one.values()], placeOf);
      if (packed.kind !== 'record') return one;
      return take(one, path, () => ({ column: packed, keys: places?.keys ?? packColumn([...one.keys()]) }));
    }
    if (!isRecord(one) || path.length >= LARGE_LIST_DEPTH) return one;
    let copy: Record<string, unknown> | undefined;
    for (const [name, field] of Object.entries(one)) {
      const next = visit(field, [...path, name]);
      if (next === field) continue;
      copy ??= { ...one };
      copy[name] = next;
    }
    return copy ?? one;
  }

  const rest = visit(value, []) as Value;
  return { rest, packs: [...packs.values()] };
}

/** Notes where records went, and features' shapes: the evidence of many a finding is a plot's. */
function noteRecords(
  list: readonly object[],
  column: RecordColumn,
  records: Map<object, { column: RecordColumn; row: number }>,
): void {
  const shapes = column.fields.find(([name]) => name === 'geometry')?.[1];
  for (const [row, record] of list.entries()) {
    records.set(record, { column, row });
    if (shapes?.kind !== 'record') continue;
    const { geometry } = record as { geometry?: object };
    if (geometry) records.set(geometry, { column: shapes, row });
  }
}

/** Which records of a list that is packed already these are; undefined when they are not all of one. */
function someOf(list: readonly object[], placeOf: PlaceOf): Pick<Pack, 'column' | 'rows'> | undefined {
  const column = placeOf(list[0] ?? {})?.column;
  if (!column) return undefined;
  const rows = new Uint32Array(list.length);
  for (let index = 0; index < list.length; index += 1) {
    const known = placeOf(list[index] as object);
    if (known?.column !== column) return undefined;
    rows[index] = known.row;
  }
  return { column, rows };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Map) &&
    !ArrayBuffer.isView(value)
  );
}

/**
 * What `packLarge` took apart, put together in place; records are read from their columns as they are looked at, and take little memory.
 * @param pause called every few milliseconds, so that a page does something else in between
 */
export async function unpackAsRows<Value>({ rest, packs }: Packed<Value>, pause: Pause): Promise<Value> {
  for (const { paths, column, keys, rows } of packs)
    put(rest, paths, keys ? await rowMapOf(column, keys, pause) : await rowsOf(column, pause, rows));
  return rest;
}

/**
 * The same with the records as they were, for what goes through all of them again and again.
 * @param staysInColumns given: lists of so many that are read as rows nevertheless
 */
export function unpackAsObjects<Value>(
  { rest, packs }: Packed<Value>,
  staysInColumns: (count: number) => boolean = () => false,
): Value {
  for (const { paths, column, keys, rows } of packs) {
    const length = rows?.length ?? column.rowCount;
    if (staysInColumns(length)) {
      put(rest, paths, keys ? rowMapAtOnce(column, keys) : rowListOf(column, rows));
      continue;
    }
    const records = Array.from({ length }, (_, row) => valueAt(column, rows?.[row] ?? row));
    if (!keys && !rows) noteColumn(records, { column });
    put(rest, paths, keys ? new Map(records.map((record, row) => [valueAt(keys, row), record])) : records);
  }
  return rest;
}

function put(rest: unknown, paths: string[][], large: unknown): void {
  for (const path of paths) {
    const last = path.at(-1);
    let parent = rest;
    for (const name of path.slice(0, -1)) parent = (parent as Record<string, unknown>)[name];
    if (last !== undefined) (parent as Record<string, unknown>)[last] = large;
  }
}

/**
 * What can be handed over to another thread of a packed value, if nobody here needs it any more.
 * @param isSpent nor what lists of this thread read from
 */
export function transferablesOf({ packs }: Packed<unknown>, isSpent = true): ArrayBuffer[] {
  return [
    ...new Set(
      packs
        .filter(({ column }) => isSpent || !isRead(column))
        .flatMap(({ column, keys, rows }) => [
          ...buffersOf(column),
          ...(keys ? buffersOf(keys) : []),
          ...(rows ? [rows.buffer as ArrayBuffer] : []),
        ]),
    ),
  ];
}
