import { describe, expect, test } from 'vitest';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import { openGeojson } from '../../../src/core/read/geojson/open_geojson.ts';
import { LARGEST_FILE_BYTES } from '../../../src/core/read/geojson/parse_json.ts';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { InputFile } from '../../../src/core/read/types.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { collection, file, MANIFEST, planOf, plot, polygon, rectangle } from '../../support/sample_plan.ts';

const PLAN = planOf({ plots: [plot('A', rectangle(0, 0, 50, 50))] });
const SOUND = collection(plot('A', rectangle(0, 0, 60, 50)));

function read(input: InputFile) {
  return readUpdate(PLAN, [input], 'replace');
}
async function first(input: InputFile) {
  const { candidate, diagnostics } = await read(input);
  expect(candidate).toBeUndefined();
  return diagnostics[0];
}

describe('a file that is not what it should be', () => {
  const bytes = (...values: number[]): InputFile => ({ name: 'plots.geojson', bytes: new Uint8Array(values) });

  test('is refused when it has no bytes or only blanks', async () => {
    expect((await first(bytes()))?.code).toBe('file-empty');
    expect((await first(file('plots.geojson', ' \n\t ')))?.code).toBe('file-empty');
  });

  test('is refused above the size limit, with both sizes', () => {
    const huge = { name: 'plots.geojson', bytes: { length: LARGEST_FILE_BYTES + 1 } as Uint8Array };
    const log = new DiagnosticLog(huge.name);
    expect(openGeojson(huge, log)).toBeUndefined();
    expect(log.list()[0]?.data).toEqual({ sizeBytes: LARGEST_FILE_BYTES + 1, limitBytes: LARGEST_FILE_BYTES });
  });

  test('is known for a web page, an archive or another program’s file', async () => {
    expect((await first(file('plots.geojson', '\n<!DOCTYPE html><html><title>登录</title>')))?.code).toBe('file-html');
    expect((await first(file('plots.geojson', '<?xml version="1.0"?><gml/>')))?.data.format).toBe('xml');
    // Archives and shapefiles have readers of their own, which take them first.
    for (const [format, input] of [
      ['zip', bytes(0x50, 0x4b, 3, 4, 20, 0)],
      ['shapefile', bytes(0, 0, 0x27, 0x0a, 0, 0)],
    ] as const) {
      const log = new DiagnosticLog(input.name);
      expect(openGeojson(input, log)).toBeUndefined();
      expect(log.list()[0]?.data.format).toBe(format);
    }
  });

  test('of MapInfo is named as what it is, once, and its other parts are not called broken', async () => {
    const table = file('地块.tab', '!table\n!version 300\n!charset WindowsSimpChinese\n');
    const records = { name: '地块.dat', bytes: new Uint8Array([3, 126, 7, 23, 0xff, 0, 0, 0]) };
    const shapes = { name: '地块.map', bytes: new Uint8Array([0, 0, 0x80, 0xff]) };
    const { diagnostics } = await readUpdate(PLAN, [records, table, shapes], 'merge');
    expect(diagnostics).toMatchObject([{ code: 'file-other-format', file: '地块.tab', data: { format: 'mapinfo' } }]);
    expect(formatFinding(diagnostics[0] as never, 'zh-CN').text).toBe(
      '文件 地块.tab 的格式是“MapInfo 表”，不能直接读取。',
    );
    const exchanged = file('a.mif', 'Version 300\nCharset "Neutral"\nDelimiter ","\n');
    expect((await first(exchanged))?.data.format).toBe('mapinfo');
  });

  test('in GBK or UTF-16 is read, which is told, but not in a plan’s own folder', async () => {
    // 地块 in GBK.
    const text = JSON.stringify(collection(plot('A', rectangle(0, 0, 60, 50), { name: '??' })));
    const cut = text.indexOf('??');
    const encode = (part: string) => [...new TextEncoder().encode(part)];
    const gbk = bytes(...encode(text.slice(0, cut)), 0xb5, 0xd8, 0xbf, 0xe9, ...encode(text.slice(cut + 2)));
    const halves = [...text.replace('??', '地块')].map((one) => [one.charCodeAt(0) >> 8, one.charCodeAt(0) & 255]);
    const littleEndian = halves.flatMap(([high = 0, low = 0]) => [low, high]);
    for (const [input, encoding, inOwnFolder] of [
      [gbk, 'GB18030', 'file-not-utf8'],
      [bytes(0xff, 0xfe, ...littleEndian), 'UTF-16LE', 'file-not-utf8'],
      [bytes(...littleEndian), 'UTF-16LE', 'file-json-broken'],
      [bytes(0xfe, 0xff, ...halves.flat()), 'UTF-16BE', 'file-not-utf8'],
      [bytes(...halves.flat()), 'UTF-16BE', 'file-json-broken'],
    ] as const) {
      const { candidate, diagnostics } = await read(input);
      expect(candidate?.layers.plots[0]?.properties.name).toBe('地块');
      expect(diagnostics).toMatchObject([{ code: 'file-recoded', severity: 'info', data: { encoding } }]);
      expect(
        readPlan([file('plan.json', MANIFEST), input]).diagnostics.find((one) => one.file === input.name)?.code,
      ).toBe(inOwnFolder);
    }
  });

  test('is refused with the line when it is in no encoding that is known', async () => {
    const found = await first(bytes(...new TextEncoder().encode('{\n"n":"'), 0xff, 0x22, 0x7d));
    expect(found).toMatchObject({ code: 'file-not-utf8', data: { line: 2, byteOffset: 7 } });
  });

  test('is refused when it breaks off, with the line and column of its end', async () => {
    const text = JSON.stringify(SOUND, null, 1);
    const cut = text.slice(0, text.lastIndexOf('"properties"'));
    const lines = cut.split('\n');
    expect(await first(file('plots.geojson', cut))).toMatchObject({
      code: 'file-truncated',
      data: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
    });
  });

  test('is refused when it is nested too deep', async () => {
    expect((await first(file('plots.geojson', '['.repeat(65) + ']'.repeat(65))))?.data).toEqual({
      depth: 65,
      limit: 64,
    });
  });

  test.each([
    ['{"type":"Feature",}', 1, 19, 'propertyName', 'trailingComma'],
    ['{\n "a": [1, 2,]}', 2, 13, 'value', 'trailingComma'],
    ["{'a': 1}", 1, 2, 'propertyName', 'singleQuote'],
    ['{"a": NaN}', 1, 7, 'value', 'notANumber'],
    ['{"a"：1}', 1, 5, 'colon', 'fullWidth'],
    ['{"a": 1 // note\n}', 1, 9, 'commaOrBrace', 'comment'],
    ['{"a": 1} x', 1, 10, 'endOfFile', 'none'],
    ['{"a": "x\ny"}', 1, 9, 'stringEnd', 'controlCharacter'],
    ['{"a": 01}', 1, 8, 'commaOrBrace', 'none'],
    ['{"a": "\\x"}', 1, 8, 'escape', 'none'],
  ])('shows where JSON goes wrong in %j', async (text, line, column, expected, hint) => {
    expect(await first(file('plots.geojson', text))).toMatchObject({
      code: 'file-json-broken',
      data: { line, column, expected, hint },
    });
  });

  test.each([
    ['[1, 2]', 'not-geojson'],
    ['"text"', 'not-geojson'],
    ['{"type":"FeatureCollection"}', 'features-missing'],
    ['{"type":"GeometryCollection","geometries":[]}', 'geometry-alone'],
  ])('says what is missing in %s', async (text, code) => {
    expect((await first(file('plots.geojson', text)))?.code).toBe(code);
  });
});

