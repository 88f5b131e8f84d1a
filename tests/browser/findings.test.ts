import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/messages/index.ts';
import { loadRuleMessages, type RuleMessages } from '../../src/messages/rules.ts';
import { type App, openApp, untilKept } from './harness.ts';

async function saved(page: Page, format: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('park-findings .tools select').last().selectOption(format),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test.each([
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
])('a reason being written is said on %s, and closing the page is asked about until it is', async (_, viewport) => {
  const app = await openApp({ query: 'plan=../harbour-park/', viewport });
  const { page } = app;
  const isClosingHeld = () =>
    page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await expect
    .poll(() => page.locator('park-app').evaluate((app) => !Reflect.get(app, 'store').analysis.value.isChecking))
    .toBe(true);
  expect(await isClosingHeld()).toBe(false);
  const { isHeldAtOnce, told } = await page.locator('park-app').evaluate(async (element) => {
    const { letStand, analysis } = Reflect.get(element, 'store');
    letStand(analysis.value.findings[0], { reason: '已批复' });
    const isHeldAtOnce = !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const toast = element.shadowRoot?.querySelector('park-toast');
    await Reflect.get(toast ?? {}, 'updateComplete');
    return { isHeldAtOnce, told: toast?.shadowRoot?.textContent };
  });
  expect(isHeldAtOnce).toBe(true);
  expect(told).toContain(messagesOf('zh-CN').browse.notices.keeping);
  await untilKept(page);
  expect(await isClosingHeld()).toBe(false);
  await app.close();
});

describe('the findings of a plan with faults', () => {
  let app: App;
  let page: Page;
  let w: RuleMessages;
  const { notices } = messagesOf('zh-CN').browse;

  beforeAll(async () => {
    w = await loadRuleMessages('zh-CN');
    app = await openApp({ query: 'plan=../harbour-park/' });
    ({ page } = app);
    await page.locator('#tab-findings').click();
    await page.locator('park-findings .tools').waitFor();
  });
  afterAll(() => app.close());

  const titles = () => page.locator('park-findings h3').allInnerTexts();
  const items = () => page.locator('park-findings button.finding');

  test('are grouped by rule and by feature, and filtered by words', async () => {
    const all = await items().count();
    await page.locator('park-findings .tools select').first().selectOption('rule');
    expect((await titles()).some((title) => title.startsWith('超出控制上限'))).toBe(true);
    await page.locator('park-findings .tools select').first().selectOption('feature');
    expect((await titles()).some((title) => title.startsWith('建筑 h02'))).toBe(true);
    await page.locator('park-findings input[type=search]').fill('h02');
    expect(await items().count()).toBeLessThan(all);
    await page.locator('park-findings input[type=search]').fill('没有这样的字');
    expect(await page.locator('park-findings [role=status]').innerText()).toBe(w.panel.noMatch);
    await page.locator('park-findings input[type=search]').fill('');
    await page.locator('park-findings .tools select').first().selectOption('severity');
  });

  test('are let stand with a reason, which is asked for, kept over a reload and printed in the report', async () => {
    const first = items().first();
    const said = await first.innerText();
    await first.click();
    await page.locator('park-findings .actions').getByText(w.panel.letStand, { exact: true }).click();
    await page.locator('park-findings form button[type=submit]').click();
    expect(await page.locator('park-findings [role=alert]').innerText()).toBe(w.panel.reasonMissing);
    await page.locator('park-findings textarea').press('Escape');
    await page.locator('park-findings form').waitFor({ state: 'detached' });
    await page.locator('park-findings .actions').getByText(w.panel.letStand, { exact: true }).click();
    await page.locator('park-findings textarea').fill('<b>已批复</b>');
    // Looked for from now on: it goes away by itself.
    await Promise.all([
      page.locator('park-toast').getByText(notices.stands).waitFor(),
      page.locator('park-findings form button[type=submit]').click(),
    ]);
    await untilKept(page);
    expect(await page.locator('park-findings form').count()).toBe(0);
    expect(await items().first().innerText()).not.toBe(said);

    await page.reload();
    await page.locator('#tab-findings').click();
    await page
      .locator('park-findings .tools')
      .getByText(/已予保留 1/)
      .click();
    expect(await items().first().innerText()).toContain('<b>已批复</b>');

    const { name, text } = await saved(page, 'html');
    expect(name).toMatch(/检查报告.*\.html$/);
    expect(text).toContain('&lt;b&gt;已批复&lt;/b&gt;');
    expect(text).toContain(w.report.tolerances);

    await items().first().click();
    await page.locator('park-findings .actions').getByText(w.panel.takeUp, { exact: true }).click();
    await page
      .locator('park-findings .tools')
      .getByText(/待处理/)
      .click();
    expect(await items().first().innerText()).toBe(said);
  });

  test('leave the keyboard to the next reason that is being written while one is being kept', async () => {
    await page.locator('park-app').evaluate((element) => {
      const store = Reflect.get(element, 'store');
      const { letStand } = store;
      store.letStand = async (...why: unknown[]) => {
        store.letStand = letStand;
        await letStand(...why);
        await new Promise((resolve) => Reflect.set(window, 'isKept', resolve));
      };
    });
    const ask = async () => {
      await items().first().click();
      await page.locator('park-findings .actions').getByText(w.panel.letStand, { exact: true }).click();
      await page.locator('park-findings textarea').waitFor();
    };
    await ask();
    await page.locator('park-findings textarea').fill('已批复');
    await page.locator('park-findings form button[type=submit]').click();
    await page.waitForFunction(() => Reflect.has(window, 'isKept'));
    await ask();
    await page.locator('park-findings textarea').pressSequentially('另');
    await page.evaluate(() => Reflect.get(window, 'isKept')());
    await page.keyboard.type('一条');
    expect(await page.locator('park-findings textarea').inputValue()).toBe('另一条');
    await page.locator('park-findings textarea').press('Escape');
  });

  test('leave the reason that is being written, and the keyboard, where they are when the checks bring their findings anew', async () => {
    await items().first().click();
    await page.locator('park-findings .actions').getByText(w.panel.letStand, { exact: true }).click();
    await page.locator('park-findings #who').fill('王工');
    await page.locator('park-findings textarea').pressSequentially('已批');
    const said = await page.locator('park-findings button[aria-current=true]').innerText();
    /** As while the checks run: so many of the findings, each a new object, behind one that was not there before. */
    const bring = (count: number | undefined) =>
      page.locator('park-app').evaluate(async (element, shown) => {
        const { analysis } = Reflect.get(element, 'store');
        const all = (Reflect.get(window, 'allFindings') ?? analysis.value.findings) as { severity: string }[];
        Reflect.set(window, 'allFindings', all);
        const findings = all.slice(0, shown).map((finding) => ({ ...finding }));
        const [first] = all;
        if (shown !== undefined) findings.unshift({ ...first, severity: 'error', feature: 'early' } as never);
        analysis.value = { ...analysis.value, findings: shown === 0 ? [] : findings, isChecking: shown !== undefined };
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }, count);
    const isKept = async (reason: string) => {
      expect(await page.locator('park-findings textarea').inputValue()).toBe(reason);
      expect(await page.locator('park-findings #who').inputValue()).toBe('王工');
      expect(await page.locator('park-findings button[aria-current=true]').innerText()).toBe(said);
    };
    // Further findings before it.
    await bring(1000);
    await page.keyboard.type('复');
    await isKept('已批复');
    // All are looked for anew: for a while there are none.
    await bring(0);
    expect(await page.locator('park-findings textarea').count()).toBe(0);
    await bring(1000);
    await page.keyboard.type('，见');
    await isKept('已批复，见');
    await bring(undefined);
    await page.keyboard.type('纪要');
    await isKept('已批复，见纪要');
    await page.locator('park-findings textarea').press('Escape');
    await page.locator('park-findings .actions').getByText(w.panel.letStand, { exact: true }).click();
    expect(await page.locator('park-findings textarea').inputValue()).toBe('');
    await page.locator('park-findings textarea').press('Escape');
  });

  test('are saved as a table, as spots and as SARIF', async () => {
    const table = await saved(page, 'csv');
    expect(table.text).toContain(w.report.columns.mend);
    expect(table.text).toContain('h02');
    expect(JSON.parse((await saved(page, 'geojson')).text).features.length).toBeGreaterThan(3);
    const sarif = await saved(page, 'sarif');
    expect(JSON.parse(sarif.text).runs[0].results.length).toBeGreaterThan(3);
    expect(sarif.text).toContain('"uri": "houses.geojson"');
  });

  test('are stepped through by keyboard, each with why it matters', async () => {
    await items().first().focus();
    await page.keyboard.press('ArrowDown');
    const current = page.locator('park-findings [aria-current=true]');
    const one = await current.innerText();
    await page.keyboard.press('ArrowDown');
    expect(await current.innerText()).not.toBe(one);
    expect(await page.locator('park-findings .why').innerText()).toContain(w.panel.why);
    expect(app.errors).toEqual([]);
    expect(app.violations).toEqual([]);
  });
});

test('of more findings than a page should hold the first groups are shown, the others when asked or stepped to', async () => {
  const app = await openApp({ query: 'plan=../harbour-park/' });
  const { page, context } = app;
  const features = Array.from({ length: 120 }, (_, index) => {
    const [west, south] = [121.52 + (index % 12) * 1e-3, 29.87 + Math.floor(index / 12) * 1e-3];
    const corners = [
      [0, 0],
      [5e-4, 0],
      [5e-4, 5e-4],
      [0, 5e-4],
      [0, 0],
    ];
    const ring = corners.map(([x = 0, y = 0]) => [west + x, south + y]);
    // A FAR no plan means.
    const properties = { landUseCode: 'B1', landUseScheme: 'gb50137-2011', farMax: 40 };
    return { type: 'Feature', id: `N/${index}`, properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  await context.route('**/parcels.geojson', (route) =>
    route.fulfill({ json: { type: 'FeatureCollection', features } }),
  );
  await page.reload();
  await page.locator('#tab-findings').click();
  await page.locator('park-findings .tools select').first().selectOption('feature');
  const groups = page.locator('park-findings h3');
  await expect.poll(() => groups.count()).toBe(50);
  await page.locator('park-findings .more-groups').click();
  await expect.poll(() => groups.count()).toBe(100);
  await page.getByRole('button', { name: messagesOf('zh-CN').browse.findings.previous }).click();
  await page.locator('park-findings [aria-current=true]').waitFor();
  expect(await groups.count()).toBeGreaterThan(120);
  expect(await page.locator('park-findings .more-groups').count()).toBe(0);
  expect(app.errors).toEqual([]);
  await app.close();
});
