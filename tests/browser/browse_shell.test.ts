import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan, Plot } from '../../src/core/plan/types.ts';
import { openFiles } from '../../src/core/read/open/open_files.ts';
import { messagesOf } from '../../src/messages/index.ts';
import {
  type App,
  afterMapChange,
  appAddress,
  expectCleanPage,
  mapElement,
  openApp,
  placeOnPage,
  startBrowser,
} from './harness.ts';

const folder = join(import.meta.dirname, '../../data/geojson');
const plots = (JSON.parse(readFileSync(join(folder, 'plots.geojson'), 'utf8')) as { features: Plot[] }).features;
const manifest = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan['manifest'];
const zh = messagesOf('zh-CN').browse;
const en = messagesOf('en').browse;

interface ReadStore {
  view: { value: { selection?: { layer: string; id: string }; theme: string; timelineStep?: number; mode: string } };
  shown: { value: ReadonlySet<string> | undefined };
}
/** What the page's state says, read from the store. */
async function stateOf(
  page: Page,
): Promise<{ selection: string; theme: string; step: number | undefined; shown: number | undefined; mode: string }> {
  return mapElement(page).evaluate((element) => {
    const { view, shown } = Reflect.get(element, 'store') as ReadStore;
    const { selection, theme, timelineStep, mode } = view.value;
    return {
      selection: selection ? `${selection.layer}/${selection.id}` : '',
      theme,
      step: timelineStep,
      shown: shown.value?.size,
      mode,
    };
  });
}

/** What a person reads inside an element, its shadow root being where its content is. */
function textIn(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) =>
      [...(element.shadowRoot?.children ?? [])]
        .map((child) => (child instanceof HTMLElement ? child.innerText : ''))
        .join('\n'),
    );
}

const rowsOf = (page: Page) => page.locator('park-plot-table tbody tr');

