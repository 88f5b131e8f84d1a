/**
 * Opens made-up plots in Chromium as a person does, by the file chooser, looks at the review on the map, accepts it and looks at another
 * theme. Says how long each took and the longest time the page answered nothing meanwhile, and the most memory of the browser's
 * processes together. It takes minutes, and some gigabytes of memory and disk.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, isBuildFresh } from '../../scripts/setup/build.mjs';
import { requireChromium } from '../../scripts/setup/chromium.mjs';
import { ROOT } from '../../scripts/setup/run.mjs';
import { serve } from '../../scripts/setup/serve.mjs';
import { CHROMIUM_ARGUMENTS } from '../browser/chromium_arguments.ts';
import { writePlots } from './write_plots.ts';

/** A machine that is busy with other things is no failure. */
const PATIENCE_MILLISECONDS = 30 * 60_000;

export interface BrowserFigures {
  plots: number;
  bytes: number;
  /** What the page showed in the end: `review`, or why there is none. */
  outcome: string;
  /** From choosing the file to the candidate's review, then to the map with the review, with the accepted plan, with another theme. */
  steps: { milliseconds: number; longestTaskMilliseconds: number }[];
  /** Of all the browser's processes together, before the file was chosen and at most. */
  idleBytes: number;
  peakBytes: number;
}

interface Watch {
  longest: number;
}

export async function openInBrowser(plots: number): Promise<BrowserFigures> {
  if (!isBuildFresh() && (await build()) !== 0) throw new Error('The build failed.');
  const folder = mkdtempSync(join(tmpdir(), 'bench-browser-'));
  const server = await serve({ folders: { '/app': join(ROOT, 'dist') }, port: 0 });
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: CHROMIUM_ARGUMENTS });
  let watching: NodeJS.Timeout | undefined;
  try {
    const path = join(folder, 'plots.geojson');
    writePlots(path, plots);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.port}/app/`);
    await page.locator('[data-map-idle]').first().waitFor({ state: 'attached', timeout: 120_000 });
    const idleBytes = browserBytes();
    let peakBytes = idleBytes;
    watching = setInterval(() => {
      peakBytes = Math.max(peakBytes, browserBytes());
    }, 500);
    await page.evaluate(() => {
      const watch = { longest: 0 };
      Object.assign(globalThis, { watch });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) watch.longest = Math.max(watch.longest, duration);
      }).observe({ type: 'longtask' });
    });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page
        .locator('park-app')
        .evaluate((app) => app.dispatchEvent(new CustomEvent('park-action', { detail: 'update', bubbles: true }))),
    ]);
    const steps: BrowserFigures['steps'] = [];
    const measure = async (step: () => Promise<unknown>): Promise<void> => {
      await page.evaluate(() => {
        (Reflect.get(globalThis, 'watch') as Watch).longest = 0;
      });
      const started = performance.now();
      await step();
      const longest = await page.evaluate(() => (Reflect.get(globalThis, 'watch') as Watch).longest);
      steps.push({ milliseconds: performance.now() - started, longestTaskMilliseconds: longest });
    };
    /** The map is idle once two frames after a change have passed and nothing is left to draw. */
    const drawn = async (): Promise<void> => {
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      await page.locator('[data-map-idle]').first().waitFor({ state: 'attached', timeout: PATIENCE_MILLISECONDS });
    };
    const act = (action: string, ...given: unknown[]) =>
      page
        .locator('park-app')
        .evaluate((app, call) => Reflect.get(app, 'store')[call.action](...call.given), { action, given });

    let outcome = '';
    await measure(async () => {
      await chooser.setFiles(path);
      const said = await page.waitForFunction(
        () => {
          const refused = document.querySelector('park-update')?.shadowRoot?.querySelector('.card.bad p');
          if (refused) return refused.textContent;
          const element = document.querySelector('park-app');
          const state = element && Reflect.get(element, 'store').update.value;
          if (state?.step === 'failed') return `${state.reason}: ${state.detail}`;
          if (state?.step !== 'review') return undefined;
          const { candidate, diagnostics } = state.review.reading;
          return candidate
            ? `review of ${candidate.layers.plots.length} plots`
            : JSON.stringify(diagnostics.slice(0, 2));
        },
        undefined,
        { timeout: PATIENCE_MILLISECONDS, polling: 500 },
      );
      outcome = (await said.jsonValue()) ?? '';
    });
    if (outcome.startsWith('review')) {
      await measure(drawn);
      await measure(async () => {
        await act('acceptUpdate');
        await drawn();
      });
      await measure(async () => {
        await act('setTheme', 'far');
        await drawn();
      });
    }
    return { plots, bytes: statSync(path).size, outcome, steps, idleBytes, peakBytes };
  } finally {
    clearInterval(watching);
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

/** Memory of the processes this one has started and of those they have started. */
function browserBytes(): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const own = new Set([process.pid]);
  let kilobytes = 0;
  for (let found = true; found; ) {
    found = false;
    for (const [pid = 0, parent = 0, rss = 0] of rows)
      if (own.has(parent) && !own.has(pid)) {
        own.add(pid);
        kilobytes += rss;
        found = true;
      }
  }
  return kilobytes * 1024;
}
