import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, expectCleanPage, openApp, slowDown, untilKept, waitForMapIdle } from './harness.ts';

const SHIPPED = JSON.parse(readFileSync(new URL('../../data/geojson/plots.geojson', import.meta.url), 'utf8'));

test.each([
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
])('versions are compared, named and gone back to on %s', async (_, size) => {
  const app = await openApp({});
  try {
    const { page } = app;
    await page.setViewportSize(size);
    const changed = structuredClone(SHIPPED);
    changed.features[0].id = 'NEW-NUMBER';
    await page.locator('park-app').evaluate(async (element, text) => {
      const { store } = element as unknown as { store: Record<string, (...words: unknown[]) => Promise<void>> };
      await store.offerFiles?.([{ name: 'plots.geojson', bytes: new TextEncoder().encode(text) }]);
      await store.acceptUpdate?.();
      element.dispatchEvent(new CustomEvent('park-action', { detail: 'save', bubbles: true }));
    }, JSON.stringify(changed));
    await page.locator('park-history button').first().click();
    const dialog = page.locator('park-versions dialog[open]');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/plots\.geojson · SHA-256 [0-9a-f]{8}…/);
    await dialog.locator('button.primary').click();
    const table = dialog.locator('park-plot-changes table');
    await table.waitFor();
    expect(await table.innerText()).toContain('NEW-NUMBER');
    await dialog.locator('ol[reversed] > li button[aria-expanded]').click();
    await dialog.locator('#who-edit').fill('王工');
    await dialog.locator('#who-edit').press('Tab');
    await expect.poll(() => dialog.locator('ol[reversed] > li').first().innerText()).toContain('王工');
    await expectAccessible(page, 'park-versions');
    expect(await dialog.evaluate((box) => box.scrollWidth <= box.clientWidth + 1)).toBe(true);
    await dialog.locator('ol[reversed] > li').last().getByRole('button').click();
    await expect.poll(() => dialog.locator('ol[reversed] > li').count()).toBe(3);
    await page.keyboard.press('Escape');
    await page.locator('park-versions').waitFor({ state: 'detached' });
    // Three records and their index: what was accepted is there again in the next visit.
    await untilKept(page);
    await page.reload();
    const countKept = () =>
      page
        .locator('park-app')
        .evaluate(
          (element) =>
            (element as unknown as { store: { accepted: { value: unknown[] } } }).store.accepted.value.length,
        );
    await expect.poll(countKept).toBe(2);
    expectCleanPage(app);
  } finally {
    await app.close();
  }
});

test('two versions are held against each other on the map, and the map is as it was when that is closed', async () => {
  // A corner of the plan, far from what will have changed.
  const app = await openApp({ viewport: { width: 1440, height: 900 }, hash: 'at=117.16,31.8,16' });
  try {
    const { page } = app;
    const changed = structuredClone(SHIPPED);
    changed.features[0].id = 'NEW-NUMBER';
    await page.locator('park-app').evaluate(async (element, text) => {
      const { store } = element as unknown as { store: Record<string, (...words: unknown[]) => Promise<void>> };
      await store.offerFiles?.([{ name: 'plots.geojson', bytes: new TextEncoder().encode(text) }]);
      await store.acceptUpdate?.();
      const { plan, spotlight } = Reflect.get(element, 'store');
      spotlight.value = { geometry: plan.value.layers.plots.at(-1).geometry, severity: 'error' };
      element.dispatchEvent(new CustomEvent('park-action', { detail: 'save', bubbles: true }));
    }, JSON.stringify(changed));
    await page.locator('park-history button').first().click();
    await page.locator('park-version-choice button.primary').click();
    await page.locator('park-version-choice .on-map').click();
    const panel = page.locator('park-version-panel section');
    await panel.waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.locator('park-version-panel park-plot-changes tbody').innerText()).toContain('NEW-NUMBER');
    // The change is in sight, and what was looked at before is of neither version.
    const [[corner]] = changed.features[0].geometry.coordinates;
    const awayDegrees = () =>
      page.locator('park-app').evaluate((element, [longitude, latitude]) => {
        const { camera } = Reflect.get(element, 'store').view.value;
        return Math.hypot(camera.longitude - longitude, camera.latitude - latitude);
      }, corner);
    await expect.poll(awayDegrees).toBeLessThan(0.005);
    expect(
      await page.locator('park-app').evaluate((element) => Reflect.get(element, 'store').spotlight.value),
    ).toBeUndefined();
    const bar = page.locator('park-compare-map .bar');
    expect(await bar.innerText()).toContain('原版本');
    await bar.locator('[data-mode="swipe"]').click();
    await page.locator('.review-pane[data-drawn]').waitFor({ state: 'attached' });
    const colours = () =>
      page.locator('park-app').evaluate((element) => {
        const { reviewDrawing } = Reflect.get(element, 'store');
        return Boolean(reviewDrawing.value.before.analysis && reviewDrawing.value.after.analysis);
      });
    await expect.poll(colours).toBe(true);
    await expectAccessible(page, 'park-version-panel');
    await panel.locator('.close').focus();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.locator('park-compare-map').waitFor({ state: 'detached' });
    expect(await page.locator('.review-pane').count()).toBe(0);
    expectCleanPage(app);
  } finally {
    await app.close();
  }
});

