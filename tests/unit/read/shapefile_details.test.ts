import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import { readDbf } from '../../../src/core/read/formats/dbf.ts';
import { openShapefile } from '../../../src/core/read/formats/shapefile.ts';
import { encodingLabelOf } from '../../../src/core/read/text/encoding_label.ts';
import { EncodingTeller } from '../../../src/core/read/text/tell_encoding.ts';
import { dbfOf, gbk, pointRecord, shpOf } from '../../support/table_files.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const column = (name: Uint8Array | string, type: string, length: number) => ({
  name: typeof name === 'string' ? utf8(name) : name,
  type,
  length,
});

function readTable(bytes: Uint8Array, labels: { chosen?: string; cpg?: string } = {}) {
  const log = new DiagnosticLog('a.dbf');
  const table = readDbf(bytes, log, labels);
  return { ...table, rows: table?.rows ?? [], told: log.list(), codes: log.list().map(({ code }) => code) };
}

interface Row {
  geometry: { coordinates: number[] } | null;
  properties: Record<string, unknown>;
}

async function open(parts: Record<string, Uint8Array>) {
  const log = new DiagnosticLog('a.shp');
  const companions = new Map(
    Object.entries(parts)
      .filter(([ending]) => ending !== 'shp')
      .map(([ending, bytes]) => [ending, { name: `a.${ending}`, bytes }]),
  );
  const main = { name: 'a.shp', bytes: parts.shp ?? new Uint8Array() };
  const [source] = await openShapefile({ main, companions, log, choices: {} });
  const rows = (source?.features ?? []) as Row[];
  return { source, rows, codes: log.list().map(({ code }) => code) };
}

const NAMES = [column('DKBH', 'C', 8)];
const named = (...names: string[]) =>
  dbfOf(
    NAMES,
    names.map((name) => ({ cells: [utf8(name.replace('*', ''))], isDeleted: name.startsWith('*') })),
  );

describe('a row marked as deleted', () => {
  test('is left out with its shape, and the others keep the numbers of their rows', async () => {
    const { shp } = shpOf([pointRecord(1, 1), pointRecord(2, 2), pointRecord(3, 3)]);
    const { source, rows, codes } = await open({ shp, dbf: named('A', '*B', 'C') });
    expect(rows.map(({ properties, geometry }) => [properties.DKBH, geometry?.coordinates])).toEqual([
      ['A', [1, 1]],
      ['C', [3, 3]],
    ]);
    expect([0, 1].map((index) => source?.pointerOf(index))).toEqual(['/row/1', '/row/3']);
    expect(codes).toEqual(['dbf-rows-deleted']);
  });
});

