/** Plans of thousands of plots: they cross as columns, are drawn from tiles and read field by field. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan } from '../../src/core/read/read_plan.ts';
import { reviewUpdate } from '../../src/core/review.ts';
import { makePlots } from '../bench/many_plots.ts';
import {
  type App,
  afterMapChange,
  dropFiles,
  expectCleanPage,
  mapColourAt,
  openApp,
  placeOnPage,
  untilKept,
  waitForMapIdle,
} from './harness.ts';

const COUNT = 5000;
const FILE = { name: 'plots.geojson', content: JSON.stringify(makePlots(COUNT)) };
const FOLDER = new URL('../../data/geojson/', import.meta.url);

const acceptButton = (page: Page) => page.locator('park-update-review .accept');
const tab = (page: Page, id: string) => page.locator(`park-update-review #tab-${id}`);

async function withApp(work: (app: App) => Promise<void>): Promise<void> {
  const app = await openApp({ language: 'en', hash: 'lang=en' });
  try {
    await work(app);
    expectCleanPage(app);
  } finally {
    await app.close();
  }
}

/** What the core finds of the same files here, where nothing crosses to another thread. */
async function expectedReview() {
  const files = readdirSync(FOLDER).map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(new URL(name, FOLDER))),
  }));
  const { plan } = readPlan(files);
  if (!plan) throw new Error('The plan that ships cannot be read.');
  const bytes = new TextEncoder().encode(FILE.content);
  return reviewUpdate(plan, [{ name: FILE.name, bytes }], 'replace');
}

/** A plot of the new plan, and a place in it. */
function plotInTheMiddle(): { id: string; place: [number, number]; farMax: number; shape: unknown } {
  const { features } = makePlots(COUNT);
  const plot = features[2523];
  const ring = plot?.geometry.coordinates[0]?.slice(0, -1) ?? [];
  const mean = (axis: 0 | 1) => ring.reduce((sum, position) => sum + position[axis], 0) / ring.length;
  return {
    id: plot?.id ?? '',
    place: [mean(0), mean(1)],
    farMax: Number(plot?.properties.farMax),
    shape: plot?.geometry,
  };
}

async function shapeOnPage(page: Page, id: string): Promise<unknown> {
  return page.locator('park-app').evaluate((app, wanted) => {
    const { plots } = Reflect.get(app, 'store').plan.value.layers as { plots: { id: string; geometry: unknown }[] };
    return plots.find((plot) => plot.id === wanted)?.geometry;
  }, id);
}

/** Until the plan on the screen is the one of the file. */
async function untilPlotCount(page: Page): Promise<void> {
  await page.waitForFunction(
    (count) => Reflect.get(document.querySelector('park-app') ?? {}, 'store')?.plan.value.layers.plots.length === count,
    COUNT,
  );
}

test('an update of thousands of plots is reviewed, drawn, accepted, picked from and kept', async () => {
  const expected = await expectedReview();
  await withApp(async (app) => {
    const { page } = app;
    await dropFiles(page, [FILE]);
    await acceptButton(page).waitFor();
    // The same figures as without a page, in every tab.
    const changes = (expected.changes?.features.length ?? 0) + (expected.changes?.manifest.length ?? 0);
    expect(await tab(page, 'plots').innerText()).toMatch(countIn(expected.comparison?.plots.length));
    expect(await tab(page, 'changes').innerText()).toMatch(countIn(changes));
    expect(await tab(page, 'findings').innerText()).toMatch(
      countIn(expected.findingsNew.length + expected.findingsGone.length),
    );
    await tab(page, 'changes').click();
    expect(await page.locator('park-update-review .counts').innerText()).toMatch(countIn(COUNT));

    const { id, place, farMax, shape } = plotInTheMiddle();
    const bare = await mapColourAt(page, place);
    await page.locator('park-update-review .confirm input').check();
    await afterMapChange(app, async () => {
      await acceptButton(page).click();
      await untilPlotCount(page);
    });
    expect(await shapeOnPage(page, id)).toEqual(shape);
    // Picked on the map: the plot that is drawn there, with its own figures.
    expect(await mapColourAt(page, place)).not.toEqual(bare);
    const { x, y } = await placeOnPage(page, place);
    await page.mouse.click(x, y);
    const sheet = page.locator('park-inspector');
    await sheet.getByText(id).first().waitFor();
    expect(await sheet.evaluate((element) => element.shadowRoot?.textContent)).toContain(farMax.toFixed(1));
    // Two plots whose land use differs are drawn in colours that differ, and dimmed once they are filtered out.
    await afterMapChange(app, () =>
      page.locator('park-app').evaluate((element) => Reflect.get(element, 'store').select(undefined)),
    );
    const full = await mapColourAt(page, place);
    await afterMapChange(app, () =>
      page
        .locator('park-app')
        .evaluate((element, above) => Reflect.get(element, 'store').setFilters({ far: { from: above } }), farMax + 0.1),
    );
    expect(await mapColourAt(page, place)).not.toEqual(full);

    await untilKept(page);
    await page.reload();
    await waitForMapIdle(app);
    await page.waitForFunction(
      (count) =>
        Reflect.get(document.querySelector('park-app') ?? {}, 'store').plan.value.layers.plots.length === count,
      COUNT,
    );
    expect(await shapeOnPage(page, id)).toEqual(shape);
  });
});

