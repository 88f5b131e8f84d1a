import { expect, test } from 'vitest';
import { findPartialLayers } from '../../../src/core/read/partial_layers.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { collection, file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const numbers = ['A', 'B', 'C', 'D', 'E'];
const plots = numbers.map((id, index) => plot(id, rectangle(index * 60, 0, 50, 50)));
const PLAN = planOf({ plots });
const renamed = (id: string) => plot(id, rectangle(900, 0, 50, 50));

async function partsOf(...features: object[]) {
  return findPartialLayers(PLAN, await readUpdate(PLAN, [file('plots.geojson', collection(...features))], 'replace'));
}

test('a file of few known features is a part of its layer', async () => {
  expect(await partsOf(...plots.slice(0, 2))).toEqual([{ layer: 'plots', givenCount: 2, presentCount: 5 }]);
});

test('a single feature is a part of its layer, known or new', async () => {
  const part = [{ layer: 'plots', givenCount: 1, presentCount: 5 }];
  expect([await partsOf(renamed('New')), await partsOf(...plots.slice(0, 1))]).toEqual([part, part]);
});

test('half of a layer, or a layer numbered anew, stands for the whole', async () => {
  expect([await partsOf(...plots.slice(0, 3)), await partsOf(renamed('X'), renamed('Y'))]).toEqual([[], []]);
});

test('the only feature of a layer stands for the whole', async () => {
  const only = planOf({ plots: plots.slice(0, 1) });
  const reading = await readUpdate(only, [file('plots.geojson', collection(renamed('X')))], 'replace');
  expect([reading.candidate?.layers.plots.length, findPartialLayers(only, reading)]).toEqual([1, []]);
});
