import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { type AnyFeature, type Geometry, LAYER_IDS, type LayerId, type Plan } from '../../../src/core/plan/types.ts';
import { emptyLayers, setLayer } from '../../../src/core/read/read_plan.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { InputFile, ReadOptions } from '../../../src/core/read/types.ts';
import { GdalFolder, HAS_GDAL } from '../../support/gdal.ts';
import { planDifferences } from '../../support/plan_differences.ts';
import { readFolderPlan } from '../../support/plans.ts';

/*
 * GDAL writes the whole plan that ships as planners' programs would; it must come back as the same plan, within a millimetre and field
 * by field. Where `ogr2ogr` is absent these are skipped; what GDAL wrote of a few features stands in (`gdal_sample.test.ts`).
 */

const PLAN = readFolderPlan('data/geojson');
/** A plan that helps with nothing: what is read is told by the files alone. */
const NOTHING: Plan = { manifest: PLAN.manifest, layers: emptyLayers() };
const CRS_THAT_MATTER = [4326, 4490, 4548, 4527, 4509, 4498, 32650, 3857, 2384, 2363, 2436, 2415, 2335, 21420] as const;

const gdal = HAS_GDAL ? new GdalFolder(PLAN) : undefined;
afterAll(() => gdal?.remove());

const made = new Map<string, InputFile[]>();

/** The files of a conversion; the same one is done once. Their bytes are each reading's own. */
function written(out: string, options: readonly string[], layers: readonly LayerId[] = []): InputFile[] {
  if (!gdal) throw new Error('ogr2ogr is absent');
  const key = JSON.stringify([out, options, layers]);
  const files = made.get(key) ?? gdal.convert(out, options, layers);
  made.set(key, files);
  return files.map(({ name, bytes }) => ({ name, bytes: bytes.slice() }));
}

/** Each layer as a file of its own, for formats that hold one. */
const eachLayer = (ending: string, options: readonly string[]) =>
  LAYER_IDS.flatMap((layer) => written(`${layer}.${ending}`, options, [layer]));

/** GeoJSON as it was before RFC 7946, in any system, which a `crs` member names. */
const oldGeojson = (code: number) =>
  eachLayer(`${code}.json`, ['-f', 'GeoJSON', '-t_srs', `EPSG:${code}`, '-lco', 'COORDINATE_PRECISION=9']);

/** Reads files and holds them against the plan they were written of. */
async function expectThePlan(
  files: readonly InputFile[],
  { base = NOTHING, ...options }: ReadOptions & { base?: Plan } = {},
) {
  const { candidate, diagnostics, layers, sources } = await readUpdate(base, files, 'replace', options);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(layers).toEqual(LAYER_IDS);
  expect(candidate && planDifferences(PLAN, candidate, LAYER_IDS)).toEqual([]);
  return { diagnostics, sources };
}

