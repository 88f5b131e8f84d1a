import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { ByteBuffer } from 'flatbuffers';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { fromByteBuffer } from 'flatgeobuf/lib/mjs/header-meta.js';
import { calcTreeSize } from 'flatgeobuf/lib/mjs/packedrtree.js';
import { describe, expect, test } from 'vitest';
import { everyIssue } from '../../../src/core/read/compact_issues.ts';
import { recordStarts } from '../../../src/core/read/formats/shp.ts';
import { SqliteDatabase } from '../../../src/core/read/formats/sqlite/database.ts';
import { openPages } from '../../../src/core/read/formats/sqlite/pages.ts';
import { tableRows } from '../../../src/core/read/formats/sqlite/table_rows.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { InputFile, UpdateMode } from '../../../src/core/read/types.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { loadReadingMessages } from '../../../src/messages/reading.ts';
import { dxfDrawing, dxfPath, dxfText } from '../../support/dxf_drawing.ts';
import { project } from '../../support/exported_plots.ts';
import { readFolderPlan } from '../../support/plans.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const SAMPLE = readFolderPlan('tests/data/formats/round_trip');
const PLOTS = SAMPLE.layers.plots;
/** The second plot is the one that is damaged. */
const DAMAGED = 1;

/** The files of the plots of a sample GDAL wrote. */
function plotFiles(archive: string): InputFile[] {
  const path = new URL(`../../data/formats/round_trip/${archive}`, import.meta.url);
  const entries = Object.entries(unzipSync(new Uint8Array(readFileSync(path))));
  const ofPlots = entries.filter(([name]) => /plots\.(?!xml)/.test(name));
  return (ofPlots.length > 0 ? ofPlots : entries).map(([name, bytes]) => ({ name, bytes }));
}

function changed(files: readonly InputFile[], ending: string, change: (bytes: Uint8Array) => void): InputFile[] {
  return files.map(({ name, bytes }) => {
    if (!name.endsWith(ending)) return { name, bytes };
    const copy = bytes.slice();
    change(copy);
    return { name, bytes: copy };
  });
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where a record of the GeoPackage's table of plots lies. */
function recordOf(bytes: Uint8Array): Uint8Array {
  const table = new SqliteDatabase(bytes).table('plots');
  const payload = [...tableRows(openPages(bytes), table?.rootPage ?? 0)][DAMAGED]?.payload;
  if (!(payload instanceof Uint8Array)) throw new Error('the sample has plots');
  return bytes.subarray(payload.byteOffset - bytes.byteOffset, payload.byteOffset - bytes.byteOffset + payload.length);
}

/** The number of points a feature's shape has is no number of points the file could hold. */
function breakFlatgeobufShape(bytes: Uint8Array): void {
  const buffer = new ByteBuffer(bytes);
  buffer.setPosition(8);
  const { featuresCount, indexNodeSize } = fromByteBuffer(buffer);
  const view = viewOf(bytes);
  let at = 12 + view.getUint32(8, true) + calcTreeSize(featuresCount, indexNodeSize);
  for (let index = 0; index < DAMAGED; index += 1) at += 4 + view.getUint32(at, true);
  const geometry = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes.subarray(at))).geometry();
  const points = geometry?.parts(0)?.xyArray() ?? geometry?.xyArray();
  if (!points) throw new Error('the sample has shapes');
  view.setUint32(points.byteOffset - bytes.byteOffset - 4, 0x7fffffff, true);
}

const CASES: [string, string, string, (bytes: Uint8Array) => void][] = [
  [
    'shapefiles-4498.zip',
    '.shp',
    'shape-unreadable',
    (bytes) => viewOf(bytes).setInt32((recordStarts(bytes).starts[DAMAGED] ?? 0) + 8, 99, true),
  ],
  [
    'geopackage-4548.zip',
    '.gpkg',
    'container-shape-damaged',
    (bytes) => {
      const record = recordOf(bytes);
      const at = record.findIndex((byte, index) => byte === 0x47 && record[index + 1] === 0x50);
      record[at + 1] = 0;
    },
  ],
  ['flatgeobuf-4527.zip', '.fgb', 'container-shape-damaged', breakFlatgeobufShape],
];

