import type { Diagnostic } from '../core/plan/findings.ts';
import { LAYER_IDS, type Plan } from '../core/plan/types.ts';
import { readWhole } from '../core/read/byte_source.ts';
import type { ReadFeature } from '../core/read/interpret_source.ts';
import { findPartialLayers } from '../core/read/partial_layers.ts';
import { MANIFEST_NAME } from '../core/read/read_manifest.ts';
import { emptyLayers, layerFilesOf, readPlan } from '../core/read/read_plan.ts';
import { readUpdate } from '../core/read/read_update.ts';
import type { SourceReport } from '../core/read/source.ts';
import type { ChoicesBySource, GivenFile, InputFile, SourceChoices, UpdateReading } from '../core/read/types.ts';
import type { CommonArguments } from './arguments.ts';
import type { CommandHost } from './host.ts';
import { type Placing, placingOf, readControlPoints } from './placing.ts';
import { CommandProblem, nearestName, optionsFor } from './problem.ts';
import { factsOf } from './report.ts';

/** The folder a path means as a whole plan; undefined for anything else. */
export function planFolderAt(path: string, host: CommandHost): string | undefined {
  if (path === '-') return undefined;
  const kind = host.kindOf(path);
  if (kind === undefined) throw new CommandProblem('path-unreadable', { path });
  if (kind === 'folder') return host.kindOf(host.join(path, MANIFEST_NAME)) === 'file' ? path : undefined;
  return /(?:^|[\\/])plan\.json$/i.test(path) ? host.folderOf(path) : undefined;
}

/** The plan of `--plan`, which must be one. */
export function readBasePlan(
  folder: string | undefined,
  host: CommandHost,
): { plan?: Plan; diagnostics: Diagnostic[] } {
  if (folder === undefined) return { plan: BARE_PLAN, diagnostics: [] };
  if (host.kindOf(host.join(folder, MANIFEST_NAME)) !== 'file')
    throw new CommandProblem('plan-missing', { path: folder });
  return readFolder(folder, host);
}

/** Larger files are fetched in parts. */
const LARGE_BYTES = 16_000_000;

function readInput(path: string, name: string, host: CommandHost): InputFile {
  try {
    return { name, bytes: path === '-' ? host.readStandardInput() : readWhole(host.openFile(path)) };
  } catch {
    throw new CommandProblem('path-unreadable', { path });
  }
}

function openInput(path: string, name: string, host: CommandHost): GivenFile {
  try {
    const source = path === '-' ? undefined : host.openFile(path);
    if (source && source.sizeBytes > LARGE_BYTES) return { name, source };
  } catch {
    throw new CommandProblem('path-unreadable', { path });
  }
  return readInput(path, name, host);
}

/** The files paths mean: a folder's are all it holds. */
export function collectInputs(paths: readonly string[], host: CommandHost): GivenFile[] {
  return paths.flatMap((path) => {
    if (path === '-' || host.kindOf(path) !== 'folder') return [openInput(path, path, host)];
    const names = host.listFolder(path);
    if (names.length === 0) throw new CommandProblem('folder-empty', { path });
    return names.sort().map((name) => openInput(host.join(path, name), name, host));
  });
}

/** Reads a plan's folder: the manifest first, for it names the other files. */
export function readFolder(folder: string, host: CommandHost): { plan?: Plan; diagnostics: Diagnostic[] } {
  const manifest = readInput(host.join(folder, MANIFEST_NAME), MANIFEST_NAME, host);
  const first = readPlan([manifest]);
  const named = first.plan
    ? layerFilesOf(first.plan.manifest).map(({ path }) => path)
    : first.diagnostics.flatMap(({ code, data }) =>
        code === 'layer-file-missing' && typeof data.path === 'string' ? [data.path] : [],
      );
  const files = named.flatMap((name) => {
    const path = host.join(folder, name);
    return host.kindOf(path) === 'file' ? [readInput(path, name, host)] : [];
  });
  return readPlan([manifest, ...files]);
}

/**
 * Reads files over a plan with what the command line says of them. Throws where something would have to be asked: nobody is there to
 * answer, and nothing is guessed.
 */
