import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { toGcj02 } from '../../src/core/read/coordinates/map_shift.ts';
import { dxfDrawing, dxfPath } from '../support/dxf_drawing.ts';
import { exportedFeatures, PLAN, project } from '../support/exported_plots.ts';
import { dropFiles, expectAccessible, expectCleanPage, openApp } from './harness.ts';

const SIZES = [
  ['zh-CN', { width: 1440, height: 900 }],
  ['en', { width: 390, height: 844 }],
] as const;

/** Every third plot in a map service's degrees: two sources put into one file. */
const [STRAIGHT, SHIFTED] = [exportedFeatures((at) => at), exportedFeatures(toGcj02)];
const MIXED = Buffer.from(
  JSON.stringify({
    type: 'FeatureCollection',
    features: STRAIGHT.map((feature, index) => (index % 3 === 1 ? (SHIFTED[index] ?? feature) : feature)),
  }),
);

/** The borders of the first plots edge by edge, every other one on another layer. */
const EDGES = PLAN.layers.plots.slice(0, 6).flatMap(({ geometry }) => {
  const [ring = []] = geometry.type === 'Polygon' ? geometry.coordinates : [];
  return ring.slice(1).map((to, index) => [ring[index] ?? to, to]);
});
const SPLIT = Buffer.from(
  dxfDrawing(
    EDGES.map((edge, index) =>
      dxfPath(
        index % 2 === 0 ? '地块线' : '用地边界',
        edge.map((at) => project('EPSG:4548')([at[0] ?? 0, at[1] ?? 0]) as [number, number]),
      ),
    ),
  ),
);

const sourcesOf = (page: Page) =>
  page.locator('park-app').evaluate((app) => {
    const { step, review } = Reflect.get(app, 'store').update.value;
    return step === 'review' ? review.reading.sources : [];
  });

describe.each(SIZES)('what a review offers of a file, in %s at %o', (language, viewport) => {
  test('is to correct the part that is shifted, and to leave it as it was', async () => {
    const app = await openApp({ viewport, hash: language === 'en' ? 'lang=en' : '' });
    const { page } = app;
    try {
      await dropFiles(page, [{ name: '地块.geojson', content: MIXED }]);
      const box = page.locator('park-sources .proposal');
      await box.waitFor();
      await expectAccessible(page, 'park-update');
      await box.locator('button.primary').click();
      await expect.poll(async () => (await sourcesOf(page))[0]?.coordinates.correctedParts?.length).toBe(1);
      await box.locator('button.outlined').click();
      await expect.poll(async () => (await sourcesOf(page))[0]?.coordinates.partly?.length).toBe(1);
      expectCleanPage(app);
    } finally {
      await app.close();
    }
  });

  test('is to join borders that are split between a drawing’s layers', async () => {
    const app = await openApp({ viewport, hash: language === 'en' ? 'lang=en' : '' });
    const { page } = app;
    try {
      await dropFiles(page, [{ name: '界线.dxf', content: SPLIT }]);
      const choice = page.locator('park-update-review fieldset.across');
      await choice.waitFor();
      await expectAccessible(page, 'park-update');
      await choice.locator('button').nth(1).click();
      // The plots’ own shapes tell where the drawing lies, once it has them.
      await expect.poll(async () => (await sourcesOf(page))[0]?.across?.isDone).toBe(true);
      const [first] = await sourcesOf(page);
      expect([first.layer, first.coordinates.crs, first.featureCount]).toEqual(['plots', 'EPSG:4548', 6]);
      expectCleanPage(app);
    } finally {
      await app.close();
    }
  });
});
