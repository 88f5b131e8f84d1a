import { describe, expect, test } from 'vitest';
import { entryReader, fieldReader } from '../../../src/core/packing/large_lists.ts';
import { packLarge, unpackAsRows } from '../../../src/core/packing/pack_large.ts';

const PLOTS = Array.from({ length: 30 }, (_, index) => ({
  id: `P${index}`,
  controls: index % 4 === 0 ? {} : { far: { max: { value: index / 2 } } },
  // Of several kinds: not all in one column.
  note: index % 2 === 0 ? { text: `t${index}` } : `n${index}`,
}));
const LEDGER = new Map(PLOTS.map((plot) => [plot.id, plot]));

const inColumns = await unpackAsRows(
  structuredClone(packLarge({ plots: PLOTS, some: PLOTS.slice(5, 9), ledger: LEDGER }, () => true)),
  () => Promise.resolve(),
);

describe('fields of many records', () => {
  for (const [kept, plots, some, ledger] of [
    ['objects', PLOTS, PLOTS.slice(5, 9), LEDGER],
    ['rows', inColumns.plots, inColumns.some, inColumns.ledger],
  ] as const)
    test(`are read by place from ${kept}`, () => {
      const far = fieldReader(plots, 'controls', 'far', 'max', 'value');
      const note = fieldReader(plots, 'note', 'text');
      const missing = fieldReader(plots, 'toString');
      for (const [place, plot] of PLOTS.entries()) {
        expect(far(place)).toBe(plot.controls.far?.max.value);
        expect(note(place)).toBe(typeof plot.note === 'string' ? undefined : plot.note.text);
        if (kept === 'rows') expect(missing(place)).toBeUndefined();
      }
      expect([0, 1, 2, 3].map(fieldReader(some, 'id'))).toEqual(['P5', 'P6', 'P7', 'P8']);
      const farOf = entryReader(ledger, 'controls', 'far', 'max', 'value');
      // Whether the place is the right one, another's or nobody's.
      for (const place of [6, 7, 1000]) expect(farOf('P6', place)).toBe(3);
      expect(farOf('P8', 8)).toBeUndefined();
      expect(farOf('P99', 2)).toBeUndefined();
    });

  test('of two rows under one key are those of the later', async () => {
    const twice = packLarge({ ledger: new Map([['A', { far: 1 }]]) }, () => true);
    const [pack] = twice.packs;
    const column = pack?.column;
    if (column?.kind !== 'record' || !pack?.keys) throw new Error('No column');
    const far = { kind: 'number', values: Float64Array.of(1, 2) } as const;
    pack.column = { ...column, rowCount: 2, fields: [['far', far]] };
    pack.keys = {
      kind: 'text',
      codes: Uint32Array.of(1, 1),
      dictionary: { units: Uint8Array.of(65), ends: Uint32Array.of(0, 1) },
    };
    const { ledger } = await unpackAsRows(twice, () => Promise.resolve());
    expect(ledger.get('A')?.far).toBe(2);
    expect(entryReader(ledger, 'far')('A', 5)).toBe(2);
  });
});
