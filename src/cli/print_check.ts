import { everyIssue } from '../core/read/compact_issues.ts';
import { loadRuleMessages } from '../messages/rules.ts';
import { writeFindingsGeojson } from '../sheet/check_report/geojson.ts';
import { writeFindingsJunit } from '../sheet/check_report/junit.ts';
import { writeFindingsSarif } from '../sheet/check_report/sarif.ts';
import type { CheckArguments } from './arguments.ts';
import type { CommandHost } from './host.ts';
import { planFolderAt } from './inputs.ts';
import { placeFindings } from './place_findings.ts';
import { printReport, type Report } from './report.ts';

/** The report of a check in the form that was asked for, in pieces. What is for programs holds every single finding. */
export async function printCheck(report: Report, said: CheckArguments, host: CommandHost): Promise<Iterable<string>> {
  const { language } = said;
  switch (said.report) {
    case 'sarif': {
      const pathOf = pathFromHere(said, host);
      const findings = [...everyIssue(report.findings)].map((finding) =>
        finding.file === undefined ? finding : { ...finding, file: pathOf(finding.file) },
      );
      const encodings = new Map(
        report.sources?.flatMap(({ file, encoding }) => (encoding === undefined ? [] : [[pathOf(file), encoding]])),
      );
      const placed = placeFindings(findings, encodings, host);
      return [writeFindingsSarif(placed, language, await loadRuleMessages(language))];
    }
    case 'junit':
      return [writeFindingsJunit([...everyIssue(report.findings)], said.failOn, language, report.appliedRules ?? [])];
    case 'geojson':
      return [writeFindingsGeojson([...everyIssue(report.findings)], language)];
    default:
      return printReport(report, said.report, language);
  }
}

/** A file's path from where the command was given, where a code host looks for it. */
function pathFromHere(said: CheckArguments, host: CommandHost): (file: string) => string {
  const [path = '-'] = said.paths;
  const plan = said.paths.length === 1 && said.plan === undefined ? planFolderAt(path, host) : undefined;
  if (plan !== undefined) return (file) => host.join(plan, file);
  const folders = said.paths.filter((one) => one !== '-' && host.kindOf(one) === 'folder');
  return (file) => {
    if (said.paths.includes(file)) return file;
    const folder = folders.find((one) => host.kindOf(host.join(one, file)) === 'file');
    return folder === undefined ? file : host.join(folder, file);
  };
}
