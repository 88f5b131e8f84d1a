import { describe, expect, test } from 'vitest';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { InputFile } from '../../../src/core/read/types.ts';
import { collection, file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const PLAN = planOf({ plots: [plot('A', rectangle(0, 0, 50, 50))] });
const PLOTS = file('plots.geojson', collection(plot('A', rectangle(0, 0, 60, 50))));
const bytes = (name: string, ...values: number[]): InputFile => ({ name, bytes: new Uint8Array(values) });
const read = (...files: InputFile[]) => readUpdate(PLAN, files, 'merge');

describe('what is no data', () => {
  test.each([
    ['pdf', bytes('地块.json', 0x25, 0x50, 0x44, 0x46, 0x2d)],
    ['image', bytes('地块.kml', 0xff, 0xd8, 0xff, 0xe0)],
    ['image', bytes('地块.geojson', 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['office', bytes('说明.doc', 0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
  ])('is called a picture or document by its bytes, whatever its name: %s', async (format, input) => {
    const { diagnostics } = await read(input);
    expect(diagnostics).toMatchObject([{ code: 'file-picture', severity: 'error', data: { format } }]);
  });

  test('and nothing that is known is called unknown, not broken JSON', async () => {
    const codes = async (input: InputFile) => (await read(input)).diagnostics.map(({ code }) => code);
    expect(await codes(file('说明.txt', 'hello world'))).toEqual(['file-unknown']);
    expect(await codes(bytes('a.bin', 0xc2, 0x6f, 0x00, 0x5c, 0xa0, 0x26, 0x55, 0xa4))).toEqual(['file-unknown']);
    // One that means to be JSON is told where it goes wrong.
    expect(await codes(file('地块.geojson', 'hello world'))).toEqual(['file-json-broken']);
    expect(await codes(file('地块.txt', '{"type": oops}'))).toEqual(['file-json-broken']);
  });

  test.each(['undefined', 'None', 'True'])('a value JSON does not have is named as such: %s', async (word) => {
    const { diagnostics } = await read(file('地块.json', `{"type":"Feature","properties":{"a":${word}}}`));
    expect(diagnostics).toMatchObject([{ code: 'file-json-broken', data: { hint: 'notNull' } }]);
  });
});

describe('a drawing in DWG', () => {
  const dwg = file('总图.dwg', 'AC1032\0\0');

  test('is refused alone, and told beside what can be read', async () => {
    expect((await read(dwg)).diagnostics).toMatchObject([{ code: 'dwg-not-read', severity: 'error' }]);
    const { candidate, diagnostics } = await read(dwg, PLOTS);
    expect(diagnostics).toMatchObject([{ code: 'dwg-not-read', severity: 'warning', file: '总图.dwg' }]);
    expect(candidate?.layers.plots[0]?.geometry).toEqual(plot('A', rectangle(0, 0, 60, 50)).geometry);
  });
});

describe('a file without features', () => {
  test.each([
    ['a collection whose layer nothing tells', file('a.json', collection())],
    ['a table of a heading only', file('指标.csv', '地块编号,容积率\n')],
  ])('is told and asks nothing: %s', async (_, input) => {
    const alone = await read(input);
    expect(alone.diagnostics.map(({ code }) => code)).toEqual(['source-empty', 'nothing-to-read']);
    expect([alone.candidate, alone.undecided]).toEqual([undefined, []]);
    const beside = await read(input, PLOTS);
    expect(beside.diagnostics.map(({ code }) => code)).toEqual(['source-empty']);
    expect(beside.candidate).toBeDefined();
  });
});