describe.skipIf(!HAS_GDAL)('the whole plan that GDAL wrote is the same plan', () => {
  test.each(CRS_THAT_MATTER)('from a GeoPackage in EPSG:%i', async (code) => {
    const files = written(`${code}.gpkg`, ['-f', 'GPKG', '-t_srs', `EPSG:${code}`]);
    const { sources } = await expectThePlan(files);
    expect(new Set(sources.map(({ coordinates }) => coordinates?.crs))).toEqual(new Set([`EPSG:${code}`]));
    expect(new Set(sources.map(({ coordinates }) => coordinates?.how))).toEqual(new Set(['declared']));
  });

  test.each([4326, 4527, 32650])('from FlatGeobuf in EPSG:%i, with and without an index', async (code) => {
    const options = ['-f', 'FlatGeobuf', '-t_srs', `EPSG:${code}`];
    await expectThePlan(written(`fgb-${code}`, options));
    await expectThePlan(written(`fgb-plain-${code}`, [...options, '-lco', 'SPATIAL_INDEX=NO']));
  });

  test('from GeoJSON as RFC 7946 has it', async () => {
    const rfc = ['-f', 'GeoJSON', '-lco', 'RFC7946=YES', '-lco', 'COORDINATE_PRECISION=9'];
    const { diagnostics } = await expectThePlan(eachLayer('geojson', rfc));
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test.each([4326, 4548, 4498, 3857])('from old GeoJSON with a crs member, EPSG:%i', async (code) => {
    await expectThePlan(oldGeojson(code));
  });

  test('from GeoJSON text sequences, lines with and without record separators', async () => {
    const lines = ['-f', 'GeoJSONSeq', '-lco', 'COORDINATE_PRECISION=9'];
    await expectThePlan(eachLayer('geojsonl', lines));
    await expectThePlan(eachLayer('geojsons', [...lines, '-lco', 'RS=YES']));
  });

  test.each([
    ['plan.kml', 'KML'],
    ['plan.kmz', 'LIBKML'],
  ])('from %s, a folder a layer', async (name, driver) => {
    await expectThePlan(written(name, ['-f', driver]));
  });

  test.each([4326, 4527])('from CSV with a column of well-known text, EPSG:%i', async (code) => {
    const options = ['-f', 'CSV', '-t_srs', `EPSG:${code}`, '-lco', 'GEOMETRY=AS_WKT'];
    await expectThePlan(written(`wkt-${code}`, options));
  });

  test.each(['CSV', 'JSON'])('whether lists came as GDAL’s own form or as %s', async (form) => {
    // What a person makes of a list in a table that has none: items between commas, or JSON.
    const say = (value: unknown): unknown =>
      !Array.isArray(value) || typeof value[0] !== 'string'
        ? value
        : form === 'JSON'
          ? JSON.stringify(value)
          : value.join('、');
    const files = eachLayer('lists.geojsonl', ['-f', 'GeoJSONSeq', '-lco', 'COORDINATE_PRECISION=9']).map((file) => {
      const rows = new TextDecoder()
        .decode(file.bytes)
        .trim()
        .split('\n')
        .map((line) => {
          const { properties, ...rest } = JSON.parse(line) as { properties: Record<string, unknown> };
          return JSON.stringify({
            ...rest,
            properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, say(value)])),
          });
        });
      return { ...file, bytes: new TextEncoder().encode(rows.join('\n')) };
    });
    await expectThePlan(files);
  });
});

describe.skipIf(!HAS_GDAL)('the whole plan that GDAL wrote without saying its coordinates is the same plan', () => {
  /** The layers in a system whose `crs` member was dropped, as exports lose it; axes turned where wanted. */
  const undeclared = (code: number, isSwapped: boolean): InputFile[] =>
    oldGeojson(code).map((file) => {
      const { crs: _, ...rest } = JSON.parse(new TextDecoder().decode(file.bytes));
      const text = JSON.stringify(rest, (name, value) => (name === 'coordinates' && isSwapped ? turned(value) : value));
      return { ...file, bytes: new TextEncoder().encode(text) };
    });
  const turned = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    return typeof value[0] === 'number' ? [value[1], value[0]] : value.map(turned);
  };

  test.each([
    [4490, false],
    [4490, true],
    [4527, false],
    [4527, true],
    [4548, false],
    [4548, true],
    [4498, false],
    [4509, true],
    [32650, false],
    [3857, false],
  ])('EPSG:%i, axes turned: %s', async (code, isSwapped) => {
    const { sources } = await expectThePlan(undeclared(code, isSwapped), { base: PLAN });
    for (const { coordinates } of sources) expect(coordinates?.swapped).toBe(isSwapped);
  });
});

describe.skipIf(!HAS_GDAL)('the whole plan that GDAL wrote as shapefiles is the same plan', () => {
  /** A shapefile holds one kind of geometry: the metro's lines and stations are two. */
  const shapefiles = (encoding: string, code: number): InputFile[] => {
    const options = ['-f', 'ESRI Shapefile', '-t_srs', `EPSG:${code}`, '-lco', `ENCODING=${encoding}`];
    const folder = `shp-${encoding}-${code}`;
    written(
      folder,
      options,
      LAYER_IDS.filter((layer) => layer !== 'metro'),
    );
    const metro = (name: string, type: string) => [...options, '-nln', name, '-where', `OGR_GEOMETRY='${type}'`];
    written(folder, metro('metro_lines', 'LINESTRING'), ['metro']);
    return written(folder, metro('metro_stations', 'POINT'), ['metro']);
  };

  test.each([
    ['GBK', 4527],
    ['UTF-8', 4548],
    ['UTF-8', 32650],
  ] as const)(
    'in %s and EPSG:%i, its ten-character names told by the present plan’s values',
    async (encoding, code) => {
      const { sources } = await expectThePlan(shapefiles(encoding, code), { base: PLAN });
      const plots = sources.find(({ layer }) => layer === 'plots');
      expect(plots?.fields.find(({ from }) => from === 'greenRatio')?.how).toBe('guessed');
      expect(plots?.encoding).toBe(encoding === 'GBK' ? 'gb18030' : undefined);
    },
  );

  test('in one archive, without .cpg, as it is sent by mail', async () => {
    const files = shapefiles('GBK', 4527).filter(({ name }) => !name.endsWith('.cpg'));
    const bytes = zipSync(Object.fromEntries(files.map((file) => [`控规/${file.name}`, file.bytes])));
    const name = '控规.zip';
    await expectThePlan([{ name, bytes }], { base: PLAN });
  });

  test('says which list was cut at 254 bytes, and which short names have two meanings where no plan tells', async () => {
    const { diagnostics } = await readUpdate(NOTHING, shapefiles('UTF-8', 4527), 'replace');
    const told = diagnostics.map(({ code, layer, data }) => [code, layer, data.field ?? data.found]);
    expect(told).toContainEqual(['list-unreadable', 'zones', 'heightBands']);
    expect(told).toContainEqual(['field-name-cut', 'plots', 'greenRatio']);
    expect(diagnostics.find(({ code }) => code === 'field-name-cut')?.data.fields).toEqual([
      'greenRatioMinPercent',
      'greenRatioMaxPercent',
    ]);
  });
});

