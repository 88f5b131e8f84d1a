/**
 * Reads one GeoJSON file as an update of an empty plan in a process of its own, so that the peak of its memory is its own, and writes
 * the figures to standard output as JSON. Arguments: the file; `read` with its bytes at hand, `fetch` in parts from the disk, or `parse`
 * to decode and `JSON.parse` it only; how many runs.
 */
import { readFileSync } from 'node:fs';
import { fileSource } from '../../src/cli/file_source.ts';
import type { Manifest } from '../../src/core/plan/types.ts';
import { emptyLayers } from '../../src/core/read/read_plan.ts';
import { readUpdate } from '../../src/core/read/read_update.ts';
import type { GivenFile } from '../../src/core/read/types.ts';

export interface ChildFigures {
  milliseconds: number[];
  /** Time the main thread was at work; where the system does not tell it, as long as the run took. */
  mainThreadMilliseconds: number[];
  /** Bytes the process held at most, and before the file was read. */
  peakBytes: number;
  idleBytes: number;
  features: number;
}

const MANIFEST: Manifest = {
  id: 'bench',
  title: { zh: '测速', en: 'Benchmark' },
  version: '1',
  date: '2026-01-01',
  status: 'indicative',
  measuringCrs: 'EPSG:4548',
  layers: { plots: 'plots.geojson' },
};

/** Linux counts the nanoseconds a thread was at work; the first thread has the number of its process. */
function mainThreadMilliseconds(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

const [path = '', what = 'read', runs = '1'] = process.argv.slice(2);
const figures: ChildFigures = {
  milliseconds: [],
  mainThreadMilliseconds: [],
  peakBytes: 0,
  idleBytes: process.memoryUsage().rss,
  features: 0,
};
const name = 'plots.geojson';
const bytes = what === 'fetch' ? undefined : new Uint8Array(readFileSync(path));
const file: GivenFile = bytes ? { name, bytes } : { name, source: fileSource(path) };
for (let run = 0; run < Number(runs); run += 1) {
  const started = performance.now();
  const startedWork = mainThreadMilliseconds();
  if (what === 'parse') {
    const { features } = JSON.parse(new TextDecoder().decode(bytes)) as { features: unknown[] };
    figures.milliseconds.push(performance.now() - started);
    figures.mainThreadMilliseconds.push(mainThreadMilliseconds() - startedWork);
    figures.features = features.length;
  } else {
    const plan = { manifest: MANIFEST, layers: emptyLayers() };
    const { candidate, diagnostics } = await readUpdate(plan, [file], 'replace');
    figures.milliseconds.push(performance.now() - started);
    figures.mainThreadMilliseconds.push(mainThreadMilliseconds() - startedWork);
    if (!candidate) throw new Error(`The file is refused: ${JSON.stringify(diagnostics.slice(0, 3))}`);
    figures.features = candidate.layers.plots.length;
  }
}
figures.peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify(figures));