export async function readFiles(
  base: Plan,
  files: readonly GivenFile[],
  said: CommonArguments,
  host: CommandHost,
  onFeature?: (read: ReadFeature, file: string) => void,
): Promise<UpdateReading> {
  const mode = said.mode ?? 'replace';
  const { missingFields } = said;
  const unreadable = said.skipUnreadable ? ('skip' as const) : undefined;
  const options = { onFeature, missingFields, unreadable };
  let reading = await readUpdate(base, files, mode, options);
  const controlPoints = readControlPoints(said, host);
  const isPlaced = said.crs !== undefined || said.swapAxes || said.placeByPlan || controlPoints !== undefined;
  const isMoreSaid = said.mappings.length + said.sourceLayers.length > 0;
  const isTextSaid = said.encoding !== undefined || said.mendText || said.joinLayers;
  if (isPlaced || said.layer !== undefined || isMoreSaid || isTextSaid) {
    // What files hold is known once they were read: only then can each be told what holds for it.
    const choices = { ...encodingChoices(files, said), ...choicesOf(reading.sources, said, controlPoints) };
    reading = await readUpdate(base, files, mode, { ...options, choices });
  }
  const hasPlan = base !== BARE_PLAN;
  for (const { name, coordinates } of reading.sources) {
    if (coordinates?.state !== 'asked' || !reading.unplaced.includes(name)) continue;
    const { candidates, proposal } = coordinates;
    const [first] = candidates;
    if (proposal?.kind === 'localGrid')
      throw new CommandProblem(
        'coordinates-local',
        { source: name, ...factsOf(proposal) },
        { toAdd: ['--place-by-plan'], hasPlan },
      );
    if (proposal?.kind === 'map-shift')
      throw new CommandProblem(
        'coordinates-service',
        {
          source: name,
          service: proposal.service,
          count: proposal.matchedCount,
          east: proposal.eastMetres,
          north: proposal.northMetres,
        },
        { candidates, toAdd: optionsFor(proposal), hasPlan },
      );
    throw new CommandProblem(
      'coordinates-undecided',
      { source: name, count: candidates.length },
      // The likeliest is typed for the person only where a plan says that it is.
      { candidates, toAdd: first && hasPlan ? optionsFor(first) : ['--plan', PLAN_FOLDER], hasPlan },
    );
  }
  const [undecided, ...others] = reading.undecided;
  // Errors in the file come first: a layer that was told would not mend them.
  if (undecided !== undefined && !hasErrors(reading.diagnostics)) {
    const allowed = LAYER_IDS.join(', ');
    if (others.length === 0)
      throw new CommandProblem('layer-undecided', { source: undecided, allowed }, { toAdd: ['--layer', 'plots'] });
    throw new CommandProblem(
      'layers-undecided',
      { sources: reading.undecided.join(', '), allowed },
      { toAdd: ['--layer', `${undecided}=plots`] },
    );
  }
  const [part] = said.mode === undefined && hasPlan ? findPartialLayers(base, reading) : [];
  if (part) {
    const { layer, givenCount, presentCount } = part;
    throw new CommandProblem(
      'mode-undecided',
      { layer, count: givenCount, present: presentCount },
      { toAdd: ['--merge'] },
    );
  }
  return reading;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** Stands in an example for a folder only the person knows. */
const PLAN_FOLDER = 'PLAN';

/** Tables of attributes: what layer they are joined to is a default, not something they say. */
const TABLE_FORMATS: readonly string[] = ['csv', 'xlsx'];

/** The encoding of the files themselves: one that could not be read in its own has no source yet. */
function encodingChoices(files: readonly GivenFile[], { encoding }: CommonArguments): ChoicesBySource {
  return encoding === undefined ? {} : Object.fromEntries(files.map(({ name }) => [name, { encoding }]));
}

function choicesOf(
  sources: readonly SourceReport[],
  said: CommonArguments,
  controlPoints: Placing | undefined,
): ChoicesBySource {
  const ofSource = sourceLayersOf(sources, said);
  const choices = new Map<string, SourceChoices>();
  for (const source of sources) {
    // A file whose layer could not be told has not had its fields looked at yet.
    const isLookedAt = source.fields.length > 0;
    const own = said.mappings.filter(([, alias]) => !isLookedAt || source.fields.some(({ from }) => from === alias));
    const isLayerOpen = !source.omitted && (source.layer === undefined || TABLE_FORMATS.includes(source.format));
    choices.set(source.name, {
      ...placingOf(source, said, controlPoints),
      ...(said.encoding !== undefined && { encoding: said.encoding }),
      ...(said.mendText && { garbled: 'mend' as const }),
      ...(said.joinLayers && source.format === 'dxf' && { joinAcross: true }),
      ...(said.layer !== undefined && isLayerOpen && { layer: said.layer }),
      ...ofSource.get(source.name),
      ...(own.length > 0 && { fields: Object.fromEntries(own.map(([field, alias]) => [alias, field])) }),
    });
  }
  const fields = sources.flatMap((source) => source.fields.map(({ from }) => from));
  const unused = said.mappings.find(([, alias]) => !fields.includes(alias));
  if (unused && sources.every((source) => source.omitted || source.fields.length > 0)) {
    const [, alias] = unused;
    throw new CommandProblem('map-unused', {
      alias,
      mapping: unused.join('='),
      fields: [...new Set(fields)].join(', '),
    });
  }
  return Object.fromEntries(choices);
}

/** What is said of single sources. Throws for a name no source has. */
function sourceLayersOf(sources: readonly SourceReport[], said: CommonArguments): Map<string, SourceChoices> {
  const choices = new Map<string, SourceChoices>();
  for (const [wanted, layer] of said.sourceLayers) {
    const meant = sources.filter(({ name, file }) => name === wanted || name === `${file}/${wanted}`);
    if (meant.length === 0) {
      const names = sources.map(({ name }) => name);
      const near = nearestName(wanted, names);
      throw new CommandProblem('source-unknown', { found: wanted, names: names.join(', ') }, { near });
    }
    for (const { name } of meant) choices.set(name, layer === null ? { omitted: true } : { layer, omitted: false });
  }
  return choices;
}

/** What layer files without a plan are read over: it refers to nothing and sets no target. */
export const BARE_PLAN: Plan = {
  manifest: {
    id: 'bare',
    title: { zh: '', en: '' },
    version: '0',
    date: '2000-01-01',
    status: 'draft',
    measuringCrs: 'EPSG:4548',
    layers: {},
  },
  layers: emptyLayers(),
};
