import { HELP, parseArguments } from './arguments.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { convert } from './convert.ts';
import { type CommandHost, EXIT, type ExitStatus, UnreadableInput } from './host.ts';
import { printReport, statusOf } from './report.ts';

export type { CommandHost } from './host.ts';

/** Runs the command line and gives its exit status. */
export async function runCommand(argv: readonly string[], host: CommandHost): Promise<ExitStatus> {
  const said = parseArguments(argv);
  if (said.command === 'help') {
    host.out(HELP);
    return EXIT.clean;
  }
  if (said.command === 'wrong') {
    host.error(`park-plan: ${said.reason}\n\n${HELP}`);
    return EXIT.unusable;
  }
  try {
    if (said.command === 'convert') return await convert(said, host);
    if (said.command === 'compare') return await compare(said, host);
    const report = await check(said, host);
    host.out(printReport(report, said.format, said.language));
    return statusOf(report);
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    host.error(`park-plan: ${error.message}\n`);
    return EXIT.unusable;
  }
}
