import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everyChange, shippedPlots } from '../support/every_change.ts';
import {
  type App,
  type AppOptions,
  afterMapChange,
  dropFiles,
  expectAccessible,
  expectCleanPage,
  mapColourAt,
  openApp,
  placeOnPage,
} from './harness.ts';

const review = (page: Page) => page.locator('park-update-review section');
const onMap = (page: Page) => page.locator('park-compare-map');
const mode = (page: Page, id: string) => onMap(page).locator(`[data-mode="${id}"]`);
const rows = (page: Page) => page.locator('park-update-review park-plot-changes tbody tr');

async function withReview(
  options: AppOptions,
  work: (app: App, change: ReturnType<typeof everyChange>) => Promise<void>,
): Promise<void> {
  const app = await openApp(options);
  try {
    const change = everyChange();
    await dropFiles(app.page, [{ name: 'plots.geojson', content: JSON.stringify(change.file) }]);
    await review(app.page).waitFor();
    await work(app, change);
    expectCleanPage(app);
  } finally {
    await app.close();
  }
}

async function savedBytes(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path());
}

async function savedText(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download') as Promise<Download>, press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Keeps what is printed, in place of the browser's dialog. */
async function catchPrint(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const catchIn = (frame: HTMLIFrameElement): void => {
      const inner = frame.contentWindow;
      if (!inner) return;
      inner.print = () => {
        document.body.dataset.printed = frame.contentDocument?.body.innerText ?? '';
        inner.dispatchEvent(new Event('afterprint'));
      };
    };
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node instanceof HTMLIFrameElement) catchIn(node);
    }).observe(document.body, { childList: true });
    // The frame prints in the same task it is added in: its window must be caught right then.
    const append = document.body.append.bind(document.body);
    document.body.append = (...nodes) => {
      append(...nodes);
      for (const node of nodes) if (node instanceof HTMLIFrameElement) catchIn(node);
    };
  });
  return async () => {
    await expect.poll(() => page.evaluate(() => document.body.dataset.printed)).toBeTruthy();
    await expect.poll(() => page.locator('body > iframe').count()).toBe(0);
    return page.evaluate(() => document.body.dataset.printed ?? '');
  };
}

const share = (page: Page) =>
  page.locator('park-swipe [role="slider"]').evaluate((line) => Number(line.getAttribute('aria-valuenow')));

describe.each([
  ['a desk, in Chinese', { viewport: { width: 1440, height: 900 } }],
  ['a phone, in English', { viewport: { width: 390, height: 844 }, hash: 'lang=en' }],
] as const)('old and new on the map of %s', (_, options) => {
  test('changes, old, new, swipe and blink are chosen with the keyboard alone, and are accessible', async () => {
    await withReview(options, async ({ page }) => {
      await mode(page, 'changes').waitFor();
      expect(await mode(page, 'changes').getAttribute('aria-pressed')).toBe('true');
      for (const id of ['before', 'after', 'swipe', 'blink', 'changes']) {
        await mode(page, id).focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => mode(page, id).getAttribute('aria-pressed')).toBe('true');
        if (id === 'swipe' || id === 'blink') {
          await page.locator('.review-pane[data-drawn]').waitFor({ state: 'attached' });
          await expectAccessible(page, 'park-app');
        }
      }
      await expectAccessible(page, 'park-update');
      expect(await page.locator('.review-pane').count()).toBe(0);
    });
  });

  test('the line of the swipe is moved by arrow keys and dragged, and says where it stands', async () => {
    await withReview(options, async ({ page }) => {
      await mode(page, 'swipe').click();
      const line = page.locator('park-swipe [role="slider"]');
      await line.focus();
      expect(await share(page)).toBe(50);
      await page.keyboard.press('ArrowLeft');
      expect(await share(page)).toBe(48);
      await page.keyboard.press('Shift+ArrowRight');
      expect(await share(page)).toBe(58);
      await page.keyboard.press('End');
      expect(await share(page)).toBe(100);
      await page.keyboard.press('Home');
      await page.keyboard.press('PageUp');
      expect(await share(page)).toBe(10);
      expect(await line.getAttribute('aria-valuetext')).toContain('10%');
      const box = await page.locator('park-swipe').boundingBox();
      const grip = await line.locator('.grip').boundingBox();
      if (!box || !grip) throw new Error('There is no line.');
      await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.75, grip.y + 10, { steps: 4 });
      await page.mouse.up();
      expect(await share(page)).toBe(75);
      await expect
        .poll(() => page.locator('.review-pane').evaluate((pane) => (pane as HTMLElement).style.clipPath))
        .toMatch(/inset\(0px 0px 0px 7[45]/);
    });
  });
});

