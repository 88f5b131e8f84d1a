import { expect, test } from 'vitest';
import { bareMapLibreFiles, totalBytes, weighFirstView } from '../bench/first_view.ts';
import { appAddress, startBrowser, waitForMapIdle } from './harness.ts';

test('the first view loads at most 1.27 times the bytes of MapLibre alone', async () => {
  const context = await (await startBrowser()).newContext();
  const page = await context.newPage();
  const files = await weighFirstView(page, appAddress(), () => waitForMapIdle({ page, errors: [] }));
  const preloaded = await page.locator('link[rel=modulepreload][href*=map_view]').count();
  await context.close();
  // The library and its worker must be among what was weighed, or the count is wrong.
  expect(totalBytes(files)).toBeGreaterThan(400_000);
  expect(totalBytes(files) / totalBytes(bareMapLibreFiles())).toBeLessThanOrEqual(1.27);
  // The map's code is asked for by the page itself, and what only standing maps, comparisons and pictures draw is not.
  expect(preloaded).toBe(1);
  expect(files.filter(({ name }) => /\/(heights|second_map|capture)-/.test(name))).toEqual([]);
});
