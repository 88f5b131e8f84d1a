import type { Store } from '../state/store.ts';

/**
 * The cells of a table's file are there together before it is written: of so many rows they are some hundred megabytes. Several times as
 * many are more than a page's memory, and a printed page of them is longer than any text may be.
 */
const MOST_ROWS = 500_000;

/** Whether so many rows are too many for one file; the person is then told. */
export function hasTooManyRows(count: number, store: Pick<Store, 'notify'>): boolean {
  if (count <= MOST_ROWS) return false;
  store.notify({ key: 'tooManyRows', data: { count, limit: MOST_ROWS } });
  return true;
}
