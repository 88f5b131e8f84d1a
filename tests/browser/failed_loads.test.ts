import { expect, test } from 'vitest';
import { openApp } from './harness.ts';

test('a part of the page that does not load is told, and comes when it is asked for again', async () => {
  const app = await openApp({ waitForMap: false });
  try {
    const { page } = app;
    await page.locator('park-app').waitFor({ state: 'attached' });
    const ask = () =>
      page
        .locator('park-app')
        .evaluate((element) => element.dispatchEvent(new CustomEvent('park-action', { detail: 'update' })));
    await page.route('**/park_update-*.js', (route) => route.abort());
    await ask();
    const toast = page.locator('park-toast .toast');
    await toast.waitFor();
    expect(await toast.innerText()).toContain('这一步没有完成');
    await toast.getByRole('button').click();
    await page.unroute('**/park_update-*.js');
    await ask();
    await page.locator('park-update').waitFor({ state: 'attached' });
  } finally {
    await app.close();
  }
});
