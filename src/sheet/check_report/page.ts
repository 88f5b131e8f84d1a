import { RULE_TOPICS, type Rule } from '../../core/check/rule.ts';
import { RULES } from '../../core/check/rules.ts';
import type { Diagnostic, Severity } from '../../core/plan/findings.ts';
import { DEFAULT_RULE_LIMITS, ruleLimitsOf } from '../../core/plan/rule_limits.ts';
import { DEFAULT_TOLERANCES, tolerancesOf } from '../../core/plan/tolerances.ts';
import type { LayerId, Manifest } from '../../core/plan/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { formatFinding, nameInFinding } from '../../messages/format_finding.ts';
import { textOf } from '../../messages/in_language.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import type { RuleMessages } from '../../messages/rules.ts';
import { escapeHtml, type HtmlParts, TABLE_CSS } from '../html_text.ts';
import { statusCss, statusNoteOf } from '../plan_status.ts';
import { type CellValue, writeCsv } from '../plot_csv.ts';

export interface CheckReportInput {
  manifest: Manifest;
  findings: readonly Diagnostic[];
  /** When the check was made, as a person reads it. */
  checkedAt: string;
  /** What the page calls a feature; tables for programs have its id. */
  nameOf: (layer: LayerId, id: string) => string;
  language: Language;
  words: RuleMessages;
}

/** The findings as a table that spreadsheets open: the open ones first, then those that were let stand with their reasons. */
export function writeCheckReportCsv({ findings, language, words }: CheckReportInput): string {
  const { columns } = words.report;
  const { update, browse } = messagesOf(language);
  const ordered = [...findings.filter(({ accepted }) => !accepted), ...findings.filter(({ accepted }) => accepted)];
  const rows = ordered.map((finding, index): CellValue[] => {
    const { severity, layer, feature, related, accepted, code, file, pointer } = finding;
    const { title, text, mend } = formatFinding(finding, language);
    return [
      index + 1,
      update.severity[severity],
      title,
      layer ? browse.layerNames[layer] : undefined,
      feature,
      related?.join(' '),
      text,
      mend,
      accepted?.reason,
      accepted?.who,
      accepted?.at,
      code,
      file,
      pointer,
    ];
  });
  const heading = [
    columns.number,
    columns.severity,
    columns.title,
    columns.layer,
    columns.feature,
    columns.related,
    columns.text,
    columns.mend,
    columns.reason,
    columns.who,
    columns.at,
    columns.code,
    columns.file,
    columns.pointer,
  ];
  return writeCsv([heading, ...rows]);
}

/** Numbers and severities on one line, the plan's data side by side, and room to sign. */
const REPORT_CSS = `
.findings th:nth-child(-n+2),.findings td:nth-child(-n+2){white-space:nowrap}
.findings td:nth-child(3){word-break:keep-all;overflow-wrap:break-word}
.plan{width:auto;margin-bottom:8px}.plan td:first-child{background:#f3f4f6;padding-inline-end:24px}
.sign{margin:16px 0;table-layout:fixed}.sign td{height:48px}`;

/**
 * The check as a page that can be signed: the plan and its status, what was found rule by rule, what was let stand and why, and the
 * tolerances it was made with. Everything the plan says goes in as text.
 */
export function checkReportPage(input: CheckReportInput): HtmlParts {
  const { manifest, findings, language, words } = input;
  const { report } = words;
  const { columns } = report;
  const open = findings.filter(({ accepted }) => !accepted);
  const standing = findings.filter(({ accepted }) => accepted);
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  const off = Object.entries(manifest.checks?.rules ?? {}).flatMap(([code, setting]) =>
    setting === 'off' ? [code] : [],
  );
  const result = fill(report.result, {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    accepted: standing.length,
    rules: RULES.filter(({ code }) => !off.includes(code)).length,
  });
  const body = [
    `<h1>${escapeHtml(report.title)}</h1>`,
    planTable(input),
    `<p class="status">${escapeHtml(statusNoteOf(manifest, language))}</p>`,
    `<p>${escapeHtml(result)} ${escapeHtml(report.basis)}</p>`,
    // On the first page: what is signed is the result above it, however many pages follow.
    table([report.checkedBy, report.approvedBy, report.signedOn], [['\u00a0', '', '']], 'sign'),
    `<h2>${escapeHtml(fill(report.counted, { title: report.open, count: open.length }))}</h2>`,
    open.length === 0
      ? `<p>${escapeHtml(report.none)}</p>`
      : findingTable(
          open,
          input,
          [columns.number, columns.severity, columns.title, columns.feature, columns.text, columns.mend],
          (finding) => [formatFinding(finding, language).mend],
        ),
    ...(standing.length > 0
      ? [
          `<h2>${escapeHtml(fill(report.counted, { title: report.accepted, count: standing.length }))}</h2>`,
          findingTable(
            standing,
            input,
            [
              columns.number,
              columns.severity,
              columns.title,
              columns.feature,
              columns.text,
              columns.reason,
              columns.who,
              columns.at,
            ],
            ({ accepted }) => [accepted?.reason ?? '', accepted?.who ?? '', (accepted?.at ?? '').slice(0, 10)],
          ),
        ]
      : []),
    `<h2>${escapeHtml(report.summary)}</h2>`,
    ruleTable(findings, language, words),
    ...(off.length > 0 ? [`<p>${escapeHtml(report.off)}: ${escapeHtml(off.join(', '))}</p>`] : []),
    `<h2>${escapeHtml(report.tolerances)}</h2>`,
    settingTable(manifest, language, words),
  ].join('\n');
  return {
    title: `${report.title} · ${textOf(manifest.title, language)}`,
    body,
    css: TABLE_CSS + REPORT_CSS + statusCss(manifest, language),
  };
}

