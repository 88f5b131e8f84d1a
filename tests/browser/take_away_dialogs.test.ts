import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, waitForMapIdle, withApp } from './harness.ts';

/** Opens a dialog as the shell's button does. */
async function openDialog(page: Page, action: 'picture' | 'embed' | 'save'): Promise<Locator> {
  await page.locator('park-app').evaluate((app, detail) => {
    app.dispatchEvent(new CustomEvent('park-action', { detail, bubbles: true }));
  }, action);
  const dialog = page.locator(`park-${action}-dialog dialog[open]`);
  await dialog.waitFor();
  return dialog;
}

async function download(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  // A picture for print takes a slow machine a minute.
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 150_000 }), click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe('picture', () => {
  test.each([
    ['A4', 3508, 2480],
    ['A3', 4961, 3508],
  ])('%s has the pixels of 300 dpi and says so, and is a map and no empty sheet', async (size, width, height) => {
    await withApp({}, async ({ page }) => {
      const dialog = await openDialog(page, 'picture');
      await dialog.locator('#size').selectOption(size);
      const { name, bytes } = await download(page, () => dialog.locator('button.primary').click());
      expect(name).toMatch(new RegExp(`-${size}\\.png$`));
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height]);
      expect(bytes.toString('latin1', 37, 41)).toBe('pHYs');
      expect(bytes.readUInt32BE(41)).toBe(11811);
      // An empty sheet of this size packs into a few ten thousand bytes.
      expect(bytes.length).toBeGreaterThan(250_000);
    });
  });

  test('the dialog is accessible and its preview is drawn', async () => {
    await withApp({ hash: 'lang=en' }, async ({ page }) => {
      const dialog = await openDialog(page, 'picture');
      const isDrawn = () =>
        dialog.locator('canvas').evaluate((canvas) => {
          const context = (canvas as HTMLCanvasElement).getContext('2d');
          const data = context?.getImageData(0, 0, (canvas as HTMLCanvasElement).width, 300).data ?? [];
          return new Set(data).size > 50;
        });
      await expect.poll(isDrawn).toBe(true);
      await expectAccessible(page, 'park-picture-dialog');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });
  });

  test('Escape closes the dialog, and does nothing behind it, also once a picture was saved', async () => {
    await withApp({}, async ({ page }) => {
      await page.locator('park-app').evaluate((element) => {
        const store = Reflect.get(element, 'store');
        store.select({ layer: 'plots', id: store.plan.value.layers.plots[0].id });
      });
      const dialog = await openDialog(page, 'picture');
      await dialog.locator('#size').selectOption('screen');
      await download(page, () => dialog.locator('button.primary').click());
      await dialog.locator('progress').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      const isSelected = () =>
        page.locator('park-app').evaluate((element) => Boolean(Reflect.get(element, 'store').view.value.selection));
      expect(await isSelected()).toBe(true);
    });
  });
});

describe('embedding', () => {
  test('the snippet opens the map that was chosen, and its frame leaves the address alone', async () => {
    await withApp({}, async (app) => {
      const { page, context } = app;
      const dialog = await openDialog(page, 'embed');
      await dialog.locator('#theme').selectOption('height');
      await dialog.getByRole('checkbox').nth(1).uncheck();
      const snippet = await dialog.locator('#code').inputValue();
      expect(snippet).toMatch(/^<iframe src="[^"<>]+" title="[^"<>]+" width="800" height="500"/);
      const address = /src="([^"]+)"/.exec(snippet)?.[1]?.replaceAll('&amp;', '&') ?? '';
      // The preview follows after a moment, says that it loads, and then shows the map.
      await expect.poll(() => dialog.locator('iframe').getAttribute('src')).toBe(address);
      await dialog.locator('.loading').waitFor({ state: 'detached' });
      await expectAccessible(page, 'park-embed-dialog');

      const embedded = await context.newPage();
      await embedded.goto(address);
      await waitForMapIdle({ page: embedded, errors: app.errors });
      expect(embedded.url()).toBe(address);
      expect(await embedded.locator('park-embedded h1').innerText()).toContain('高度控制');
      expect(await embedded.locator('park-embedded .legend').count()).toBe(0);
      const full = await embedded.locator('park-embedded footer a').getAttribute('href');
      expect(full).toContain('index.html');
      expect(full).toContain('theme=height');
    });
  });

  test('a size that no frame can have writes no snippet', async () => {
    await withApp({ hash: 'lang=en' }, async ({ page }) => {
      const dialog = await openDialog(page, 'embed');
      await dialog.locator('#width').fill('"><script>');
      await dialog.getByRole('alert').waitFor();
      expect(await dialog.locator('#code').inputValue()).toBe('');
      expect(await dialog.locator('button.primary').isDisabled()).toBe(true);
    });
  });
});

test('the plan is saved as one archive and layer by layer', async () => {
  await withApp({}, async ({ page }) => {
    const dialog = await openDialog(page, 'save');
    await expectAccessible(page, 'park-save-dialog');
    const all = await download(page, () => dialog.locator('button.primary').click());
    expect(all.name).toMatch(/\.zip$/);
    expect(all.bytes.toString('latin1', 0, 4)).toBe('PK\u0003\u0004');
    const plots = await download(page, () => dialog.locator('tr', { hasText: '地块' }).locator('button').click());
    const shipped = JSON.parse(readFileSync(new URL('../../data/geojson/plots.geojson', import.meta.url), 'utf8'));
    expect(plots.name).toBe('plots.geojson');
    expect(JSON.parse(plots.bytes.toString('utf8')).features).toEqual(shipped.features);
  });
});
