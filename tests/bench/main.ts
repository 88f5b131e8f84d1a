/**
 * `npm run bench`: measures and writes `tests/bench/RESULTS.md`. Everything is a ratio to something measured in the same run. With the
 * names of parts (`npm run bench -- read`) only their sections are measured and written anew; the part `browser` runs only by its name,
 * for it takes minutes and some gigabytes.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { openInBrowser } from './open_in_browser.ts';
import { readRows } from './read.ts';
import { measureReview, type ReviewTimes } from './review.ts';
import { withSections } from './sections.ts';
import { median } from './statistics.ts';

const IDLE_RUNS = 7;
const REVIEW_RUNS = 5;
const REVIEW_SIZES = [1_000, 10_000];
/** The last is about the largest file that is opened. */
const BROWSER_SIZES = [10_000, 100_000, 350_000, 1_200_000];

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

/** Titles and texts of the sections a part writes. */
type Sections = [title: string, text: string][];

async function pageSections(): Promise<Sections> {
  const pages = await measurePages();
  const bareFiles = bareMapLibreFiles();
  const rowOf = (name: string, times: number[]) => [
    name,
    ...[median(times), Math.min(...times), Math.max(...times)].map(milliseconds),
  ];
  return [
    [
      'Bytes of the first view',
      `All the app loads from its own origin until the map is idle, without the plan's data, against MapLibre with its worker and
styles alone: **${ratio(totalBytes(pages.files) / totalBytes(bareFiles))}** (aim ≤ 1.27).

${fileTable('the app', pages.files)}

${fileTable('bare MapLibre', bareFiles)}`,
    ],
    [
      'Time to the first idle map',
      `From the start of the navigation, nothing cached, ${IDLE_RUNS} runs of each in turn. The bare page draws the plan's layers as
plain fills, lines and labels. Chromium ${pages.chromium} drawing in software.

${table(
  ['page', 'median ms', 'fastest ms', 'slowest ms'],
  [
    rowOf('the app', pages.app),
    rowOf('bare MapLibre', pages.bare),
    ['**ratio**', `**${ratio(median(pages.app) / median(pages.bare))}**`, '', ''],
  ],
)}`,
    ],
  ];
}

async function reviewSections(): Promise<Sections> {
  const reviews: ReviewTimes[] = [];
  for (const size of REVIEW_SIZES) reviews.push(await measureReview(size, REVIEW_RUNS));
  return [
    [
      "From a file's bytes to a reviewed update",
      `On one thread in Node: decoding, structure, fields, measuring, every check, comparison with the present plan. 17 vertices a plot, one
plot in twenty changed. ${REVIEW_RUNS} runs.

${table(['plots', 'MB', 'review ms', 'JSON.parse ms', 'multiple'], reviews.map(reviewRow))}`,
    ],
  ];
}

async function readSections(): Promise<Sections> {
  return [
    [
      "From a file's bytes to the candidate plan",
      `In Node, each in a process of its own: decoding, structure, coordinates, text, fields, without measuring and checks (aim: ≤ 1.5 times
decoding and \`JSON.parse\` of the same bytes, peak memory ≤ 3 times the file, a file of 1 GB opens). Times are medians with the bytes at
hand; the time of the main thread alone is what does not depend on what else the machine does. Memory is the process's peak above what it
held before, of one reading: of the file as it is opened, fetched in parts from the disk, and of \`JSON.parse\` with its bytes.

${table(
  [
    'plots',
    'MB',
    'read ms',
    'JSON.parse ms',
    'multiple',
    'multiple of main-thread time',
    'first reading, multiple of main-thread time',
    'memory / file',
    'JSON.parse memory / file',
  ],
  readRows(),
)}`,
    ],
  ];
}

async function browserSections(): Promise<Sections> {
  const rows: string[][] = [];
  for (const plots of BROWSER_SIZES) {
    const figures = await openInBrowser(plots);
    rows.push([
      String(plots),
      (figures.bytes / 1e6).toFixed(1),
      figures.outcome,
      ...[0, 1, 2, 3].map((step) => {
        const figure = figures.steps[step];
        return figure
          ? `${(figure.milliseconds / 1000).toFixed(1)} / ${milliseconds(figure.longestTaskMilliseconds)}`
          : '–';
      }),
      ((figures.peakBytes - figures.idleBytes) / figures.bytes).toFixed(1),
    ]);
  }
  return [
    [
      'A file opened in Chromium',
      `By the file chooser, until the review is shown (reading, measuring, every check, comparison), until the map shows it, until the
accepted plan is drawn and kept, and until another theme is. Each: seconds / the longest time in ms the page answered nothing meanwhile; software
rendering waits for the processor in such a task, too. Memory is what all the browser's processes together held at most above what they held before.

${table(['plots', 'MB', 'outcome', 'review', 'its map', 'accepted', 'another theme', 'memory / file'], rows)}`,
    ],
  ];
}

async function checkSections(): Promise<Sections> {
  const [title = '', ...text] = (await checkSection(false)).replace(/^## /, '').split('\n');
  return [[title, text.join('\n').trim()]];
}

const PARTS: Record<string, () => Promise<Sections>> = {
  pages: pageSections,
  review: reviewSections,
  read: readSections,
  check: checkSections,
  browser: browserSections,
};
const named = process.argv.slice(2);
const unknown = named.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) throw new Error(`There is no part ${unknown}: ${Object.keys(PARTS).join(', ')}.`);
const version = (
  JSON.parse(readFileSync(join(ROOT, 'node_modules/maplibre-gl/package.json'), 'utf8')) as { version: string }
).version;
const head = `# Measured

\`npm run bench\` wrote this file. Medians; the machine was not idle, so the ratios say more than the times.
Node ${process.versions.node}, ${cpus().length} cores, MapLibre ${version}.
`;
const path = join(ROOT, 'tests/bench/RESULTS.md');
let report = existsSync(path) ? readFileSync(path, 'utf8') : '';
for (const name of named.length > 0 ? named : ['pages', 'review', 'read', 'check'])
  report = withSections(report, head, (await PARTS[name]?.()) ?? []);
writeFileSync(path, report);
console.log(report);
