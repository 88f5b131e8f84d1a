/** What every browser test stands on: the built app in a subfolder, a page that keeps count of what goes wrong, the map's idle. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { CHROMIUM_ARGUMENTS } from './chromium_arguments.ts';
import { APP_FOLDER } from './global_setup.ts';

/** How long an action or a state of the page is waited for. */
const PAGE_TIMEOUT_MILLISECONDS = 60_000;

let browser: Promise<Browser> | undefined;
afterAll(async () => {
  await (await browser)?.close();
});

/** The file's browser, started by the first page that is opened. */
export function startBrowser(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: inject('chromiumPath'), args: CHROMIUM_ARGUMENTS });
  return browser;
}

export interface AppOptions {
  /** The page in the app's folder. */
  path?: string;
  /** Without the question mark. */
  query?: string;
  /** Without the hash sign. */
  hash?: string;
  viewport?: { width: number; height: number };
  /** Language the browser asks for. The app's default is Chinese. */
  language?: 'zh-CN' | 'en';
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  /** Whether to wait for the map's first idle. */
  waitForMap?: boolean;
  permissions?: string[];
}

/** A page of the app with all that it did wrong so far. */
export interface App {
  page: Page;
  context: BrowserContext;
  /** Errors on the console and errors nobody caught. */
  errors: string[];
  /** Violations of the Content-Security-Policy. */
  violations: string[];
  /** Address of every request, those of workers too. */
  requests: string[];
  close(): Promise<void>;
}

/** Address of a page of the app. */
export function appAddress({
  path = '',
  query = '',
  hash = '',
}: Pick<AppOptions, 'path' | 'query' | 'hash'> = {}): string {
  return `${inject('origin')}${APP_FOLDER}/${path}${query && `?${query}`}${hash && `#${hash}`}`;
}

/** Opens a page of the app in a browser profile of its own. `CPU_SLOWDOWN=8` has it run eight times as slowly, to find races. */
export async function openApp(options: AppOptions = {}): Promise<App> {
  const context = await (await startBrowser()).newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: options.language ?? 'zh-CN',
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
    permissions: options.permissions ?? [],
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PAGE_TIMEOUT_MILLISECONDS);
  const errors: string[] = [];
  const violations: string[] = [];
  const requests: string[] = [];
  await context.exposeBinding('reportPolicyViolation', (_source, text: string) => {
    violations.push(text);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportPolicyViolation');
      if (typeof report === 'function') report(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  await slowDown(page);
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    errors.push(message.text());
    // A worker's violations reach only the console.
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  context.on('request', (request) => requests.push(request.url()));
  await page.goto(appAddress(options));
  const app: App = { page, context, errors, violations, requests, close: () => context.close() };
  if (options.waitForMap ?? true) await waitForMapIdle(app);
  return app;
}

/** Has a page run as slowly as `CPU_SLOWDOWN` says: for a further page of a test. */
export async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.CPU_SLOWDOWN ?? 1);
  if (rate > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
}

/** The element that holds the map. */
export function mapElement(page: Page): Locator {
  return page.locator('park-map');
}

/**
 * Waits until the map has drawn all there is to draw: its container carries `data-map-idle` while nothing is loading, moving or
 * being drawn, and with the value `complete` once the plan has been analysed. Says what the console said when that never happens.
 */
export async function waitForMapIdle({ page, errors }: Pick<App, 'page' | 'errors'>): Promise<void> {
  try {
    await page
      .locator('[data-map-idle="complete"]')
      .first()
      .waitFor({ state: 'attached', timeout: PAGE_TIMEOUT_MILLISECONDS });
  } catch (error) {
    throw new Error(`The map did not become idle.\n${errors.join('\n')}`, { cause: error });
  }
}

/**
 * Runs something that changes the map, or the room it has, and waits until it has been drawn. Two frames pass first, so that an idle
 * from before the change is not taken for the one after it, and MapLibre, which follows its box a moment later, must have its size.
 */
export async function afterMapChange(app: App, change: () => Promise<unknown>): Promise<void> {
  await change();
  await app.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
  const hasSizeOfItsBox = () =>
    app.page
      .locator('.maplibregl-canvas')
      .first()
      .evaluate((canvas) => {
        const box = canvas.closest('.maplibregl-map');
        return box?.clientWidth === canvas.clientWidth && box.clientHeight === canvas.clientHeight;
      });
  await expect.poll(hasSizeOfItsBox).toBe(true);
  await waitForMapIdle(app);
}

/** Waits until all that was accepted is written: a reload before that is what a person is warned of. */
export async function untilKept(page: Page): Promise<void> {
  await page.locator('park-toast').waitFor({ state: 'attached' });
  await page.locator('park-toast .keeping').waitFor({ state: 'detached' });
}

export interface DroppedFile {
  name: string;
  content: string | Uint8Array;
  type?: string;
}

/** Drops files on the page, as a person does with the mouse: over an element, or in the middle of the page. */
export async function dropFiles(
  page: Page,
  files: DroppedFile[],
  target: Locator = page.locator('body'),
): Promise<void> {
  const encoded = files.map(({ name, content, type = 'application/geo+json' }) => ({
    name,
    type,
    base64: Buffer.from(content).toString('base64'),
  }));
  const transfer = await page.evaluateHandle((items) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of items) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    return data;
  }, encoded);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await target.dispatchEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true });
  await transfer.dispose();
}

