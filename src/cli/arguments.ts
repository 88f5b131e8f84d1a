import type { Rule } from '../core/check/rule.ts';
import { RULES } from '../core/check/rules.ts';
import { isLayerId, LAYERS } from '../core/plan/fields.ts';
import type { Severity } from '../core/plan/findings.ts';
import { LAYER_IDS, type LayerId } from '../core/plan/types.ts';
import { parseDeclared } from '../core/read/coordinates/parse_declared.ts';
import { BD_09_MERCATOR, systemOf } from '../core/read/coordinates/systems.ts';
import { encodingLabelOf } from '../core/read/text/encoding_label.ts';
import type { MissingFields, UpdateMode } from '../core/read/types.ts';
import type { Language } from '../messages/language.ts';
import { CommandProblem, nearestName } from './problem.ts';

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
  /** File of control points that place a local grid. */
  controlPoints?: string;
  /** A measured shift, or turn and shift, onto the plan's matching features is consented to. */
  placeByPlan?: true;
  /** Label of the encoding of the files' text. */
  encoding?: string;
  /** Borders of a drawing that are split between its layers are joined to areas. */
  joinLayers?: true;
  /** Garbled text that can be turned back without loss is. */
  mendText?: true;
  /** Layer of the files that do not tell theirs. */
  layer?: LayerId;
  /** Whether the files' features are a whole layer or some of it; asked for where it is doubtful. */
  mode?: UpdateMode;
  /** What becomes of present values of fields the files do not have; absent: it follows from the mode. */
  missingFields?: MissingFields;
  /** Single values and shapes that cannot be read are passed over. */
  skipUnreadable?: true;
  /** Layers of single sources by their names (a table, a folder, a CAD layer; with or without the file before them); null: left out. */
  sourceLayers: [source: string, layer: LayerId | null][];
  /** Pairs as they were written: a field of the dictionary and its name in the files. */
  mappings: [field: string, alias: string][];
}
/** Forms a check can be reported in beside those of every command. */
const CHECK_FORMATS = ['text', 'json', 'sarif', 'junit', 'geojson'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];
export interface CheckArguments extends CommonArguments {
  command: 'check';
  report: CheckFormat;
  /** Codes of the rules that are run; absent: all of them. */
  rules?: string[];
  /** The mildest severity that makes the check fail. */
  failOn: Severity;
}
export interface ConvertArguments extends CommonArguments {
  command: 'convert';
  out: string;
  /** Files that are there are overwritten. */
  force: boolean;
}
export interface CompareArguments extends CommonArguments {
  command: 'compare';
}
const COMMANDS = ['check', 'convert', 'compare'] as const;
export type CommandName = (typeof COMMANDS)[number];
export interface HelpArguments {
  command: 'help';
  /** The command whose options are asked for. */
  of?: CommandName;
  language: Language;
}
export type Arguments = CheckArguments | ConvertArguments | CompareArguments | HelpArguments;

