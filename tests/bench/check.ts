/**
 * Checking the shapes of made-up parks, beside turf, mapshaper and PostGIS on the same plots. `npx tsx tests/bench/check.ts` prints the
 * section and puts it into `RESULTS.md`; `--million` adds a park of a million plots.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { CheckFigures } from './check_child.ts';
import { comparePrograms, seconds } from './check_compared.ts';
import { median } from './statistics.ts';

const SIZES: readonly (readonly [plots: number, runs: number])[] = [
  [1_000, 5],
  [10_000, 5],
  [100_000, 3],
];
/** The parks the other programs are given. */
const COMPARED_PLOTS = [10_000, 100_000];
const HEAP_MEGABYTES = 12_000;
const TITLE = '## Checking shapes';

function child(...words: string[]): string {
  const script = join(import.meta.dirname, 'check_child.ts');
  const options = ['--import', 'tsx', `--max-old-space-size=${HEAP_MEGABYTES}`, script];
  return execFileSync(process.execPath, [...options, ...words], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;

function ownRows(isMillion: boolean): string[] {
  const sizes = isMillion ? [...SIZES, [1_000_000, 1] as const] : SIZES;
  return sizes.map(([plots, runs]) => {
    const figures = JSON.parse(child(String(plots), String(runs))) as CheckFigures;
    if (figures.found !== figures.planted) throw new Error(`${figures.found} of ${figures.planted} faults were found`);
    const cpu = median(figures.cpuMilliseconds);
    console.error(JSON.stringify(figures));
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

async function comparedTables(): Promise<string> {
  const tables: string[] = [];
  const bySize: ({ plots: number } & Awaited<ReturnType<typeof comparePrograms>>)[] = [];
  for (const plots of COMPARED_PLOTS) {
    bySize.push({ plots, ...(await comparePrograms(plots)) });
    console.error(JSON.stringify(bySize.at(-1)));
  }
  for (const part of ['alone', 'fromFile'] as const) {
    const heads = bySize.flatMap(({ plots }) => [`${plots.toLocaleString('en')}: s`, 'times']);
    const programs = bySize[0]?.[part].map(({ program }) => program) ?? [];
    const rows = programs.map((program, index) => {
      const cells = bySize.flatMap((size) => {
        const own = size[part][0]?.milliseconds ?? Number.NaN;
        const milliseconds = size[part][index]?.milliseconds;
        return milliseconds === undefined
          ? ['not installed', '']
          : [seconds(milliseconds), (milliseconds / own).toFixed(1)];
      });
      return row(program, ...cells, bySize.at(-1)?.[part][index]?.note ?? '');
    });
    const title =
      part === 'alone'
        ? 'Overlaps alone, each program on what it has prepared: plots on the plane, sound and indexed.'
        : 'From the GeoJSON file to the overlaps, each as a program that is started, reads, places, indexes and looks.';
    const note = `at ${COMPARED_PLOTS.at(-1)?.toLocaleString('en')}`;
    tables.push(
      [title, '', row('program', ...heads, note), row('---', ...heads.map(() => '---'), '---'), ...rows].join('\n'),
    );
  }
  return tables.join('\n\n');
}

/** The section of the report. */
export async function checkSection(isMillion: boolean): Promise<string> {
  return `${TITLE}

On one thread in Node, each park in a process of its own, from the plan's features to the findings with their evidence: every check of
shapes (projection, rings, overlaps, gaps, near misses, duplicates …), without the ledger. Plots of 16 vertices in blocks of 64, noise of
1e-9°, one plot in sixteen with a fault and one straight border in eight with vertices on one side only; all of them are found, and
nothing else. Memory is the process's peak above what it held before. "Again" is the check after one plot was moved, by the
processor's time (aim: 100,000 plots in 3 s).

| plots | planted | first run s | median s | processor s | processor µs a plot | memory MB | again s |
| --- | --- | --- | --- | --- | --- | --- | --- |
${ownRows(isMillion).join('\n')}

The same plots in other programs, in the same run, by the processor's time (other work runs on the machine), the least of three or of
as many as take ten seconds together; of PostGIS that of its sessions and their workers (aim: ten times as long).

${await comparedTables()}

While this was measured ${loadavg()[2]?.toFixed(1)} threads wanted one of the machine's ${cpus().length} cores on average: the clock counts the others too.
`;
}

if (process.argv[1]?.endsWith('check.ts')) {
  const section = await checkSection(process.argv.includes('--million'));
  console.log(section);
  const report = join(import.meta.dirname, 'RESULTS.md');
  const text = readFileSync(report, 'utf8');
  const start = text.indexOf(TITLE);
  const end = text.indexOf('\n## ', start + 1);
  const without = start < 0 ? `${text.trimEnd()}\n\n` : text.slice(0, start);
  writeFileSync(report, `${without}${section}${start >= 0 && end >= 0 ? text.slice(end) : ''}`);
}
