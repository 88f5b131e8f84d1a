import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openFiles } from '../../../src/core/read/open/open_files.ts';
import type { InputFile } from '../../../src/core/read/types.ts';
import { gbk, type PackedFile, zipOf } from '../../support/table_files.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const PLOT = utf8(
  '{"type":"FeatureCollection","features":[{"type":"Feature","id":"A","properties":{},"geometry":{"type":"Point","coordinates":[117,31]}}]}',
);
const shapefile = Object.fromEntries(
  readdirSync(new URL('../../data/formats/plots-GBK/', import.meta.url)).map((name) => [
    name,
    new Uint8Array(readFileSync(new URL(`../../data/formats/plots-GBK/${name}`, import.meta.url))),
  ]),
);

async function open(...files: InputFile[]) {
  const { sources, logs } = await openFiles(files, {});
  const codes = logs.flatMap((log) => log.list().map(({ code }) => code));
  // GDAL wrote an empty number as asterisks.
  return { names: sources.map(({ name }) => name), codes: codes.filter((code) => code !== 'dbf-number-asterisks') };
}
const archive = (bytes: Uint8Array, name = '包.zip') => ({ name, bytes });
const packed = (...files: PackedFile[]) => archive(zipOf(files));

describe('an archive', () => {
  test('may hold archives, each with several shapefiles', async () => {
    const two = Object.fromEntries(
      ['一期', '二期'].flatMap((base) =>
        Object.entries(shapefile).map(([name, bytes]) => [`${base}${name.slice('plots'.length)}`, bytes]),
      ),
    );
    const inner = zipSync(two);
    expect(await open(archive(zipSync({ '甲/内.zip': inner, '乙/内.zip': zipSync(shapefile) })))).toEqual({
      names: ['包.zip/甲/内.zip/一期.shp', '包.zip/甲/内.zip/二期.shp', '包.zip/乙/内.zip/plots.shp'],
      codes: [],
    });
  });

  test('nested without end is told', async () => {
    let bytes = zipSync({ 'a.geojson': PLOT });
    for (let level = 1; level < 4; level += 1) bytes = zipSync({ 'in.zip': bytes });
    expect((await open(archive(bytes))).names).toHaveLength(1);
    expect((await open(archive(zipSync({ 'in.zip': bytes })))).codes).toEqual(['archive-too-deep']);
  });

  test('says so when it would fill the memory, before anything is unpacked', async () => {
    const zeros = zipSync({ 'a.geojson': new Uint8Array(4_000_000) }, { level: 9 });
    // The same small file named by thousands of entries, and one that claims to be of gigabytes.
    const many = Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`${index}.geojson`, PLOT]));
    expect((await open(archive(zipSync(many)))).codes).toEqual(['archive-too-large']);
    const claims = zeros.slice();
    const view = new DataView(claims.buffer);
    const directory = view.getUint32(claims.length - 6, true);
    expect(view.getUint32(directory, true)).toBe(0x02014b50);
    view.setUint32(directory + 24, 2_000_000_000, true);
    expect((await open(archive(claims))).codes).toEqual(['archive-entry-broken']);
  });

  test('counts all archives of one reading together', async () => {
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`${index}.pdf`, new Uint8Array(1)]));
    const nested = zipSync({ 'a.zip': zipSync(many), 'b.zip': zipSync(many) });
    expect((await open(archive(nested))).codes).toContain('archive-too-large');
  });

  test('has names in GBK from Windows and in UTF-8 from macOS, said or not', async () => {
    for (const [write, flags] of [
      [gbk, 0],
      [utf8, 0],
      [utf8, 0x800],
    ] as const) {
      const { names } = await open(packed({ name: write('控规/地块.geojson'), bytes: PLOT, flags }));
      expect(names).toEqual(['包.zip/控规/地块.geojson']);
    }
  });

  test('is read without what systems and authors leave beside the data', async () => {
    const litter = ['__MACOSX/._a.geojson', '.DS_Store', 'Thumbs.db', '~$表.xlsx'].map((name) => ({
      name: utf8(name),
      bytes: utf8('x'),
    }));
    const { names, codes } = await open(
      packed(...litter, { name: utf8('说明.pdf'), bytes: utf8('%PDF-') }, { name: utf8('a.geojson'), bytes: PLOT }),
    );
    expect([names, codes]).toEqual([['包.zip/a.geojson'], ['file-beside']]);
  });

  test('keeps two files of one name apart', async () => {
    const twice = { name: utf8('a.geojson'), bytes: PLOT };
    expect((await open(packed(twice, twice))).names).toEqual(['包.zip/a.geojson', '包.zip (2)/a.geojson']);
  });

  test.each([
    ['locked with a password', { flags: 1 }, 'archive-encrypted'],
    ['locked with AES', { method: 99 }, 'archive-encrypted'],
    ['packed in an unusual way', { method: 14 }, 'archive-method'],
  ])('%s says so', async (_, how, code) => {
    const { codes } = await open(packed({ name: utf8('a.geojson'), bytes: PLOT, ...how }));
    expect(codes).toEqual([code]);
  });

  test('with a damaged file says which, by its checksum', async () => {
    const bytes = zipOf([{ name: utf8('a.geojson'), bytes: PLOT }]);
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    expect((await open(archive(bytes))).codes).toEqual(['archive-entry-broken']);
  });

  test('that is empty or cut short says so', async () => {
    expect((await open(archive(zipOf([])))).codes).toEqual(['archive-empty']);
    const whole = zipSync({ 'a.geojson': PLOT });
    expect((await open(archive(whole.slice(0, whole.length - 30)))).codes).toEqual(['archive-broken']);
  });

  test.each([
    ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]],
    ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1, 0]],
  ])('of the kind %s is told', async (_, bytes) => {
    expect((await open(archive(Uint8Array.from(bytes), 'a.7z'))).codes).toEqual(['archive-other-kind']);
  });
});

describe('files that come together', () => {
  test('bring their parts along, whatever stands beside them', async () => {
    const endings = ['sbn', 'sbx', 'qix', 'shp.xml', 'DKBH.atx', 'qml', 'cst'];
    const files = [
      ...Object.entries(shapefile).map(([name, bytes]) => ({ name, bytes })),
      ...endings.map((ending) => ({ name: `plots.${ending}`, bytes: utf8('<x/>') })),
    ];
    expect(await open(...files)).toEqual({ names: ['plots.shp'], codes: [] });
  });

  test('a table alone takes its .cpg along', async () => {
    const { codes } = await open(
      { name: 'plots.dbf', bytes: shapefile['plots.dbf'] ?? new Uint8Array() },
      { name: 'plots.cpg', bytes: utf8('UTF-8') },
    );
    expect(codes).toEqual(['cpg-contradicted']);
  });

  test('that are none of them data are refused', async () => {
    expect((await open({ name: 'a.prj', bytes: utf8('PROJCS[]') })).codes).toEqual([
      'shapefile-part-alone',
      'nothing-to-read',
    ]);
  });
});
