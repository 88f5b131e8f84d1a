import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dropFiles, expectAccessible, expectCleanPage, openApp } from './harness.ts';

interface PlotFeature {
  id: string;
  properties: Record<string, unknown>;
  geometry: unknown;
}
const { features } = JSON.parse(readFileSync(new URL('../../data/geojson/plots.geojson', import.meta.url), 'utf8')) as {
  features: PlotFeature[];
};
const [FIRST, SECOND] = features as [PlotFeature, PlotFeature];

/** All plots as a planner exports them: the first with a FAR nobody can read, the second without a shape. */
const FILE = Buffer.from(
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ id, geometry }, index) => ({
      type: 'Feature',
      properties: { DKBH: id, RJL: index === 0 ? '2..5' : 2.2 },
      geometry: index === 1 ? null : geometry,
    })),
  }),
);

const SIZES = [
  ['zh-CN', { width: 1440, height: 900 }, '略过，其余照常', '一个数值'],
  ['en', { width: 390, height: 844 }, 'Go on without it', 'one number'],
] as const;

const choice = (page: Page) => page.locator('park-update-review fieldset.unreadable');
const accept = (page: Page) => page.locator('park-update-review .accept');
const plotOf = (page: Page, id: string) =>
  page
    .locator('park-app')
    .evaluate(
      (app, wanted) =>
        Reflect.get(app, 'store').plan.value.layers.plots.find((one: { id: string }) => one.id === wanted),
      id,
    );

describe.each(SIZES)(
  'a file with a number and a shape that cannot be read, in %s at %o',
  (language, viewport, skip, expected) => {
    test('is refused with what was found and expected, and taken without them when that is chosen', async () => {
      const app = await openApp({ viewport, hash: language === 'en' ? 'lang=en' : '' });
      const { page } = app;
      try {
        await dropFiles(page, [{ name: '地块.geojson', content: FILE }]);
        await choice(page).waitFor();
        expect(await accept(page).getAttribute('aria-disabled')).toBe('true');
        const told = (await page.locator('park-finding-list li.group').allInnerTexts()).join('\n');
        for (const part of ['2..5', expected, FIRST.id, SECOND.id]) expect(told).toContain(part);
        await expectAccessible(page, 'park-update');
        await choice(page).getByRole('button', { name: skip }).click();
        await expect.poll(() => accept(page).getAttribute('aria-disabled')).toBe('false');
        await expectAccessible(page, 'park-update');
        await accept(page).click();
        await expect.poll(() => page.locator('park-update-review section').count()).toBe(0);
        await expect.poll(async () => (await plotOf(page, SECOND.id)).properties.farMax).toBe(2.2);
        expect((await plotOf(page, FIRST.id)).properties.farMax).toBe(FIRST.properties.farMax);
        expect((await plotOf(page, SECOND.id)).geometry).toEqual(SECOND.geometry);
        expectCleanPage(app);
      } finally {
        await app.close();
      }
    });
  },
);
