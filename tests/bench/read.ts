import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildFigures } from './read_child.ts';
import { median } from './statistics.ts';
import { writePlots } from './write_plots.ts';

/** Longest text engines make a string of: a larger file cannot be parsed whole, and there is nothing to compare with. */
const LONGEST_TEXT_BYTES = 500_000_000;
/** A million plots need more than the engine allows itself without asking; up to here it decides. */
const OWN_HEAP_BYTES = 500_000_000;
const HEAP_MEGABYTES = 12_000;

export interface ReadFigures {
  plots: number;
  bytes: number;
  /** With the bytes at hand; where no string can hold them, fetched in parts. */
  read: ChildFigures;
  /** Fetched in parts from the disk. */
  fetch: ChildFigures;
  /** Decoding and `JSON.parse` of the same bytes; undefined where no string can hold them. */
  parse: { times: ChildFigures; once: ChildFigures } | undefined;
}

/**
 * Times the way from a file's bytes to the candidate plan (structure, coordinates, fields) and its peak of memory, each in a process of
 * its own, in turn with decoding and parsing the same file. Throws when the file is refused.
 */
function measureRead(plots: number, runs: number): ReadFigures {
  const folder = mkdtempSync(join(tmpdir(), 'bench-read-'));
  try {
    const path = join(folder, 'plots.geojson');
    writePlots(path, plots);
    const bytes = statSync(path).size;
    const heap = bytes > OWN_HEAP_BYTES ? [`--max-old-space-size=${HEAP_MEGABYTES}`] : [];
    const child = (what: string, times: number): ChildFigures => {
      const script = join(import.meta.dirname, 'read_child.ts');
      const words = ['--import', 'tsx', ...heap, script, path, what, String(times)];
      return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as ChildFigures;
    };
    // The peak is that of one reading; more of them tell how long it takes once the engine has warmed up.
    const fetch = child('fetch', 1);
    const hasText = bytes <= LONGEST_TEXT_BYTES;
    const parse = hasText ? { once: child('parse', 1), times: child('parse', runs) } : undefined;
    const read = hasText ? child('read', runs) : fetch;
    if (read.features !== plots) throw new Error(`${read.features} of ${plots} plots were read.`);
    return { plots, bytes, read, fetch, parse };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Plots and runs of each measured file; the last is beyond 1 GB. */
const FILES: readonly (readonly [plots: number, runs: number])[] = [
  [10_000, 7],
  [100_000, 7],
  [1_200_000, 1],
];

/** The rows of the report's table. */
export function readRows(): string[][] {
  return FILES.map(([plots, runs]) => {
    const { bytes, read, fetch, parse } = measureRead(plots, runs);
    const over = (times: number[], base: number[] | undefined) =>
      base ? (median(times) / median(base)).toFixed(2) : '';
    const held = ({ peakBytes, idleBytes }: ChildFigures) => ((peakBytes - idleBytes) / bytes).toFixed(1);
    return [
      String(plots),
      (bytes / 1e6).toFixed(1),
      median(read.milliseconds).toFixed(0),
      parse ? median(parse.times.milliseconds).toFixed(0) : 'no string holds it',
      over(read.milliseconds, parse?.times.milliseconds),
      over(read.mainThreadMilliseconds, parse?.times.mainThreadMilliseconds),
      over(read.mainThreadMilliseconds.slice(0, 1), parse?.times.mainThreadMilliseconds.slice(0, 1)),
      held(fetch),
      parse ? held(parse.once) : '',
    ];
  });
}
