import { expect, test } from 'vitest';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { UpdateMode } from '../../../src/core/read/types.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const SHAPES = [0, 200, 400, 600].map((x) => rectangle(x, 0, 100, 100));
const PLAN = planOf({
  plots: ['ZA1-01', 'ZA1-02', 'ZA1-03', 'ZA-103'].map((id, index) => plot(id, SHAPES[index] as never, { name: '甲' })),
});

async function read(ids: readonly string[], mode: UpdateMode = 'merge') {
  const features = ids.map((id, index) => ({
    type: 'Feature',
    properties: { 地块编号: id, 容积率: 2 },
    geometry: SHAPES[index],
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  const { candidate, diagnostics } = await readUpdate(PLAN, [file('地块.geojson', text)], mode);
  const told = diagnostics.filter(({ code }) => code === 'number-alike');
  return {
    told: told.map(({ severity, feature, pointer, data }) => [severity, feature, pointer, data.found]),
    plots: candidate?.layers.plots.map(({ id, properties }) => [id, properties]),
  };
}

test('a plot whose number is only written otherwise is the plan’s plot, not a new one on top of it', async () => {
  const { told, plots } = await read(['za101', 'ＺＡ１—０２']);
  expect(told).toEqual([
    ['warning', 'ZA1-01', '/features/0', 'za101'],
    ['warning', 'ZA1-02', '/features/1', 'ＺＡ１—０２'],
  ]);
  expect(plots).toEqual([
    ['ZA1-01', { name: '甲', farMax: 2, 地块编号: 'ZA1-01' }],
    ['ZA1-02', { name: '甲', farMax: 2, 地块编号: 'ZA1-02' }],
    ['ZA1-03', { name: '甲' }],
    ['ZA-103', { name: '甲' }],
  ]);
});

test('two plots that are alike stay what they are: of the plan, of the file, or the file’s own beside the plan’s', async () => {
  expect((await read(['ZA103'])).told).toEqual([]);
  expect((await read(['za1-01', 'ZA101'])).told).toEqual([]);
  expect((await read(['ZA1-01', 'ZA101'])).told).toEqual([]);
  expect((await read(['ZA1-01', 'ZA101'])).plots).toHaveLength(5);
});

test('a file that replaces the layer keeps the plan’s spelling too', async () => {
  const { plots } = await read(['ZA101', 'ZA102', 'ZA1-03', 'ZA-103'], 'replace');
  expect(plots?.map(([id]) => id)).toEqual(['ZA1-01', 'ZA1-02', 'ZA1-03', 'ZA-103']);
});
