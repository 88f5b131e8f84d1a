/**
 * Checking the shapes of made-up parks, beside turf, mapshaper and PostGIS on the same plots. `npx tsx tests/bench/check.ts` prints the
 * section and puts it into `RESULTS.md`; `--million` adds a park of a million plots.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POSTGIS_PROGRAMS, startPostGis } from '../support/postgis.ts';
import type { CheckFigures, TurfFigures } from './check_child.ts';
import { median } from './statistics.ts';

const SIZES: readonly (readonly [plots: number, runs: number])[] = [
  [1_000, 5],
  [10_000, 5],
  [100_000, 3],
];
/** The park the other programs are given. */
const COMPARED_PLOTS = 10_000;
const HEAP_MEGABYTES = 12_000;
const TITLE = '## Checking shapes';

function child(...words: string[]): string {
  const script = join(import.meta.dirname, 'check_child.ts');
  const options = ['--import', 'tsx', `--max-old-space-size=${HEAP_MEGABYTES}`, script];
  return execFileSync(process.execPath, [...options, ...words], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;

function ownRows(isMillion: boolean): string[] {
  const sizes = isMillion ? [...SIZES, [1_000_000, 1] as const] : SIZES;
  return sizes.map(([plots, runs]) => {
    const figures = JSON.parse(child(String(plots), String(runs))) as CheckFigures;
    if (figures.found !== figures.planted) throw new Error(`${figures.found} of ${figures.planted} faults were found`);
    const cpu = median(figures.cpuMilliseconds);
    return row(
      plots.toLocaleString('en'),
      figures.planted.toLocaleString('en'),
      seconds(figures.milliseconds[0] ?? Number.NaN),
      seconds(median(figures.milliseconds)),
      seconds(cpu),
      ((1000 * cpu) / plots).toFixed(0),
      megabytes(figures.peakBytes - figures.idleBytes),
      seconds(median(figures.againMilliseconds)),
    );
  });
}

function wallMilliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function otherRows(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  try {
    const path = join(folder, 'plots.geojson');
    child(String(COMPARED_PLOTS), '1', path);
    const own = JSON.parse(child(String(COMPARED_PLOTS), '1')) as CheckFigures;
    const ownMilliseconds = own.milliseconds[0] ?? Number.NaN;
    const turf = JSON.parse(child(String(COMPARED_PLOTS), '1', 'turf')) as TurfFigures;
    const turfMilliseconds = (turf.cpuMilliseconds / turf.sampledPairs) * turf.pairs;
    const times = (milliseconds: number) => (milliseconds / ownMilliseconds).toFixed(1);
    return [
      row('all checks of shapes here, first run', seconds(ownMilliseconds), '1.0'),
      row(
        `turf.intersect of ${turf.pairs.toLocaleString('en')} neighbouring pairs, from ${turf.sampledPairs.toLocaleString('en')} of them`,
        seconds(turfMilliseconds),
        times(turfMilliseconds),
      ),
      mapshaperRow(path, times),
      postgisRow(`${path}.txt`, times),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Mapshaper is not a dependency: `MAPSHAPER` names its program where it is installed. */
function mapshaperRow(path: string, times: (milliseconds: number) => string): string {
  const name = 'mapshaper: read, clean (overlaps and gaps), write';
  const program = process.env.MAPSHAPER;
  if (!program) return row(`${name}: not installed`, '', '');
  const milliseconds = wallMilliseconds(() =>
    execFileSync(program, [path, '-clean', 'gap-fill-area=1m2', '-o', `${path}.cleaned.json`, 'format=geojson'], {
      stdio: 'ignore',
    }),
  );
  return row(name, seconds(milliseconds), times(milliseconds));
}

function postgisRow(path: string, times: (milliseconds: number) => string): string {
  const name =
    'PostGIS: ST_Overlaps of neighbouring pairs, on plots that are loaded, projected, made valid and indexed';
  if (!POSTGIS_PROGRAMS) return row(`${name}: not installed`, '', '');
  const postgis = startPostGis();
  try {
    postgis.query('create table raw (id text, degrees geometry);');
    const rows = readFileSync(path, 'utf8').trimEnd().split('\n');
    postgis.load(
      'raw',
      rows.map((line) => line.split('\t')),
    );
    postgis.query(`
      create table plot as select id, ST_MakeValid(ST_Transform(degrees, 4548)) as g from raw;
      create index on plot using gist (g); analyze plot;`);
    const milliseconds = wallMilliseconds(() =>
      postgis.query('select count(*) from plot a join plot b on a.id < b.id and a.g && b.g and ST_Overlaps(a.g, b.g);'),
    );
    return row(name, seconds(milliseconds), times(milliseconds));
  } finally {
    postgis.stop();
  }
}

/** The section of the report. */
export function checkSection(isMillion: boolean): string {
  return `${TITLE}

On one thread in Node, each park in a process of its own, from the plan's features to the findings with their evidence: every check of
shapes (projection, rings, overlaps, gaps, near misses, duplicates …), without the ledger. Plots of 16 vertices in blocks of 64, noise of
1e-9°, one plot in sixteen with a fault; all of them are found, and nothing else. Memory is the process's peak above what it held
before. "Again" is the check after one plot was moved, by the processor's time (aim: 100,000 plots in 3 s).

| plots | planted | first run s | median s | processor s | processor µs a plot | memory MB | again s |
| --- | --- | --- | --- | --- | --- | --- | --- |
${ownRows(isMillion).join('\n')}

The same ${COMPARED_PLOTS.toLocaleString('en')} plots in other programs, in the same run (aim: ten times as long):

| program | s | times |
| --- | --- | --- |
${otherRows().join('\n')}
`;
}

if (process.argv[1]?.endsWith('check.ts')) {
  const section = checkSection(process.argv.includes('--million'));
  console.log(section);
  const report = join(import.meta.dirname, 'RESULTS.md');
  const text = readFileSync(report, 'utf8');
  const start = text.indexOf(TITLE);
  const end = text.indexOf('\n## ', start + 1);
  const without = start < 0 ? `${text.trimEnd()}\n\n` : text.slice(0, start);
  writeFileSync(report, `${without}${section}${start >= 0 && end >= 0 ? text.slice(end) : ''}`);
}