test('of thousands of plots what was asked for last is listed, saved and chosen, also while it is still being looked for', async () => {
  await withApp(async ({ page }) => {
    await dropFiles(page, [FILE]);
    await acceptButton(page).waitFor();
    await page.locator('park-update-review .confirm input').check();
    await acceptButton(page).click();
    await untilPlotCount(page);
    await page
      .locator('park-app')
      .evaluate((app) => app.dispatchEvent(new CustomEvent('park-action', { detail: 'table', bubbles: true })));
    const rows = page.locator('park-plot-table tbody tr');
    await rows.first().waitFor();
    // Three questions in one task, and the file right after them.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('park-plot-table').evaluate((table) => {
        const root = table.shadowRoot;
        const heading = root?.querySelector<HTMLButtonElement>('thead button');
        const input = root?.querySelector<HTMLInputElement>('input[type=search]');
        if (!heading || !input) throw new Error('The table has no heading or no field.');
        input.value = 'B-0012';
        input.dispatchEvent(new Event('input'));
        heading.click();
        input.value = 'B-00123';
        input.dispatchEvent(new Event('input'));
        root?.querySelector<HTMLButtonElement>('.end button:nth-of-type(2)')?.click();
      }),
    ]);
    const numbers = (text: string) => [...text.matchAll(/B-\d{6}/g)].map(([number]) => number);
    const expected = Array.from({ length: 10 }, (_, index) => `B-00123${9 - index}`);
    expect(numbers(readFileSync(await download.path(), 'utf8'))).toEqual(expected);
    await expect.poll(async () => numbers((await rows.allInnerTexts()).join('\n'))).toEqual(expected);

    // Chosen with Enter in the task in which it was typed.
    await page.locator('park-search').evaluate((search) => {
      const input = search.shadowRoot?.querySelector('input');
      if (!input) throw new Error('The search has no field.');
      input.focus();
      input.value = 'B-004567';
      input.dispatchEvent(new Event('input'));
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    await page.waitForFunction(
      () => Reflect.get(document.querySelector('park-app') ?? {}, 'store').view.value.selection?.id === 'B-004567',
    );
  });
});

test('a large update can be cancelled while it is read and checked, and offered again', async () => {
  await withApp(async ({ page }) => {
    // Presses the button as soon as the card with the progress is there.
    const cancelled = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const look = () => {
            const card = document.querySelector('park-update')?.shadowRoot;
            const button = card?.querySelector<HTMLButtonElement>('.card.working button');
            if (!button) return requestAnimationFrame(look);
            button.click();
            return resolve();
          };
          look();
        }),
    );
    await dropFiles(page, [FILE]);
    await cancelled;
    await page.locator('park-update .card.working').waitFor({ state: 'detached' });
    expect(await page.locator('park-update-review section').count()).toBe(0);
    expect(await shapeOnPage(page, plotInTheMiddle().id)).toBeUndefined();
    await dropFiles(page, [FILE]);
    await acceptButton(page).waitFor();
    expect(await tab(page, 'changes').innerText()).toMatch(/5,?\d{3}/);
  });
});

/** The count as a number of its own, with or without a comma between thousands. */
function countIn(count = 0): RegExp {
  return new RegExp(`(^|\\D)(${count}|${count.toLocaleString('en')})(\\D|$)`);
}
