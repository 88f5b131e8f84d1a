import { expect, test } from 'vitest';
import { LAYER_IDS } from '../../../src/core/plan/types.ts';
import { createIndexedArchive, isArchiveRecord } from '../../../src/state/indexed_archive.ts';

function record() {
  return {
    publishedVersion: '1.0.0',
    steps: [
      {
        id: 'one',
        at: '2026-01-01T00:00:00Z',
        files: ['plots.geojson'],
        plan: {
          manifest: { id: 'park', version: '1', title: { zh: '园', en: 'Park' }, layers: {} },
          layers: Object.fromEntries(
            LAYER_IDS.map((layer) => [
              layer,
              [{ type: 'Feature', id: 'a', geometry: { type: 'Point', coordinates: [117, 31] }, properties: {} }],
            ]),
          ),
        },
      },
    ],
  };
}

function withPlots(damaged: ReturnType<typeof record>, plots: unknown): unknown {
  for (const { plan } of damaged.steps) Object.assign(plan.layers, { plots });
  return damaged;
}

test('a record as it was written is taken', () => {
  expect(isArchiveRecord(record())).toBe(true);
});

test.each<[string, (damaged: ReturnType<typeof record>) => unknown]>([
  ['nothing', () => undefined],
  ['text', () => 'record'],
  ['a list', (damaged) => [damaged]],
  ['no version', (damaged) => ({ steps: damaged.steps })],
  ['no steps', (damaged) => ({ ...damaged, steps: null })],
  ['a step without a plan', (damaged) => ({ ...damaged, steps: [{ at: '', files: [] }] })],
  ['file names that are no text', (damaged) => ({ ...damaged, steps: [{ ...damaged.steps[0], files: [1] }] })],
  ['a plan without a layer', (damaged) => withPlots(damaged, undefined)],
  ['a feature without an id', (damaged) => withPlots(damaged, [{}])],
  ['a shape without coordinates', (damaged) => withPlots(damaged, [{ id: 'a', geometry: {}, properties: {} }])],
])('a record with %s is damaged', (_, damage) => {
  expect(isArchiveRecord(damage(record()))).toBe(false);
});

test('where there is no storage both calls reject and nothing is thrown at once', async () => {
  const archive = createIndexedArchive();
  await expect(archive.load('plan')).rejects.toThrow();
  await expect(archive.save('plan', { publishedVersion: '1', steps: [] })).rejects.toThrow();
});
