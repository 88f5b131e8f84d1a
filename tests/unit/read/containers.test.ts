import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import { FORMATS } from '../../../src/core/read/formats/registry.ts';
import type { SourceLayer } from '../../../src/core/read/source.ts';

interface Row {
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
}

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../data/formats/${name}`, import.meta.url)));
}

async function open(
  name: string,
  bytes: Uint8Array,
): Promise<{ sources: SourceLayer[]; log: DiagnosticLog; format: string }> {
  const main = { name, bytes };
  const log = new DiagnosticLog(name);
  const format = FORMATS.find((one) => one.matches(main));
  const sources = (await format?.open({ main, companions: new Map(), log, choices: {} })) ?? [];
  return { sources, log, format: format?.format ?? '' };
}

const written = (layer: string): Row[] =>
  JSON.parse(new TextDecoder().decode(bytesOf(`containers-${layer}.geojson`))).features;
const flat = (value: unknown): number[] => [value].flat(Number.POSITIVE_INFINITY) as number[];
const filled = (properties: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));

function expectSame(source: SourceLayer | undefined, layer: string): void {
  const expected = written(layer).sort((a, b) => String(a.properties.id).localeCompare(String(b.properties.id)));
  const read = [...((source?.features ?? []) as Row[])].sort((a, b) =>
    String(a.properties.id).localeCompare(String(b.properties.id)),
  );
  expect(read.map((row) => filled(row.properties))).toEqual(expected.map((row) => row.properties));
  for (const [index, row] of read.entries()) {
    expect(row.geometry?.type).toBe(expected[index]?.geometry?.type);
    const [have, want] = [flat(row.geometry?.coordinates), flat(expected[index]?.geometry?.coordinates)];
    expect(have.length).toBe(want.length);
    for (const [at, value] of have.entries()) expect(Math.abs(value - (want[at] ?? 0))).toBeLessThan(1e-9);
  }
}

describe('what GDAL wrote', () => {
  it('comes back from every table of a GeoPackage, attributes as a table', async () => {
    const { sources, log, format } = await open('a.gpkg', bytesOf('containers-4326.gpkg'));
    expect(format).toBe('geopackage');
    expect(log.list()).toEqual([]);
    expect(sources.map(({ name, isTable }) => [name, isTable])).toEqual([
      ['a.gpkg/plots', undefined],
      ['a.gpkg/roads', undefined],
      ['a.gpkg/figures', true],
    ]);
    expectSame(sources[0], 'plots');
    expectSame(sources[1], 'roads');
    expect(sources[0]?.declaredCrs?.text).toBe('EPSG:4326');
    expect(sources[0]?.pointerOf(0)).toBe('/row/1');
  });

  it('declares the projected system of a GeoPackage and of a FlatGeobuf', async () => {
    const geopackage = await open('b.gpkg', bytesOf('containers-4527.gpkg'));
    expect(geopackage.sources[0]?.declaredCrs).toEqual({ text: 'EPSG:4527', kind: 'name' });
    // The table QGIS keeps its styles in is none of the plan's.
    expect(geopackage.sources.map(({ name }) => name)).toEqual(['b.gpkg/plots', 'b.gpkg/roads']);
    const flatgeobuf = await open('b.fgb', bytesOf('containers-roads-4527.fgb'));
    expect(flatgeobuf.sources[0]?.declaredCrs).toEqual({ text: 'EPSG:4527', kind: 'name' });
    expect(flatgeobuf.sources[0]?.features.length).toBe(8);
  });

  it('comes back from a FlatGeobuf', async () => {
    const { sources, log } = await open('c.fgb', bytesOf('containers-plots.fgb'));
    expect(log.list()).toEqual([]);
    expectSame(sources[0], 'plots');
  });
});

describe('a topology', () => {
  const topology = (arcs: unknown) => ({
    type: 'Topology',
    objects: {
      plots: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: 'A', arcs, properties: { far: 2 } }] },
    },
    arcs: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  });
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

  it('gives one source per object', async () => {
    const { sources, format } = await open('t.json', bytes(topology([[0]])));
    expect(format).toBe('topojson');
    expect(sources[0]?.name).toBe('t.json/plots');
    expect(sources[0]?.features[0]).toMatchObject({ id: 'A', properties: { far: 2 }, geometry: { type: 'Polygon' } });
    expect(sources[0]?.pointerOf(0)).toBe('/objects/plots/geometries/0');
  });

  it('says which arc is missing', async () => {
    const { sources } = await open('t.json', bytes(topology([[7]])));
    expect(sources[0]?.shapeFaults?.get(0)).toMatchObject([
      { code: 'topojson-arc', pointer: '/objects/plots/geometries/0/arcs', data: { found: '7' } },
    ]);
  });
});

describe('damage', () => {
  it.each(['containers-4326.gpkg', 'containers-plots.fgb'])(
    'to %s never rejects',
    async (name) => {
      const whole = bytesOf(name);
      for (let round = 1; round <= 24; round += 1) {
        const cut = round % 3 === 0 ? whole.slice(0, 16 + Math.floor((whole.length * round) / 25)) : whole.slice();
        for (let flip = 0; flip < round; flip += 1) {
          const at = 16 + ((round * 7919 + flip * 104729) % (cut.length - 16));
          cut[at] = (cut[at] ?? 0) ^ (1 << (flip % 8));
        }
        await expect(open(name, cut)).resolves.toBeDefined();
      }
    },
    60_000,
  );
});