/** What the tests read of a map element's store. */
interface StoreWithCamera {
  view: { value: { camera?: { longitude: number; latitude: number; zoom: number; bearing: number; pitch: number } } };
}

/**
 * Where a place of the ground lies on the page, in CSS pixels: computed from the camera in the store by the formulas of Web
 * Mercator, so that the map is held against them. Only for a map seen from straight above.
 */
export async function placeOnPage(
  page: Page,
  [longitude, latitude]: [longitude: number, latitude: number],
): Promise<{ x: number; y: number }> {
  const { box, camera } = await mapElement(page).evaluate((element) => {
    const store = Reflect.get(element, 'store') as StoreWithCamera;
    const { left, top, width, height } = element.getBoundingClientRect();
    return { box: { left, top, width, height }, camera: store.view.value.camera };
  });
  if (!camera) throw new Error('The map has no camera yet.');
  if (camera.pitch !== 0) throw new Error('The map is tilted.');
  const worldSize = 512 * 2 ** camera.zoom;
  const mercatorX = (degrees: number) => (worldSize * (degrees + 180)) / 360;
  const mercatorY = (degrees: number) =>
    worldSize * (0.5 - Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI));
  const east = mercatorX(longitude) - mercatorX(camera.longitude);
  const south = mercatorY(latitude) - mercatorY(camera.latitude);
  const turn = (-camera.bearing * Math.PI) / 180;
  return {
    x: box.left + box.width / 2 + east * Math.cos(turn) - south * Math.sin(turn),
    y: box.top + box.height / 2 + east * Math.sin(turn) + south * Math.cos(turn),
  };
}

/** The colour the map shows at a place of the ground, as [red, green, blue] from 0 to 255, as it stands on the screen. */
export async function mapColourAt(
  page: Page,
  position: [longitude: number, latitude: number],
): Promise<[number, number, number]> {
  const { x, y } = await placeOnPage(page, position);
  const png = await page.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width: 1, height: 1 } });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (!context) throw new Error('There is no 2D canvas.');
    context.drawImage(bitmap, 0, 0);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue] as [number, number, number];
  }, png.toString('base64'));
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Asks axe about the page, or about one element of it, and expects nothing serious or critical. */
export async function expectAccessible(page: Page, selector?: string): Promise<void> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // Through the debugger, which the page's policy does not concern.
  if (!isThere) await page.evaluate(axeSource);
  const results: AxeResults = await page.evaluate(async (scope) => {
    const axe = Reflect.get(window, 'axe') as { run(context: unknown, options: RunOptions): Promise<AxeResults> };
    return axe.run(scope ?? document, { resultTypes: ['violations'] });
  }, selector);
  const serious = results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => `${node.target.flat().join(' ⟩ ')}: ${node.failureSummary ?? node.html}`),
    }));
  expect(serious).toEqual([]);
}

/** Expects that nothing went wrong on the page and that it asked no other origin for anything. */
export function expectCleanPage({ errors, violations, requests }: App): void {
  expect(errors).toEqual([]);
  expect(violations).toEqual([]);
  expect(foreignRequests(requests)).toEqual([]);
}

/** Requests that left the app's own origin. */
function foreignRequests(requests: string[]): string[] {
  const origin = inject('origin');
  return requests.filter((address) => !/^(data|blob|about):/.test(address) && new URL(address).origin !== origin);
}

/** Does what a test does with the app, holds the page to have had no trouble, and closes it. */
export async function withApp(
  options: Parameters<typeof openApp>[0],
  work: (app: App) => Promise<void>,
): Promise<void> {
  const app = await openApp(options);
  try {
    await work(app);
    expectCleanPage(app);
  } finally {
    await app.close();
  }
}
