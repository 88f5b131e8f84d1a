import { expect, test } from 'vitest';
import { openApp } from './harness.ts';

test('a file over a page that has no plan to update is refused, not opened in place of the page', async () => {
  const app = await openApp({ query: 'plan=nowhere/', waitForMap: false });
  try {
    await app.page.getByRole('alert').waitFor();
    const isRefused = await app.page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['{}'], 'plots.geojson'));
      const event = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(event);
    });
    expect(isRefused).toBe(true);
  } finally {
    await app.close();
  }
});

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