describe('on a desk', () => {
  let app: App;
  let page: Page;
  beforeAll(async () => {
    app = await openApp({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
    page = app.page;
  });
  afterAll(async () => {
    expectCleanPage(app);
    await app.close();
  });

  test('shows the plan’s title, version, date and that it is indicative', async () => {
    const header = await textIn(page, 'park-header');
    expect(header).toContain(manifest.title.zh);
    expect(header).toContain(manifest.version);
    expect(header).toContain(manifest.date);
    expect(await page.locator('park-map .note').innerText()).toContain(zh.planStatus.indicative);
    expect(await page.title()).toBe(manifest.title.zh);
  });

  test('counts every plot in the legend of land use', async () => {
    const total = await page.locator('park-legend .total .number').first().innerText();
    expect(total).toBe(String(plots.length));
  });

  test('shows the sheet of the plot that is clicked on the map', async () => {
    const plot = plots.find(({ geometry }) => geometry.type === 'Polygon' && geometry.coordinates.length === 1);
    await afterMapChange(app, async () => {
      await page.locator('park-search input').fill(plot?.id ?? '');
      await page.locator('park-search input').press('Enter');
    });
    await page.keyboard.press('Escape');
    await page.locator('park-map canvas').first().focus();
    await page.keyboard.press('Escape');
    expect((await stateOf(page)).selection).toBe('');
    const ring = (plot?.geometry.type === 'Polygon' ? plot.geometry.coordinates[0] : undefined) ?? [];
    const corners = ring.slice(0, -1);
    const mean = (index: 0 | 1) => corners.reduce((sum, corner) => sum + (corner[index] ?? 0), 0) / corners.length;
    // A little off the middle, where its number is written.
    const place = await placeOnPage(page, [mean(0), mean(1)]);
    await page.mouse.click(place.x + 8, place.y + 14);
    await page.locator('park-inspector header h2').waitFor();
    expect((await stateOf(page)).selection).toMatch(/^(plots|buildings)\//);
  });

  test('gives each control of a plot its limits, nature and origin', async () => {
    const plot = plots.find(
      ({ properties }) => properties.farMax !== undefined && properties.heightMaxMetres !== undefined,
    );
    await page.locator('park-search input').fill(plot?.id ?? '');
    await page.locator('park-search input').press('Enter');
    const table = page.locator('park-inspector table.controls');
    const text = await table.innerText();
    expect(text).toContain(zh.inspector.far);
    expect(text).toContain(zh.inspector.height);
    expect(text).toMatch(new RegExp(`${zh.inspector.compulsory}|${zh.inspector.guiding}`));
    const sheet = await textIn(page, 'park-inspector');
    expect(sheet).toContain(zh.inspector.ellipsoid);
    expect(sheet).toContain('EPSG:4548');
    expect(sheet).toContain(zh.inspector.sourceName);
  });

  test('finds 柏堰湖 by its pinyin, in full and by initials, and goes there', async () => {
    const input = page.locator('park-search input');
    for (const text of ['byh', 'boyanhu', 'baiyanhu', 'Boyan']) {
      await input.fill('');
      await input.pressSequentially(text);
      await page.locator('park-search [role=option]', { hasText: '柏堰湖' }).first().waitFor();
    }
    await input.fill('柏堰湖');
    await afterMapChange(app, () => input.press('Enter'));
    expect((await stateOf(page)).selection).toMatch(/lake/);
  });

  test('dims all but the picked class, and the counts follow', async () => {
    await page.locator('park-themes input[value=height]').check();
    const entry = page.locator('park-legend li button').first();
    await entry.click();
    expect(await entry.getAttribute('aria-pressed')).toBe('true');
    const { shown } = await stateOf(page);
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(plots.length);
    const sum = await page.locator('park-filters .sum').innerText();
    expect(sum).toContain(`${shown} / ${plots.length}`);
    await page.locator('park-filters .sum button').click();
    expect((await stateOf(page)).shown).toBeUndefined();
  });

  test('narrows the plots with the height range by keyboard, and the address keeps it', async () => {
    const upper = page.getByRole('slider', { name: zh.filters.to.replace('{name}', zh.filters.height) });
    await upper.focus();
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('PageDown');
    const { shown } = await stateOf(page);
    expect(shown).toBeLessThan(plots.length);
    await page.waitForFunction(() => location.hash.includes('height=~'));
    await page.locator('park-filters .sum button').click();
    await page.waitForFunction(() => !location.hash.includes('height=~'));
  });

  test('steps through the phases and adds up towards the targets', async () => {
    const people = page.locator('park-timeline .totals dd').nth(2);
    const whole = await people.innerText();
    await page.locator('park-timeline .track button').first().click();
    expect((await stateOf(page)).step).toBe(1);
    expect(await people.innerText()).not.toBe(whole);
    await page.keyboard.press('.');
    expect((await stateOf(page)).step).toBe(2);
    await page.keyboard.press(',');
    await page.keyboard.press(',');
    expect((await stateOf(page)).step).toBeUndefined();
    expect(await people.innerText()).toBe(whole);
  });

  test('lists every plot in the table, sorts it, and selects on the map what is chosen there', async () => {
    await page.keyboard.press('t');
    await rowsOf(page).first().waitFor();
    expect(await rowsOf(page).count()).toBe(plots.length);
    await page.locator('park-plot-table thead button', { hasText: zh.table.heightMax }).click();
    const sorted = page.locator('park-plot-table th[aria-sort]');
    expect(await sorted.getAttribute('aria-sort')).toBe('ascending');
    await page.locator('park-plot-table thead button', { hasText: zh.table.heightMax }).click();
    expect(await sorted.getAttribute('aria-sort')).toBe('descending');
    const cells = await rowsOf(page).locator('td:nth-child(7)').allInnerTexts();
    const heights = cells.map(Number).filter(Number.isFinite);
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    const first = rowsOf(page).first();
    const number = await first.locator('th').innerText();
    await first.locator('th button').focus();
    await page.keyboard.press('Enter');
    expect((await stateOf(page)).selection).toBe(`plots/${number}`);
    expect(await page.locator('park-inspector h2').innerText()).toBe(number);
  });

  test('saves the table as a CSV that keeps its Chinese', async () => {
    const download = page.waitForEvent('download');
    await page.locator('park-plot-table').getByRole('button', { name: zh.table.save }).click();
    const path = await (await download).path();
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(plots.length + 2);
    expect(text).toContain(zh.csv.number);
    await page.locator('park-plot-table').getByRole('button', { name: zh.table.copy }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\r\n')).toHaveLength(plots.length + 1);
  });

  test('saves the table as a workbook with a row for every plot', async () => {
    const download = page.waitForEvent('download');
    await page.locator('park-plot-table').getByRole('button', { name: zh.table.saveWorkbook }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/\.xlsx$/);
    const bytes = new Uint8Array(readFileSync(await saved.path()));
    const { sources } = await openFiles([{ name: 'a.xlsx', bytes }], {});
    expect(sources.map(({ features }) => features.length)).toEqual([plots.length]);
    await page.keyboard.press('t');
  });

  test('shows the community’s areas side by side, and each finding on the map', async () => {
    await page.locator('#tab-community').click();
    await page.locator('park-community table').first().waitFor();
    const text = await textIn(page, 'park-community');
    expect(text).toContain(zh.community.verdictPass);
    expect(text).toContain(zh.community.sphere);
    await page.locator('#tab-findings').click();
    const items = page.locator('park-findings .list button');
    await items.first().click();
    const first = await page.locator('park-findings [aria-current=true]').innerText();
    await page.keyboard.press('n');
    await page.waitForFunction((before) => {
      const tabs = document.querySelector('park-app')?.shadowRoot?.querySelector('park-tabs');
      const findings = tabs?.shadowRoot?.querySelector('park-findings');
      const current = findings?.shadowRoot?.querySelector<HTMLElement>('[aria-current=true]');
      return current !== undefined && current !== null && current.innerText !== before;
    }, first);
    expect(await page.locator('#tab-findings').getAttribute('aria-selected')).toBe('true');
    // The keyboard is at the finding, not where it was: what can be done about it follows.
    const hasKeyboard = () =>
      page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.getAttribute('aria-current');
      });
    await page.locator('#tab-findings').focus();
    await page.keyboard.press('n');
    await expect.poll(hasKeyboard).toBe('true');
  });

  test('measures a distance and an area on the ellipsoid', async () => {
    await page.keyboard.press('d');
    const box = await mapElement(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 300];
    await page.mouse.click(x, y);
    await page.mouse.click(x + 120, y);
    await page.locator('park-measure dd.main').waitFor();
    expect(await page.locator('park-measure dd.main').innerText()).toMatch(/\d.* k?m$/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.mouse.click(x, y);
    await page.mouse.click(x + 120, y);
    await page.mouse.click(x + 120, y + 90);
    expect(await page.locator('park-measure dd.main').innerText()).toMatch(/\d.* (ha|km²|m²)$/);
    expect(await textIn(page, 'park-measure')).toContain('EPSG:4548');
    expect(await page.locator('park-measure .crossing').count()).toBe(0);
    // Back over the first side: a bow-tie.
    await page.mouse.click(x + 60, y - 60);
    await page.locator('park-measure .crossing').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('park-measure').count()).toBe(0);
  });

  test('says where the pointer is in both coordinate systems', async () => {
    const box = await mapElement(page).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 250, (box?.y ?? 0) + 250);
    const status = page.locator('park-status');
    await status.getByText('WGS84').waitFor();
    const text = await textIn(page, 'park-status');
    expect(text).toMatch(/WGS84 117\.\d{6}°, 31\.\d{6}°/);
    expect(text).toMatch(/EPSG:4548 E 5\d{5}\.\d N 35\d{5}\.\d/);
    expect(text).toMatch(/1:[\d,]+/);
  });

  test('changes every word with the language, and keeps what is shown', async () => {
    const before = await stateOf(page);
    await page.getByRole('button', { name: zh.app.switchLanguage }).click();
    await page.getByRole('heading', { name: manifest.title.en }).waitFor();
    expect(await textIn(page, 'park-header')).toContain(manifest.title.en);
    expect(await textIn(page, 'park-themes')).toContain(en.themes.compliance);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await stateOf(page)).toEqual(before);
    await page.getByRole('button', { name: en.app.switchLanguage }).click();
    await page.getByRole('heading', { name: manifest.title.zh }).waitFor();
  });

  test('folds its panels and says so', async () => {
    const fold = page.getByRole('button', { name: zh.app.foldLeft });
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    await fold.click();
    await page.locator('park-themes').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: zh.app.unfoldLeft }).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('[');
    await page.locator('park-themes').waitFor();
  });
});

