import { commandLineMessagesOf } from '../messages/command_line.ts';
import { fill } from '../messages/fill.ts';
import { type Arguments, type HelpArguments, languageOf, mannersOf, parseArguments } from './arguments.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { convert } from './convert.ts';
import { type CommandHost, EXIT, type ExitStatus } from './host.ts';
import { printCheck } from './print_check.ts';
import { CommandProblem, printProblem } from './problem.ts';
import { statusOf } from './report.ts';

export type { CommandHost } from './host.ts';

/** Runs the command line and gives its exit status. */
export async function runCommand(argv: readonly string[], host: CommandHost): Promise<ExitStatus> {
  const spoken = languageOf(host.localeNames());
  try {
    return await obey(parseArguments(argv, spoken), host);
  } catch (error) {
    const problem =
      error instanceof CommandProblem ? error : new CommandProblem('crashed', { detail: detailOf(error) });
    const { language, format } = mannersOf(argv, spoken);
    // A program that reads JSON reads it from the standard output, whatever became of the command.
    (format === 'json' ? host.out : host.error)(printProblem(problem, format, language, argv));
    return EXIT.unusable;
  }
}

/** What went wrong and where, for those who can mend it. */
function detailOf(error: unknown): string {
  const text = (error instanceof Error && error.stack) || String(error);
  return text.split('\n').slice(0, 5).join('\n');
}

async function obey(said: Arguments, host: CommandHost): Promise<ExitStatus> {
  switch (said.command) {
    case 'help':
      host.out(helpText(said));
      return EXIT.clean;
    case 'convert':
      return convert(said, host);
    case 'compare':
      return compare(said, host);
    case 'check': {
      const report = await check(said, host);
      for (const piece of await printCheck(report, said, host)) host.out(piece);
      return statusOf(report, said.failOn);
    }
  }
}

function helpText({ of, language }: HelpArguments): string {
  const { help, helpOf, inputs, options, exit } = commandLineMessagesOf(language);
  return of === undefined ? help : fill(helpOf[of], { inputs, options, exit });
}
