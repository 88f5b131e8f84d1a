import { isLayerId } from '../core/plan/fields.ts';
import type { LayerId } from '../core/plan/types.ts';
import type { Language } from '../messages/language.ts';

/** What every command takes. */
export interface CommonArguments {
  /** Folders, files of any kind that is read, `-` for the standard input. */
  paths: string[];
  format: 'text' | 'json';
  language: Language;
  /** Folder of the plan the files are laid over. */
  plan?: string;
  /** Coordinate system of the files, where they do not say it themselves. */
  crs?: string;
  /** The axes come in the other order. */
  swapAxes?: true;
  /** Layer of the files that do not tell theirs. */
  layer?: LayerId;
  /** Layers of single sources by their names (a table, a folder, a CAD layer; with or without the file before them); null: left out. */
  sourceLayers: [string, LayerId | null][];
  /** Pairs as they were written: a field of the files and one of the dictionary. */
  mappings: [string, string][];
}
export interface CheckArguments extends CommonArguments {
  command: 'check';
}
export interface ConvertArguments extends CommonArguments {
  command: 'convert';
  out: string;
}
export interface CompareArguments extends CommonArguments {
  command: 'compare';
}
export type Arguments =
  | CheckArguments
  | ConvertArguments
  | CompareArguments
  | { command: 'help' }
  | { command: 'wrong'; reason: string };

export const HELP = `park-plan check IN...
park-plan convert IN... --out OUT
park-plan compare OLD NEW

check     checks a plan, or files, and prints all it finds
convert   reads files of any kind and writes them in the plan's own form
compare   tells what became of every plot, and what it does to floor area and land

  IN, OLD, NEW    a folder with a plan.json and the layer files it names; or files of any kind:
                  GeoJSON, TopoJSON, Shapefile, KML/KMZ, GeoPackage, FlatGeobuf, DXF, CSV, XLSX,
                  a folder or a zip of them; - reads the standard input
  --out OUT       ends in .geojson: one file in WGS84 degrees, every feature with its layer
                  ends in .csv: one row a feature
                  ends in .xlsx: one sheet a layer, titles in the language of --lang
                  anything else: a folder that becomes a whole plan
                  -: GeoJSON to the standard output
  --plan FOLDER   lays the files over this plan, each replacing its layer; attributes are joined to
                  it, coordinates are recognised by it, and a folder OUT gets the whole of it
  --crs SYSTEM    coordinate system of the files, where they do not say it: EPSG:4527, GCJ-02 ...
  --swap-axes     their axes come in the other order
  --layer LAYER   layer of the files that do not tell theirs: plots, zones, phases ...
  --layer S=LAYER layer of one source S: a CAD layer, a folder of a KML, a table; several times
  --leave-out S   does not use the source S; may be given several times
  --map F=ALIAS   field F of the plan is called ALIAS in the files; may be given several times
  --format        text (default) or json; --json is short for --format json
  --lang          language of the messages: zh-CN (default) or en
  --help          this text

check prints one line a finding, file#pointer: severity code: message, or as JSON
{ plan, summary: { errors, warnings, infos, features }, findings: [...] }. NEW of a compare that is
no plan's folder is laid over OLD: what it does not hold stays.

Exit status: 0 no errors, 1 errors found, 2 wrong usage or input that cannot be read. Where the
coordinate system or the layer of a file could be several, nothing is guessed: the status is 2, and
the message names the candidates.
`;

const VALUED = new Set(['--format', '--lang', '--plan', '--crs', '--layer', '--leave-out', '--map', '--out']);

/** Takes a command line apart. Options may stand anywhere, as \`--name value\` or \`--name=value\`; \`--\` ends them. */
export function parseArguments(argv: readonly string[]): Arguments {
  const [command, ...rest] = argv;
  if (command === '--help' || command === '-h' || command === 'help') return { command: 'help' };
  if (command === undefined) return { command: 'wrong', reason: 'A command is missing.' };
  if (command !== 'check' && command !== 'convert' && command !== 'compare')
    return { command: 'wrong', reason: `There is no command ${command}.` };

  const common: CommonArguments & { out?: string } = {
    paths: [],
    format: 'text',
    language: 'zh-CN',
    mappings: [],
    sourceLayers: [],
  };
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? '';
    if (word === '--') {
      common.paths.push(...rest.slice(index + 1));
      break;
    }
    if (word === '--help' || word === '-h') return { command: 'help' };
    if (!word.startsWith('--')) {
      common.paths.push(word);
      continue;
    }
    if (word === '--json') {
      common.format = 'json';
      continue;
    }
    if (word === '--swap-axes') {
      common.swapAxes = true;
      continue;
    }
    const [name = '', inline] = word.split(/=(.*)/s);
    if (!VALUED.has(name) || (name === '--out' && command !== 'convert'))
      return { command: 'wrong', reason: `There is no option ${name}.` };
    const value = inline ?? rest[index + 1];
    if (inline === undefined) index += 1;
    const wrong = setOption(common, name, value);
    if (wrong !== undefined) return { command: 'wrong', reason: wrong };
  }
  return commandOf(command, common);
}

function commandOf(
  command: 'check' | 'convert' | 'compare',
  { out, ...common }: CommonArguments & { out?: string },
): Arguments {
  const wrong = (reason: string): Arguments => ({ command: 'wrong', reason });
  const { paths } = common;
  if (paths.filter((path) => path === '-').length > 1) return wrong('The standard input can be read once only.');
  if (command === 'compare')
    return paths.length === 2 ? { command, ...common } : wrong('compare needs OLD and NEW, one path each.');
  if (paths.length === 0) return wrong('A folder or file is missing.');
  if (command === 'check') return { command, ...common };
  return out === undefined ? wrong('--out is missing.') : { command, ...common, out };
}

/** Sets an option; gives the reason where it cannot. */
function setOption(
  result: CommonArguments & { out?: string },
  name: string,
  value: string | undefined,
): string | undefined {
  if (value === undefined || value === '') return `${name} needs a value.`;
  switch (name) {
    case '--plan':
      result.plan = value;
      break;
    case '--out':
      result.out = value;
      break;
    case '--crs':
      result.crs = value;
      break;
    case '--layer': {
      const place = value.lastIndexOf('=');
      const layer = value.slice(place + 1);
      if (!isLayerId(layer)) return `There is no layer ${layer}.`;
      if (place > 0) result.sourceLayers.push([value.slice(0, place), layer]);
      else result.layer = layer;
      break;
    }
    case '--leave-out':
      result.sourceLayers.push([value, null]);
      break;
    case '--map': {
      const place = value.indexOf('=');
      if (place < 1 || place === value.length - 1) return `--map is field=alias, not ${value}.`;
      result.mappings.push([value.slice(0, place), value.slice(place + 1)]);
      break;
    }
    case '--format':
      if (value !== 'text' && value !== 'json') return `--format is text or json, not ${value}.`;
      result.format = value;
      break;
    default:
      if (value !== 'zh-CN' && value !== 'en') return `--lang is zh-CN or en, not ${value}.`;
      result.language = value;
  }
  return undefined;
}
