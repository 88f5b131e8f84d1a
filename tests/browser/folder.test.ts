import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { PLAN } from '../support/exported_plots.ts';
import { expectCleanPage, openApp, waitForMapIdle } from './harness.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'folder-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

/** A folder as an office hands it over: layers in folders of their own, among what systems and programs leave there. */
function writeFolder(): string {
  const folder = join(FOLDER, '控规成果');
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  };
  const [plot, road] = [PLAN.layers.plots[0], PLAN.layers.roads[0]];
  write('地块/plots.geojson', JSON.stringify({ type: 'FeatureCollection', features: [plot] }));
  write('基础/道路/roads.geojson', JSON.stringify({ type: 'FeatureCollection', features: [road] }));
  write('.git/config.json', '{');
  write('地块/.plots.geojson', '{');
  write('Thumbs.db', 'x');
  return folder;
}
const PATH = writeFolder();

const sourcesOf = (page: Page): Promise<string[]> =>
  page.locator('park-app').evaluate((app) => {
    const { step, review } = Reflect.get(app, 'store').update.value;
    return step === 'review' ? review.reading.sources.map(({ name }: { name: string }) => name).sort() : [];
  });

test.each([
  ['zh-CN', '选择文件夹…', { width: 1024, height: 768 }],
  ['en', 'Choose a folder…', { width: 1440, height: 900 }],
  ['zh-CN', '选择文件夹…', { width: 390, height: 844 }],
] as const)(
  'a folder is chosen by the keyboard and read whole, in %s by “%s” at %o',
  async (language, name, viewport) => {
    const app = await openApp({ viewport, hash: language === 'en' ? 'lang=en' : '' });
    const { page } = app;
    try {
      if (viewport.width < 600) await page.getByRole('button', { name: '更多' }).click();
      const button = page.getByRole('button', { name, exact: true });
      // Asked for before the focus: the page hears of it on another way than of a key, and the chooser opens within the press.
      const opened = page.waitForEvent('filechooser');
      await button.focus();
      const [chooser] = await Promise.all([opened, page.keyboard.press('Enter')]);
      await chooser.setFiles(PATH);
      await expect.poll(() => sourcesOf(page), { timeout: 60_000 }).toEqual(['plots.geojson', 'roads.geojson']);
      expectCleanPage(app);
    } finally {
      await app.close();
    }
  },
);

test('the chooser opens at the press, however long what reads the files takes to load, and they are read then', async () => {
  const app = await openApp();
  const { page } = app;
  try {
    let load = (): void => {};
    const isAllowed = new Promise<void>((resolve) => {
      load = resolve;
    });
    await page.route('**/park_update-*.js', async (route) => {
      await isAllowed;
      await route.continue();
    });
    const button = page.locator('park-header').getByRole('button', { name: '更新数据' });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles(join(PATH, '地块/plots.geojson'));
    expect(await page.locator('park-update').count()).toBe(0);
    load();
    await expect.poll(() => sourcesOf(page)).toEqual(['plots.geojson']);
    expectCleanPage(app);
  } finally {
    await app.close();
  }
});

test('where the browser has no chooser of folders nobody is offered one', async () => {
  const app = await openApp();
  const { page } = app;
  try {
    const header = page.locator('park-header');
    await header.getByRole('button', { name: '选择文件夹…' }).waitFor();
    await app.context.addInitScript(() => {
      Reflect.deleteProperty(HTMLInputElement.prototype, 'webkitdirectory');
    });
    await page.reload();
    await waitForMapIdle(app);
    await header.getByRole('button', { name: '更新数据' }).waitFor();
    expect(await header.getByRole('button', { name: '选择文件夹…' }).count()).toBe(0);
    expectCleanPage(app);
  } finally {
    await app.close();
  }
});
