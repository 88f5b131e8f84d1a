import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/messages/index.ts';
import { dropFiles, expectAccessible, untilKept, withApp } from './harness.ts';

const PLOTS = readFileSync(new URL('../../data/geojson/plots.geojson', import.meta.url), 'utf8');
const HOSTILE_NAME = '<img src=x onerror="document.title=1">';

interface PlotsFile {
  type: 'FeatureCollection';
  features: { id: string; properties: Record<string, unknown>; geometry: { type: string; coordinates: unknown } }[];
}
const plotsFile = (): PlotsFile => JSON.parse(PLOTS);

/** The plots that ship with one gone, one renamed and one with another FAR limit. */
function editedPlots(): { text: string; removed: string; changed: string } {
  const file = plotsFile();
  const [first, second] = file.features;
  const removed = file.features.splice(4, 1)[0];
  if (!first || !second || !removed) throw new Error('The plan that ships has too few plots.');
  first.properties.farMax = 1.234;
  second.properties.name = HOSTILE_NAME;
  return { text: JSON.stringify(file), removed: removed.id, changed: first.id };
}

const review = (page: Page) => page.locator('park-update-review section');
/** Every change, field by field. Text of an element ends at the next shadow root: the table has its own. */
async function changeTable(page: Page): Promise<string> {
  await page.locator('park-update-review #tab-changes').click();
  return page.locator('park-update-review park-change-table table').innerText();
}
const acceptButton = (page: Page) => page.locator('park-update-review .accept');

async function plotCount(page: Page): Promise<number> {
  return page.locator('park-app').evaluate((app) => Reflect.get(app, 'store').plan.value.layers.plots.length as number);
}

describe.each(['zh-CN', 'en'] as const)('an edited copy of the plots, in %s', (language) => {
  const hash = language === 'en' ? 'lang=en' : '';

  test('is reviewed, accepted, survives a reload and is undone', async () => {
    await withApp({ hash }, async (app) => {
      const { page } = app;
      const before = await plotCount(page);
      const { text, removed, changed } = editedPlots();
      await dropFiles(page, [{ name: 'plots.geojson', content: text }]);
      await acceptButton(page).waitFor();
      const said = await changeTable(page);
      for (const part of [removed, changed, '1.234', HOSTILE_NAME]) expect(said).toContain(part);
      expect(said).toContain(language === 'en' ? 'FAR' : '容积率上限');
      expect(await page.locator('park-update-review img').count()).toBe(0);
      expect(await plotCount(page)).toBe(before);
      await expectAccessible(page, 'park-update');

      // Looked for from now on: it goes away by itself.
      const told = page
        .locator('park-toast')
        .getByText(messagesOf(language).browse.notices.accepted.split('{')[0] ?? '')
        .waitFor();
      await Promise.all([told, acceptButton(page).click()]);
      await review(page).waitFor({ state: 'detached' });
      expect(await plotCount(page)).toBe(before - 1);
      await untilKept(page);
      await page.reload();
      await page.locator('park-app').waitFor();
      await expect.poll(() => plotCount(page)).toBe(before - 1);
      await page.locator('park-app').evaluate((element) => Reflect.get(element, 'store').undo());
      expect(await plotCount(page)).toBe(before);
    });
  });
});

test('a large file stays on the disk: the worker fetches it in parts, and knows its SHA-256', async () => {
  await withApp({}, async ({ page }) => {
    const file = plotsFile();
    const [first] = file.features;
    if (first) first.properties.remark = '大'.repeat(3_000_000);
    const content = JSON.stringify(file);
    const before = await plotCount(page);
    await dropFiles(page, [{ name: 'plots.geojson', content }]);
    await acceptButton(page).waitFor();
    const offered = await page
      .locator('park-app')
      .evaluate((app) => Object.keys(Reflect.get(app, 'store').update.value.files[0]));
    expect(offered).toEqual(['name', 'hold']);
    await acceptButton(page).click();
    await review(page).waitFor({ state: 'detached' });
    expect(await plotCount(page)).toBe(before);
    const history = await page
      .locator('park-app')
      .evaluate((app) => Reflect.get(app, 'store').plan.value.manifest.history.at(-1).files);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(history).toEqual([{ name: 'plots.geojson', sha256 }]);
  });
});

