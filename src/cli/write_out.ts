import { type HistoryEntry, LAYER_IDS, type LayerId, type Plan } from '../core/plan/types.ts';
import { writePlan } from '../core/read/write_plan.ts';
import type { Language } from '../messages/language.ts';
import { planSheets } from '../sheet/plan_workbook.ts';
import { type CellValue, writeCsv } from '../sheet/plot_csv.ts';
import { writeWorkbook } from '../sheet/workbook.ts';
import type { CommandHost, OutputFile } from './host.ts';
import { CommandProblem } from './problem.ts';

/** What a command is told to write, and in which form. */
export type Output =
  | { form: 'stream' }
  | { form: 'geojson' | 'csv' | 'xlsx'; path: string }
  | { form: 'folder'; path: string };

/** Endings of files that are read and not written: a folder of that name is not what was meant. */
const NOT_WRITTEN =
  /\.(?:shp|dbf|zip|gpkg|fgb|kml|kmz|dxf|dwg|xls|ods|topojson|geojsonl|ndjson|tsv|txt|gml|gdb|mdb|tab|mif)$/i;

/** The form an OUT asks for by its ending. Throws for one that cannot be written. */
export function outputOf(out: string): Output {
  if (out === '-') return { form: 'stream' };
  if (/[\\/]$/.test(out)) return { form: 'folder', path: out.replace(/[\\/]+$/, '') || out };
  const ending = /\.(geojson|json|csv|xlsx)$/i.exec(out)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'xlsx') return { form: ending, path: out };
  if (ending !== undefined) return { form: 'geojson', path: out };
  const [other] = NOT_WRITTEN.exec(out) ?? [];
  if (other !== undefined) throw new CommandProblem('output-format', { ending: other });
  return { form: 'folder', path: out };
}

/** Throws where writing would put something in place of what is there and nobody said so. */
export function refuseOverwriting(paths: readonly string[], output: Output, force: boolean, host: CommandHost): void {
  if (output.form === 'stream') return;
  const kind = host.kindOf(output.path);
  if (output.form !== 'folder' && kind === 'folder')
    throw new CommandProblem('output-is-folder', { path: output.path });
  if (output.form === 'folder' && kind === 'file') throw new CommandProblem('output-is-file', { path: output.path });
  const taken = paths.filter((path) => host.kindOf(path) !== undefined);
  if (taken.length > 0 && !force) throw new CommandProblem('output-exists', { paths: taken.join(', ') });
}

/** The files of a plan in a form. `layers` are those the files brought; a folder holds all of the plan, a workbook speaks a language. */
export async function filesOf(
  plan: Plan,
  layers: readonly LayerId[],
  entry: HistoryEntry,
  output: Exclude<Output, { form: 'stream' }>,
  language: Language,
  host: CommandHost,
): Promise<OutputFile[]> {
  const { form, path } = output;
  const encode = (text: string) => new TextEncoder().encode(text);
  switch (form) {
    case 'folder':
      return writePlan(plan).map(({ name, text }) => ({ path: host.join(path, name), bytes: encode(text) }));
    case 'geojson':
      return [{ path, bytes: encode(writeOneGeojson(plan, layers, entry)) }];
    case 'csv':
      return [{ path, bytes: encode(writeCsv(tableOf(plan, layers), 'exact')) }];
    case 'xlsx':
      return [{ path, bytes: await writeWorkbook(planSheets(plan, layers, language)) }];
  }
}

/**
 * All layers in one file, WGS84 degrees as RFC 7946 has them; every feature says its layer. What was done to coordinates, or
 * joined across the layers of a drawing, stands in the member `history`, one entry as in a plan's manifest.
 */
export function writeOneGeojson(plan: Plan, layers: readonly LayerId[], entry: HistoryEntry): string {
  const lines = LAYER_IDS.filter((layer) => layers.includes(layer)).flatMap((layer) =>
    plan.layers[layer].map(({ id, properties, geometry }) =>
      JSON.stringify({ type: 'Feature', id, properties: { ...properties, layer }, geometry }),
    ),
  );
  const isTold = entry.coordinates !== undefined || entry.joinedLayers !== undefined;
  const history = isTold ? `"history":${JSON.stringify([entry])},` : '';
  const features = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
  return `{"type":"FeatureCollection",${history}"features":${features}}\n`;
}

/** One row a feature under the fields' own names, in the order they first occur; lists and objects as JSON. */
export function tableOf(plan: Plan, layers: readonly LayerId[]): CellValue[][] {
  const fields = new Set<string>();
  for (const layer of layers)
    for (const { properties } of plan.layers[layer]) for (const field of Object.keys(properties)) fields.add(field);
  for (const name of ['layer', 'id']) fields.delete(name);
  const rows: CellValue[][] = [['layer', 'id', ...fields]];
  for (const layer of layers)
    for (const { id, properties } of plan.layers[layer]) {
      const values = new Map<string, unknown>(Object.entries(properties));
      rows.push([layer, id, ...[...fields].map((field) => cellOf(values.get(field)))]);
    }
  return rows;
}

function cellOf(value: unknown): CellValue {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}
