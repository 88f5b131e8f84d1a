import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { messagesOf } from '../../src/messages/index.ts';
import { HARBOUR_FOLDER } from './global_setup.ts';
import { appAddress, expectCleanPage, openApp } from './harness.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Titled {
  title: { zh: string; en: string };
}
const titleOf = (folder: string): Titled['title'] =>
  (JSON.parse(readFileSync(join(ROOT, folder, 'plan.json'), 'utf8')) as Titled).title;

test.each(['zh-CN', 'en'] as const)(
  'opens the plan that ships from a subfolder, in %s, with nothing wrong',
  async (language) => {
    const app = await openApp({ hash: `lang=${language}` });
    const title = titleOf('data/geojson')[language === 'en' ? 'en' : 'zh'];
    await app.page.getByText(title, { exact: true }).first().waitFor();
    expect(await app.page.locator('html').getAttribute('lang')).toBe(language);
    expectCleanPage(app);
    await app.close();
  },
);

test('runs in the dark and on a phone with nothing wrong', async () => {
  const app = await openApp({ colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  const overflow = await app.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expectCleanPage(app);
  await app.close();
});

test('the embedded page opens the plan from a subfolder with nothing wrong', async () => {
  const app = await openApp({ path: 'embed.html' });
  expectCleanPage(app);
  await app.close();
});

test('?plan= opens another park in a folder of the same origin', async () => {
  const app = await openApp({ query: 'plan=../harbour-park/' });
  await app.page.getByText(titleOf('tests/data/harbour-park').zh, { exact: true }).first().waitFor();
  expect(app.requests).toContain(`${inject('origin')}${HARBOUR_FOLDER}/plan.json`);
  expect(app.requests.filter((address) => address.startsWith(`${appAddress()}data/`))).toEqual([]);
  expectCleanPage(app);
  await app.close();
});

test.each([
  ['another origin', () => `${inject('foreignOrigin')}${HARBOUR_FOLDER}/`],
  ['another origin without a scheme', () => `${inject('foreignOrigin').replace('http:', '')}${HARBOUR_FOLDER}/`],
  ['a data address', () => 'data:application/json,{}'],
  ['a script', () => 'javascript:alert(1)'],
])('?plan= refuses %s, says so, and asks nobody for it', async (_name, address) => {
  const app = await openApp({ query: `plan=${encodeURIComponent(address())}`, waitForMap: false });
  await app.page.getByText(messagesOf('zh-CN').browse.error.foreignPlan).first().waitFor();
  expectCleanPage(app);
  await app.close();
});

test('a missing plan is told in the person’s words and not as a blank page', async () => {
  const app = await openApp({ query: 'plan=../no-such-park/', waitForMap: false });
  await app.page.getByText(messagesOf('zh-CN').browse.error.title).first().waitFor();
  expect(app.violations).toEqual([]);
  await app.close();
});

test('a plan with a broken file is told with what is wrong in the file', async () => {
  const app = await openApp({ waitForMap: false });
  await app.page.route('**/plots.geojson', (route) => route.fulfill({ body: '' }));
  await app.page.reload();
  const { title } = messagesOf('zh-CN').diagnostics.codes['file-empty'];
  await app.page.locator('park-start .faults').getByText(title).waitFor();
  expect(app.violations).toEqual([]);
  await app.close();
});
