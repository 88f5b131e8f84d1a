import type { Store } from '../state/store.ts';

/**
 * A table's file is made in one piece: so many rows are some hundred megabytes of text. Several times as many are longer than any text
 * may be, and their cells more than a page's memory.
 */
const MOST_ROWS = 500_000;

/** Whether so many rows are too many for one file; the person is then told. */
export function hasTooManyRows(count: number, store: Pick<Store, 'notify'>): boolean {
  if (count <= MOST_ROWS) return false;
  store.notify({ key: 'tooManyRows', data: { count, limit: MOST_ROWS } });
  return true;
}
