import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordColumn } from '../../../src/core/packing/column.ts';
import { columnOf } from '../../../src/core/packing/large_lists.ts';
import { packColumn } from '../../../src/core/packing/pack_column.ts';
import { packLarge, transferablesOf, unpackAsObjects, unpackAsRows } from '../../../src/core/packing/pack_large.ts';
import { valueAt } from '../../../src/core/packing/read_column.ts';
import { rowsOf } from '../../../src/core/packing/rows.ts';

const all = (count: number): boolean => count > 0;
const pause = () => Promise.resolve();
const unpack = {
  rows: <Value>(packed: Parameters<typeof unpackAsRows<Value>>[0]) => unpackAsRows(packed, pause),
  objects: async <Value>(packed: Parameters<typeof unpackAsObjects<Value>>[0]) => unpackAsObjects(packed),
};
/** As another thread gets it: bytes that were handed over are gone here. */
const sent = <Value extends object>(value: Value) => {
  const packed = packLarge(value, all);
  return structuredClone(packed, { transfer: transferablesOf(packed) });
};

/** What JSON can hold, with the numbers it cannot, and texts with halves of characters. */
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.double(),
    fc.boolean(),
    fc.string({ unit: 'binary' }),
    fc.constant('\ud800'),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('record'),
  ),
  record: fc.dictionary(
    fc.oneof(fc.constantFrom('id', 'toString', '__proto__', 'constructor', 'geometry', 'index', 'table'), fc.string()),
    tie('value'),
    { maxKeys: 5 },
  ),
}));

describe('packing records', () => {
  test('any records come back as they were, read row by row or made anew', () => {
    return fc.assert(
      fc.asyncProperty(fc.array(anyValue.record, { minLength: 1, maxLength: 12 }), async (records) => {
        const column = packColumn(records);
        const objects = records.map((_, row) => valueAt(column, row));
        expect(objects).toEqual(records);
        if (column.kind !== 'record') return;
        expect(await rowsOf(column, pause)).toEqual(records);
        expect(JSON.parse(JSON.stringify(await rowsOf(column, pause)))).toEqual(JSON.parse(JSON.stringify(records)));
      }),
    );
  });

  test('a field called __proto__ is a field, and nobody has a field that others state', async () => {
    const records = [JSON.parse('{"__proto__":{"a":1},"id":"1"}'), { id: '2' }, { id: '3', toString: 'x' }] as object[];
    const rows = (await rowsOf(packColumn(records) as RecordColumn, pause)) as Record<string, unknown>[];
    expect(Object.keys(rows[0] ?? {})).toEqual(['__proto__', 'id']);
    expect(Object.keys(rows[1] ?? {})).toEqual(['id']);
    expect(Object.hasOwn(rows[1] ?? {}, 'toString')).toBe(false);
    expect('__proto__' in ({} as object) && ({} as { a?: number }).a).toBeUndefined();
  });

  test('a row can be spread and taken apart like a record, and not be changed', async () => {
    const rows = (await rowsOf(packColumn([{ id: 'A', nested: { value: null } }]) as RecordColumn, pause)) as {
      id: string;
      nested: { value: null };
    }[];
    const [row] = rows;
    if (!row) throw new Error('No row');
    const { id, ...rest } = row;
    expect({ id, rest: { ...rest.nested } }).toEqual({ id: 'A', rest: { value: null } });
    expect(Object.entries(row.nested)).toEqual([['value', null]]);
    expect(() => {
      row.id = 'B';
    }).toThrow(TypeError);
    expect(row.id).toBe('A');
  });

  test('records wider or deeper than columns are good for stay objects', async () => {
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, index]));
    let deep: unknown = 1;
    for (let level = 0; level < 2000; level += 1) deep = { deep };
    const records = [{ wide, deep }];
    expect(await rowsOf(packColumn(records) as RecordColumn, pause)).toMatchObject([{ wide }]);
    expect(columnKinds(packColumn(records)).has('plain')).toBe(true);
  });
});

function columnKinds(column: unknown, kinds = new Set<string>()): Set<string> {
  if (typeof column !== 'object' || column === null) return kinds;
  if ('kind' in column) kinds.add(String(column.kind));
  for (const part of Object.values(column)) columnKinds(part, kinds);
  return kinds;
}

describe('packing what stands in a value', () => {
  const plots = [
    { id: 'A', geometry: { type: 'Polygon', coordinates: [[[117.1, 31.8]]] } },
    { id: 'B', geometry: { type: 'MultiPolygon', coordinates: [[[[117.2, 31.9]]]] } },
  ];

  test('lists and maps come back in every place they stood in', async () => {
    const ledger = new Map(plots.map(({ id }, index) => [id, { plot: id, far: index }]));
    const changes = [{ kind: 'added', feature: 'A' }];
    const value = { plan: { layers: { plots, zones: [] } }, ledger, changes, comparison: { changes } };
    for (const as of ['rows', 'objects'] as const) {
      const back = await unpack[as](sent(value));
      expect(back).toEqual(value);
      expect(back.comparison.changes).toBe(back.changes);
      expect(back.ledger.get('B')?.far).toBe(1);
    }
  });

  test('a part of a list shares its records', async () => {
    const findings = plots.map(({ id }) => ({ code: 'overlap', feature: id }));
    const packed = sent({ findings, findingsNew: findings.slice(1) });
    expect(packed.packs.map(({ column }) => column)[1]).toBe(packed.packs[0]?.column);
    expect((await unpack.rows(packed)).findingsNew).toEqual(findings.slice(1));
  });

  test('a shape that stands in several records is packed once', async () => {
    const other = { type: 'Point', coordinates: [117, 31] };
    const findings = [
      { feature: 'A', evidence: plots[0]?.geometry },
      { feature: 'B', evidence: other },
      { feature: 'C' },
      { feature: 'B', evidence: plots[1]?.geometry },
    ];
    const value = { layers: { plots }, findings };
    for (const as of ['rows', 'objects'] as const) expect(await unpack[as](sent(value))).toEqual(value);
    const bytesOf = (one: object) =>
      transferablesOf(packLarge(one, all)).reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytesOf(value)).toBeLessThan(bytesOf({ layers: { plots } }) + bytesOf({ findings }));
  });

  test('what was read from columns goes on as the same columns', async () => {
    const back = await unpack.rows(sent({ layers: { plots } }));
    const column = columnOf(back.layers.plots);
    const again = packLarge({ plan: { ...back, name: 'other' } }, () => false);
    expect(again.packs.map((pack) => pack.column)).toEqual([column]);
    expect(again.packs[0]?.column).toBe(column);
    expect(unpackAsObjects(structuredClone(again)).plan.layers.plots).toEqual(plots);
  });

  test('the bytes of a file are left alone', async () => {
    const files = [{ name: 'a', bytes: new Uint8Array([1, 2, 3]) }];
    expect(packLarge({ files: { first: files[0] } }, all).packs).toEqual([]);
  });
});