describe('a sound file', () => {
  test('is read behind a byte order mark, which is told', async () => {
    const { candidate, diagnostics } = await read(file('plots.geojson', `\ufeff${JSON.stringify(SOUND)}`));
    expect(candidate?.layers.plots).toHaveLength(1);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['file-byte-order-mark', 'info']]);
  });

  test('may be a single feature', async () => {
    expect((await read(file('plots.geojson', plot('B', rectangle(0, 0, 9, 9))))).candidate?.layers.plots[0]?.id).toBe(
      'B',
    );
  });
});

describe('newline-delimited GeoJSON', () => {
  const lines = (...features: unknown[]) => features.map((one) => JSON.stringify(one));
  const [a, b] = lines(plot('A', rectangle(0, 0, 60, 50)), plot('B', rectangle(70, 0, 9, 9)));
  const idsOf = async (text: string, name = 'plots.geojson') =>
    (await read(file(name, text))).candidate?.layers.plots.map(({ id }) => id);

  test('is read with or without record separators, a final line break or carriage returns', async () => {
    const pretty = JSON.stringify(JSON.parse(a ?? ''), null, 2);
    for (const text of [
      `${a}\n${b}`,
      `${a}\r\n${b}\r\n\n`,
      `\u001e${a}\n\u001e${b}\n`,
      `\u001e${pretty}\n\u001e${b}\n`,
    ])
      expect(await idsOf(text)).toEqual(['A', 'B']);
    expect(await idsOf(`${b}\n`, 'plots.geojsonl')).toEqual(['B']);
  });

  test('may hold collections', async () => {
    expect(await idsOf(`${JSON.stringify(SOUND)}\n${b}\n`)).toEqual(['A', 'B']);
  });

  test('with broken lines tells all of them, each with its line', async () => {
    const { candidate, diagnostics } = await read(file('plots.geojson', `${a}\n{"type":\n${b}\n{'a'}\n`));
    expect(candidate).toBeUndefined();
    expect(diagnostics.map(({ code, data }) => [code, data.line])).toEqual([
      ['line-broken', 2],
      ['line-broken', 4],
    ]);
  });

  test('is not seen in two documents one after the other', async () => {
    expect((await first(file('plots.geojson', `${JSON.stringify(SOUND, null, 1)}\n${a}`)))?.code).toBe(
      'file-json-broken',
    );
    expect((await first(file('plots.geojson', `${a}${b}`)))?.code).toBe('file-json-broken');
  });
});

