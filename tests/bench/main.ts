/** `npm run bench`: measures and writes `tests/bench/RESULTS.md`. Everything is a ratio to something measured in the same run. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, isBuildFresh } from '../../scripts/setup/build.mjs';
import { requireChromium } from '../../scripts/setup/chromium.mjs';
import { ROOT } from '../../scripts/setup/run.mjs';
import { serve } from '../../scripts/setup/serve.mjs';
import { CHROMIUM_ARGUMENTS } from '../browser/chromium_arguments.ts';
import { checkSection } from './check.ts';
import { timeToFirstIdle, writeBarePage } from './first_idle.ts';
import { bareMapLibreFiles, type LoadedFile, totalBytes, weighFirstView } from './first_view.ts';
import { readRows } from './read.ts';
import { measureReview, type ReviewTimes } from './review.ts';
import { median } from './statistics.ts';

const IDLE_RUNS = 7;
const REVIEW_RUNS = 5;
const REVIEW_SIZES = [1_000, 10_000];

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const milliseconds = (value: number) => value.toFixed(0);
const ratio = (value: number) => value.toFixed(2);

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function fileTable(title: string, files: LoadedFile[]): string {
  const rows = [...files]
    .sort((a, b) => b.gzipBytes - a.gzipBytes)
    .map((file) => [file.name, kilobytes(file.gzipBytes)]);
  return table([title, 'kB gzip'], [...rows, ['**total**', `**${kilobytes(totalBytes(files))}**`]]);
}

async function measurePages(): Promise<{ files: LoadedFile[]; app: number[]; bare: number[]; chromium: string }> {
  if (!isBuildFresh() && (await build()) !== 0) throw new Error('The build failed.');
  const bareFolder = mkdtempSync(join(tmpdir(), 'bare-maplibre-'));
  writeBarePage(bareFolder);
  const server = await serve({ folders: { '/app': join(ROOT, 'dist'), '/bare': bareFolder }, port: 0 });
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: CHROMIUM_ARGUMENTS });
  try {
    const origin = `http://127.0.0.1:${server.port}`;
    const context = await browser.newContext();
    const page = await context.newPage();
    const files = await weighFirstView(page, `${origin}/app/`, () =>
      page.locator('[data-map-idle]').first().waitFor({ state: 'attached', timeout: 120_000 }),
    );
    await context.close();
    const app: number[] = [];
    const bare: number[] = [];
    // Interleaved, so that what else the machine does meets both alike.
    for (let run = 0; run < IDLE_RUNS; run += 1) {
      bare.push(await timeToFirstIdle(browser, `${origin}/bare/`));
      app.push(await timeToFirstIdle(browser, `${origin}/app/`));
    }
    return { files, app, bare, chromium: browser.version() };
  } finally {
    await browser.close();
    await server.close();
    rmSync(bareFolder, { recursive: true });
  }
}

function reviewRow({ plots, bytes, reviewMilliseconds, parseMilliseconds }: ReviewTimes): string[] {
  return [
    String(plots),
    (bytes / 1e6).toFixed(1),
    milliseconds(median(reviewMilliseconds)),
    milliseconds(median(parseMilliseconds)),
    ratio(median(reviewMilliseconds) / median(parseMilliseconds)),
  ];
}

const pages = await measurePages();
const bareFiles = bareMapLibreFiles();
const reviews: ReviewTimes[] = [];
for (const size of REVIEW_SIZES) reviews.push(await measureReview(size, REVIEW_RUNS));
const reads = readRows();
const checks = checkSection(false);
const version = (
  JSON.parse(readFileSync(join(ROOT, 'node_modules/maplibre-gl/package.json'), 'utf8')) as { version: string }
).version;

const report = `# Measured

\`npm run bench\` wrote this file. Medians; the machine was not idle, so the ratios say more than the times.
Node ${process.versions.node}, Chromium ${pages.chromium} drawing in software, ${cpus().length} cores, MapLibre ${version}.

## Bytes of the first view

All the app loads from its own origin until the map is idle, without the plan's data, against MapLibre with its worker and
styles alone: **${ratio(totalBytes(pages.files) / totalBytes(bareFiles))}** (aim ≤ 1.30).

${fileTable('the app', pages.files)}

${fileTable('bare MapLibre', bareFiles)}

## Time to the first idle map

From the start of the navigation, nothing cached, ${IDLE_RUNS} runs of each in turn. The bare page draws the plan's layers as
plain fills, lines and labels.

${table(
  ['page', 'median ms', 'fastest ms', 'slowest ms'],
  [
    ['the app', ...[median(pages.app), Math.min(...pages.app), Math.max(...pages.app)].map(milliseconds)],
    ['bare MapLibre', ...[median(pages.bare), Math.min(...pages.bare), Math.max(...pages.bare)].map(milliseconds)],
    ['**ratio**', `**${ratio(median(pages.app) / median(pages.bare))}**`, '', ''],
  ],
)}

## From a file's bytes to a reviewed update

On one thread in Node: decoding, structure, fields, measuring, every check, comparison with the present plan. 17 vertices a plot, one
plot in twenty changed. ${REVIEW_RUNS} runs.

${table(['plots', 'MB', 'review ms', 'JSON.parse ms', 'multiple'], reviews.map(reviewRow))}

## From a file's bytes to the candidate plan

On one thread in Node, each in a process of its own: decoding, structure, coordinates, fields, without measuring and checks (aim: ≤ 1.5 times
decoding and \`JSON.parse\` of the same bytes, peak memory ≤ 3 times the file, a file of 1 GB opens). Memory is the process's peak above
what it held before, of one reading, with a heap that may grow to 12 GB.

${table(['plots', 'MB', 'read ms', 'JSON.parse ms', 'multiple', 'memory / file', 'JSON.parse memory / file'], reads)}

${checks}`;
writeFileSync(join(ROOT, 'tests/bench/RESULTS.md'), report);
console.log(report);
