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

/** All plots as a planner exports them: number, FAR and shape, under an office's own names. */
const FEW = Buffer.from(
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ id, geometry }) => ({ type: 'Feature', properties: { DKBH: id, RJL: 2.2 }, geometry })),
  }),
);

/** The widths people have, the middle one a tablet's. */
const SIZES = [
  ['zh-CN', { width: 1440, height: 900 }],
  ['en', { width: 1024, height: 768 }],
  ['zh-CN', { width: 390, height: 844 }],
] as const;

const choice = (page: Page) => page.locator('park-update-review fieldset.missing');
const pressed = (page: Page) => choice(page).locator('[aria-pressed="true"]').innerText();
const WORDS = {
  'zh-CN': { keep: '保留现值', drop: '以文件为准', again: '沿用“保留现值”' },
  en: { keep: 'Keep present values', drop: 'Only what the file says', again: 'Use “Keep present values” again' },
} as const;

const landUseCodes = (page: Page) =>
  page
    .locator('park-app')
    .evaluate((app) =>
      Reflect.get(app, 'store').plan.value.layers.plots.map(
        (plot: { properties: { landUseCode?: string } }) => plot.properties.landUseCode,
      ),
    );

describe.each(SIZES)('fields a file does not have, in %s at %o', (language, viewport) => {
  test('are asked about, kept when that is chosen, and remembered for the next such file', async () => {
    const words = WORDS[language];
    const app = await openApp({ viewport, hash: language === 'en' ? 'lang=en' : '' });
    const { page } = app;
    try {
      const before = await landUseCodes(page);
      await dropFiles(page, [{ name: '容积率.geojson', content: FEW }]);
      await choice(page).waitFor();
      expect(await pressed(page)).toBe(words.drop);
      expect(await choice(page).locator('li').innerText()).toContain(String(features.length));
      await expectAccessible(page, 'park-update');
      await choice(page).getByRole('button', { name: words.keep }).click();
      await expect.poll(() => pressed(page)).toBe(words.keep);
      await page.locator('park-update-review .accept').click();
      await expect.poll(() => page.locator('park-update-review section').count()).toBe(0);
      await expect
        .poll(() =>
          page
            .locator('park-app')
            .evaluate((element) => Reflect.get(element, 'store').plan.value.layers.plots[0].properties.farMax),
        )
        .toBe(2.2);
      expect(await landUseCodes(page)).toEqual(before);
      await dropFiles(page, [{ name: '下一份.geojson', content: FEW }]);
      await choice(page).getByRole('button', { name: words.again }).click();
      await expect.poll(() => pressed(page)).toBe(words.keep);
      expectCleanPage(app);
    } finally {
      await app.close();
    }
  });
});
