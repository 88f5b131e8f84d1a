import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { POSTGIS_PROGRAMS, type PostGis, startPostGis } from '../support/postgis.ts';
import type { OverlapFigures, TurfFigures } from './check_child.ts';

/** What one program took for one size, by the processor's time; undefined where it is not installed. */
interface Compared {
  program: string;
  milliseconds: number | undefined;
  note: string;
}

const CHILD = join(import.meta.dirname, 'check_child.ts');
/** The least of three, or of as many as take ten seconds together: what else the machine does costs caches. */
const MOST_RUNS = 3;
const ENOUGH_MILLISECONDS = 10_000;

function child(...words: string[]): string {
  const options = ['--import', 'tsx', '--max-old-space-size=12000', CHILD];
  return execFileSync(process.execPath, [...options, ...words], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** The processor's time a program and all it starts took: the machine is shared, and the clock counts what others do. */
function processorMilliseconds(program: string, words: readonly string[]): number {
  const timed = ['-c', 'TIMEFORMAT="%3U %3S"; time "$@" > /dev/null 2> /dev/null', '-', program, ...words];
  const { status, stderr } = spawnSync('bash', timed, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status}`);
  return (
    1000 *
    stderr
      .trim()
      .split(/\s+/)
      .reduce((sum, one) => sum + Number(one), 0)
  );
}

function least(measure: () => number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0, spent = 0; run < MOST_RUNS && spent < ENOUGH_MILLISECONDS; run += 1) {
    const milliseconds = measure();
    spent += milliseconds;
    best = Math.min(best, milliseconds);
  }
  return best;
}

/**
 * The same plots in other programs. First overlaps alone, on what each has prepared: plots placed on the plane, sound and indexed.
 * Then from the GeoJSON file to the overlaps, each as a program that is started, reads, places, indexes and looks.
 */
export async function comparePrograms(plots: number): Promise<{ alone: Compared[]; fromFile: Compared[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  const path = join(folder, 'plots.geojson');
  try {
    child(String(plots), '1', path);
    const answer = join(folder, 'answer.mjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'answer_child.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: answer,
      banner: {
        js: "import { createRequire as requireAt } from 'node:module'; const require = requireAt(import.meta.url);",
      },
    });
    const own = (what: string) =>
      least(() => processorMilliseconds(process.execPath, ['--max-old-space-size=12000', answer, path, what]));

    const prepared = () => JSON.parse(child(String(plots), '1', 'overlaps')) as OverlapFigures;
    const { found } = prepared();
    const turf = JSON.parse(child(String(plots), '1', 'turf')) as TurfFigures;
    const shaped = mapshaper(path, folder);
    const postgis = POSTGIS_PROGRAMS ? inPostGis(path) : undefined;
    return {
      alone: [
        {
          program: 'here: open edges, then pairs with the area each shares',
          milliseconds: least(() => prepared().milliseconds),
          note: `${found} pairs above 1 m², without plots drawn twice`,
        },
        {
          program: 'PostGIS: `ST_Overlaps` of pairs whose boxes meet',
          milliseconds: postgis?.overlaps,
          note: `${postgis?.overlapping} pairs, most of them the noise`,
        },
        {
          program: 'PostGIS: the same with `ST_Area(ST_Intersection)` above 1 m²',
          milliseconds: postgis?.areas,
          note: `${postgis?.above} pairs, half of them plots drawn twice`,
        },
        { program: 'mapshaper: `-mosaic` with a count, reading subtracted', milliseconds: shaped?.mosaic, note: '' },
        {
          program: 'turf: `intersect` of pairs whose boxes meet',
          milliseconds: (turf.cpuMilliseconds / turf.sampledPairs) * turf.pairs,
          note: `from ${turf.sampledPairs} of ${turf.pairs} pairs`,
        },
      ],
      fromFile: [
        {
          program: 'here: start, read, look for overlaps and draw them',
          milliseconds: own('overlaps'),
          note: '',
        },
        { program: 'here: the same with all checks of shapes', milliseconds: own('shapes'), note: '' },
        {
          program: 'PostGIS: ogr2ogr, project and make valid, index, `ST_Overlaps`',
          milliseconds: postgis && postgis.load + postgis.prepare + postgis.overlaps,
          note: postgis
            ? `load ${seconds(postgis.load)}, prepare ${seconds(postgis.prepare)}, look ${seconds(postgis.overlaps)}`
            : '',
        },
        {
          program: 'mapshaper: read, `-mosaic`, keep what is covered twice, write; no projection',
          milliseconds: shaped?.mosaicFromFile,
          note: '',
        },
        { program: 'mapshaper: read, `-clean`, write; no projection', milliseconds: shaped?.clean, note: '' },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

/** Mapshaper is not a dependency: `MAPSHAPER` names its program where it is installed. */
function mapshaper(
  path: string,
  folder: string,
): { mosaic: number; mosaicFromFile: number; clean: number } | undefined {
  const program = process.env.MAPSHAPER;
  if (!program) return undefined;
  const run = (...words: string[]) => least(() => processorMilliseconds(program, ['-i', path, ...words]));
  const out = join(folder, 'out.json');
  const reading = run('-filter', 'false', '-o', out, 'format=geojson');
  const counted = ['-mosaic', 'calc=n=count()', 'name=tiles', '-filter', 'n>1', '-o', out, 'format=geojson'];
  const mosaicFromFile = run(...counted);
  const clean = run('-clean', 'gap-fill-area=1m2', '-o', out, 'format=geojson');
  return { mosaic: mosaicFromFile - reading, mosaicFromFile, clean };
}

interface PostGisFigures {
  load: number;
  prepare: number;
  overlaps: number;
  areas: number;
  overlapping: string;
  above: string;
}

function inPostGis(path: string): PostGisFigures {
  const postgis = startPostGis();
  try {
    const measured = (work: () => number) =>
      least(() => {
        const before = postgis.processorMilliseconds();
        const own = work();
        return own + postgis.processorMilliseconds() - before;
      });
    const load = measured(() => loadFile(postgis, path));
    const prepare = measured(() => {
      postgis.query(`
        drop table if exists plot;
        create table plot as select id, ST_MakeValid(ST_Transform(g, 4548)) as g from raw;
        create index on plot using gist (g); analyze plot;`);
      return 0;
    });
    const pairs = 'select count(*) from plot a join plot b on a.id < b.id and a.g && b.g and ';
    const ask = (condition: string) => {
      let count = '';
      const milliseconds = measured(() => {
        count = postgis.query(`${pairs}${condition};`)[0]?.[0] ?? '';
        return 0;
      });
      return { count, milliseconds };
    };
    const overlaps = ask('ST_Overlaps(a.g, b.g)');
    const areas = ask('ST_Overlaps(a.g, b.g) and ST_Area(ST_Intersection(a.g, b.g)) > 1');
    return {
      load,
      prepare,
      overlaps: overlaps.milliseconds,
      areas: areas.milliseconds,
      overlapping: overlaps.count,
      above: areas.count,
    };
  } finally {
    postgis.stop();
  }
}

/** Returns the processor's time of the program that loads; the database's is its own. */
function loadFile({ connection }: PostGis, path: string): number {
  return processorMilliseconds('ogr2ogr', [
    ...['-f', 'PostgreSQL', `PG:${connection}`, path, '-nln', 'raw', '-overwrite'],
    ...['-lco', 'GEOMETRY_NAME=g', '-lco', 'SPATIAL_INDEX=NONE', '-lco', 'FID=fid', '--config', 'PG_USE_COPY', 'YES'],
  ]);
}