describe('the encoding of a table', () => {
  const words = ['创新大道', '望江西路', '二类工业用地', '路'];
  const tableOf = (write: (text: string) => Uint8Array, driver = 0) =>
    dbfOf(
      [column(write('名称'), 'C', 30)],
      words.map((word) => ({ cells: [write(word)] })),
      { driver },
    );

  test.each([
    ['UTF-8', gbk, 'gb18030', true],
    ['utf8', gbk, 'gb18030', true],
    ['GBK', utf8, 'utf-8', true],
    ['936', utf8, 'utf-8', true],
    ['ISO-8859-1', gbk, 'gb18030', true],
    ['88591', utf8, 'utf-8', true],
    ['1252', gbk, 'gb18030', true],
    ['UTF-8', utf8, 'utf-8', false],
    ['GB18030', gbk, 'gb18030', false],
    ['ANSI', gbk, 'gb18030', false],
    ['OEM', utf8, 'utf-8', false],
    ['', gbk, 'gb18030', false],
    [undefined, utf8, 'utf-8', false],
  ] as const)('with “%s” in the .cpg follows the text', (cpg, write, encoding, isTold) => {
    const read = readTable(tableOf(write), cpg === undefined ? {} : { cpg });
    expect(read.encoding).toBe(encoding);
    expect(read.rows.map((row) => row?.名称)).toEqual(words);
    expect(read.codes).toEqual(isTold ? ['cpg-contradicted'] : []);
  });

  test('is what a person chose, whatever the text looks like', () => {
    expect(readTable(tableOf(utf8), { chosen: 'gb18030', cpg: 'UTF-8' }).encoding).toBe('gb18030');
    expect(readTable(tableOf(gbk), { chosen: 'no such thing' }).encoding).toBe('gb18030');
  });

  test('is told although short words in GBK are valid UTF-8 by chance', () => {
    const one = dbfOf([column('MC', 'C', 4)], [{ cells: [gbk('路')] }]);
    expect(readTable(one).rows[0]).toEqual({ MC: '路' });
    expect(readTable(one, { cpg: 'UTF-8' }).rows[0]).toEqual({ MC: '路' });
  });

  test('of Latin text with accents stays what the .cpg says', () => {
    const latin = Uint8Array.from('Résumé, Île-de-France, Gießerei', (letter) => letter.charCodeAt(0));
    const table = dbfOf([column('N', 'C', 40)], [{ cells: [latin] }]);
    const read = readTable(table, { cpg: '1252' });
    expect([read.encoding, read.codes, read.rows[0]?.N]).toEqual([
      'windows-1252',
      [],
      'Résumé, Île-de-France, Gießerei',
    ]);
  });

  test.each([
    ['GB2312', 'gb18030'],
    ['gbk', 'gb18030'],
    ['CP936', 'gb18030'],
    ['OEM 936', 'gb18030'],
    ['ANSI 936', 'gb18030'],
    ['54936', 'gb18030'],
    ['\ufeffUTF-8\r\n', 'utf-8'],
    ['65001', 'utf-8'],
    ['OEM UTF-8', 'utf-8'],
    ['BIG5', 'big5'],
    ['950', 'big5'],
    ['ANSI 1252', 'windows-1252'],
    ['88591', 'iso-8859-1'],
    ['8859-1', undefined],
    ['ANSI', undefined],
    ['toString', undefined],
    ['__proto__', undefined],
  ])('named %j is %s', (word, label) => {
    expect(encodingLabelOf(word)).toBe(label);
  });

  test('is left open where pieces end within a character', () => {
    const teller = new EncodingTeller();
    teller.add(utf8('容积率').subarray(0, 8));
    expect(teller.told).toBe('utf-8');
    const other = new EncodingTeller();
    other.add(gbk('容积率').subarray(0, 5));
    expect(other.told).toBe('gb18030');
  });
});