test('a copied address opens the same view, filters, selection and language', async () => {
  const plot = plots.at(-1)?.id ?? '';
  const hash = `theme=far&select=plots/${encodeURIComponent(plot)}&height=20~60&step=2&lang=en`;
  const app = await openApp({ hash, viewport: { width: 1440, height: 900 } });
  expect(await stateOf(app.page)).toMatchObject({ theme: 'far', selection: `plots/${plot}`, step: 2 });
  expect((await stateOf(app.page)).shown).toBeGreaterThan(0);
  expect(await app.page.locator('park-inspector h2').innerText()).toBe(plot);
  await app.page.waitForFunction(() => location.hash.includes('at='));
  const address = await app.page.evaluate(() => location.hash.slice(1));
  const again = await openApp({ hash: address, viewport: { width: 1440, height: 900 } });
  expect(await stateOf(again.page)).toEqual(await stateOf(app.page));
  await again.page.evaluate(() => {
    location.hash = '#theme=density';
  });
  await again.page.locator('park-themes input[value=density]:checked').waitFor();
  expect((await stateOf(again.page)).selection).toBe('');
  await again.close();
  await app.close();
});

test('on a phone the panels are sheets over the map, one at a time', async () => {
  const app = await openApp({ viewport: { width: 390, height: 844 } });
  const { page } = app;
  expect(await page.locator('section.sheet').count()).toBe(0);
  for (const name of [zh.themes.title, zh.filters.title, zh.app.timeline, zh.app.more]) {
    await page.locator('nav.bar button', { hasText: name }).click();
    expect(await page.locator('section.sheet').count()).toBe(1);
    expect(await page.locator('section.sheet h2').innerText()).toBe(name);
  }
  await page.keyboard.press('Escape');
  expect(await page.locator('section.sheet').count()).toBe(0);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
  expectCleanPage(app);
  await app.close();
});