test('the map shows the old plan left of the line and the new one right of it', async () => {
  await withReview({ viewport: { width: 1440, height: 900 } }, async (app, { removed }) => {
    const { page } = app;
    await afterMapChange(app, () =>
      page.locator('park-update-review park-plot-changes').getByRole('button', { name: removed, exact: true }).click(),
    );
    const ring = shippedPlots().features.find(({ id }) => id === removed)?.geometry.coordinates[0] as [
      number,
      number,
    ][];
    const middle = [0, 1].map((axis) => {
      const values = ring.slice(1).map((point) => point[axis as 0 | 1]);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    }) as [number, number];
    // Beside the number that is written in the middle.
    const place: [number, number] = [middle[0] + 0.0003, middle[1] + 0.0003];
    await afterMapChange(app, () => mode(page, 'before').click());
    const old = await mapColourAt(page, place);
    await afterMapChange(app, () => mode(page, 'after').click());
    const young = await mapColourAt(page, place);
    expect(young).not.toEqual(old);
    await mode(page, 'swipe').click();
    await page.locator('.review-pane[data-drawn]').waitFor({ state: 'attached' });
    const line = page.locator('park-swipe [role="slider"]');
    await line.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => mapColourAt(page, place)).toEqual(young);
    await page.keyboard.press('End');
    await expect.poll(() => mapColourAt(page, place)).toEqual(old);
  });
});

test('a click picks what is shown: the updated plot in the updated plan, the present one in the present', async () => {
  await withReview({ viewport: { width: 1440, height: 900 } }, async (app, { renumbered }) => {
    const { page } = app;
    await afterMapChange(app, () => rows(page).filter({ hasText: renumbered.to }).getByRole('button').first().click());
    const ring = shippedPlots().features.find(({ id }) => id === renumbered.from)?.geometry.coordinates[0] as [
      number,
      number,
    ][];
    const place = [0, 1].map((axis) => {
      const values = ring.slice(1).map((point) => point[axis as 0 | 1]);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    }) as [number, number];
    const card = page.locator('park-hover .card');
    const heading = page.locator('park-inspector header');
    const pointAndClick = async () => {
      const { x, y } = await placeOnPage(page, place);
      // From beside it: a pointer that rests says nothing new.
      await page.mouse.move(x + 3, y + 3);
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
    };
    await afterMapChange(app, () => mode(page, 'after').click());
    await pointAndClick();
    await expect.poll(() => card.innerText()).toContain(renumbered.to);
    // Folded, the review leaves its side to the sheet of what was picked.
    await afterMapChange(app, () => page.locator('park-update-review button[aria-expanded]').first().click());
    await expect.poll(() => heading.innerText()).toContain(renumbered.to);
    expect(await heading.innerText()).toContain('更新后');
    await afterMapChange(app, () => mode(page, 'before').click());
    // The number is not the present plan's: nothing of another plot is said.
    await page.locator('park-inspector .empty').waitFor();
    await pointAndClick();
    await expect.poll(() => heading.locator('h2').innerText()).toBe(renumbered.from);
    expect(await heading.innerText()).not.toContain('更新后');
  });
});

describe('blinking', () => {
  const shown = (page: Page) => onMap(page).locator('.blink strong').innerText();

  test('goes by itself, and can be paused', async () => {
    await withReview({ reducedMotion: 'no-preference' }, async ({ page }) => {
      await mode(page, 'blink').click();
      const first = await shown(page);
      await expect.poll(() => shown(page)).not.toBe(first);
      await onMap(page).locator('.play').click();
      const paused = await shown(page);
      await page.waitForTimeout(2500);
      expect(await shown(page)).toBe(paused);
      await mode(page, 'changes').click();
      expect(await page.locator('.review-pane').count()).toBe(0);
    });
  });

  test('stands still where less motion is asked for, and is turned by hand', async () => {
    await withReview({ reducedMotion: 'reduce' }, async ({ page }) => {
      await mode(page, 'blink').click();
      const first = await shown(page);
      await page.waitForTimeout(2500);
      expect(await shown(page)).toBe(first);
      await onMap(page).locator('.turn').click();
      expect(await shown(page)).not.toBe(first);
      const opacity = () => page.locator('.review-pane').evaluate((pane) => (pane as HTMLElement).style.opacity);
      await expect.poll(opacity).toBe('1');
      await onMap(page).locator('.turn').click();
      await expect.poll(opacity).toBe('0');
    });
  });
});

