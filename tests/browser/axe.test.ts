import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Messages, messagesOf } from '../../src/messages/index.ts';
import type { Language } from '../../src/messages/language.ts';
import { type App, dropFiles, expectAccessible, mapElement, openApp } from './harness.ts';

const plotsFile = readFileSync(join(import.meta.dirname, '../../data/geojson/plots.geojson'), 'utf8');

interface Feature {
  id: string;
  properties: Record<string, unknown>;
}
const plots = JSON.parse(plotsFile) as { features: Feature[] };
const firstPlot = plots.features[0]?.id ?? '';

/** The plots with one changed and one gone. */
function changedPlots(): string {
  const [first, , ...rest] = plots.features;
  if (!first) throw new Error('The plan has no plots.');
  const raised = { ...first, properties: { ...first.properties, heightMaxMetres: 12 } };
  return JSON.stringify({ type: 'FeatureCollection', features: [raised, ...rest] });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** Every panel and dialog of the desk: how a person gets there, and back. */
const PANELS: {
  name: string;
  open: (page: Page, words: Messages) => Promise<unknown>;
  close?: (page: Page) => Promise<unknown>;
}[] = [
  { name: 'the first view', open: async () => undefined },
  {
    name: 'the community’s check',
    open: async (page) => {
      await page.locator('#tab-community').click();
      await page.locator('park-community table').first().waitFor();
    },
  },
  {
    name: 'the findings',
    open: async (page) => {
      await page.locator('#tab-findings').click();
      await page.locator('park-findings .tools').waitFor();
    },
  },
  {
    name: 'the roll-ups',
    open: async (page) => {
      await page.locator('#tab-rollUps').click();
      await page.locator('park-roll-ups table').first().waitFor();
    },
  },
  {
    name: 'a plot’s sheet, found by search',
    open: async (page) => {
      const search = page.locator('park-search input');
      await search.fill(firstPlot);
      await page.locator('park-search [role=option]').first().waitFor();
      await expectAccessible(page);
      await search.press('Enter');
      await page.locator('park-inspector table').first().waitFor();
    },
  },
  {
    name: 'the table of plots',
    open: async (page, words) => {
      await button(page, words.browse.app.table).click();
      await page.locator('park-plot-table table').waitFor();
    },
    close: (page) => page.keyboard.press('t'),
  },
  {
    name: 'the view in three dimensions',
    open: (page, words) => button(page, words.browse.app.threeD).click(),
    close: (page) => page.keyboard.press('v'),
  },
  {
    name: 'measuring',
    open: (page, words) => button(page, words.browse.map.measureDistance).click(),
    close: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the help',
    open: async (page, words) => {
      await button(page, words.browse.map.help).click();
      await page.locator('park-help dialog[open]').waitFor();
    },
    close: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the picture dialog',
    open: async (page, words) => {
      await button(page, words.browse.app.picture).click();
      await page.locator('dialog[open]').waitFor();
    },
    close: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the embed dialog',
    open: async (page, words) => {
      await button(page, words.browse.app.embed).click();
      await page.locator('dialog[open]').waitFor();
    },
    close: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the review of an update',
    open: async (page) => {
      await dropFiles(page, [{ name: 'plots.geojson', content: changedPlots() }], mapElement(page));
      await page.locator('park-update-review section[role=dialog]').waitFor();
    },
  },
];

const DRESSES: { language: Language; colorScheme: 'light' | 'dark' }[] = [
  { language: 'zh-CN', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
];

describe.each(DRESSES)('on a desk in $language, $colorScheme', ({ language, colorScheme }) => {
  let app: App;
  beforeAll(async () => {
    app = await openApp({ hash: `lang=${language}`, colorScheme, viewport: { width: 1440, height: 900 } });
  });
  afterAll(async () => {
    await app?.close();
  });

  test.each(PANELS)('$name has nothing serious', async ({ open, close }) => {
    try {
      await open(app.page, messagesOf(language));
      await expectAccessible(app.page);
    } finally {
      // What one panel did wrong must not stand in the way of the next.
      await close?.(app.page);
    }
  });
});

describe.each(DRESSES)('on a phone in $language, $colorScheme', ({ language, colorScheme }) => {
  test('every sheet has nothing serious', async () => {
    const app = await openApp({ hash: `lang=${language}`, colorScheme, viewport: { width: 390, height: 844 } });
    const entries = app.page.locator('nav.bar button');
    const count = await entries.count();
    expect(count).toBeGreaterThan(3);
    for (let index = 0; index < count; index += 1) {
      await entries.nth(index).click();
      await app.page.locator('section.sheet').waitFor();
      await expectAccessible(app.page);
    }
    await app.close();
  });

  test('the embedded page has nothing serious', async () => {
    const app = await openApp({
      path: 'embed.html',
      hash: `lang=${language}`,
      colorScheme,
      viewport: { width: 420, height: 320 },
    });
    await expectAccessible(app.page);
    await app.close();
  });

  test('the page that says why a plan cannot be opened has nothing serious', async () => {
    const app = await openApp({
      query: 'plan=../no-such-park/',
      hash: `lang=${language}`,
      colorScheme,
      waitForMap: false,
    });
    await app.page.getByText(messagesOf(language).browse.error.title).first().waitFor();
    await expectAccessible(app.page);
    await app.close();
  });
});
