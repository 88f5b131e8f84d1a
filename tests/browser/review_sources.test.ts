import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createProjection } from '../../src/core/measure/index.ts';
import { type App, dropFiles, expectAccessible, expectCleanPage, openApp } from './harness.ts';

interface Collection {
  features: { id: string; properties: Record<string, unknown>; geometry: { type: string; coordinates: unknown } }[];
}
const PLOTS = JSON.parse(
  readFileSync(new URL('../../data/geojson/plots.geojson', import.meta.url), 'utf8'),
) as Collection;

/** The first plots as a drawing office would export them: metres of CGCS2000 CM 117, no coordinate system named, numbers of its own. */
function undeclaredMetres(): Buffer {
  const projection = createProjection('EPSG:4548');
  const project = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    return typeof value[0] === 'number' ? projection?.forward(value as number[]) : value.map(project);
  };
  const features = PLOTS.features.slice(0, 6).map(({ id, geometry }) => ({
    type: 'Feature',
    properties: { DKBH: `新-${id}`, RJL: '≤2.5', XG: '24米' },
    geometry: { ...geometry, coordinates: project(geometry.coordinates) },
  }));
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
}

function zippedShapefile(): Buffer {
  const folder = fileURLToPath(new URL('../data/formats/plots-GBK', import.meta.url));
  const names = readdirSync(folder);
  return Buffer.from(
    zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(`${folder}/${name}`))]))),
  );
}

/** Text of an element ends at the next shadow root. */
const sources = (page: Page) => page.locator('park-sources .source');
const acceptButton = (page: Page) => page.locator('park-update-review .accept');
const give = (page: Page, name: string, content: Buffer) => dropFiles(page, [{ name, content }]);

async function plotOf(page: Page, id: string): Promise<{ geometry: { coordinates: number[][][] } } | undefined> {
  return page
    .locator('park-app')
    .evaluate(
      (app, wanted) =>
        Reflect.get(app, 'store').plan.value.layers.plots.find((plot: { id: string }) => plot.id === wanted),
      id,
    );
}

async function withApp(options: Parameters<typeof openApp>[0], work: (app: App) => Promise<void>): Promise<void> {
  const app = await openApp(options);
  try {
    await work(app);
    expectCleanPage(app);
  } finally {
    await app.close();
  }
}

describe.each([
  ['zh-CN', { width: 1440, height: 900 }],
  ['en', { width: 390, height: 844 }],
] as const)('a planner’s file, in %s', (language, viewport) => {
  const hash = language === 'en' ? 'lang=en' : '';

  test('a zipped GBK shapefile in CGCS2000 says how it was read and becomes the plan', async () => {
    await withApp({ hash, viewport }, async ({ page }) => {
      await give(page, '地块.zip', zippedShapefile());
      await acceptButton(page).waitFor();
      const said = await sources(page).innerText();
      for (const part of ['Shapefile', 'GB18030', 'EPSG:4527']) expect(said).toContain(part);
      await sources(page).locator('details').last().locator('summary').click();
      expect(await sources(page).locator('tbody').innerText()).toContain('DKBH');
      await expectAccessible(page, 'park-update');
    });
  });

  test('coordinates with two readings are asked for, shown, and read as answered', async () => {
    await withApp({ hash, viewport }, async ({ page }) => {
      await give(page, '控规.geojson', undeclaredMetres());
      await sources(page).locator('input[type="radio"]').first().waitFor();
      expect(await acceptButton(page).getAttribute('aria-disabled')).toBe('true');
      const choices = await sources(page).locator('.choice').allInnerTexts();
      expect(choices.length).toBeGreaterThan(1);
      await expectAccessible(page, 'park-update');
      const wanted = sources(page).locator('.choice', { hasText: 'EPSG:4548' }).locator('input');
      await wanted.check();
      await sources(page).locator('button[type="submit"]').first().click();
      // Six new numbers in place of all others: that most plots go must be said first.
      await page.locator('park-update-review .confirm input').check();
      await expect.poll(() => acceptButton(page).getAttribute('aria-disabled')).toBe('false');
      await acceptButton(page).click();
      const [first] = PLOTS.features;
      await expect
        .poll(() => plotOf(page, `新-${first?.id}`))
        .toMatchObject({ properties: { farMax: 2.5, heightMaxMetres: 24 } });
      const [x, y] = (await plotOf(page, `新-${first?.id}`))?.geometry.coordinates[0]?.[0] ?? [];
      const own = first?.geometry.coordinates as number[][][] | undefined;
      const [ownX, ownY] = own?.[0]?.[0] ?? [];
      expect(x).toBeCloseTo(ownX ?? 0, 8);
      expect(y).toBeCloseTo(ownY ?? 0, 8);
    });
  });
});
