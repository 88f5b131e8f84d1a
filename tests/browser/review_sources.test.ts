import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createProjection } from '../../src/core/measure/index.ts';
import { type Degrees, exported, localGrid, redrawn } from '../support/exported_plots.ts';
import { dropFiles, expectAccessible, withApp } from './harness.ts';

interface Collection {
  features: { id: string; properties: Record<string, unknown>; geometry: { type: string; coordinates: unknown } }[];
}
const PLOTS = JSON.parse(
  readFileSync(new URL('../../data/geojson/plots.geojson', import.meta.url), 'utf8'),
) as Collection;

/** Metres beside the plan's own corners, so that neither number nor shape tells which plot it is. */
const surveyedAnew = redrawn((at) => at);

/** The first plots as a drawing office would export them: metres of CGCS2000 CM 117, no coordinate system named, numbers of its own. */
function undeclaredMetres(): Buffer {
  const projection = createProjection('EPSG:4548');
  const project = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    if (typeof value[0] !== 'number') return value.map(project);
    return projection?.forward(surveyedAnew([value[0], value[1]]));
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
      const [ownX, ownY] = surveyedAnew(own?.[0]?.[0] as Degrees);
      expect(x).toBeCloseTo(ownX ?? 0, 8);
      expect(y).toBeCloseTo(ownY ?? 0, 8);
    });
  });

  test('a local grid that nothing matches is placed by pasted control points, and the history says so', async () => {
    await withApp({ hash, viewport }, async ({ page }) => {
      const drawn = exported(redrawn(localGrid(23.5)), {}, (id) => `新-${id}`);
      await give(page, '独立坐标.geojson', Buffer.from(drawn.bytes));
      const area = sources(page).locator('park-control-points textarea');
      await area.waitFor();
      const submit = sources(page).locator('park-control-points button[type="submit"]');
      expect(await submit.isDisabled()).toBe(true);
      const places: Degrees[] = [
        [117.08, 31.84],
        [117.14, 31.84],
        [117.12, 31.8],
      ];
      await area.fill(places.map((at) => [...localGrid(23.5)(at), ...at].join('\t')).join('\n'));
      await expect.poll(() => sources(page).locator('park-control-points dl').innerText()).toContain('23.5000°');
      await expectAccessible(page, 'park-update');
      const box = await area.boundingBox();
      const frame = await sources(page).locator('park-control-points').boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0) + 1);
      await submit.click();
      await expect.poll(() => acceptButton(page).getAttribute('aria-disabled')).toBe('false');
      await acceptButton(page).click();
      const history = () =>
        page
          .locator('park-app')
          .evaluate((app) => Reflect.get(app, 'store').plan.value.manifest.history?.at(-1)?.coordinates);
      await expect.poll(history).toMatchObject([
        {
          source: '独立坐标.geojson',
          how: 'chosen',
          transform: { plane: 'EPSG:4548', evidence: { by: 'control-points', count: 3 } },
        },
      ]);
    });
  });
});
