import { expect, test } from 'vitest';
import { packColumn } from '../../../src/core/packing/pack_column.ts';
import { valueAt } from '../../../src/core/packing/read_column.ts';
import { withBlobs, withoutBlobs } from '../../../src/state/stored_columns.ts';

test('columns are stored with their large arrays as Blobs and come back as they were', async () => {
  const records = Array.from({ length: 20_000 }, (_, index) => ({
    id: `地块 ${index}`,
    far: index / 7,
    isBuilt: index % 2 === 0,
    geometry: { type: 'Point', coordinates: [117 + index / 1e5, 31] },
    odd: index === 3 ? null : { blob: 'text', view: 'Uint8Array' },
  }));
  const column = packColumn(records);
  const stored = await withBlobs(column, () => Promise.resolve());
  const blobs: Blob[] = [];
  const collect = (part: unknown): void => {
    if (part instanceof Blob) blobs.push(part);
    else if (typeof part === 'object' && part !== null && !ArrayBuffer.isView(part))
      Object.values(part).forEach(collect);
  };
  collect(stored);
  expect(blobs.length).toBeGreaterThan(3);
  const dictionaries: unknown[] = [];
  const collectDictionaries = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || part instanceof Blob || ArrayBuffer.isView(part)) return;
    if ('dictionary' in part) dictionaries.push(part.dictionary);
    Object.values(part).forEach(collectDictionaries);
  };
  collectDictionaries(stored);
  expect(dictionaries.length).toBeGreaterThan(3);
  expect(new Set(dictionaries).size).toBe(1);
  const back = (await withoutBlobs(stored)) as typeof column;
  for (const row of [0, 3, 19_999]) expect(valueAt(back, row)).toEqual(records[row]);
});