async function read(files: readonly InputFile[], isSkipped: boolean, mode: UpdateMode = 'replace', plan = SAMPLE) {
  await loadReadingMessages('zh-CN');
  const choices = { 'shapefiles-4498.zip/zones.shp': { omitted: true } };
  const reading = await readUpdate(plan, files, mode, { choices, unreadable: isSkipped ? 'skip' : 'refuse' });
  const errors = [...everyIssue(reading.diagnostics)].filter(({ severity }) => severity === 'error');
  const report = reading.sources.find(({ layer }) => layer === 'plots')?.unreadable;
  return { ...reading, errors, report };
}

describe('one broken shape of a file', () => {
  test.each(CASES)('in %s keeps the file out, with its place and its plot', async (archive, ending, code, change) => {
    const files = plotFiles(archive);
    const sound = (await read(files, false)).candidate?.layers.plots ?? [];
    const { candidate, errors, report } = await read(changed(files, ending, change), false);
    expect(candidate).toBeUndefined();
    expect(errors.map((one) => [one.code, one.layer, one.feature, one.pointer])).toEqual([
      [code, 'plots', sound[DAMAGED]?.id, `/row/${DAMAGED + 1}`],
    ]);
    expect(report?.shapes).toEqual({ keptCount: 1, leftOutCount: 0 });
    const { text } = formatFinding(errors[0] as (typeof errors)[0], 'zh-CN');
    expect(text).toContain(sound[DAMAGED]?.id);
    expect(text).toContain(`第 ${DAMAGED + 1} 行`);
  });

  test.each(CASES)(
    'in %s is passed over on a person’s word: the present shape stays',
    async (archive, ending, code, change) => {
      const files = plotFiles(archive);
      const sound = (await read(files, false)).candidate?.layers.plots ?? [];
      const { candidate, errors } = await read(changed(files, ending, change), true);
      expect(errors.map((one) => [one.code, one.data.skipped])).toEqual([[code, 'shape-kept']]);
      const plots = candidate?.layers.plots ?? [];
      expect(plots.map(({ id }) => id)).toEqual(sound.map(({ id }) => id));
      const present = PLOTS.find(({ id }) => id === sound[DAMAGED]?.id);
      expect(plots[DAMAGED]?.geometry).toEqual(present?.geometry);
      expect(plots[DAMAGED]?.properties.farMax).toEqual(present?.properties.farMax);
    },
  );
});

describe('a broken record of a GeoPackage', () => {
  const damaged = changed(plotFiles('geopackage-4548.zip'), '.gpkg', (bytes) => recordOf(bytes).fill(0x7f, 0, 1));

  test('does not take the rows behind it along', async () => {
    const { candidate, errors } = await read(damaged, false);
    expect(candidate).toBeUndefined();
    expect(errors.map((one) => [one.code, one.pointer])).toEqual([['container-row-damaged', `/row/${DAMAGED + 1}`]]);
  });

  test('is left out on a person’s word, and it is said that nobody knows which feature it was', async () => {
    const sound = (await read(plotFiles('geopackage-4548.zip'), false)).candidate?.layers.plots ?? [];
    const { candidate, errors } = await read(damaged, true);
    expect(candidate?.layers.plots).toEqual(sound.filter((_, index) => index !== DAMAGED));
    expect(errors[0]?.data.skipped).toBe('unknown');
    expect(formatFinding(errors[0] as (typeof errors)[0], 'zh-CN').text).toContain('读不出它的编号');
  });
});