describe('forms beside a collection', () => {
  test('a bare geometry is numbered after its file', async () => {
    const { candidate, diagnostics } = await read(file('A/plots-7.geojson', rectangle(0, 0, 9, 9)));
    expect(candidate?.layers.plots.map(({ id }) => id)).toEqual(['plots-7']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['geometry-named-after-file']);
  });

  test('Esri JSON gives polygons, with each hole in its own shell', async () => {
    const ringOf = (shape: { coordinates: unknown[] }) => shape.coordinates[0] as number[][];
    const shellAt = (at: number) => ringOf(polygon([at, at + 10], [at + 50, at + 50], [at + 50, at]));
    const holeAt = (at: number) => ringOf(rectangle(at + 40, at + 30, 5, 5));
    const content = {
      spatialReference: { wkid: 4490 },
      features: [
        {
          attributes: { plotNumber: 'E-1', farMax: 2 },
          geometry: { rings: [holeAt(200), shellAt(0), shellAt(200), holeAt(0)] },
        },
      ],
    };
    const { candidate, diagnostics, sources } = await read(file('plots.json', content));
    const [found] = candidate?.layers.plots ?? [];
    expect(found).toMatchObject({ id: 'E-1', properties: { farMax: 2 } });
    const corners = (found?.geometry.coordinates as number[][][][] | undefined)?.map((rings) =>
      rings.map(([corner]) => corner),
    );
    expect(corners).toEqual([
      [shellAt(0)[0], holeAt(0)[0]],
      [shellAt(200)[0], holeAt(200)[0]],
    ]);
    expect(diagnostics.map(({ code }) => code)).toContain('file-esri-json');
    expect(sources[0]?.coordinates?.declared).toBe('EPSG:4490');
  });
});

describe('coordinates of a plan’s own folder', () => {
  const firstOfOwn = (input: InputFile) =>
    readPlan([file('plan.json', MANIFEST), input]).diagnostics.find((one) => one.file === input.name);
  const at = (x: number, y: number, more: object = {}) =>
    file('plots.geojson', {
      ...more,
      ...(collection(
        plot('A', {
          type: 'Polygon',
          coordinates: [
            [
              [x, y],
              [x, y + 1],
              [x + 1, y],
              [x, y],
            ],
          ],
        }),
      ) as object),
    });

  test.each([
    [508956, 3523446, 'EPSG:4548', false],
    [39508956, 3523446, 'EPSG:4527', false],
    [20508956, 3523446, 'EPSG:4498', false],
    [3523446, 39508956, 'EPSG:4527', true],
    [13034000, 3740000, 'EPSG:3857', false],
  ])('%d, %d are told to look like %s', (x, y, crs, swapped) => {
    expect(firstOfOwn(at(x, y))).toMatchObject({ code: 'coordinates-projected', data: { crs, swapped, count: 4 } });
  });

  test('with latitude first are told to be swapped', () => {
    expect(firstOfOwn(at(31.8, 117.1))?.code).toBe('coordinates-swapped');
  });

  test('of a stated projected system are refused, those of a geographic one are read', async () => {
    const named = (name: string) => ({ crs: { type: 'name', properties: { name } } });
    expect(firstOfOwn(at(117, 31, named('urn:ogc:def:crs:EPSG::4548')))?.data.found).toBe('urn:ogc:def:crs:EPSG::4548');
    expect(firstOfOwn(at(117, 31, named('EPSG:4214')))?.code).toBe('crs-not-geographic');
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4490'])
      expect((await read(at(117, 31, named(name)))).candidate).toBeDefined();
  });
});

test('every word of a broken file’s diagnostic is filled in, in both languages', async () => {
  const diagnostic = await first(file('plots.geojson', '{"a": NaN}'));
  if (!diagnostic) throw new Error('The file is broken');
  expect(formatFinding(diagnostic, 'zh-CN').text).toBe(
    '文件 plots.geojson 第 1 行第 7 列不符合 JSON 语法：此处应为一个值，实际是“NaN}”。JSON 没有 NaN 和 Infinity，没有值时请写 null。',
  );
  expect(formatFinding(diagnostic, 'en').text).not.toContain('{');
});