describe.skipIf(!HAS_GDAL)('the shapes of the whole plan that GDAL wrote as a drawing', () => {
  /** What a planning office calls the layers of its drawing. A phase must state its place in the order, which no outline does. */
  const CAD_LAYERS: Partial<Record<LayerId, string>> = {
    zones: '重点区域',
    water: '水系',
    green: '绿地',
    roads: '道路',
    plots: '地块',
    buildings: '建筑',
    landmarks: '地标',
  };
  const isRing = ({ type, coordinates }: Geometry) =>
    type === 'LineString' && String(coordinates[0]) === String(coordinates.at(-1));
  const hasHole = ({ type, coordinates }: Geometry) => type === 'Polygon' && coordinates.length > 1;
  const layers = LAYER_IDS.filter((layer) => CAD_LAYERS[layer] !== undefined);
  const everything = layers.map((layer) => `SELECT geometry, '${CAD_LAYERS[layer]}' AS Layer FROM ${layer}`);

  test.each([
    ['hatches', 'YES'],
    ['closed polylines', 'NO'],
  ])('as %s, layer by layer, are the same', async (_, hatches) => {
    const query = ['-dialect', 'SQLite', '-sql', everything.join(' UNION ALL ')];
    const config = ['--config', 'DXF_WRITE_HATCH', hatches, '-t_srs', 'EPSG:4527'];
    const files = written(`hatches-${hatches}.dxf`, ['-f', 'DXF', ...config, ...query]);
    const { candidate, diagnostics } = await readUpdate(PLAN, files, 'replace');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const layer of layers) {
      // A closed polyline may bound an area or be a ring road: on a layer of roads it is left out, and told.
      const own = (PLAN.layers[layer] as AnyFeature[]).filter((feature) => !isRing(feature.geometry));
      // A hole is a polyline like any other.
      if (hatches === 'NO' && own.some((feature) => hasHole(feature.geometry))) continue;
      const read = (candidate?.layers[layer] ?? []) as AnyFeature[];
      expect(read.length, layer).toBe(own.length);
      // A drawing has no attributes: what was drawn in the same order is the same.
      const named = read.map((feature, index) => ({ ...own[index], geometry: feature.geometry }) as AnyFeature);
      const after: Plan = { ...PLAN, layers: { ...PLAN.layers } };
      setLayer(after.layers, layer, named);
      const before: Plan = { ...PLAN, layers: { ...PLAN.layers } };
      setLayer(before.layers, layer, own);
      expect(planDifferences(before, after, [layer])).toEqual([]);
    }
  });
});

describe.skipIf(!HAS_GDAL)('attributes that GDAL wrote as tables', () => {
  /** The plan's shapes without what is said of them, but for what a phase must have. */
  const bare: Plan = { ...PLAN, layers: emptyLayers() };
  for (const layer of LAYER_IDS)
    setLayer(
      bare.layers,
      layer,
      (PLAN.layers[layer] as AnyFeature[]).map((feature) => ({
        ...feature,
        properties: 'sequence' in feature.properties ? { sequence: feature.properties.sequence } : {},
      })),
    );

  test('of CSV, a file a layer, come back field by field onto shapes that had none', async () => {
    await expectThePlan(written('csv', ['-f', 'CSV']), { base: bare });
  });

  test('of one workbook, a sheet a layer, do too', async () => {
    await expectThePlan(written('plan.xlsx', ['-f', 'XLSX']), { base: bare });
  });
});
