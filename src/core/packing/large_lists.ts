import type { RecordColumn } from './column.ts';

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

const columns = new WeakMap<object, RecordColumn>();

/** The column a list or map of rows reads from; undefined for one of plain objects. */
export function columnOf(rows: object): RecordColumn | undefined {
  return columns.get(rows);
}

/** Notes which column a list or map of rows reads from. */
export function noteColumn(rows: object, column: RecordColumn): void {
  columns.set(rows, column);
}
