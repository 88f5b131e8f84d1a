import type { Language } from '../messages/language.ts';

export interface CheckArguments {
  command: 'check';
  /** A folder with a plan.json, or files. */
  paths: string[];
  format: 'text' | 'json';
  language: Language;
  /** Folder of the plan single files are laid over. */
  plan?: string;
}
export type Arguments = CheckArguments | { command: 'help' } | { command: 'wrong'; reason: string };

export const HELP = `park-plan check FOLDER [--format text|json] [--lang zh-CN|en]
park-plan check FILE... [--plan FOLDER] [--format text|json] [--lang zh-CN|en]

Checks a plan and prints all it finds.

  FOLDER          a folder with a plan.json and the layer files it names
  FILE            a plan.json opens the folder it lies in; layer files (.geojson, .json)
                  are checked for structure and fields, and by the rules that need no
                  other layer
  --plan FOLDER   lays the FILEs over this plan, each replacing its layer, and checks the whole
  --format        text (default): one line per finding, file#pointer: severity code: message
                  json: { plan, summary: { errors, warnings, infos, features }, findings: [...] }
  --lang          language of the messages: zh-CN (default) or en
  --help          this text

Exit status: 0 no errors, 1 errors found, 2 wrong usage or input that cannot be read.
`;

/** Takes a command line apart. Options may stand anywhere, as \`--name value\` or \`--name=value\`; \`--\` ends them. */
export function parseArguments(argv: readonly string[]): Arguments {
  const [command, ...rest] = argv;
  if (command === '--help' || command === '-h' || command === 'help') return { command: 'help' };
  if (command === undefined) return { command: 'wrong', reason: 'A command is missing.' };
  if (command !== 'check') return { command: 'wrong', reason: `There is no command ${command}.` };

  const result: CheckArguments = { command: 'check', paths: [], format: 'text', language: 'zh-CN' };
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? '';
    if (word === '--') {
      result.paths.push(...rest.slice(index + 1));
      break;
    }
    if (word === '--help' || word === '-h') return { command: 'help' };
    if (!word.startsWith('--')) {
      result.paths.push(word);
      continue;
    }
    const [name = '', inline] = word.split(/=(.*)/s);
    const value = inline ?? rest[index + 1];
    if (inline === undefined) index += 1;
    const wrong = setOption(result, name, value);
    if (wrong !== undefined) return { command: 'wrong', reason: wrong };
  }
  return result.paths.length > 0 ? result : { command: 'wrong', reason: 'A folder or file is missing.' };
}

/** Sets an option; gives the reason where it cannot. */
function setOption(result: CheckArguments, name: string, value: string | undefined): string | undefined {
  if (!['--format', '--lang', '--plan'].includes(name)) return `There is no option ${name}.`;
  if (value === undefined || value === '') return `${name} needs a value.`;
  if (name === '--plan') result.plan = value;
  else if (name === '--format') {
    if (value !== 'text' && value !== 'json') return `--format is text or json, not ${value}.`;
    result.format = value;
  } else {
    if (value !== 'zh-CN' && value !== 'en') return `--lang is zh-CN or en, not ${value}.`;
    result.language = value;
  }
  return undefined;
}