describe('a cell', () => {
  const cells = (columns: [type: string, bytes: Uint8Array][], options: Parameters<typeof dbfOf>[2] = {}) => {
    const table = dbfOf(
      columns.map(([type, bytes], index) => column(`F${index}`, type, Math.max(1, bytes.length))),
      [{ cells: columns.map(([, bytes]) => bytes) }],
      options,
    );
    const read = readTable(table);
    return { values: Object.values(read.rows[0] ?? {}), told: read.told };
  };
  const view = (length: number, write: (view: DataView) => void) => {
    const bytes = new Uint8Array(length);
    write(new DataView(bytes.buffer));
    return bytes;
  };

  test('is read by the type of its column', () => {
    const { values } = cells([
      ['C', utf8('A-01  ')],
      ['N', utf8('   2.50')],
      ['F', utf8('-1.5e+003')],
      ['N', utf8('       ')],
      ['N', new Uint8Array(4)],
      ['D', utf8('20260131')],
      ['D', utf8('        ')],
      ['D', utf8('00000000')],
      ['L', utf8('T')],
      ['L', utf8('n')],
      ['L', utf8('?')],
      ['I', view(4, (one) => one.setInt32(0, -7, true))],
      ['B', view(8, (one) => one.setFloat64(0, 2.5, true))],
      ['O', view(8, (one) => one.setFloat64(0, -0.25, true))],
      ['Y', view(8, (one) => one.setBigInt64(0, 12_345n, true))],
      [
        'T',
        view(8, (one) => {
          one.setInt32(0, 2_461_072, true);
          one.setInt32(4, 3_600_000, true);
        }),
      ],
    ]);
    expect(values).toEqual([
      ...['A-01', 2.5, -1500, null, null, '2026-01-31', null, null, true, false, null],
      ...[-7, 2.5, -0.25, 1.2345, '2026-01-31T01:00:00'],
    ]);
  });

  test('of dBASE 7 turns sorted bytes back into numbers', () => {
    // Its columns have 48 bytes from byte 68 on.
    const start = 68 + 3 * 48 + 1;
    const table = new Uint8Array(start + 1 + 4 + 8 + 4);
    const head = new DataView(table.buffer);
    table[0] = 4;
    head.setUint32(4, 1, true);
    head.setUint16(8, start, true);
    head.setUint16(10, 17, true);
    for (const [index, [name, type, length]] of (
      [
        ['N', 'I', 4],
        ['R', 'O', 8],
        ['T', 'C', 4],
      ] as const
    ).entries()) {
      const at = 68 + index * 48;
      table.set(utf8(name), at);
      table[at + 32] = type.charCodeAt(0);
      table[at + 33] = length;
    }
    table[start - 1] = 0x0d;
    head.setUint32(start + 1, (-7 ^ 0x80000000) >>> 0, false);
    head.setFloat64(start + 5, -2.5, false);
    for (let at = start + 5; at < start + 13; at += 1) table[at] = (table[at] ?? 0) ^ 0xff;
    table.set(utf8('A-01'), start + 13);
    expect(readTable(table).rows).toEqual([{ N: -7, R: -2.5, T: 'A-01' }]);
  });

  test('full of asterisks is empty, and that is told as a memo is', () => {
    const { values, told } = cells([
      ['N', utf8('*****')],
      ['M', utf8('         7')],
      ['M', utf8('          ')],
    ]);
    expect(values).toEqual([null, null, null]);
    expect(told).toMatchObject([
      { code: 'dbf-number-asterisks', data: { field: 'F0', count: 1 }, pointer: '/row/1' },
      { code: 'dbf-memo', data: { field: 'F1', count: 1 } },
    ]);
  });

  test('cut within a character loses that character alone, in either encoding', () => {
    for (const write of [gbk, utf8]) {
      const table = dbfOf(
        [column('MC', 'C', 7)],
        [{ cells: [write('创新大道').subarray(0, 7)] }, { cells: [write('中心')] }],
      );
      const { rows, codes } = readTable(table);
      expect(rows[0]).toEqual({ MC: write === gbk ? '创新大' : '创新' });
      expect(codes).toEqual(['dbf-text-cut']);
    }
  });

  test('names cut within a character lose it, and equal names stay apart', () => {
    for (const write of [gbk, utf8]) {
      const first = write('容积率上限值').subarray(0, 10);
      const second = write('容积率上限值的').subarray(0, 10);
      const table = dbfOf(
        [column(first, 'N', 3), column(second, 'N', 3), column('__proto__', 'C', 1)],
        [{ cells: [utf8('2.5'), utf8('3.0'), utf8('x')] }],
      );
      const name = write === gbk ? '容积率上限' : '容积率';
      const row = readTable(table).rows[0] ?? {};
      expect(Object.keys(row)).toEqual([name, `${name}_2`, '__proto__']);
      expect(Object.values(row)).toEqual([2.5, 3, 'x']);
    }
  });

  test('wider than 255 bytes is read whole', () => {
    const table = dbfOf([column('A', 'C', 255), column('B', 'C', 1)], [{ cells: [utf8('a'.repeat(255)), utf8('b')] }]);
    // The same row as one field of 256 bytes: its length's high byte stands where numbers have their decimals.
    table[32 + 16] = 255;
    const long = dbfOf([column('A', 'C', 0)], []);
    const bytes = new Uint8Array(long.length + 257).fill(0x61, long.length - 1);
    bytes.set(long);
    new DataView(bytes.buffer).setUint32(4, 1, true);
    new DataView(bytes.buffer).setUint16(10, 257, true);
    bytes[32 + 17] = 1;
    bytes[long.length - 1] = 0x20;
    expect(String(readTable(bytes).rows[0]?.A).length).toBe(256);
  });
});

