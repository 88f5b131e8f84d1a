import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { file, planOf, rectangle } from '../../support/sample_plan.ts';

/** What a column of building densities becomes, and what is told of how it is written. */
async function densitiesOf(cells: readonly (number | string)[]) {
  const features = cells.map((cell, index) => ({
    type: 'Feature',
    geometry: rectangle(index * 60, 0, 50, 50),
    properties: { 地块编号: `A-${index}`, 容积率: 1, 建筑密度: cell },
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  const { candidate, diagnostics } = await readUpdate(planOf({}), [file('控规.geojson', text)], 'replace');
  const plots = candidate?.layers.plots.map(({ properties }) => properties.densityMaxPercent);
  return { plots, told: diagnostics.map(({ code }) => code).filter((code) => code.startsWith('percent-')) };
}

const percent = fc.integer({ min: 2, max: 100 });
const hundredth = fc.integer({ min: 1, max: 99 });

test('a density of 1 % is one among percentages, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(percent, { minLength: 1, maxLength: 8 }), fc.nat(8), async (percents, at) => {
      const cells = [...percents.slice(0, at), 1, ...percents.slice(at)];
      expect(await densitiesOf(cells)).toEqual({ plots: cells, told: [] });
    }),
    { numRuns: 60 },
  );
});

test('small percentages beside each other are no shares', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 11, max: 30 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 6, max: 9 }), { minLength: 1, maxLength: 3 }),
      async (above, below) => {
        // 1.1 to 3.0 beside 0.6 to 0.9: a hundred times as much is nothing like the others.
        const cells = [...above, ...below].map((tenths) => tenths / 10);
        expect(await densitiesOf(cells)).toEqual({ plots: cells, told: [] });
      },
    ),
    { numRuns: 40 },
  );
});

test('shares are shares with a whole among them, written as numbers or as text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hundredth, { minLength: 1, maxLength: 8 }), fc.boolean(), async (hundredths, isText) => {
      const shares = [...hundredths.map((one) => one / 100), 1];
      const { plots, told } = await densitiesOf(isText ? shares.map(String) : shares);
      expect(told).toEqual(['percent-as-share']);
      expect(plots).toEqual([...hundredths, 100]);
    }),
    { numRuns: 40 },
  );
});

test('shares among percentages of the same size are left and told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 1, maxLength: 6 }),
      async (percents, shares) => {
        const cells = [...percents, ...shares.map((one) => one / 100)];
        expect(await densitiesOf(cells)).toEqual({ plots: cells, told: ['percent-mixed'] });
      },
    ),
    { numRuns: 40 },
  );
});
