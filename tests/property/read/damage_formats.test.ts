import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { InputFile } from '../../../src/core/read/types.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';
import { dbfOf, pointRecord, shpOf } from '../../support/table_files.ts';

const PLAN = planOf({ plots: [plot('ZXX-01', rectangle(0, 0, 50, 50), { farMax: 2 })] });
/** What takes longer hangs, on a busy machine too. */
const HANGS_MILLISECONDS = 10_000;

const utf8 = (text: string) => new TextEncoder().encode(text);
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../../data/formats/${name}`, import.meta.url)));
const shapefile: InputFile[] = readdirSync(new URL('../../data/formats/plots-GBK/', import.meta.url)).map((name) => ({
  name,
  bytes: fixture(`plots-GBK/${name}`),
}));
const zipped = zipSync(Object.fromEntries(shapefile.map(({ name, bytes }) => [`控规/${name}`, bytes])));
const plots = JSON.parse(new TextDecoder().decode(fixture('containers-plots.geojson'))) as {
  features: { properties: object; geometry: { type: string; coordinates: number[][][] } }[];
};
const topology = {
  type: 'Topology',
  objects: {
    plots: {
      type: 'GeometryCollection',
      geometries: plots.features.map(({ properties, geometry }, index) => ({
        type: geometry.type,
        properties,
        arcs: [[index]],
      })),
    },
  },
  arcs: plots.features.map(({ geometry }) => geometry.coordinates[0]),
};

/** Sound files of every kind, each read without an error; damage is done to the files named. */
const SOUND: Record<string, { files: InputFile[]; damaged: RegExp }> = {
  'a shapefile': { files: shapefile, damaged: /\.(?:shp|shx|dbf|prj)$/ },
  'a zipped shapefile': { files: [{ name: 'a.zip', bytes: zipped }], damaged: /./ },
  'a zip in a zip': { files: [{ name: 'a.zip', bytes: zipSync({ 'b.zip': zipped }) }], damaged: /./ },
  'a dBASE table': { files: shapefile.filter(({ name }) => name.endsWith('.dbf')), damaged: /./ },
  'a GeoPackage': { files: [{ name: 'a.gpkg', bytes: fixture('containers-4326.gpkg') }], damaged: /./ },
  'a FlatGeobuf': { files: [{ name: 'plots.fgb', bytes: fixture('containers-plots.fgb') }], damaged: /./ },
  'a topology': { files: [{ name: 'plots.topojson', bytes: utf8(JSON.stringify(topology)) }], damaged: /./ },
  'a CSV': {
    files: [{ name: '指标.csv', bytes: utf8('地块编号,容积率,名称\nZXX-01,2.5,"中安,创谷"\nZXX-02,3,科大硅谷\n') }],
    damaged: /./,
  },
};

type Damage = (bytes: Uint8Array) => Uint8Array;
const place = (at: number, length: number) => at % Math.max(1, length);
/** Headers and directories are what readers trust: half of the damage is done there. */
const where = fc.oneof(
  fc.nat(),
  fc.nat({ max: 160 }),
  fc.nat({ max: 60 }).map((back) => -1 - back),
);
const indexOf = (at: number, length: number) => (at < 0 ? Math.max(0, length + at) : place(at, length));
const damage: fc.Arbitrary<Damage> = fc.oneof(
  where.map(
    (at): Damage =>
      (bytes) =>
        bytes.slice(0, indexOf(at, bytes.length)),
  ),
  fc.tuple(where, fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.integer({ min: 1, max: 8 })).map(
    ([at, value, length]): Damage =>
      (bytes) => {
        const copy = bytes.slice();
        copy.fill(value, indexOf(at, bytes.length), indexOf(at, bytes.length) + length);
        return copy;
      },
  ),
  fc.tuple(where, fc.nat({ max: 7 })).map(
    ([at, bit]): Damage =>
      (bytes) => {
        const copy = bytes.slice();
        const index = indexOf(at, bytes.length);
        copy[index] = (copy[index] ?? 0) ^ (1 << bit);
        return copy;
      },
  ),
  fc.tuple(where, fc.uint8Array({ minLength: 1, maxLength: 12 })).map(
    ([at, added]): Damage =>
      (bytes) => {
        const index = indexOf(at, bytes.length);
        return new Uint8Array([...bytes.subarray(0, index), ...added, ...bytes.subarray(index)]);
      },
  ),
);

/** Reads, and holds that nothing is thrown, nothing hangs, the plan stays, and whatever is refused says something in words. */
async function readHarmlessly(files: readonly InputFile[]): Promise<void> {
  const before = JSON.stringify(PLAN);
  const started = performance.now();
  const { candidate, diagnostics, undecided, unplaced } = await readUpdate(PLAN, files, 'merge');
  expect(performance.now() - started).toBeLessThan(HANGS_MILLISECONDS);
  expect(JSON.stringify(PLAN)).toBe(before);
  if (!candidate) expect(diagnostics.length + undecided.length + unplaced.length).toBeGreaterThan(0);
  for (const diagnostic of diagnostics)
    for (const language of ['zh-CN', 'en'] as const)
      expect(formatFinding(diagnostic, language).message).not.toMatch(/\{\w+\}/);
}

describe.each(Object.entries(SOUND))('%s', (_, { files, damaged }) => {
  test('is read while it is sound', async () => {
    const { diagnostics, sources } = await readUpdate(PLAN, files, 'merge');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(sources.length).toBeGreaterThan(0);
  });

  test('damaged anywhere never throws, never hangs, never changes the plan, and is refused with words', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), fc.nat(), async (damages, which) => {
        const targets = files.filter(({ name }) => damaged.test(name));
        const target = targets[which % targets.length];
        await readHarmlessly(
          files.map((one) =>
            one === target ? { ...one, bytes: damages.reduce((bytes, spoil) => spoil(bytes), one.bytes) } : one,
          ),
        );
      }),
      { numRuns: 120 },
    );
  });
});

describe('names that mean something to an object', () => {
  const NAMES = ['__proto__', 'toString', 'constructor', 'hasOwnProperty', 'valueOf', 'length'];
  const isPolluted = () => Object.keys({}).length > 0 || 'polluted' in {};

  test.each(NAMES)('%s as field, layer, id and file name of every kind is only a name', async (name) => {
    const dbf = dbfOf(
      [
        { name: utf8(name), type: 'C', length: 8 },
        { name: utf8('DKBH'), type: 'C', length: 12 },
      ],
      [{ cells: [utf8('polluted'), utf8(name)] }],
    );
    const { shp, shx } = shpOf([pointRecord(117.1, 31.8)]);
    const object = `{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[117,31],"id":"${name}","properties":{"${name}":1}}]}`;
    for (const files of [
      [
        { name: `${name}.shp`, bytes: shp },
        { name: `${name}.shx`, bytes: shx },
        { name: `${name}.dbf`, bytes: dbf },
      ],
      [{ name: `${name}.dbf`, bytes: dbf }],
      [{ name: 'a.zip', bytes: zipSync(Object.fromEntries([[`${name}/${name}.dbf`, dbf]])) }],
      [{ name, bytes: utf8(`{"type":"Topology","objects":{"${name}":${object}},"arcs":[]}`) }],
      [{ name: `${name}.csv`, bytes: utf8(`地块编号,${name},容积率\n${name},polluted,2\n`) }],
    ])
      await readHarmlessly(files);
    expect(isPolluted()).toBe(false);
  });

  test.each(NAMES)('%s keeps its values as a field of a table', async (name) => {
    const csv = `地块编号,${name}\nZXX-01,值\n`;
    const { candidate } = await readUpdate(PLAN, [{ name: 'a.csv', bytes: utf8(csv) }], 'merge');
    const properties = candidate?.layers.plots[0]?.properties ?? {};
    expect(Object.entries(properties)).toContainEqual([name, '值']);
  });
});
