import { expect, test } from 'vitest';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { collection, file, MANIFEST, planOf, plot, rectangle } from '../../support/sample_plan.ts';

test('a file that the manifest beside it names is of the layer it names it for, whatever its fields look like', async () => {
  // XG is a plot's height limit in planners' files.
  const green = { ...plot('G1', rectangle(0, 0, 50, 50)), properties: { XG: 3 } };
  const files = (manifest: boolean) => [
    ...(manifest ? [file('plan.json', { ...MANIFEST, layers: { green: 'layers/one.geojson' } })] : []),
    file('新规划/one.geojson', collection(green)),
  ];
  const { candidate } = await readUpdate(planOf({}), files(true), 'replace');
  expect(candidate?.layers.green).toEqual([green]);
  expect(candidate?.layers.plots).toEqual([]);
  const alone = await readUpdate(planOf({}), files(false), 'replace');
  expect(alone.candidate?.layers.green).toEqual([]);
  const chosen = await readUpdate(planOf({}), files(true), 'replace', {
    choices: { '新规划/one.geojson': { layer: 'zones' } },
  });
  expect(chosen.candidate?.layers.zones.length).toBe(1);
});
