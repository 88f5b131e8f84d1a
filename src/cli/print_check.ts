import { everyIssue } from '../core/read/compact_issues.ts';
import { loadRuleMessages } from '../messages/rules.ts';
import { writeFindingsGeojson } from '../sheet/check_report/geojson.ts';
import { writeFindingsJunit } from '../sheet/check_report/junit.ts';
import { writeFindingsSarif } from '../sheet/check_report/sarif.ts';
import type { CheckArguments } from './arguments.ts';
import { underPath } from './check.ts';
import type { CommandHost } from './host.ts';
import { planFolderAt } from './inputs.ts';
import { placeFindings } from './place_findings.ts';
import { printReport, type Report } from './report.ts';

/** The report of a check in the form that was asked for, in pieces. What is for programs holds every single finding. */
export async function printCheck(report: Report, said: CheckArguments, host: CommandHost): Promise<Iterable<string>> {
  const { language } = said;
  switch (said.report) {
    case 'sarif': {
      // A code host finds the files from where the command was given.
      const [path = '-'] = said.paths;
      const folder = said.paths.length === 1 && said.plan === undefined ? planFolderAt(path, host) : undefined;
      const { findings } = folder === undefined ? report : underPath(report, folder, host);
      const placed = placeFindings([...everyIssue(findings)], host);
      return [writeFindingsSarif(placed, language, await loadRuleMessages(language))];
    }
    case 'junit':
      return [writeFindingsJunit([...everyIssue(report.findings)], said.failOn, language)];
    case 'geojson':
      return [writeFindingsGeojson([...everyIssue(report.findings)], language)];
    default:
      return printReport(report, said.report, language);
  }
}