function planTable({ manifest, checkedAt, language, words }: CheckReportInput): string {
  const { report } = words;
  const status = messagesOf(language).browse.planStatus[manifest.status];
  return table(
    [],
    [
      [report.plan, textOf(manifest.title, language)],
      [report.version, manifest.version],
      [report.date, manifest.date],
      [report.status, status],
      [report.measuringCrs, manifest.measuringCrs],
      [report.checkedAt, checkedAt],
    ],
    'plan',
  );
}

function findingTable(
  findings: readonly Diagnostic[],
  { language, nameOf }: CheckReportInput,
  heading: readonly string[],
  more: (finding: Diagnostic) => readonly string[],
): string {
  const { update, browse } = messagesOf(language);
  const rows = findings.map((finding, index) => {
    const { title, text } = formatFinding(finding, language);
    const { layer, feature: id, related = [] } = finding;
    const names = [...(id === undefined ? [] : [id]), ...related].map((one) => {
      const own = layer ? nameOf(layer, one) : one;
      // What is not of the finding's own layer, such as a road, has its name from the finding.
      return own === one ? nameInFinding(one, finding, language) : own;
    });
    const feature = [...(layer ? [browse[names.length > 0 ? 'layerNouns' : 'layerNames'][layer]] : []), ...names].join(
      ' ',
    );
    const severity = update.severity[finding.severity];
    return { kind: finding.severity, cells: [String(index + 1), severity, title, feature, text, ...more(finding)] };
  });
  const head = `<thead><tr>${heading.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`;
  const lines = rows.map(
    ({ kind, cells }) => `<tr class="${kind}">${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `<table class="findings">${head}<tbody>\n${lines.join('\n')}\n</tbody></table>`;
}

/** Every rule that was run, also those that found nothing: only so can a reader tell that it was made. */
function ruleTable(findings: readonly Diagnostic[], language: Language, words: RuleMessages): string {
  const counts = new Map<string, number>();
  for (const { code, accepted } of findings) if (!accepted) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes: Readonly<Record<string, { title: string }>> = messagesOf(language).findings.codes;
  const byTopic = RULE_TOPICS.flatMap((one) => (RULES as readonly Rule[]).filter(({ topic }) => topic === one));
  const rows = byTopic.map(({ code, topic, source, alsoTells = [] }) => {
    const found = [code, ...alsoTells.filter((one) => !one.endsWith('-met'))].reduce(
      (sum, one) => sum + (counts.get(one) ?? 0),
      0,
    );
    return [words.topics[topic], codes[code]?.title ?? code, code, words.sources[source], String(found)];
  });
  const { columns, found } = words.report;
  return table([columns.topic, columns.title, columns.code, words.words.source, found], rows);
}

function settingTable(manifest: Manifest, language: Language, words: RuleMessages): string {
  const defaults: Readonly<Record<string, number>> = { ...DEFAULT_TOLERANCES, ...DEFAULT_RULE_LIMITS };
  const used: Readonly<Record<string, number>> = { ...tolerancesOf(manifest), ...ruleLimitsOf(manifest) };
  const { report } = words;
  const titles: Readonly<Record<string, string>> = words.settings;
  const rows = Object.entries(used).map(([name, value]) => [
    titles[name] ?? name,
    name,
    withUnit(name, formatNumber(value, language, MOST_DECIMALS)),
    value === defaults[name] ? report.isDefault : report.isSet,
  ]);
  return table([report.setting, report.columns.code, report.value, report.setBy], rows);
}

/** A setting's value with the unit its name carries. */
export function withUnit(name: string, value: number | string): string {
  const [, unit = ''] = SETTING_UNITS.find(([ending]) => name.endsWith(ending)) ?? [];
  return `${value}${unit}`;
}

/** More than any setting has. */
const MOST_DECIMALS = 6;

const SETTING_UNITS = [
  ['SquareMetres', ' m²'],
  ['Metres', ' m'],
  ['Percent', '%'],
  ['Degrees', '°'],
] as const;

function table(heading: readonly string[], rows: readonly (readonly string[])[], kind = 'plain'): string {
  const cells = (row: readonly string[], tag: 'td' | 'th') =>
    row.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${escapeHtml(cell)}</${tag}>`).join('');
  const head = heading.length > 0 ? `<thead><tr>${cells(heading, 'th')}</tr></thead>` : '';
  return `<table class="${kind}">${head}<tbody>\n${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')}\n</tbody></table>`;
}
