import { type FigureChange, PLOT_CHANGE_KINDS, type PlanComparison, type RollUp } from '../core/compare/types.ts';
import type { Manifest } from '../core/plan/types.ts';
import { formatNumber, formatSigned } from '../messages/format.ts';
import { messagesOf } from '../messages/index.ts';
import type { Language } from '../messages/language.ts';
import { readingMessagesOf } from '../messages/reading.ts';
import type { NameOf } from './comparison_files.ts';
import { escapeHtml, type HtmlParts, TABLE_CSS } from './html_text.ts';

export interface ComparisonPageOptions {
  /** Which plans are held against each other. */
  subtitle: string;
  /** The newer plan's: a sheet that leaves the screen says how far its plan binds. */
  manifest: Manifest;
  nameOf: NameOf;
  language: Language;
}

/** The comparison as a page to print: changed plots with old value, new value and difference, then the sums. Text is escaped. */
export function comparisonPage({ plots, rollUps }: PlanComparison, options: ComparisonPageOptions): HtmlParts {
  const { language, nameOf } = options;
  const { comparison, review } = readingMessagesOf(language);
  const { columns, kinds } = comparison;
  const words = review.plots;
  const separator = language === 'en' ? ', ' : '、';
  const text = (value: string): string => `<td>${escapeHtml(value)}</td>`;
  const number = (value: number | undefined, digits: number): string =>
    value === undefined ? '–' : formatNumber(value, language, digits);
  const figure = ({ before, after, difference }: FigureChange, digits: number): string => {
    const isSame = before === after;
    const told = isSame ? number(after, digits) : `${number(before, digits)} → ${number(after, digits)}`;
    const change = difference && !isSame ? ` (${formatSigned(difference, language, digits)})` : '';
    return `<td class="n">${escapeHtml(told + change)}</td>`;
  };
  const head = (names: readonly string[]): string =>
    `<thead><tr>${names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`;
  const lines = plots.map(
    ({ kind, before, after, phase, zones, far, height, gfa, area }) =>
      `<tr>${text(kinds[kind])}${text(before.join(' '))}${text(after.join(' '))}${text(phase ? nameOf('phases', phase) : '')}${text(zones.map((zone) => nameOf('zones', zone)).join(separator))}${figure(far, 2)}${figure(height, 1)}${figure(gfa, 0)}${figure(area, 0)}</tr>`,
  );
  const kindCounts = ({ changeCounts }: RollUp): string =>
    PLOT_CHANGE_KINDS.filter((kind) => changeCounts[kind])
      .map((kind) => `${kinds[kind]} ${changeCounts[kind]}`)
      .join(separator);
  const parts = [
    ...rollUps.phases.map((part) => ({ name: part.id ? nameOf('phases', part.id) : words.noPhase, part })),
    ...rollUps.zones.map((part) => ({ name: nameOf('zones', part.id), part })),
    { name: words.total, part: rollUps.total },
  ];
  const sums = parts.map(
    ({ name, part }) =>
      `<tr>${text(name)}${text(kindCounts(part))}${figure(part.plotCount, 0)}${figure(part.far, 2)}${figure(part.gfa, 0)}${figure(part.area, 0)}</tr>`,
  );
  const body = `<h1>${escapeHtml(words.pageTitle)}</h1>
<p>${escapeHtml(options.subtitle)}</p>
<p class="status">${escapeHtml(statusOf(options.manifest, language))}</p>
<h2>${escapeHtml(words.title)}</h2>
${plots.length === 0 ? `<p>${escapeHtml(words.none)}</p>` : ''}<table>${head([columns.kind, columns.before, columns.after, columns.phase, columns.zones, columns.far, columns.height, columns.gfa, columns.area])}<tbody>
${lines.join('\n')}
</tbody></table>
<h2>${escapeHtml(words.rollUps)}</h2>
<table>${head([words.name, columns.kind, columns.plotCount, columns.far, columns.gfa, columns.area])}<tbody>
${sums.join('\n')}
</tbody></table>
<p>${escapeHtml(words.rollUpNote)}</p>`;
  return { title: words.pageTitle, body, css: `${TABLE_CSS}.status{color:#8a5300}` };
}

/** The plan's status, with its own note where it has one. */
function statusOf({ status, statusNote }: Manifest, language: Language): string {
  const { browse, takeAway } = messagesOf(language);
  const own = language === 'en' ? statusNote?.en || statusNote?.zh : statusNote?.zh || statusNote?.en;
  return own ? `${browse.planStatus[status]} · ${own}` : takeAway.sheet.statuses[status];
}
