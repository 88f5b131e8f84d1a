import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDescription } from '../../../src/core/read/formats/kml/description.ts';
import { openFiles } from '../../../src/core/read/open/open_files.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { SourceLayer } from '../../../src/core/read/source.ts';
import type { ChoicesBySource } from '../../../src/core/read/types.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

interface Row {
  id?: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
}

const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../data/formats/${name}`, import.meta.url)));
const encode = (text: string) => new TextEncoder().encode(text);
const rowsOf = (source: SourceLayer | undefined) => (source?.features ?? []) as Row[];

async function open(name: string, content: Uint8Array | string, choices: ChoicesBySource = {}) {
  const bytes = typeof content === 'string' ? encode(content) : content;
  const { sources, logs } = await openFiles([{ name, bytes }], choices);
  return { sources, diagnostics: logs.flatMap((log) => log.list()) };
}

const square = (x = 117.1, y = 31.83) =>
  `${x},${y},0 ${x + 0.001},${y},0 ${x + 0.001},${y + 0.001},0 ${x},${y + 0.001},0 ${x},${y},0`;
const area = (inside = '', x?: number) =>
  `<Polygon><outerBoundaryIs><LinearRing><coordinates>${square(x)}</coordinates></LinearRing></outerBoundaryIs>${inside}</Polygon>`;
const kml = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a > b -->\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;

describe('what GDAL wrote as KML', () => {
  const written = (layer: string): Row[] =>
    JSON.parse(new TextDecoder().decode(bytesOf(`containers-${layer}.geojson`))).features;
  const flat = (value: unknown): number[] => [value].flat(Number.POSITIVE_INFINITY) as number[];

  it.each(['plots-libkml', 'plots-ogr', 'roads-libkml', 'roads-ogr'])('comes back whole: %s', async (name) => {
    const { sources, diagnostics } = await open('a.kml', bytesOf(`drawings-${name}.kml`));
    expect(diagnostics).toEqual([]);
    const layer = name.slice(0, 5);
    expect(sources.map((source) => source.name)).toEqual([`a.kml/${layer === 'plots' ? 'plots' : 'roads'}`]);
    const expected = written(layer);
    expect(rowsOf(sources[0]).length).toBe(expected.length);
    for (const [index, row] of rowsOf(sources[0]).entries()) {
      expect(row.properties).toEqual(expected[index]?.properties);
      expect(row.geometry?.type).toBe(expected[index]?.geometry?.type);
      const [have, want] = [flat(row.geometry?.coordinates), flat(expected[index]?.geometry?.coordinates)];
      expect(have.length).toBe(want.length);
      for (const [at, value] of have.entries()) expect(Math.abs(value - (want[at] ?? 0))).toBeLessThan(1e-9);
    }
    expect(sources[0]?.declaredCrs).toMatchObject({ kind: 'specification' });
  });

  it('becomes a candidate, both layers of a KMZ told by their folders', async () => {
    const plan = planOf({});
    const reading = await readUpdate(plan, [{ name: 'plan.kmz', bytes: bytesOf('drawings-both.kmz') }], 'replace');
    const codes = reading.diagnostics.map(({ code }) => code);
    for (const code of ['kml-not-read', 'kml-empty', 'parts-left-out']) expect(codes).not.toContain(code);
    expect(reading.sources.map(({ name }) => name)).toEqual(['plan.kmz/plots', 'plan.kmz/roads']);
    expect(reading.sources.map(({ layer, isPart }) => [layer, isPart])).toEqual([
      ['plots', true],
      ['roads', true],
    ]);
    expect(reading.candidate?.layers.plots.map(({ id }) => id)).toEqual(
      written('plots').map(({ properties }) => properties.id),
    );
    expect(reading.candidate?.layers.roads.length).toBe(written('roads').length);
  });
});

describe('a KML', () => {
  it('keeps holes, collections and heights, and reads coordinates with spaces behind the commas', async () => {
    const hole =
      '<innerBoundaryIs><LinearRing><coordinates>117.1002, 31.8302, 5 117.1004, 31.8302, 5 117.1004, 31.8304, 5 117.1002, 31.8302, 5</coordinates></LinearRing></innerBoundaryIs>';
    const { sources } = await open(
      'a.kml',
      kml(
        `<Placemark id="x"><name>A</name><MultiGeometry><MultiGeometry>${area(hole)}</MultiGeometry>${area('', 117.2)}</MultiGeometry></Placemark>`,
      ),
    );
    expect(rowsOf(sources[0])[0]?.geometry).toEqual({
      type: 'MultiPolygon',
      coordinates: [
        [
          expect.anything(),
          [
            [117.1002, 31.8302, 5],
            [117.1004, 31.8302, 5],
            [117.1004, 31.8304, 5],
            [117.1002, 31.8302, 5],
          ],
        ],
        [expect.anything()],
      ],
    });
  });

  it('is read in the encoding it states, or GBK where it wrongly says UTF-8', async () => {
    const gbk = (text: string) =>
      Uint8Array.from(
        [...text].flatMap((sign) => ({ 地: [0xb5, 0xd8], 块: [0xbf, 0xe9] })[sign] ?? [sign.charCodeAt(0)]),
      );
    const text = kml(`<Placemark><name>地块</name><Point><coordinates>117,31</coordinates></Point></Placemark>`);
    for (const label of ['GBK', 'gb2312', 'GB18030', 'UTF-8']) {
      const { sources } = await open('a.kml', gbk(text.replace('UTF-8', label)));
      expect(rowsOf(sources[0])[0]?.properties.name).toBe('地块');
      expect(sources[0]?.encoding).toMatch(/^gb/);
    }
    const utf16 = new Uint8Array(text.length * 2 + 2);
    utf16.set([0xff, 0xfe]);
    for (const [index, sign] of [...text].entries())
      utf16.set([sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8], 2 + index * 2);
    for (const bytes of [utf16, utf16.slice(2)])
      expect(rowsOf((await open('a.kml', bytes)).sources[0])[0]?.properties.name).toBe('地块');
  });

  it('is read in the encoding a person chose', async () => {
    const text = kml('<Placemark><name>é</name><Point><coordinates>117,31</coordinates></Point></Placemark>');
    const bytes = Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));
    const { sources } = await open('a.kml', bytes, { 'a.kml': { encoding: 'windows-1252' } });
    expect(rowsOf(sources[0])[0]?.properties.name).toBe('é');
  });

  it('whose placemarks have a number here and only a name there goes by names that are numbers', async () => {
    const numbered = '<ExtendedData><Data name="地块编号"><value>A-09</value></Data></ExtendedData>';
    const mark = (name: string, data: string) => `<Placemark><name>${name}</name>${data}${area()}</Placemark>`;
    const { sources, diagnostics } = await open(
      'a.kml',
      kml(mark('A-01', '') + mark('未命名', numbered) + mark('A-09', '') + mark('水塘', '')),
    );
    // A-09 is taken.
    expect(rowsOf(sources[0]).map(({ id }) => id)).toEqual(['A-01', undefined, undefined, undefined]);
    expect(diagnostics).toMatchObject([{ code: 'kml-named-by-name', data: { count: 1, found: 'A-01' } }]);
  });

  it('reads the table ArcGIS writes into a description, as text and not as markup', async () => {
    const rows = [
      ['地块编号', 'A-01'],
      ['RJL', '2.5'],
      ['备注', '&lt;b&gt;&amp;amp;&lt;/b&gt;'],
    ];
    const inner = rows.map(([name, value]) => `<tr bgcolor="#D4E4F3"><td>${name}</td><td>${value}</td></tr>`).join('');
    const description = `<html><body><table><tr><td>A-01</td></tr><tr><td><table>${inner}</table></td></tr></table></body></html>`;
    expect(readDescription(description)).toEqual({
      fields: [
        ['地块编号', 'A-01'],
        ['RJL', '2.5'],
        ['备注', '<b>&amp;</b>'],
      ],
      text: '',
    });
    const { sources } = await open(
      'a.kml',
      kml(
        `<Placemark id="ID_00000"><name>x</name><description><![CDATA[${description}]]></description>${area()}</Placemark>`,
      ),
    );
    expect(rowsOf(sources[0])[0]).toMatchObject({ properties: { 地块编号: 'A-01', RJL: '2.5' } });
    expect(rowsOf(sources[0])[0]?.id).toBeUndefined();
  });

  it('reads lines such as 容积率：2.5 of a description and keeps the rest as text', () => {
    expect(readDescription('用地性质：商业<br>容积率≤2.5<br/>位于<b>路口</b>')).toEqual({
      fields: [
        ['用地性质', '商业'],
        ['容积率', '≤2.5'],
      ],
      text: '位于路口',
    });
  });

  it('takes the names as numbers where there is nothing else, and says so', async () => {
    const marks = ['A-01', 'A-02'].map(
      (name, index) => `<Placemark><name>${name}</name>${area('', 117.1 + index / 100)}</Placemark>`,
    );
    const { sources, diagnostics } = await open('a.kml', kml(marks.join('')));
    expect(rowsOf(sources[0]).map(({ properties }) => properties.地块编号)).toEqual(['A-01', 'A-02']);
    expect(diagnostics).toMatchObject([{ code: 'kml-named-by-name', data: { count: 2 } }]);
  });

  it('whose names are plot numbers leaves the plan’s own names alone, and a placemark without a shape is told', async () => {
    const plan = planOf({
      plots: [plot('A-01', rectangle(0, 0, 100, 100), { name: '河畔公园', nameEn: 'Riverside' })],
    });
    const ring = plan.layers.plots[0]?.geometry.coordinates[0] as number[][];
    const polygon = `<Polygon><outerBoundaryIs><LinearRing><coordinates>${ring.map(String).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
    const folder = `<Folder><name>地块</name><Placemark><name>A-01地块</name>${polygon}</Placemark><Placemark><name>说明</name></Placemark></Folder>`;
    const reading = await readUpdate(plan, [{ name: 'a.kml', bytes: encode(kml(folder)) }], 'merge');
    expect(reading.candidate?.layers.plots.map(({ properties }) => properties)).toEqual([
      { name: '河畔公园', nameEn: 'Riverside' },
    ]);
    expect(reading.diagnostics.find(({ code }) => code === 'kml-without-shape')).toMatchObject({
      severity: 'warning',
      pointer: '/Placemark/2',
      data: { count: 1, found: ['说明'] },
    });
  });

  it('keeps areas and their label points apart, and drops the points joined to an area', async () => {
    const label = '<Point><coordinates>117,31</coordinates></Point>';
    const { sources, diagnostics } = await open(
      'a.kml',
      kml(
        `<Folder><name>地块</name><Placemark><name>A-01</name><MultiGeometry>${label}${area()}</MultiGeometry></Placemark><Placemark><name>t</name>${label}</Placemark></Folder><NetworkLink/>`,
      ),
    );
    expect(sources.map(({ name, isPart }) => [name, isPart])).toEqual([
      ['a.kml/地块', true],
      ['a.kml/地块 (point)', true],
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['kml-parts-dropped', 'kml-not-read']));
  });

  it('leaves out the folders whose layer nothing tells, unless a person says otherwise', async () => {
    const folder = (name: string, inside: string) => `<Folder><name>${name}</name>${inside}</Folder>`;
    const text = kml(
      folder('地块', `<Placemark><name>A-01</name>${area()}</Placemark>`) +
        folder('其他', `<Placemark><name>P1</name>${area('', 117.3)}</Placemark>`),
    );
    const plan = planOf({ plots: [plot('A-01', rectangle(0, 0, 50, 50))] });
    const read = (choices: ChoicesBySource) =>
      readUpdate(plan, [{ name: 'a.kml', bytes: encode(text) }], 'replace', { choices });
    const first = await read({});
    expect(first.candidate?.layers.plots.length).toBe(1);
    expect(first.sources.map(({ omitted }) => omitted)).toEqual([undefined, 'untold']);
    expect(first.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'parts-left-out', data: { count: 1, parts: ['其他'], features: 1 } }),
    );
    const second = await read({ 'a.kml/其他': { layer: 'zones' }, 'a.kml/地块': { omitted: true } });
    expect(second.layers).toEqual(['zones']);
    expect(second.sources.map(({ omitted }) => omitted)).toContain('chosen');
  });

  it('asks where no folder tells its layer', async () => {
    const folder = (name: string) =>
      `<Folder><name>${name}</name><Placemark><name>${name}</name>${area()}</Placemark></Folder>`;
    const { undecided, candidate, diagnostics, sources } = await readUpdate(
      planOf({}),
      [{ name: 'a.kml', bytes: encode(kml(folder('甲') + folder('乙'))) }],
      'replace',
    );
    expect(undecided).toEqual(['a.kml/甲', 'a.kml/乙']);
    expect(sources.map(({ omitted }) => omitted)).toEqual([undefined, undefined]);
    expect(candidate).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('parts-untold');
  });

  it('says where it is broken', async () => {
    const { sources, diagnostics } = await open('a.kml', kml(`<Placemark>\n<name>A & B</name></Placemark>`));
    expect(sources).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'kml-broken', severity: 'error', data: { line: 4 } }]);
  });

  it('is not harmed by entities that grow, entities from elsewhere and endless nesting', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>`;
    const outside = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&x;</name></Placemark></kml>`;
    const deep = `<kml>${'<Folder>'.repeat(100_000)}`;
    for (const text of [bomb, outside, deep])
      expect((await open('a.kml', text)).diagnostics).toMatchObject([{ code: 'kml-broken' }]);
  });

  it('takes a whole of many folders by the folders above them', async () => {
    const many = Array.from(
      { length: 80 },
      (_, index) =>
        `<Folder><name>${index}</name><Placemark><name>A-${100 + index}</name>${area()}</Placemark></Folder>`,
    );
    const { sources } = await open('a.kml', kml(`<Folder><name>地块</name>${many.join('')}</Folder>`));
    expect(sources.map(({ name }) => name)).toEqual(['a.kml/地块']);
    expect(rowsOf(sources[0])[7]?.properties.folder).toBe('7');
  });
});