describe('one broken shape of text', () => {
  const PLAN = planOf({ plots: [plot('A', rectangle(0, 0, 100, 100)), plot('B', rectangle(100, 0, 100, 100))] });
  const ringOf = (id: string) => PLAN.layers.plots.find((one) => one.id === id)?.geometry.coordinates[0] as number[][];
  const wktOf = (id: string) =>
    `POLYGON((${ringOf(id)
      .map((point) => point.join(' '))
      .join(',')}))`;
  const csvOf = (a: string) => file('地块.csv', `地块编号,WKT\nA,"${a}"\nB,"${wktOf('B')}"\n`);
  const pointsOf = (id: string) =>
    ringOf(id)
      .slice(0, 4)
      .map(([x, y], k) => `${id},J${k + 1},${x},${y}`);
  const cornersOf = (change: (line: string) => string) =>
    file('界址点.csv', ['地块编号,点号,经度,纬度', ...pointsOf('A').map(change), ...pointsOf('B')].join('\n'));
  const kmlOf = (a: string) =>
    file(
      '地块.kml',
      `<kml><Folder><name>地块</name>${[
        ['A', a] as const,
        [
          'B',
          ringOf('B')
            .map((one) => one.join(','))
            .join(' '),
        ] as const,
      ]
        .map(
          ([id, text]) =>
            `<Placemark><name>${id}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${text}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`,
        )
        .join('')}</Folder></kml>`,
    );

  test.each([
    ['well-known text', csvOf(wktOf('A').slice(0, -9)), 'wkt-unreadable'],
    ['boundary points', cornersOf((line) => line.replace('A,J3,', 'A,J3,东')), 'table-position-unreadable'],
    ['KML', kmlOf('117.1,31.8 117.2,x 117.2,31.9'), 'position-invalid'],
  ])('%s: the rest is taken on a person’s word, and the plot keeps its shape', async (_, damaged, code) => {
    const refused = await read([damaged], false, 'replace', PLAN);
    expect(refused.candidate).toBeUndefined();
    expect(refused.errors.map((one) => [one.code, one.feature])).toContainEqual([code, 'A']);
    const { candidate, report } = await read([damaged], true, 'replace', PLAN);
    expect(candidate?.layers.plots.map(({ id, geometry }) => [id, geometry])).toEqual(
      PLAN.layers.plots.map(({ id, geometry }) => [id, geometry]),
    );
    expect(report?.shapes).toEqual({ keptCount: 1, leftOutCount: 0 });
  });
});

describe('an entity of a drawing with a figure that is none', () => {
  const SHAPES = [0, 200, 400, 600].map((x) => rectangle(x, 0, 100, 100));
  const PLAN = planOf({ plots: SHAPES.map((shape, index) => plot(`A-0${index + 1}`, shape)) });
  const EDGES = SHAPES.map(({ coordinates: [ring = []] }) =>
    ring.map((at) => project('EPSG:4548')([at[0] ?? 0, at[1] ?? 0]) as [number, number]),
  );
  const [broken = '', ...sound] = EDGES.map((ring) => dxfPath('地块', ring));
  const numbers = EDGES.map(([at = [0, 0]], index) => dxfText('编号', at[0] + 50, at[1] + 50, `A-0${index + 1}`));
  const drawingOf = (entity: string) => file('a.dxf', dxfDrawing([entity, ...sound, ...numbers]));
  const damaged = drawingOf(broken.replace(/\n20\n[\d.]+/, '\n20\n35l2;'));

  test('keeps the drawing out and is named, and does not become another shape', async () => {
    const { candidate, errors } = await read([damaged], false, 'merge', PLAN);
    expect(candidate).toBeUndefined();
    expect(errors.map((one) => [one.code, one.layer, one.data.cadLayer, one.data.found])).toEqual([
      ['dxf-entity-broken', 'plots', '地块', '35l2;'],
    ]);
    expect(errors[0]?.pointer).toMatch(/^\/LWPOLYLINE\//);
  });

  test('is left out on a person’s word, the others are taken', async () => {
    const { candidate, errors } = await read([damaged], true, 'replace', PLAN);
    expect(errors.map((one) => one.data.skipped)).toEqual(['unknown']);
    expect(candidate?.layers.plots.map(({ id }) => id)).toEqual(['A-02', 'A-03', 'A-04']);
    expect((await read([drawingOf(broken)], false, 'replace', PLAN)).candidate?.layers.plots).toHaveLength(4);
  });

  test('on a layer that is none of the plan’s is nobody’s trouble', async () => {
    const frame = broken.replace('\n8\n地块', '\n8\n图框').replace(/\n20\n[\d.]+/, '\n20\nx');
    const [first = ''] = EDGES.map((ring) => dxfPath('地块', ring));
    const drawn = file('a.dxf', dxfDrawing([frame, first, ...sound, ...numbers]));
    const { candidate, errors } = await read([drawn], false, 'replace', PLAN);
    expect(errors).toEqual([]);
    expect(candidate?.layers.plots).toHaveLength(4);
  });
});
