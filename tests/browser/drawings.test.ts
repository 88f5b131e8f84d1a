import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dropFiles, expectAccessible, expectCleanPage, openApp } from './harness.ts';

const DRAWING = readFileSync(new URL('../data/formats/drawing-plan.dxf', import.meta.url));

test('a drawing is asked once where it lies, its other layers are left out, and one of them is taken in', async () => {
  const app = await openApp({ language: 'zh-CN', viewport: { width: 1440, height: 900 } });
  const { page } = app;
  await dropFiles(page, [{ name: '控规.dxf', content: DRAWING }]);
  const sources = page.locator('park-sources .source');
  const question = page.locator('park-sources form.asked');
  await question.waitFor();
  expect(await question.count()).toBe(1);
  expect(await sources.locator('h3').allTextContents()).toEqual(
    ['用地-M1', '用地-R2', '用地-B1', '建筑', '道路中心线'].map((name) => `来源 控规.dxf/${name}`),
  );
  await question.getByText('中央经线 117°').first().click();
  await question.locator('button[type=submit]').click();
  await question.waitFor({ state: 'detached' });
  const leftOut = page.locator('park-sources .left-out');
  await leftOut.locator('summary').click();
  expect(await leftOut.locator('li').count()).toBe(5);
  await expectAccessible(page, 'park-update');
  await leftOut.getByLabel('“控规.dxf/规划范围”的图层').selectOption('zones');
  await page.getByRole('group', { name: '控规.dxf/规划范围' }).waitFor();
  await page.getByLabel('“控规.dxf/建筑”的图层').selectOption('-');
  await expect.poll(() => sources.count()).toBe(5);
  await leftOut.locator('summary').click();
  await leftOut.locator('li').filter({ hasText: '控规.dxf/建筑' }).waitFor();
  expect(await leftOut.locator('li').count()).toBe(5);
  expect(
    await page
      .locator('park-app')
      .evaluate((element) => Reflect.get(element, 'store').update.value.review.reading.layers.join(' ')),
  ).toBe('zones roads plots');
  expectCleanPage(app);
  await app.close();
});
