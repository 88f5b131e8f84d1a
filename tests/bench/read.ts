import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eachPlot } from './many_plots.ts';
import type { ChildFigures } from './read_child.ts';
import { median } from './statistics.ts';

/** Longest text engines make a string of: a larger file cannot be parsed whole, and there is nothing to compare with. */
const LONGEST_TEXT_BYTES = 500_000_000;
/** A million plots need more than the engine allows itself without asking. */
const HEAP_MEGABYTES = 12_000;

export interface ReadFigures {
  plots: number;
  bytes: number;
  read: ChildFigures;
  /** Decoding and `JSON.parse` of the same bytes; undefined where no string can hold them. */
  parse: ChildFigures | undefined;
}

/** Writes so many plots to a file, feature by feature. */
function writePlots(path: string, count: number): void {
  const file = openSync(path, 'w');
  writeSync(file, '{"type":"FeatureCollection","features":[');
  let waiting: string[] = [];
  let isFirst = true;
  const flush = () => {
    if (waiting.length === 0) return;
    writeSync(file, `${isFirst ? '' : ','}${waiting.join(',')}`);
    isFirst = false;
    waiting = [];
  };
  for (const plot of eachPlot(count)) {
    waiting.push(JSON.stringify(plot));
    if (waiting.length === 1000) flush();
  }
  flush();
  writeSync(file, ']}');
  closeSync(file);
}

/**
 * Times the way from a file's bytes to the candidate plan (structure, coordinates, fields) and its peak of memory, each in a process of
 * its own, in turn with decoding and parsing the same file. Throws when the file is refused.
 */
export function measureRead(plots: number, runs: number): ReadFigures {
  const folder = mkdtempSync(join(tmpdir(), 'bench-read-'));
  try {
    const path = join(folder, 'plots.geojson');
    writePlots(path, plots);
    const bytes = statSync(path).size;
    const child = (what: string, times: number): ChildFigures => {
      const script = join(import.meta.dirname, 'read_child.ts');
      const words = ['--import', 'tsx', `--max-old-space-size=${HEAP_MEGABYTES}`, script, path, what, String(times)];
      return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as ChildFigures;
    };
    // The peak is that of one reading; more of them tell how long it takes once the engine has warmed up.
    const figures = (what: string): ChildFigures => {
      const once = child(what, 1);
      return runs === 1 ? once : { ...child(what, runs), peakBytes: once.peakBytes, idleBytes: once.idleBytes };
    };
    const parse = bytes > LONGEST_TEXT_BYTES ? undefined : figures('parse');
    const read = figures('read');
    if (read.features !== plots) throw new Error(`${read.features} of ${plots} plots were read.`);
    return { plots, bytes, read, parse };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Plots and runs of each measured file; the last is beyond 1 GB. */
const FILES: readonly (readonly [plots: number, runs: number])[] = [
  [10_000, 5],
  [100_000, 5],
  [1_200_000, 1],
];

/** The rows of the report's table. */
export function readRows(): string[][] {
  return FILES.map(([plots, runs]) => {
    const { bytes, read, parse } = measureRead(plots, runs);
    const readMilliseconds = median(read.milliseconds);
    const parseMilliseconds = parse && median(parse.milliseconds);
    return [
      String(plots),
      (bytes / 1e6).toFixed(1),
      readMilliseconds.toFixed(0),
      parseMilliseconds === undefined ? 'no string holds it' : parseMilliseconds.toFixed(0),
      parseMilliseconds === undefined ? '' : (readMilliseconds / parseMilliseconds).toFixed(2),
      ((read.peakBytes - read.idleBytes) / bytes).toFixed(1),
      parse ? ((parse.peakBytes - parse.idleBytes) / bytes).toFixed(1) : '',
    ];
  });
}