const VALUED = [
  '--plan',
  '--crs',
  '--control-points',
  '--encoding',
  '--layer',
  '--leave-out',
  '--map',
  '--format',
  '--language',
  '--lang',
];
const SWITCHES = [
  '--swap-axes',
  '--place-by-plan',
  '--mend-text',
  '--join-layers',
  '--merge',
  '--replace',
  '--keep-fields',
  '--drop-fields',
  '--skip-unreadable',
  '--json',
  '--help',
];
/** Options of one command alone. */
const OF_COMMAND: Record<CommandName, readonly string[]> = {
  check: ['--rules', '--fail-on'],
  convert: ['--out', '--force'],
  compare: [],
};
const VALUED_OF_COMMAND = ['--rules', '--fail-on', '--out'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What stands on a command line that one command alone has. */
interface OwnOptions {
  out?: string;
  force?: boolean;
  report?: CheckFormat;
  rules?: string[];
  failOn?: Severity;
}

/** The language a person reads, from what the system says of it (`zh_CN.UTF-8`, `en-GB`); the first that says something counts. */
export function languageOf(localeNames: readonly (string | undefined)[]): Language {
  const named = localeNames.find((name) => name !== undefined && name !== '');
  // C and POSIX say nothing of people.
  return named === undefined || /^(?:zh|C\b|POSIX)/i.test(named) ? 'zh-CN' : 'en';
}

/** Language and form of what is printed, told from a command line that may be wrong in the rest. */
export function mannersOf(argv: readonly string[], spoken: Language): { language: Language; format: 'text' | 'json' } {
  let language = spoken;
  let format: 'text' | 'json' = 'text';
  for (const [index, word] of argv.entries()) {
    if (word === '--') break;
    const [name, value = argv[index + 1]] = word.split(/=(.*)/s);
    if ((name === '--language' || name === '--lang') && (value === 'en' || value === 'zh-CN')) language = value;
    if (word === '--json' || (name === '--format' && value === 'json')) format = 'json';
  }
  return { language, format };
}

/**
 * Takes a command line apart. Options may stand anywhere, as `--name value` or `--name=value`; `--` ends them. Throws a
 * `CommandProblem` for one that cannot be understood.
 * @param spoken language where none is named
 */
export function parseArguments(argv: readonly string[], spoken: Language): Arguments {
  const { language, format } = mannersOf(argv, spoken);
  const [first, ...rest] = argv;
  if (first === undefined) throw new CommandProblem('command-missing');
  const isHelpAsked = (words: readonly string[]) =>
    words
      .slice(0, words.includes('--') ? words.indexOf('--') : undefined)
      .some((word) => word === '--help' || word === '-h');
  if (first === 'help' || first === '--help' || first === '-h') {
    const of = COMMANDS.find((one) => one === rest[0]);
    return { command: 'help', ...(of && { of }), language };
  }
  const command = COMMANDS.find((one) => one === first);
  if (!command) throw new CommandProblem('command-unknown', { found: first }, { near: nearestName(first, COMMANDS) });
  if (isHelpAsked(rest)) return { command: 'help', of: command, language };

  const said: CommonArguments & OwnOptions = {
    paths: [],
    format,
    language,
    mappings: [],
    sourceLayers: [],
  };
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? '';
    if (word === '--') {
      said.paths.push(...rest.slice(index + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      said.paths.push(word);
      continue;
    }
    const [name = '', inline] = word.split(/=(.*)/s);
    const isValued = VALUED.includes(name) || (VALUED_OF_COMMAND.includes(name) && OF_COMMAND[command].includes(name));
    if (!isValued) {
      setSwitch(said, name, command);
      if (inline !== undefined) throw new CommandProblem('option-with-value', { option: name });
      continue;
    }
    const value = inline ?? rest[index + 1];
    if (inline === undefined) index += 1;
    const isMissing = value === undefined || value === '' || (inline === undefined && value.startsWith('--'));
    if (isMissing) throw new CommandProblem('option-without-value', { option: name });
    setOption(said, name, value, command);
  }
  return commandOf(command, said);
}

function commandOf(command: CommandName, said: CommonArguments & OwnOptions): Arguments {
  const { out, force, report, rules, failOn, ...common } = said;
  const { paths } = common;
  if (paths.filter((path) => path === '-').length > 1) throw new CommandProblem('standard-input-twice');
  if (command === 'compare') {
    if (paths.length !== 2) throw new CommandProblem('compare-needs-two');
    return { command, ...common };
  }
  if (paths.length === 0) throw new CommandProblem('input-missing');
  if (command === 'check')
    return { command, ...common, report: report ?? common.format, ...(rules && { rules }), failOn: failOn ?? 'error' };
  if (out === undefined) throw new CommandProblem('output-missing');
  return { command, ...common, out, force: force ?? false };
}

function setSwitch(said: CommonArguments & OwnOptions, name: string, command: CommandName): void {
  if (name === '--swap-axes') said.swapAxes = true;
  else if (name === '--merge') said.mode = 'merge';
  else if (name === '--replace') said.mode = 'replace';
  else if (name === '--keep-fields') said.missingFields = 'keep';
  else if (name === '--drop-fields') said.missingFields = 'drop';
  else if (name === '--skip-unreadable') said.skipUnreadable = true;
  else if (name === '--place-by-plan') said.placeByPlan = true;
  else if (name === '--join-layers') said.joinLayers = true;
  else if (name === '--mend-text') said.mendText = true;
  else if (name === '--force' && command === 'convert') said.force = true;
  else if (name !== '--json') {
    const known = [...VALUED, ...SWITCHES, ...OF_COMMAND[command]];
    throw new CommandProblem('option-unknown', { option: name }, { near: nearestName(name, known) });
  }
}

function setOption(said: CommonArguments & OwnOptions, name: string, value: string, command: CommandName): void {
  switch (name) {
    case '--plan':
      said.plan = value;
      break;
    case '--out':
      said.out = value;
      break;
    case '--crs':
      said.crs = systemNamed(value);
      break;
    case '--control-points':
      said.controlPoints = value;
      break;
    case '--encoding': {
      const encoding = encodingLabelOf(value);
      if (encoding === undefined) throw new CommandProblem('encoding-unknown', { found: value });
      said.encoding = encoding;
      break;
    }
    case '--layer': {
      const place = value.lastIndexOf('=');
      const layer = value.slice(place + 1);
      if (!isLayerId(layer)) throw new CommandProblem('layer-unknown', { found: layer, allowed: LAYER_IDS.join(', ') });
      if (place > 0) said.sourceLayers.push([value.slice(0, place), layer]);
      else said.layer = layer;
      break;
    }
    case '--leave-out':
      said.sourceLayers.push([value, null]);
      break;
    case '--map':
      said.mappings.push(mappingIn(value));
      break;
    case '--format':
      setFormat(said, value, command);
      break;
    case '--rules':
      said.rules = value.split(',').map(ruleNamed);
      break;
    case '--fail-on': {
      const severity = SEVERITIES.find((one) => one === value);
      if (!severity) throw new CommandProblem('fail-on-unknown', { found: value, allowed: SEVERITIES.join(', ') });
      said.failOn = severity;
      break;
    }
    default:
      if (value !== 'zh-CN' && value !== 'en') throw new CommandProblem('language-unknown', { found: value });
      said.language = value;
  }
}

function setFormat(said: CommonArguments & OwnOptions, value: string, command: CommandName): void {
  const allowed: readonly CheckFormat[] = command === 'check' ? CHECK_FORMATS : ['text', 'json'];
  const format = allowed.find((one) => one === value);
  if (!format) throw new CommandProblem('format-unknown', { found: value, allowed: allowed.join(', ') });
  said.report = format;
  if (format === 'text' || format === 'json') said.format = format;
}

function ruleNamed(word: string): string {
  const code = word.trim();
  // A finding may have a code that is not its rule's: what was read in one report is asked for in the next.
  const codes = (RULES as readonly Rule[]).flatMap(({ code, alsoTells = [] }) => [code, ...alsoTells]);
  const known = codes.find((one) => one === code);
  if (!known) throw new CommandProblem('rule-unknown', { found: code }, { near: nearestName(code, codes) });
  return known;
}

/** The id of the system a person names: `EPSG:4527`, `4527`, `epsg:4527`, `GCJ02`, `GCJ-02@EPSG:4548`, `BD09MC`, an URN. */
function systemNamed(value: string): string {
  if (/^BD-?0?9-?MC$/i.test(value.trim())) return BD_09_MERCATOR;
  const shifted = /^(GCJ|BD)-?0?([29])(?:@(.+))?$/i.exec(value.trim());
  const parse = (text: string) => (systemOf(text) ? text : parseDeclared({ text, kind: 'name' }));
  const plane = shifted?.[3] === undefined ? '' : `@${parse(shifted[3])}`;
  const id = shifted ? `${shifted[1]?.toUpperCase()}-0${shifted[2]}${plane}` : parse(value);
  if (id === undefined || !systemOf(id)) throw new CommandProblem('crs-unknown', { found: value });
  return id;
}

function mappingIn(value: string): [string, string] {
  const place = value.indexOf('=');
  if (place < 1 || place === value.length - 1) throw new CommandProblem('map-form', { found: value });
  const [field, alias] = [value.slice(0, place), value.slice(place + 1)];
  // Either way round: one of the two is the dictionary's.
  if (isPlanField(field)) return [field, alias];
  if (isPlanField(alias)) return [alias, field];
  const near = nearestName(field, planFields());
  throw new CommandProblem('map-field-unknown', { found: field, mapping: value }, { near });
}

function planFields(): string[] {
  return [...new Set(['id', ...LAYER_IDS.flatMap((layer) => [...LAYERS[layer].fields.keys()])])];
}

function isPlanField(name: string): boolean {
  return name === 'id' || LAYER_IDS.some((layer) => LAYERS[layer].fields.has(name));
}
