import { readdirSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LAYER_IDS } from '../../../src/core/plan/types.ts';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { layerFile, planArchive } from '../../../src/ui/take_away/plan_files.ts';

const FOLDER = new URL('../../../data/geojson/', import.meta.url);
const shipped = readdirSync(FOLDER).map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(name, FOLDER))),
}));

/** Files of an archive, found by its local headers and unpacked by Node: a reader of its own. */
function unzip(bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
  const zip = Buffer.from(bytes);
  const files: { name: string; bytes: Uint8Array }[] = [];
  let at = 0;
  while (zip.readUInt32LE(at) === 0x04034b50) {
    const size = zip.readUInt32LE(at + 18);
    const start = at + 30 + zip.readUInt16LE(at + 26);
    files.push({
      name: zip.toString('utf8', at + 30, start),
      bytes: new Uint8Array(inflateRawSync(zip.subarray(start, start + size))),
    });
    at = start + size;
  }
  return files;
}

test('the plan that ships, saved as an archive and read again, is the same plan', () => {
  const { plan } = readPlan(shipped);
  if (!plan) throw new Error('The plan that ships cannot be read.');
  const { name, bytes } = planArchive(plan);
  expect(name).toMatch(/^[\w.-]+\.zip$/);
  const again = readPlan(unzip(bytes));
  expect(again.plan?.manifest).toEqual(plan.manifest);
  // As text, which is the same only when every value and its order is; walking it value by value takes seconds.
  for (const layer of LAYER_IDS)
    expect(JSON.stringify(again.plan?.layers[layer]) === JSON.stringify(plan.layers[layer]), layer).toBe(true);
  expect(Buffer.compare(planArchive(plan).bytes, bytes)).toBe(0);
});

test('a single layer is saved under the name its manifest gives it, without folders', () => {
  const { plan } = readPlan(shipped);
  if (!plan) throw new Error('The plan that ships cannot be read.');
  const moved = {
    ...plan,
    manifest: { ...plan.manifest, layers: { ...plan.manifest.layers, plots: 'a/b/地块.geojson' } },
  };
  const { name, text } = layerFile(moved, 'plots');
  expect(name).toBe('地块.geojson');
  expect(JSON.parse(text).features).toHaveLength(plan.layers.plots.length);
});

test('a layer the manifest names no file for is saved beside the others, and overwrites none', () => {
  const { plan } = readPlan(shipped);
  if (!plan) throw new Error('The plan that ships cannot be read.');
  const { water: _, ...others } = plan.manifest.layers;
  const named = { ...plan, manifest: { ...plan.manifest, layers: { ...others, zones: 'water.geojson' } } };
  const again = readPlan(unzip(planArchive(named).bytes)).plan;
  expect(again?.layers.zones.map(({ id }) => id)).toEqual(plan.layers.zones.map(({ id }) => id));
  expect(again?.layers.water.map(({ id }) => id)).toEqual(plan.layers.water.map(({ id }) => id));
});