describe('the parts of a shapefile', () => {
  test('of different counts, and a table cut short, are told', async () => {
    const { shp } = shpOf([pointRecord(1, 1), pointRecord(2, 2)]);
    expect((await open({ shp, dbf: named('A') })).codes).toEqual(['shapefile-counts-differ']);
    const dbf = named('A', 'B', 'C');
    expect((await open({ shp, dbf: dbf.subarray(0, dbf.length - 10) })).codes).toEqual(['dbf-cut']);
  });

  test('a shape that is empty is a feature without one; a multipatch is told and never a point', async () => {
    const patch = new Uint8Array(60);
    new DataView(patch.buffer).setInt32(0, 31, true);
    const { shp } = shpOf([new Uint8Array(4), patch, pointRecord(3, 3)]);
    const { rows, codes, source } = await open({ shp, dbf: named('A', 'B', 'C') });
    expect(rows.map(({ geometry }) => geometry?.coordinates ?? null)).toEqual([null, null, [3, 3]]);
    expect(codes).toEqual([]);
    expect([...(source?.shapeFaults ?? [])].map(([index, faults]) => [index, faults[0]?.code])).toEqual([
      [1, 'shape-multipatch'],
    ]);
  });

  test('heights and measures are left out', async () => {
    for (const [type, numbers] of [
      [11, 4],
      [21, 3],
    ] as const) {
      const record = new Uint8Array(4 + numbers * 8);
      record.set(pointRecord(5, 6));
      new DataView(record.buffer).setInt32(0, type, true);
      const { rows } = await open({ shp: shpOf([record]).shp, dbf: named('A') });
      expect(rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [5, 6] });
    }
  });

  test('an index that agrees says nothing; one that names the edited shapes is followed, any other told', async () => {
    const { shp, shx } = shpOf([pointRecord(1, 1), pointRecord(2, 2), pointRecord(9, 9)]);
    expect((await open({ shp, shx, dbf: named('A', 'B', 'C') })).codes).toEqual([]);
    // The first shape was edited: its new form stands at the end.
    const edited = new Uint8Array(116);
    edited.set(shx.subarray(0, 100));
    edited.set(shx.subarray(116, 124), 100);
    edited.set(shx.subarray(108, 116), 108);
    const followed = await open({ shp, shx: edited, dbf: named('A', 'B') });
    expect(followed.codes).toEqual(['shapefile-index-followed']);
    expect(followed.rows.map(({ geometry }) => geometry?.coordinates)).toEqual([
      [9, 9],
      [2, 2],
    ]);
    const wild = shx.slice();
    new DataView(wild.buffer).setInt32(100, 7_000_000, false);
    const ignored = await open({ shp, shx: wild, dbf: named('A', 'B', 'C') });
    expect(ignored.codes).toEqual(['shapefile-index-differs']);
    expect(ignored.rows).toHaveLength(3);
  });

  test('a file that ends before its header says is told, also between two shapes, and nothing else that follows from it', async () => {
    const { shp, shx } = shpOf([pointRecord(1, 1), pointRecord(2, 2)]);
    for (const length of [shp.length - 28, shp.length - 5, 99])
      expect((await open({ shp: shp.subarray(0, length), shx, dbf: named('A', 'B') })).codes).toEqual([
        'shapefile-cut',
      ]);
  });

  test('what GDAL wrote agrees with its index', async () => {
    const folder = new URL('../../data/formats/plots-UTF-8/', import.meta.url);
    const part = (ending: string) => new Uint8Array(readFileSync(new URL(`plots.${ending}`, folder)));
    const { codes, rows } = await open({ shp: part('shp'), shx: part('shx'), dbf: part('dbf'), cpg: part('cpg') });
    // GDAL writes an empty number as asterisks.
    expect([codes, rows.length]).toEqual([['dbf-number-asterisks'], 20]);
  });
});
