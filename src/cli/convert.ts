import { boundsOfPlan, nearestProjection } from '../core/measure/index.ts';
import { type HistoryEntry, LAYER_IDS, type LayerId, type Plan } from '../core/plan/types.ts';
import { sourceOfBytes } from '../core/read/byte_source.ts';
import { historyEntryOf, withHistory } from '../core/read/history_entry.ts';
import { commandLineMessagesOf } from '../messages/command_line.ts';
import { fill } from '../messages/fill.ts';
import type { ConvertArguments } from './arguments.ts';
import { hasUnopened } from './check.ts';
import { type CommandHost, EXIT, type ExitStatus } from './host.ts';
import { BARE_PLAN, collectInputs, planFolderAt, readBasePlan, readFiles, readFolder } from './inputs.ts';
import { CommandProblem } from './problem.ts';
import { printable, printReport, type Report, statusOf } from './report.ts';
import { filesOf, type Output, outputOf, refuseOverwriting, writeOneGeojson } from './write_out.ts';

/** What the input came to; without a plan it has errors. */
interface Converted {
  plan?: Plan;
  /** Layers the input holds. */
  layers: readonly LayerId[];
  /** What was read, and what was done to its coordinates. */
  entry: HistoryEntry;
  report: Report;
}

/** Reads files of any kind and writes them in the plan's own form. Nothing is written when anything is an error. */
export async function convert(said: ConvertArguments, host: CommandHost): Promise<ExitStatus> {
  const output = outputOf(said.out);
  // Known before a large file is read for nothing.
  if (output.form !== 'stream' && output.form !== 'folder') refuseOverwriting([output.path], output, said.force, host);
  const { plan, layers, entry, report } = await readAll(said, host);
  const written = plan ? await write(plan, layers, entry, output, said, host) : [];
  // With the GeoJSON on the standard output, what is said of it must go elsewhere.
  const say = output.form === 'stream' ? host.error : host.out;
  const history = plan && { history: entry };
  for (const piece of printReport(report, said.format, said.language, { written, ...history })) say(piece);
  if (said.format === 'text') {
    const words = commandLineMessagesOf(said.language);
    if (!plan) say(`${words.nothingWritten}\n`);
    else if (output.form !== 'stream') say(`${printable(fill(words.written, { paths: said.out }))}\n`);
  }
  return statusOf(report) === EXIT.clean && !plan ? EXIT.errorsFound : statusOf(report);
}

async function readAll(said: ConvertArguments, host: CommandHost): Promise<Converted> {
  const [first] = said.paths;
  const folder = said.paths.length === 1 && first !== undefined ? planFolderAt(first, host) : undefined;
  if (folder !== undefined && said.plan === undefined) {
    const { plan, diagnostics } = readFolder(folder, host);
    const layers = LAYER_IDS.filter((layer) => plan?.layers[layer].length);
    const featureCount = layers.reduce((sum, layer) => sum + (plan?.layers[layer].length ?? 0), 0);
    const report = { findings: diagnostics, featureCount, isUnreadable: !plan };
    return { ...(plan && { plan }), layers, entry: { at: host.now(), files: [] }, report };
  }
  for (const path of said.paths) planFolderAt(path, host);
  const files = collectInputs(said.paths, host);
  const base = readBasePlan(said.plan, host);
  const hashed = files.map((file) => ({
    name: file.name,
    sha256: host.sha256('bytes' in file ? sourceOfBytes(file.bytes) : file.source),
  }));
  if (!base.plan) {
    const report = { findings: base.diagnostics, featureCount: 0, isUnreadable: true };
    return { layers: [], entry: { at: host.now(), files: hashed }, report };
  }
  const reading = await readFiles(base.plan, files, said, host);
  const { candidate, diagnostics, featureCount, sources, layers } = reading;
  const entry = historyEntryOf(host.now(), hashed, sources);
  const report = { findings: diagnostics, featureCount, sources, isUnreadable: !candidate && hasUnopened(reading) };
  if (!candidate) return { layers, entry, report };
  const isBare = candidate.manifest === BARE_PLAN.manifest;
  const plan = isBare ? withManifest(candidate, said.out, host) : candidate;
  return { plan: withHistory(plan, entry, base.plan.manifest.history ?? []), layers, entry, report };
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
      date: host.now().slice(0, 10),
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
  entry: HistoryEntry,
  output: Output,
  { out, force, language }: ConvertArguments,
  host: CommandHost,
): Promise<string[]> {
  if (output.form === 'stream') {
    host.out(writeOneGeojson(plan, layers, entry));
    return [];
  }
  const files = await filesOf(plan, layers, entry, output, language, host);
  const paths = files.map(({ path }) => path);
  refuseOverwriting(paths, output, force, host);
  try {
    host.writeFiles(files);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new CommandProblem('output-failed', { path: out, detail });
  }
  return paths;
}