test.each<[string, string | Uint8Array]>([
  ['truncated', PLOTS.slice(0, 30_000)],
  ['empty', ''],
  ['a collection of nothing', '{"type":"FeatureCollection","features":[]}'],
  ['a web page', '<!doctype html><title>Sign in</title>'],
  [
    'hostile',
    '{"type":"FeatureCollection","features":[{"type":"Feature","id":"__proto__","geometry":{"type":"__proto__"}},null]}',
  ],
  ['binary', Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256)],
])('a file that is %s cannot be accepted and leaves the plan as it was', async (_, content) => {
  await withApp({}, async ({ page }) => {
    const before = await plotCount(page);
    await dropFiles(page, [{ name: 'plots.geojson', content }]);
    await acceptButton(page).waitFor();
    expect(await acceptButton(page).getAttribute('aria-disabled')).toBe('true');
    expect(await review(page).locator('.reason').innerText()).not.toBe('');
    expect(await review(page).locator('park-finding-list li').count()).toBeGreaterThan(0);
    // Dispatched, because a real click waits for the button to become enabled.
    await acceptButton(page).dispatchEvent('click');
    expect(await plotCount(page)).toBe(before);
    await review(page).locator('.dialog-foot .outlined').click();
    await review(page).waitFor({ state: 'detached' });
    expect(await plotCount(page)).toBe(before);
  });
});

test('of files that are taken one after another the latest count, also where earlier ones take longer to fetch', async () => {
  await withApp({}, async ({ page }) => {
    await dropFiles(page, [{ name: 'plots.geojson', content: PLOTS }]);
    await acceptButton(page).waitFor();
    const names = await page.locator('park-update').evaluate(async (element, text) => {
      const { store, takeFiles } = element as unknown as {
        store: { update: { value: { files?: { name: string }[] } } };
        takeFiles(files: Promise<File[]> | File[]): Promise<void>;
      };
      const fileOf = (name: string) => [new File([text], name)];
      let arrive = (_: File[]): void => {};
      const slow = new Promise<File[]>((resolve) => {
        arrive = resolve;
      });
      const first = takeFiles.call(element, slow);
      const second = takeFiles.call(element, fileOf('second.geojson'));
      await second;
      arrive(fileOf('first.geojson'));
      await first;
      return store.update.value.files?.map(({ name }) => name);
    }, PLOTS);
    expect(names).toEqual(['second.geojson']);
  });
});

test('a file whose layer nobody can tell is asked for, and then read', async () => {
  await withApp({}, async ({ page }) => {
    const feature = {
      type: 'Feature',
      id: 'x-1',
      properties: {},
      geometry: { type: 'Point', coordinates: [117.1, 31.83] },
    };
    const content = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
    await dropFiles(page, [{ name: 'data.json', content }]);
    const question = page.locator('park-update-review .undecided');
    await question.waitFor();
    await question.locator('button').click();
    await question.getByRole('alert').waitFor();
    await question.locator('select').selectOption('landmarks');
    await question.locator('button').click();
    await question.waitFor({ state: 'detached' });
    await acceptButton(page).waitFor();
    expect(await changeTable(page)).toContain('x-1');
  });
});

