import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { measureEllipsoidDistanceMetres } from '../../../src/core/measure/index.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { InputFile } from '../../../src/core/read/types.ts';
import { readFolderPlan } from '../../support/plans.ts';

const PLAN = readFolderPlan('data/geojson');
const folder = (name: string) => fileURLToPath(new URL(`../../data/formats/${name}`, import.meta.url));

/** The parts of a shapefile that GDAL wrote (`tests/data/formats/make_shapefiles.sh`). */
function parts(name: string, without: readonly string[] = []): InputFile[] {
  return readdirSync(folder(name))
    .filter((file) => !without.some((ending) => file.endsWith(ending)))
    .map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(`${folder(name)}/${file}`)) }));
}

async function read(files: InputFile[]) {
  // What the file itself says is looked at here, not what the plan keeps beside it.
  const reading = await readUpdate(PLAN, files, 'merge', { missingFields: 'drop' });
  return { ...reading, source: reading.sources[0], codes: reading.diagnostics.map(({ code }) => code) };
}

const flat = (value: unknown): number[] => (Array.isArray(value) ? value.flat(9) : []) as number[];

/** Holds the twenty plots that were read against the plan they were made from. */
function expectThePlansOwn(candidate: Awaited<ReturnType<typeof read>>['candidate']) {
  const first = PLAN.layers.plots.slice(0, 20);
  const read = new Map(candidate?.layers.plots.map((plot) => [plot.id, plot]));
  for (const plot of first) {
    const one = read.get(plot.id);
    const { landUseName, landUseCode, farMax, heightMaxMetres } = plot.properties;
    expect(one?.properties).toEqual(
      Object.fromEntries(
        Object.entries({
          landUseName,
          landUseCode,
          farMax,
          heightMaxMetres,
          landUseScheme: one?.properties.landUseScheme,
        }).filter(([, value]) => value !== undefined),
      ),
    );
    // A ring may start elsewhere and run the other way: each vertex must be one of the plan's.
    const own = flat(plot.geometry.coordinates);
    const given = flat(one?.geometry.coordinates);
    expect(given).toHaveLength(own.length);
    for (let k = 0; k < given.length; k += 2) {
      let nearest = Number.POSITIVE_INFINITY;
      for (let j = 0; j < own.length; j += 2)
        nearest = Math.min(
          nearest,
          measureEllipsoidDistanceMetres([given[k] ?? 0, given[k + 1] ?? 0], [own[j] ?? 0, own[j + 1] ?? 0]),
        );
      expect(nearest).toBeLessThan(0.001);
    }
  }
}

describe('a shapefile that another program wrote', () => {
  test.each([
    ['plots-GBK', 'gb18030'],
    ['plots-UTF-8', undefined],
  ])('of %s is the plan’s own, within a millimetre and field by field', async (name, encoding) => {
    const { candidate, source, codes } = await read(parts(name));
    expect(source).toMatchObject({ format: 'shapefile', layer: 'plots', featureCount: 20 });
    expect(source?.encoding).toBe(encoding);
    expect(source?.coordinates).toMatchObject({ crs: 'EPSG:4527', how: 'declared' });
    expect(codes).toContain('coordinates-read-declared');
    expectThePlansOwn(candidate);
  });

  test('may come in one archive, in a folder of it', async () => {
    const entries = parts('plots-GBK').map(({ name, bytes }) => [`控规/${name}`, bytes] as const);
    const bytes = zipSync(Object.fromEntries(entries));
    const { candidate, source } = await read([{ name: '地块.zip', bytes }]);
    expect(source?.file).toBe('地块.zip/控规/plots.shp');
    expectThePlansOwn(candidate);
  });

  test('without its .prj is recognised by the zone in its numbers', async () => {
    const { candidate, source } = await read(parts('plots-GBK', ['.prj']));
    expect(source?.coordinates).toMatchObject({ crs: 'EPSG:4527', how: 'recognised' });
    expectThePlansOwn(candidate);
  });

  test('without a column of numbers calls its features by file and row, and warns', async () => {
    const choices = { 'plots.shp': { fields: { DKBH: null } } };
    const { candidate, diagnostics } = await readUpdate(PLAN, parts('plots-GBK'), 'replace', { choices });
    expect(candidate?.layers.plots.slice(0, 2).map(({ id }) => id)).toEqual(['plots-1', 'plots-2']);
    expect(diagnostics.filter(({ code }) => code === 'ids-from-rows')).toMatchObject([
      { severity: 'warning', layer: 'plots', data: { count: 20 } },
    ]);
  });

  test('without its table, cut short, or in a broken archive says so', async () => {
    expect((await read(parts('plots-GBK', ['.dbf']))).codes).toContain('shapefile-without-dbf');
    const cut = parts('plots-GBK').map((one) =>
      one.name.endsWith('.shp') ? { ...one, bytes: one.bytes.slice(0, 900) } : one,
    );
    expect((await read(cut)).codes).toContain('shapefile-cut');
    const [whole] = parts('plots-GBK');
    const archive = zipSync({ 'a.shp': whole?.bytes ?? new Uint8Array() });
    expect((await read([{ name: 'a.zip', bytes: archive.slice(0, 60) }])).codes).toContain('archive-broken');
    expect((await read([{ name: 'x.prj', bytes: new Uint8Array(3) }])).codes).toEqual([
      'shapefile-part-alone',
      'nothing-to-read',
    ]);
  });

  test('damaged anywhere is refused or read, and never throws', { timeout: 60_000 }, async () => {
    const sound = parts('plots-GBK');
    const before = JSON.stringify(PLAN.layers.plots);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat({ max: 255 }),
        fc.nat(),
        fc.nat({ max: 1 }),
        async (place, byte, cut, which) => {
          const ending = which === 0 ? '.shp' : '.dbf';
          const files = sound.map((one) => {
            if (!one.name.endsWith(ending)) return one;
            const bytes = one.bytes.slice(0, one.bytes.length - (cut % 3 === 0 ? cut % one.bytes.length : 0));
            if (bytes.length > 0) bytes[place % bytes.length] = byte;
            return { ...one, bytes };
          });
          await readUpdate(PLAN, files, 'merge');
        },
      ),
      { numRuns: 60 },
    );
    expect(JSON.stringify(PLAN.layers.plots)).toBe(before);
  });
});
