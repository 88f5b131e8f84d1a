import { expect, test, vi } from 'vitest';
import { hasTooManyRows } from '../../../src/ui/rows_in_file.ts';

test('a table of more rows than one file takes is not begun with, and that is said', () => {
  const notify = vi.fn();
  expect(hasTooManyRows(500_000, { notify })).toBe(false);
  expect(notify).not.toHaveBeenCalled();
  expect(hasTooManyRows(1_200_000, { notify })).toBe(true);
  expect(notify.mock.calls).toEqual([[{ key: 'tooManyRows', data: { count: 1_200_000, limit: 500_000 } }]]);
});
