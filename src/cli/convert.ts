import { boundsOfPlan, nearestProjection } from '../core/measure/index.ts';
import { LAYER_IDS, type LayerId, type Plan } from '../core/plan/types.ts';
import { writePlan } from '../core/read/write_plan.ts';
import { planSheets } from '../sheet/plan_workbook.ts';
import { type CellValue, writeCsv } from '../sheet/plot_csv.ts';
import { writeWorkbook } from '../sheet/workbook.ts';
import type { ConvertArguments } from './arguments.ts';
import { hasUnopened } from './check.ts';
import { type CommandHost, EXIT, type ExitStatus, UnreadableInput } from './host.ts';
import { BARE_PLAN, collectInputs, planFolderAt, readBasePlan, readFiles, readFolder } from './inputs.ts';
import { printReport, type Report, statusOf } from './report.ts';

/** Reads files of any kind and writes them in the plan's own form. Nothing is written when anything is an error. */
export async function convert(said: ConvertArguments, host: CommandHost): Promise<ExitStatus> {
  const { plan, layers, report } = await readAll(said, host);
  // With the GeoJSON on the standard output, what is said of it must go elsewhere.
  const say = said.out === '-' ? host.error : host.out;
  const written = plan ? await write(plan, layers, said, host) : [];
  say(printReport(report, said.format, said.language, { written }));
  if (plan && said.format === 'text' && said.out !== '-') say(`→ ${said.out}\n`);
  return statusOf(report) === EXIT.clean && !plan ? EXIT.errorsFound : statusOf(report);
}

async function readAll(
  said: ConvertArguments,
  host: CommandHost,
): Promise<{ plan?: Plan; layers: readonly LayerId[]; report: Report }> {
  const [first] = said.paths;
  const folder = said.paths.length === 1 && first !== undefined ? planFolderAt(first, host) : undefined;
  if (folder !== undefined && said.plan === undefined) {
    const { plan, diagnostics } = readFolder(folder, host);
    const layers = LAYER_IDS.filter((layer) => plan?.layers[layer].length);
    const featureCount = layers.reduce((sum, layer) => sum + (plan?.layers[layer].length ?? 0), 0);
    return { ...(plan && { plan }), layers, report: { findings: diagnostics, featureCount, isUnreadable: !plan } };
  }
  for (const path of said.paths) planFolderAt(path, host);
  const files = collectInputs(said.paths, host);
  const base = readBasePlan(said.plan, host);
  if (!base.plan) return { layers: [], report: { findings: base.diagnostics, featureCount: 0, isUnreadable: true } };
  const reading = await readFiles(base.plan, files, said);
  const { candidate, diagnostics, featureCount, sources, layers } = reading;
  const report = { findings: diagnostics, featureCount, sources, isUnreadable: !candidate && hasUnopened(reading) };
  if (!candidate) return { layers, report };
  const isBare = candidate.manifest === BARE_PLAN.manifest;
  return { plan: isBare ? withManifest(candidate, said.out, host) : candidate, layers, report };
}

/** A plan made of files alone needs a manifest of its own, so that its folder opens. */
function withManifest(plan: Plan, out: string, host: CommandHost): Plan {
  const name = out.split(/[\\/]/).filter(Boolean).at(-1) ?? 'plan';
  const bounds = boundsOfPlan(plan);
  return {
    ...plan,
    manifest: {
      id: name,
      title: { zh: name, en: name },
      version: '1',
      date: host.today(),
      status: 'draft',
      measuringCrs: bounds ? nearestProjection((bounds[0] + bounds[2]) / 2).crs : BARE_PLAN.manifest.measuringCrs,
      ...(bounds && { bounds }),
      layers: {},
    },
  };
}

/** Writes what the ending of OUT asks for and gives the paths written. */
async function write(
  plan: Plan,
  layers: readonly LayerId[],
  { out, language }: ConvertArguments,
  host: CommandHost,
): Promise<string[]> {
  if (out === '-') {
    host.out(writeOneGeojson(plan, layers));
    return [];
  }
  const ending = /\.(geojson|json|csv|xlsx)$/i.exec(out)?.[1]?.toLowerCase();
  const encode = (text: string) => new TextEncoder().encode(text);
  const oneFile = async (): Promise<Uint8Array> => {
    if (ending === 'xlsx') return await writeWorkbook(planSheets(plan, layers, language));
    return encode(ending === 'csv' ? writeTable(plan, layers) : writeOneGeojson(plan, layers));
  };
  const files =
    ending === undefined
      ? writePlan(plan).map(({ name, text }) => ({ path: host.join(out, name), bytes: encode(text) }))
      : [{ path: out, bytes: await oneFile() }];
  for (const { path, bytes } of files) {
    try {
      host.writeFile(path, bytes);
    } catch (error) {
      throw new UnreadableInput(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return files.map(({ path }) => path);
}

/** All layers in one file, WGS84 degrees as RFC 7946 has them; every feature says its layer. */
function writeOneGeojson(plan: Plan, layers: readonly LayerId[]): string {
  const lines = layers.flatMap((layer) =>
    plan.layers[layer].map(({ id, properties, geometry }) =>
      JSON.stringify({ type: 'Feature', id, properties: { ...properties, layer }, geometry }),
    ),
  );
  const features = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
  return `{"type":"FeatureCollection","features":${features}}\n`;
}

/** One row a feature, the fields that occur in the order they do. */
function writeTable(plan: Plan, layers: readonly LayerId[]): string {
  const fields = new Set<string>();
  for (const layer of layers)
    for (const { properties } of plan.layers[layer]) for (const field of Object.keys(properties)) fields.add(field);
  const rows: CellValue[][] = [['layer', 'id', ...fields]];
  for (const layer of layers)
    for (const { id, properties } of plan.layers[layer]) {
      const values = new Map<string, unknown>(Object.entries(properties));
      rows.push([layer, id, ...[...fields].map((field) => cellOf(values.get(field)))]);
    }
  return writeCsv(rows);
}

function cellOf(value: unknown): CellValue {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}
