import type { Diagnostic, Severity } from '../core/plan/findings.ts';
import type { Manifest } from '../core/plan/types.ts';
import { formatFinding } from '../messages/format_finding.ts';
import type { Language } from '../messages/language.ts';

export interface Report {
  plan?: Pick<Manifest, 'id' | 'title' | 'version' | 'status'>;
  findings: Diagnostic[];
  featureCount: number;
  /** The input was not even readable as a plan or as JSON. */
  isUnreadable: boolean;
}

/** The report as it is printed. Control characters of a file's own text never reach the terminal. */
export function printReport(report: Report, format: 'text' | 'json', language: Language): string {
  const summary = summarise(report);
  if (format === 'json') {
    const findings = report.findings.map((finding) => ({ ...finding, ...formatFinding(finding, language) }));
    return `${JSON.stringify({ plan: report.plan ?? null, summary, findings }, null, 2)}\n`;
  }
  const lines = report.findings.map((finding) => {
    const place = `${finding.file ?? '-'}#${finding.pointer ?? ''}`;
    return printable(`${place}: ${finding.severity} ${finding.code}: ${formatFinding(finding, language).message}`);
  });
  const { errors, warnings, infos, features } = summary;
  return `${[...lines, `${errors} errors, ${warnings} warnings, ${infos} infos, ${features} features`].join('\n')}\n`;
}

function summarise({ findings, featureCount }: Report) {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), features: featureCount };
}

function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}