test('a file of one plot is merged, and replaces its layer only when the deletions are confirmed', async () => {
  await withApp({}, async ({ page }) => {
    const file = plotsFile();
    const one = file.features[0];
    if (!one) throw new Error('The plan that ships has no plots.');
    one.properties.note = 'merged';
    await dropFiles(page, [{ name: 'plots.geojson', content: JSON.stringify({ ...file, features: [one] }) }]);
    await acceptButton(page).waitFor();
    const removedCell = async () => {
      await review(page).locator('#tab-changes').click();
      return review(page).locator('.counts tbody td').nth(1).innerText();
    };
    expect(await removedCell()).toBe('0');
    expect(await review(page).locator('.verdict.plain').innerText()).toContain(String(file.features.length));
    const isRefused = () => acceptButton(page).getAttribute('aria-disabled');
    expect(await isRefused()).toBe('false');

    await review(page).locator('.mode button').nth(0).click();
    await expect.poll(removedCell).toBe(String(file.features.length - 1));
    expect(await isRefused()).toBe('true');
    const isSaidReady = async () =>
      (await review(page).locator('[role=status] .verdict').innerText()).startsWith('可以接受');
    expect(await isSaidReady()).toBe(false);
    await review(page).locator('.confirm input').check();
    await expect.poll(isRefused).toBe('false');
    expect(await isSaidReady()).toBe(true);
  });
});

/** Pastes text on the page; whether the page took it. */
const paste = (page: Page, text: string) =>
  page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  }, text);

test('text pasted on the page is read as a file', async () => {
  await withApp({}, async ({ page }) => {
    expect(await paste(page, editedPlots().text)).toBe(true);
    await acceptButton(page).waitFor();
    expect(await acceptButton(page).getAttribute('aria-disabled')).toBe('false');
  });
});

test('cells copied from a spreadsheet are joined by number, pasted on the page or in the window for it; a sentence is not data', async () => {
  const cells = '地块编号\t容积率\nZA1-02\t2.8\nZA1-03\t3\n';
  await withApp({}, async ({ page }) => {
    expect(await paste(page, '容积率 2.8，见附表\n第二行')).toBe(false);
    expect(await paste(page, cells)).toBe(true);
    await acceptButton(page).waitFor();
    expect(await review(page).innerText()).toContain('指标调整 2');
    await review(page).locator('.discard').click();
    await page
      .locator('park-app')
      .evaluate((app) => app.dispatchEvent(new CustomEvent('park-action', { detail: 'paste', bubbles: true })));
    const dialog = page.locator('park-paste-dialog dialog[open]');
    await dialog.locator('textarea').fill(cells);
    await expectAccessible(page, 'park-update');
    await dialog.locator('button.primary').click();
    await acceptButton(page).waitFor();
    expect(await review(page).innerText()).toContain('指标调整 2');
  });
});

test('ten thousand plots are reviewed page by page, and the page stays alive meanwhile', async () => {
  await withApp({}, async ({ page }) => {
    const features = Array.from({ length: 10_000 }, (_, index) => {
      const west = 117 + (index % 100) * 0.001;
      const south = 31.7 + Math.floor(index / 100) * 0.001;
      const ring = [
        [0, 0],
        [0.0008, 0],
        [0.0008, 0.0008],
        [0, 0.0008],
        [0, 0],
      ].map(([x = 0, y = 0]) => [west + x, south + y]);
      return {
        type: 'Feature',
        id: `P${index}`,
        properties: { farMax: 2 },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    });
    await page.evaluate(() => {
      let last = performance.now();
      const tick = (): void => {
        const now = performance.now();
        document.body.dataset.longest = String(Math.max(Number(document.body.dataset.longest ?? 0), now - last));
        last = now;
        setTimeout(tick, 10);
      };
      tick();
    });
    const dropped = Date.now();
    await dropFiles(page, [
      { name: 'plots.geojson', content: JSON.stringify({ type: 'FeatureCollection', features }) },
    ]);
    await acceptButton(page).waitFor();
    const reviewMilliseconds = Date.now() - dropped;
    expect(await review(page).locator('park-plot-changes tbody tr').count()).toBeLessThanOrEqual(50);
    await review(page).locator('#tab-changes').click();
    expect(await review(page).locator('park-change-table tbody').count()).toBeLessThanOrEqual(50);
    await review(page).locator('park-change-table .pager button').last().click();
    expect(await review(page).locator('park-change-table caption').innerText()).toContain('51');
    // Held against the whole, because a slow machine makes both long.
    const longestMilliseconds = Number(await page.evaluate(() => document.body.dataset.longest));
    expect(longestMilliseconds / reviewMilliseconds).toBeLessThan(0.5);
  });
});
