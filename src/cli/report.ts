import { BOOKKEEPING_FIELDS } from '../core/plan/fields.ts';
import type { Diagnostic, Severity } from '../core/plan/findings.ts';
import type { Manifest } from '../core/plan/types.ts';
import { everyIssue } from '../core/read/compact_issues.ts';
import { conversionOf } from '../core/read/coordinates/conversion_entry.ts';
import { describeTransform } from '../core/read/coordinates/plane_transform.ts';
import { natureOf } from '../core/read/coordinates/shift_nature.ts';
import type { SourceReport, TransformProposal } from '../core/read/source.ts';
import { type CommandLineMessages, commandLineMessagesOf } from '../messages/command_line.ts';
import { conversionText } from '../messages/conversion_text.ts';
import { fill } from '../messages/fill.ts';
import { formatFinding } from '../messages/format_finding.ts';
import type { Language } from '../messages/language.ts';
import { shiftText } from '../messages/shift_text.ts';
import { unreadableCounts, unreadableOutcome } from '../messages/unreadable_text.ts';
import { isFailing } from '../sheet/check_report/junit.ts';
import { countPlaces } from '../sheet/issue_list.ts';
import { EXIT, type ExitStatus } from './host.ts';

export interface Report {
  plan?: Pick<Manifest, 'id' | 'title' | 'version' | 'status'>;
  findings: Diagnostic[];
  featureCount: number;
  /** How each source was understood, where files were read and not a plan's own folder. */
  sources?: SourceReport[];
  /** Codes of the rules that were applied to it; absent where there was nothing to check. */
  appliedRules?: readonly string[];
  /** The input was not even readable as a plan or as JSON. */
  isUnreadable: boolean;
}

/** What was let stand with a reason makes nothing fail. */
export function statusOf({ isUnreadable, findings }: Report, failOn: Severity = 'error'): ExitStatus {
  if (isUnreadable) return EXIT.unusable;
  return findings.some((finding) => isFailing(finding, failOn)) ? EXIT.errorsFound : EXIT.clean;
}

/**
 * The report as it is printed, in pieces: JSON holds every single finding, and together they may be longer than a text can be.
 * Control characters of a file's own text never reach the terminal.
 * @param more members of the JSON report beside its own
 */
export function printReport(
  report: Report,
  format: 'text' | 'json',
  language: Language,
  more: Record<string, unknown> = {},
): Iterable<string> {
  const summary = summarise(report);
  if (format === 'json') {
    const sources = report.sources && { sources: report.sources };
    return jsonPieces({ plan: report.plan ?? null, ...more, summary, ...sources }, report.findings, language);
  }
  const words = commandLineMessagesOf(language);
  const lines = report.findings.map((finding) =>
    fill(words.finding, {
      place: `${finding.file ?? '-'}${finding.pointer === undefined ? '' : `#${finding.pointer}`}`,
      severity: words.severity[finding.severity],
      code: finding.code,
      message: messageOf(finding, words, language),
    }),
  );
  const understood = (report.sources ?? []).flatMap((source) => describeSource(source, words, language));
  return [`${[...lines, ...understood, fill(words.summary, { ...summary })].map(printable).join('\n')}\n`];
}

/** An object with `findings` as its last member, each put into words when it is its turn. */
function* jsonPieces(
  members: Record<string, unknown>,
  findings: readonly Diagnostic[],
  language: Language,
): Generator<string> {
  yield `${JSON.stringify(members, null, 2).slice(0, -2)},\n  "findings": [`;
  let piece = '';
  let separator = '';
  for (const finding of everyIssue(findings)) {
    const said = JSON.stringify({ ...finding, ...formatFinding(finding, language) }, null, 2);
    piece += `${separator}\n    ${said.replaceAll('\n', '\n    ')}`;
    separator = ',';
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${separator === '' ? '' : '\n  '}]\n}\n`;
}
const PIECE_LENGTH = 1_000_000;

function messageOf(finding: Diagnostic, words: CommandLineMessages, language: Language): string {
  const { message } = formatFinding(finding, language);
  return finding.accepted ? fill(words.accepted, { message, reason: finding.accepted.reason }) : message;
}

/** How a source was understood, where that is more than its own words: one line, and one for its fields. */
function describeSource(
  { name, format, layer, omitted, coordinates, encoding, fields, garbled, unreadable }: SourceReport,
  { source: words }: CommandLineMessages,
  language: Language,
): string[] {
  const line = (parts: readonly string[]) => fill(words.line, { name, notes: parts.join(words.separator) });
  if (omitted !== undefined) return [line([format, words.omitted[omitted]])];
  const notes = [format, fill(words.layer, { layer: layer ?? '?' })];
  const isMoved = coordinates?.transform !== undefined || coordinates?.correctedParts !== undefined;
  const conversion = coordinates && isMoved ? conversionOf(name, coordinates) : undefined;
  if (conversion) notes.push(conversionText(conversion, language));
  // Degrees that nobody says otherwise of are no news.
  else if (
    coordinates &&
    (coordinates.state !== 'geographic' || coordinates.how === 'declared' || coordinates.how === 'chosen')
  )
    notes.push(
      fill(coordinates.swapped ? words.swapped : words.coordinates, {
        crs: coordinates.crs ?? coordinates.declared ?? '?',
        how: words.how[coordinates.how],
      }),
    );
  if (coordinates?.proposal) {
    const { proposal } = coordinates;
    const shift = { shift: shiftText(proposal.eastMetres, proposal.northMetres, language) };
    if (proposal.kind === 'map-shift') notes.push(fill(words.shifted, { crs: proposal.crs, ...shift }));
    else if (proposal.kind === 'constantShift')
      notes.push(fill(words.shiftNatures[natureOf(proposal)], { ...factsOf(proposal), ...shift }));
  }
  if (encoding !== undefined) notes.push(fill(words.text, { encoding }));
  if (garbled && garbled.mendableCount > 0 && garbled.handling === 'omit')
    notes.push(fill(words.garbled, { count: garbled.mendableCount }));
  if (unreadable) {
    const counts = unreadableCounts([unreadable]);
    const outcome = unreadableOutcome(counts, language);
    const { handling, faultCount } = unreadable;
    const isOfWords = handling === 'refuse' && faultCount === 0;
    notes.push(fill(words.unreadable[isOfWords ? 'words' : handling], { count: counts.count, outcome }));
  }
  const mapped = fields.flatMap(({ from, to, how }) => {
    if (to === undefined) return BOOKKEEPING_FIELDS.includes(from) ? [] : [fill(words.kept, { name: from })];
    if (from === to) return [];
    return [how === 'guessed' ? fill(words.guessed, { from, to }) : `${from} → ${to}`];
  });
  if (mapped.length === 0) return [line(notes)];
  return [line(notes), line([fill(words.fields, { fields: [...new Set(mapped)].join(words.separator) })])];
}

/** The figures of a measured way onto the plan. */
export function factsOf({ matchedCount, transform }: TransformProposal): Record<string, string | number> {
  const { scalePartsPerMillion, rotationDegrees } = describeTransform(transform);
  return {
    count: matchedCount,
    rotation: rotationDegrees.toFixed(4),
    partsPerMillion: scalePartsPerMillion.toFixed(0),
    rms: (transform.evidence?.rmsMetres ?? 0).toFixed(3),
  };
}

function summarise({ findings, featureCount }: Report) {
  const count = (severity: Severity) =>
    countPlaces(findings.filter((finding) => finding.severity === severity && !finding.accepted));
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), features: featureCount };
}

export function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}
