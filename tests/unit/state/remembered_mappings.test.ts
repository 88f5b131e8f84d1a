import { expect, test } from 'vitest';
import type { FieldReport } from '../../../src/core/read/source.ts';
import { createRememberedMappings } from '../../../src/state/remembered_mappings.ts';

const field = (from: string): FieldReport => ({ from, how: 'kept', filledCount: 1, faultCount: 0, samples: [] });
const SOURCE = { format: 'shapefile' as const, fields: [field('DKBH'), field('__proto__')] };
const OTHER = { format: 'shapefile' as const, fields: [field('DKBH')] };

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('mappings and what becomes of missing fields are remembered side by side, by the fields of a source', () => {
  const place = storage();
  const memory = createRememberedMappings(() => place);
  memory.rememberMissing(SOURCE, 'keep');
  expect(memory.recall(SOURCE)).toBeUndefined();
  memory.remember(SOURCE, Object.fromEntries([['__proto__', 'name']]));
  const later = createRememberedMappings(() => place);
  expect(Object.entries(later.recall(SOURCE) ?? {})).toEqual([['__proto__', 'name']]);
  expect(later.recallMissing(SOURCE)).toBe('keep');
  expect(later.recallMissing(OTHER)).toBeUndefined();
  later.forget(SOURCE);
  expect(later.recall(SOURCE)).toBeUndefined();
  expect(later.recallMissing(SOURCE)).toBe('keep');
});

test('what an earlier version wrote still counts, what is damaged does not', () => {
  const place = storage();
  const memory = createRememberedMappings(() => place);
  memory.remember(SOURCE, { DKBH: 'id' });
  const [entry] = JSON.parse(place.getItem('park-plan-field-mappings') ?? '[]');
  expect(entry).toHaveLength(2);
  place.setItem('park-plan-field-mappings', JSON.stringify([[...entry, 'rubbish'], 7, null]));
  expect(memory.recall(SOURCE)).toBeUndefined();
  place.setItem('park-plan-field-mappings', '{');
  expect(memory.recallMissing(SOURCE)).toBeUndefined();
});

test('a storage that is blocked takes nothing away', () => {
  const memory = createRememberedMappings(() => {
    throw new Error('blocked');
  });
  memory.rememberMissing(SOURCE, 'drop');
  expect(memory.recallMissing(SOURCE)).toBeUndefined();
});
