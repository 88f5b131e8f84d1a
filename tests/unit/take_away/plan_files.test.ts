import { readdirSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LAYER_IDS } from '../../../src/core/plan/types.ts';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { writeLayer } from '../../../src/core/read/write_plan.ts';
import { layerFile, planArchive } from '../../../src/ui/take_away/plan_files.ts';

const FOLDER = new URL('../../../data/geojson/', import.meta.url);
const shipped = readdirSync(FOLDER).map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(name, FOLDER))),
}));

const pause = () => Promise.resolve();
const bytesOf = async ({ content }: { content: Blob }) => new Uint8Array(await content.arrayBuffer());

/** Files of an archive, found by its directory and unpacked by Node: a reader of its own. */
function unzip(bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x02014b50; ) {
    const size = zip.readUInt32LE(at + 20);
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.push({
      name: zip.toString('utf8', at + 46, nameEnd),
      bytes: new Uint8Array(inflateRawSync(zip.subarray(start, start + size))),
    });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

test('the plan that ships, saved as an archive and read again, is the same plan', async () => {
  const { plan } = readPlan(shipped);
  if (!plan) throw new Error('The plan that ships cannot be read.');
  const archive = await planArchive(plan, pause);
  const bytes = await bytesOf(archive);
  expect(archive.name).toMatch(/^[\w.-]+\.zip$/);
  const again = readPlan(unzip(bytes));
  expect(again.plan?.manifest).toEqual(plan.manifest);
  // As text, which is the same only when every value and its order is; walking it value by value takes seconds.
  for (const layer of LAYER_IDS)
    expect(JSON.stringify(again.plan?.layers[layer]) === JSON.stringify(plan.layers[layer]), layer).toBe(true);
  expect(Buffer.compare(await bytesOf(await planArchive(plan, pause)), bytes)).toBe(0);
});

test('a single layer is saved under the name its manifest gives it, without folders', async () => {
  const { plan } = readPlan(shipped);
  if (!plan) throw new Error('The plan that ships cannot be read.');
  const moved = {
    ...plan,
    manifest: { ...plan.manifest, layers: { ...plan.manifest.layers, plots: 'a/b/地块.geojson' } },
  };
  const { name, content } = await layerFile(moved, 'plots', pause);
  expect(name).toBe('地块.geojson');
  expect(JSON.parse(await content.text()).features).toHaveLength(plan.layers.plots.length);
});

test('a layer the manifest names no file for is saved beside the others, and overwrites none', async () => {
  const { plan } = readPlan(shipped);
  if (!plan) throw new Error('The plan that ships cannot be read.');
  const { water: _, ...others } = plan.manifest.layers;
  const named = { ...plan, manifest: { ...plan.manifest, layers: { ...others, zones: 'water.geojson' } } };
  const again = readPlan(unzip(await bytesOf(await planArchive(named, pause)))).plan;
  expect(again?.layers.zones.map(({ id }) => id)).toEqual(plan.layers.zones.map(({ id }) => id));
  expect(again?.layers.water.map(({ id }) => id)).toEqual(plan.layers.water.map(({ id }) => id));
});

test('a layer is written piece by piece as it is written at once, and its archive can be read here', async () => {
  const { plan } = readPlan(shipped);
  const [plot] = plan?.layers.plots ?? [];
  if (!plan || !plot) throw new Error('The plan that ships cannot be read.');
  const plots = Array.from({ length: 1203 }, (_, index) => ({ ...plot, id: `P-${index}` }));
  const large = { ...plan, layers: { ...plan.layers, plots, water: [] } };
  for (const layer of ['plots', 'water'] as const) {
    const { content } = await layerFile(large, layer, pause);
    expect(await content.text()).toBe(writeLayer(large, layer));
  }
  const { features } = JSON.parse(writeLayer(large, 'plots'));
  expect(features).toEqual(
    plots.map(({ id, properties, geometry }) => ({ type: 'Feature', id, properties, geometry })),
  );
  const archive = await planArchive({ ...large, layers: { ...plan.layers, plots } }, pause);
  const reading = await readUpdate(plan, [{ name: archive.name, bytes: await bytesOf(archive) }], 'replace');
  expect(reading.candidate?.layers.plots).toHaveLength(1203);
});