test('a click on a kind in the legend shows only these, on the map and in the table', async () => {
  await withReview({}, async ({ page }) => {
    await expect.poll(() => rows(page).count()).toBe(7);
    await onMap(page).locator('.legend .kinds button', { hasText: '拆分' }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    const drawn = () =>
      page.locator('park-app').evaluate((app) => [...Reflect.get(app, 'store').reviewDrawing.value.kinds]);
    expect(await drawn()).toEqual(['split']);
    await page.locator('park-plot-changes .kinds button', { hasText: '合并' }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await drawn()).toEqual(['split', 'merged']);
    await onMap(page).getByRole('button', { name: '显示全部变化' }).click();
    await expect.poll(() => rows(page).count()).toBe(7);
  });
});

describe('the table of changed plots', () => {
  test('has one row a change with its figures, is sorted and filtered, and shows a plot on the map', async () => {
    await withReview({}, async ({ page }, change) => {
      await rows(page).first().waitFor();
      const texts = (await rows(page).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
      const rowOf = (text: string) => texts.find((row) => row.startsWith(text)) ?? '';
      expect(rowOf(`${change.rerated} `)).toContain('36 → 100');
      expect(rowOf(`${change.renumbered.from} → ${change.renumbered.to}`)).toContain('编号变更');
      expect(rowOf(`${change.split.from} → ${change.split.to.join(' + ')}`)).toContain('拆分');
      expect(rowOf(`${change.merged.from.join(' + ')} → ${change.merged.to}`)).toContain('合并');
      expect(rowOf(change.added)).toMatch(/新增.*四期/);

      const sort = (name: RegExp) => page.locator('park-plot-changes thead').getByRole('button', { name }).click();
      const first = () => rows(page).first().locator('th').innerText();
      await sort(/用地/);
      expect(await first()).toBe(change.added);
      await sort(/用地/);
      expect(await first()).toBe(change.removed);
      expect(await page.locator('park-plot-changes [aria-sort]').getAttribute('aria-sort')).toBe('ascending');

      await page.locator('park-plot-changes input[type="search"]').fill(change.split.to[1]);
      await expect.poll(() => rows(page).count()).toBe(1);
      await rows(page).first().locator('button').click();
      const spot = await page
        .locator('park-app')
        .evaluate((app) => Reflect.get(app, 'store').spotlight.value.geometry.coordinates.length);
      expect(spot).toBe(2);
    });
  });

  test('is saved as CSV and GeoJSON that hold every change, and printed with its sums', async () => {
    await withReview({}, async ({ page }, change) => {
      const printed = await catchPrint(page);
      const button = (name: string) => review(page).getByRole('button', { name });
      const csv = await savedText(page, () => button('保存 CSV').click());
      expect(csv.name).toMatch(/-comparison\.csv$/);
      expect(csv.text.split('\r\n').filter((line) => line.includes('ZA4-'))).toHaveLength(7);
      expect(csv.text).toContain(`拆分,${change.split.from},${change.split.to.join(' ')},四期`);
      expect(csv.text).toMatch(/\r\n合计,297,/);
      await expect.poll(() => page.locator('park-comparison [role="status"]').innerText()).toContain(csv.name);

      const workbook = await savedBytes(page, () => button('保存 XLSX').click());
      const sheet = new TextDecoder().decode(unzipSync(workbook)['xl/worksheets/sheet1.xml']);
      expect(sheet).toContain(change.split.to.join(' '));

      const saved = await savedText(page, () => button('保存 GeoJSON').click());
      const { features } = JSON.parse(saved.text) as {
        features: { id: string; properties: { kind: string; areaDifference: number } }[];
      };
      // A split plot is two features of one change.
      expect(features).toHaveLength(8);
      const kindOf = (id: string) => features.find((feature) => feature.id === id)?.properties.kind;
      expect([kindOf(change.added), kindOf(change.removed), kindOf(change.merged.to)]).toEqual([
        'added',
        'removed',
        'merged',
      ]);

      await button('打印…').click();
      // A figure and its arrow are not parted by the end of a line.
      const page1 = (await printed()).replaceAll('\u00a0', ' ');
      for (const part of ['规划更新对比表', 'plots.geojson', change.split.to[0], '36 → 100 (+64)', '合计'])
        expect(page1).toContain(part);
    });
  });

  test('is summed up by phase and key area, a group’s FAR being its floor area over its land', async () => {
    await withReview({}, async ({ page }) => {
      await review(page).locator('#tab-rollUps').click();
      const sums = page.locator('park-update-review park-comparison .sums');
      const fourth = (await sums.getByRole('row', { name: /^四期/ }).innerText()).replace(/\s+/g, ' ');
      const rollUp = await page.locator('park-app').evaluate((app) => {
        const { review: own } = Reflect.get(app, 'store').update.value;
        return own.comparison.rollUps.phases.find(({ id }: { id: string }) => id === 'phase-4');
      });
      expect(fourth).toContain(`${rollUp.far.before.toFixed(2)} → ${rollUp.far.after.toFixed(2)}`);
      expect(await sums.getByRole('row', { name: /^合计/ }).count()).toBe(1);
      expect(await sums.locator('tbody').nth(1).locator('tr').count()).toBe(5);
    });
  });
});

describe('files that are refused', () => {
  const broken = (count: number): string => {
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [117, 31.8],
          [117.001, 31.8],
          [117.001, 31.801],
          [117, 31.8],
        ],
      ],
    };
    const features = Array.from({ length: count }, (_, index) => ({
      type: 'Feature',
      id: `P${index}`,
      properties: { heightMaxMetres: 'tall' },
      geometry,
    }));
    return JSON.stringify({ type: 'FeatureCollection', features });
  };

  test('are told why first, with what to do next; the issue list is filtered, saved, printed and read back', async () => {
    const app = await openApp({});
    try {
      const { page } = app;
      await dropFiles(page, [
        { name: 'plots.geojson', content: broken(4000) },
        { name: 'buildings.geojson', content: '{"type":"FeatureCollection","features":[{]}' },
      ]);
      await review(page).locator('.verdict.bad').waitFor();
      expect(await review(page).locator('.refused li').count()).toBe(3);
      expect(await page.locator('park-update-review [role="tab"]').count()).toBe(0);
      const list = page.locator('park-issue-list');
      expect(await list.locator('.severities').innerText()).toContain('4,001');
      const groups = () => list.locator('park-finding-list .group').count();
      expect(await groups()).toBe(2);
      await list.locator('.group', { hasText: 'heightMaxMetres' }).locator('button[aria-expanded]').click();
      expect(await list.locator('.places').innerText()).toContain('/features/0');
      await expectAccessible(page, 'park-update');

      await list.locator('select').selectOption('buildings.geojson');
      expect(await groups()).toBe(1);
      expect(await list.locator('.group').innerText()).toContain('第 1 行第');
      const one = await savedText(page, () => list.locator('[data-save="csv"]').click());
      expect(one.text).not.toContain('plots.geojson');
      expect(one.name).toContain('buildings.geojson');
      await list.locator('select').selectOption('');

      const all = await savedText(page, () => list.locator('[data-save="csv"]').click());
      const lines = all.text.trimEnd().split('\r\n').slice(1);
      expect(lines.reduce((sum, line) => sum + Number(line.split(',').at(-1)), 0)).toBe(4001);
      const html = await savedText(page, () => list.locator('[data-save="html"]').click());
      const shown = await app.context.newPage();
      await shown.setContent(html.text);
      expect(await shown.locator('table').count()).toBe(2);
      expect(await shown.locator('body').innerText()).toContain('4001');
      await shown.close();
      const printed = await catchPrint(page);
      await list.getByRole('button', { name: '打印…' }).click();
      expect(await printed()).toContain('问题清单');

      // The mended file comes through the way that is offered.
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        review(page).locator('.refused button').click(),
      ]);
      const file = everyChange().file;
      await chooser.setFiles([
        { name: 'plots.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(file)) },
      ]);
      await rows(page).first().waitFor();
      expectCleanPage(app);
    } finally {
      await app.close();
    }
  });
});