test('what two pages of one plan accept is all there in the next visit', async () => {
  const app = await openApp({ waitForMap: false });
  try {
    const other = await app.context.newPage();
    await slowDown(other);
    await other.goto(app.page.url());
    const accept = async (page: typeof other, number: string) => {
      const changed = structuredClone(SHIPPED);
      changed.features[0].id = number;
      await page.locator('park-app').evaluate(async (element, text) => {
        const { store } = element as unknown as { store: Record<string, (...words: unknown[]) => Promise<void>> };
        await store.offerFiles?.([{ name: 'plots.geojson', bytes: new TextEncoder().encode(text) }]);
        await store.acceptUpdate?.();
      }, JSON.stringify(changed));
    };
    // Both stand on the published plan when they open.
    for (const page of [app.page, other]) await page.locator('park-app').waitFor({ state: 'attached' });
    await accept(app.page, 'FIRST-PAGE');
    await accept(other, 'SECOND-PAGE');
    await app.page.reload();
    const kept = await app.page.locator('park-app').evaluate((element) => {
      const { accepted } = Reflect.get(element, 'store');
      return accepted.value.map(
        ({ plan }: { plan: { layers: { plots: { id: string }[] } } }) => plan.layers.plots[0]?.id,
      );
    });
    expect(kept).toEqual(['FIRST-PAGE', 'SECOND-PAGE']);
  } finally {
    await app.close();
  }
});

test('reasons two pages give to findings of one version, and what they say of it, are all there in the next visit', async () => {
  const app = await openApp({ query: 'plan=../harbour-park/' });
  try {
    const { page } = app;
    const untilChecked = (one: Page) =>
      expect
        .poll(() => one.locator('park-app').evaluate((app) => Reflect.get(app, 'store').analysis.value?.isChecking))
        .toBeUndefined();
    /** Settled once it is kept. */
    const letStand = (one: Page, place: number, reason: string) =>
      one.locator('park-app').evaluate(
        async (app, [at, why]) => {
          const { analysis, letStand } = Reflect.get(app, 'store');
          await letStand(analysis.value.findings[at], { reason: why });
        },
        [place, reason] as const,
      );
    await untilChecked(page);
    await letStand(page, 0, '两页之前');
    const other = await app.context.newPage();
    await slowDown(other);
    await other.goto(page.url());
    await waitForMapIdle({ page: other, errors: app.errors });
    await untilChecked(other);
    await letStand(page, 1, '第一页');
    await letStand(other, 2, '第二页');
    await page.locator('park-app').evaluate(async (app) => {
      const { accepted, reviseVersion } = Reflect.get(app, 'store');
      await reviseVersion(accepted.value[0].id, { name: '送审稿' });
    });
    await letStand(other, 3, '第二页又一条');
    await page.reload();
    const kept = await page.locator('park-app').evaluate((app) => {
      const [{ name, plan }] = Reflect.get(app, 'store').accepted.value;
      return { name, reasons: plan.manifest.checks.accepted.map(({ reason }: { reason: string }) => reason) };
    });
    expect(kept.name).toBe('送审稿');
    expect(kept.reasons.sort()).toEqual(['两页之前', '第一页', '第二页', '第二页又一条'].sort());
    expectCleanPage(app);
  } finally {
    await app.close();
  }
});

test('a comparison that comes once other versions are chosen is not shown as theirs', async () => {
  const app = await openApp({});
  try {
    const { page } = app;
    const changed = structuredClone(SHIPPED);
    changed.features[0].id = 'NEW-NUMBER';
    await page.locator('park-app').evaluate(async (element, text) => {
      const store = Reflect.get(element, 'store');
      await store.offerFiles([{ name: 'plots.geojson', bytes: new TextEncoder().encode(text) }]);
      await store.acceptUpdate();
      await store.goBackTo(undefined);
      // The first comparison takes until it is let go.
      const { compareVersions } = store;
      store.compareVersions = async (...ids: unknown[]) => {
        store.compareVersions = compareVersions;
        await new Promise((resolve) => Reflect.set(window, 'letGo', resolve));
        return compareVersions(...ids);
      };
      element.dispatchEvent(new CustomEvent('park-action', { detail: 'save', bubbles: true }));
    }, JSON.stringify(changed));
    const versions = page.locator('park-history button').first();
    // Asked for twice, it is there once.
    await versions.evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    const choice = page.locator('park-versions park-version-choice');
    const compare = choice.locator('button', { hasText: '对比' }).first();
    await compare.click();
    await expect.poll(() => compare.getAttribute('aria-disabled')).toBe('true');
    await choice.locator('#from').selectOption('');
    await page.evaluate(() => Reflect.get(window, 'letGo')());
    await expect.poll(() => compare.getAttribute('aria-disabled')).toBe('false');
    expect(await choice.locator('park-comparison').count()).toBe(0);
    await compare.click();
    await choice.locator('park-comparison').waitFor();
    expect(await page.locator('park-versions').count()).toBe(1);
    expectCleanPage(app);
  } finally {
    await app.close();
  }
});