test('a phone on its side has sheets too, and its map is not loaded again', async () => {
  const app = await openApp({ viewport: { width: 390, height: 844 } });
  const { page } = app;
  const map = await mapElement(page).elementHandle();
  await page.setViewportSize({ width: 844, height: 390 });
  expect(await page.locator('nav.bar').count()).toBe(1);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('park-side').waitFor();
  expect(await map?.evaluate((element) => element.isConnected)).toBe(true);
  await app.close();
});

test('in a small frame only the map, its title and the legend remain', async () => {
  const app = await openApp({ viewport: { width: 440, height: 330 } });
  expect(await app.page.locator('park-legend').count()).toBe(0);
  await app.page.locator('.float button').click();
  expect(await app.page.locator('park-legend').count()).toBe(1);
  expect(await app.page.locator('park-search').count()).toBe(0);
  await app.close();
});

test('says which file is missing and how to mend it', async () => {
  const app = await openApp({ query: 'plan=nowhere/', waitForMap: false });
  const alert = app.page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('nowhere/plan.json');
  expect(await alert.innerText()).toContain(zh.error.notFoundMend);
  await app.close();
});

test('never opens a plan of another site', async () => {
  const app = await openApp({ query: 'plan=https://other.example/plan/', waitForMap: false });
  await app.page.getByText(zh.error.foreignPlan).waitFor();
  expect(app.requests.filter((address) => address.includes('other.example/plan/plan.json'))).toEqual([]);
  await app.close();
});

test('keeps the table and the figures where the browser cannot draw the map', async () => {
  const context = await (await startBrowser()).newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  const page = await context.newPage();
  await page.goto(appAddress());
  await page.locator('park-map').getByRole('alert').waitFor();
  expect(await textIn(page, 'park-map')).toContain(zh.error.noWebglMend);
  await page.keyboard.press('t');
  await rowsOf(page).first().waitFor();
  expect(await rowsOf(page).count()).toBe(plots.length);
  await context.close();
});

test('says beside the pointer which plot it is over, and draws only that anew', async () => {
  const app = await openApp({ hash: 'at=117.09,31.838,15,0,0', viewport: { width: 1440, height: 900 } });
  const { page } = app;
  await page.keyboard.press('t');
  await rowsOf(page).first().waitFor();
  const draws = await page.locator('park-plot-table').evaluateHandle((table) => {
    const count = { value: 0 };
    const draw = Reflect.get(table, 'performUpdate') as () => void;
    Reflect.set(table, 'performUpdate', () => {
      count.value += 1;
      draw.call(table);
    });
    return count;
  });
  const box = await mapElement(page).boundingBox();
  for (const step of [0, 1, 2, 3])
    await page.mouse.move((box?.x ?? 0) + 240 + step * 40, (box?.y ?? 0) + 160 + step * 20);
  await page.locator('park-hover .card').waitFor();
  expect(await textIn(page, 'park-hover')).toMatch(/\S/);
  expect(await draws.evaluate(({ value }) => value)).toBe(0);
  await app.close();
});

test('a plot’s sheet and the saved table have the floor area it states, and what FAR that comes to', async () => {
  const app = await openApp({ viewport: { width: 1440, height: 900 }, waitForMap: false });
  const { page, context } = app;
  const [first, ...others] = plots;
  if (!first) throw new Error('The plan that ships has no plots.');
  const stated = { gfaSquareMetres: 41_000, netAreaSquareMetres: 20_000 };
  const features = [{ ...first, properties: { ...first.properties, ...stated } }, ...others];
  await context.route('**/plots.geojson', (route) => route.fulfill({ json: { type: 'FeatureCollection', features } }));
  await page.goto(appAddress({ hash: `select=plots/${encodeURIComponent(first.id)}` }));
  await page.reload();
  const row = page.locator('park-inspector dl.facts div', { hasText: zh.inspector.declaredGfa });
  await row.waitFor();
  expect(await row.innerText()).toContain('4.10 万 m²');
  expect(await row.innerText()).toContain(zh.inspector.declaredGfaOfDeclared.replace('{far}', '2.05'));
  await page.keyboard.press('t');
  await rowsOf(page).first().waitFor();
  const download = page.waitForEvent('download');
  await page.locator('park-plot-table').getByRole('button', { name: zh.table.save }).click();
  const [heading = '', ...lines] = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect(heading).toContain(zh.csv.declaredGfa);
  expect(lines.filter((line) => line.includes(',41000,')).map((line) => line.split(',')[0])).toEqual([first.id]);
  expectCleanPage(app);
  await app.close();
});
