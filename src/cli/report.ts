import type { Diagnostic, Severity } from '../core/plan/findings.ts';
import type { Manifest } from '../core/plan/types.ts';
import type { SourceReport } from '../core/read/source.ts';
import { formatFinding } from '../messages/format_finding.ts';
import type { Language } from '../messages/language.ts';
import { EXIT, type ExitStatus } from './host.ts';

export interface Report {
  plan?: Pick<Manifest, 'id' | 'title' | 'version' | 'status'>;
  findings: Diagnostic[];
  featureCount: number;
  /** How each source was understood, where files were read and not a plan's own folder. */
  sources?: SourceReport[];
  /** The input was not even readable as a plan or as JSON. */
  isUnreadable: boolean;
}

export function statusOf({ isUnreadable, findings }: Report): ExitStatus {
  if (isUnreadable) return EXIT.unusable;
  return findings.some((finding) => finding.severity === 'error') ? EXIT.errorsFound : EXIT.clean;
}

/**
 * The report as it is printed. Control characters of a file's own text never reach the terminal.
 * @param more members of the JSON report beside its own
 */
export function printReport(
  report: Report,
  format: 'text' | 'json',
  language: Language,
  more: Record<string, unknown> = {},
): string {
  const summary = summarise(report);
  if (format === 'json') {
    const findings = report.findings.map((finding) => ({ ...finding, ...formatFinding(finding, language) }));
    const sources = report.sources && { sources: report.sources };
    return `${JSON.stringify({ plan: report.plan ?? null, ...more, summary, ...sources, findings }, null, 2)}\n`;
  }
  const lines = report.findings.map((finding) => {
    const place = `${finding.file ?? '-'}#${finding.pointer ?? ''}`;
    return printable(`${place}: ${finding.severity} ${finding.code}: ${formatFinding(finding, language).message}`);
  });
  const { errors, warnings, infos, features } = summary;
  const understood = (report.sources ?? []).flatMap(describeSource).map(printable);
  const last = `${errors} errors, ${warnings} warnings, ${infos} infos, ${features} features`;
  return `${[...lines, ...understood, last].join('\n')}\n`;
}

/** How a source was understood, where that is more than its own words: one line, and one for its fields. */
function describeSource({ name, format, layer, omitted, coordinates, encoding, fields }: SourceReport): string[] {
  if (omitted !== undefined) return [`${name}: ${format}, not used (${omitted})`];
  const notes = [format, `layer ${layer ?? '?'}`];
  if (coordinates && (coordinates.state !== 'geographic' || coordinates.how !== 'none'))
    notes.push(
      `coordinates ${coordinates.crs ?? coordinates.declared ?? '?'}${coordinates.swapped ? ', axes swapped' : ''} (${coordinates.how})`,
    );
  if (coordinates?.proposal)
    notes.push(
      `looks like ${coordinates.proposal.crs}: ${Math.round(coordinates.proposal.eastMetres)} m E, ${Math.round(coordinates.proposal.northMetres)} m N off the plan (correct it with --crs ${coordinates.proposal.crs})`,
    );
  if (encoding !== undefined) notes.push(`text ${encoding}`);
  const mapped = fields.flatMap(({ from, to, how }) =>
    to === undefined
      ? [`${from} kept`]
      : from === to
        ? []
        : [`${from} → ${to}${how === 'guessed' ? ' (guessed)' : ''}`],
  );
  return [`${name}: ${notes.join(', ')}`, ...(mapped.length > 0 ? [`${name}: fields ${mapped.join(', ')}`] : [])];
}

function summarise({ findings, featureCount }: Report) {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), features: featureCount };
}

export function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}
