import { LAYERS } from '../core/plan/fields.ts';
import type { Diagnostic } from '../core/plan/findings.ts';
import type { LayerId, Plan } from '../core/plan/types.ts';
import type { ReadFeature } from '../core/read/interpret_source.ts';
import { MANIFEST_NAME } from '../core/read/read_manifest.ts';
import { emptyLayers, layerFilesOf, readPlan } from '../core/read/read_plan.ts';
import { readUpdate } from '../core/read/read_update.ts';
import type { SourceReport } from '../core/read/source.ts';
import type { ChoicesBySource, InputFile, SourceChoices, UpdateReading } from '../core/read/types.ts';
import type { CommonArguments } from './arguments.ts';
import { type CommandHost, UnreadableInput } from './host.ts';

/** The folder a path means as a whole plan; undefined for anything else. */
export function planFolderAt(path: string, host: CommandHost): string | undefined {
  if (path === '-') return undefined;
  const kind = host.kindOf(path);
  if (kind === undefined) throw new UnreadableInput(`${path} does not exist or cannot be read.`);
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
    throw new UnreadableInput(`${folder} has no ${MANIFEST_NAME}.`);
  return readFolder(folder, host);
}

function readInput(path: string, name: string, host: CommandHost): InputFile {
  try {
    return { name, bytes: path === '-' ? host.readStandardInput() : host.readFile(path) };
  } catch {
    throw new UnreadableInput(`${path} does not exist or cannot be read.`);
  }
}

/** The files paths mean: a folder's are all it holds. */
export function collectInputs(paths: readonly string[], host: CommandHost): InputFile[] {
  return paths.flatMap((path) => {
    if (path === '-' || host.kindOf(path) !== 'folder') return [readInput(path, path, host)];
    const names = host.listFolder(path);
    if (names.length === 0) throw new UnreadableInput(`${path} holds no files.`);
    return names.sort().map((name) => readInput(host.join(path, name), name, host));
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
  files: readonly InputFile[],
  said: CommonArguments,
  onFeature?: (read: ReadFeature, file: string) => void,
): Promise<UpdateReading> {
  let reading = await readUpdate(base, files, 'replace', { onFeature });
  if (
    said.crs !== undefined ||
    said.swapAxes ||
    said.layer !== undefined ||
    said.mappings.length + said.sourceLayers.length > 0
  ) {
    // What files hold is known once they were read: only then can each be told what holds for it.
    reading = await readUpdate(base, files, 'replace', { onFeature, choices: choicesOf(reading.sources, said) });
  }
  for (const { name, coordinates } of reading.sources)
    if (coordinates?.state === 'asked' && reading.unplaced.includes(name)) {
      const candidates = coordinates.candidates.map(({ crs, swapped, distanceMetres }) => {
        const how = [
          ...(swapped ? ['with --swap-axes'] : []),
          ...(distanceMetres === undefined || base === BARE_PLAN
            ? []
            : [`${Math.round(distanceMetres)} m off the plan`]),
        ];
        return how.length > 0 ? `${crs} (${how.join(', ')})` : crs;
      });
      throw new UnreadableInput(`the coordinates of ${name} may be ${candidates.join(' or ')}: say which with --crs.`);
    }
  const [undecided] = reading.undecided;
  // Errors in the file come first: a layer that was told would not mend them.
  if (undecided !== undefined && !hasErrors(reading.diagnostics))
    throw new UnreadableInput(
      reading.undecided.length > 1
        ? `which layers ${reading.undecided.join(', ')} are cannot be told: say it with --layer SOURCE=LAYER (${Object.keys(LAYERS).join(', ')}); a drawing's others are then left out.`
        : `which layer ${undecided} is cannot be told: say it with --layer (${Object.keys(LAYERS).join(', ')}).`,
    );
  return reading;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function choicesOf(sources: readonly SourceReport[], said: CommonArguments): ChoicesBySource {
  const unused = new Set(said.mappings);
  const ofSource = sourceLayersOf(sources, said);
  const choices = new Map<string, SourceChoices>();
  for (const source of sources) {
    const has = (field: string) => source.fields.some(({ from }) => from === field);
    const fields = new Map<string, string>();
    for (const mapping of said.mappings) {
      // Field and alias may be written either way round: only one of them is a field of the file.
      const [field, alias] = mapping;
      const [from, to] = has(alias) ? [alias, field] : [field, alias];
      if (!has(from)) continue;
      fields.set(from, to);
      unused.delete(mapping);
    }
    choices.set(source.name, {
      ...(said.crs !== undefined && { crs: said.crs }),
      ...(said.swapAxes && { swapped: true }),
      ...(said.layer !== undefined && source.layer === undefined && !source.omitted && { layer: said.layer }),
      ...ofSource.get(source.name),
      ...(fields.size > 0 && { fields: Object.fromEntries(fields) }),
    });
  }
  // A file whose layer cannot be told has not had its fields looked at yet.
  const [left] = unused;
  if (left && sources.every(({ fields, omitted }) => omitted || fields.length > 0))
    throw new UnreadableInput(`no file has a field ${left[1]} or ${left[0]} (--map ${left.join('=')}).`);
  if (left)
    for (const [name, choice] of choices)
      if (!choice.fields)
        choices.set(name, {
          ...choice,
          fields: Object.fromEntries(
            said.mappings.map(([field, alias]) => (isKnown(field) ? [alias, field] : [field, alias])),
          ),
        });
  return Object.fromEntries(choices);
}

/** What is said of single sources. Throws for a name no source has. */
function sourceLayersOf(sources: readonly SourceReport[], said: CommonArguments): Map<string, SourceChoices> {
  const choices = new Map<string, SourceChoices>();
  for (const [wanted, layer] of said.sourceLayers) {
    const meant = sources.filter(({ name, file }) => name === wanted || name === `${file}/${wanted}`);
    if (meant.length === 0) {
      const names = sources.map(({ name }) => name).join(', ');
      throw new UnreadableInput(`there is no source ${wanted}: there are ${names}.`);
    }
    for (const { name } of meant) choices.set(name, layer === null ? { omitted: true } : { layer, omitted: false });
  }
  return choices;
}

function isKnown(field: string): boolean {
  return field === 'id' || (Object.keys(LAYERS) as LayerId[]).some((layer) => LAYERS[layer].fields.has(field as never));
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
