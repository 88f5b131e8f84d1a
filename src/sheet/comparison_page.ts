import { type FigureChange, PLOT_CHANGE_KINDS, type PlanComparison, type RollUp } from '../core/compare/types.ts';
import type { Manifest } from '../core/plan/types.ts';
import { formatFar, formatNumber } from '../messages/format.ts';
import type { Language } from '../messages/language.ts';
import { listText } from '../messages/list_text.ts';
import { readingMessagesOf } from '../messages/reading.ts';
import type { NameOf } from './comparison_files.ts';
import { escapeHtml, type HtmlParts, TABLE_CSS } from './html_text.ts';
import { statusCss, statusNoteOf } from './plan_status.ts';

export interface ComparisonPageOptions {
  /** Which plans are held against each other. */
  subtitle: string;
  /** The newer plan's: a sheet that leaves the screen says how far its plan binds. */
  manifest: Manifest;
  nameOf: NameOf;
  language: Language;
}

/** A number or a name of so many characters stays on one line: a column of its table is never so narrow as to need its halves. */
const MOST_UNBROKEN = 12;

/** A difference may go below its values: what that saves in breadth the names of key areas need. */
const COMPARISON_CSS =
  '.figure{white-space:normal!important;word-break:keep-all;overflow-wrap:normal}.zones{min-width:11em}';

/** The comparison as a page to print: changed plots with old value, new value and difference, then the sums. Text is escaped. */
export function comparisonPage({ plots, rollUps }: PlanComparison, options: ComparisonPageOptions): HtmlParts {
  const { language, nameOf } = options;
  const { comparison, review } = readingMessagesOf(language);
  const { columns, kinds } = comparison;
  const words = review.plots;
  const text = (value: string): string => `<td>${escapeHtml(value)}</td>`;
  const unbroken = (value: string): string =>
    value.length <= MOST_UNBROKEN ? `<span class="whole">${escapeHtml(value)}</span>` : escapeHtml(value);
  const short = (values: readonly string[]): string => `<td class="short">${values.map(unbroken).join(' ')}</td>`;
  const whole = (value: number): string => formatNumber(value, language, 0);
  const tenths = (value: number): string => formatNumber(value, language, 1);
  const ratio = (value: number): string => formatFar(value, language);
  const figure = ({ before, after, difference }: FigureChange, write: (value: number) => string): string => {
    const number = (value: number | undefined): string => (value === undefined ? '–' : write(value));
    const isSame = before === after;
    const told = isSame ? number(after) : `${number(before)}\u00a0→\u00a0${number(after)}`;
    const change = difference && !isSame ? ` (${difference < 0 ? '−' : '+'}${write(Math.abs(difference))})` : '';
    return `<td class="n figure">${escapeHtml(told + change)}</td>`;
  };
  const head = (names: readonly string[]): string =>
    `<thead><tr>${names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`;
  const lines = plots.map(
    ({ kind, before, after, phase, zones, far, height, gfa, area }) =>
      `<tr>${short([kinds[kind]])}${short(before)}${short(after)}${short(phase ? [nameOf('phases', phase)] : [])}<td class="zones">${escapeHtml(
        listText(
          zones.map((zone) => nameOf('zones', zone)),
          language,
        ),
      )}</td>${figure(far, ratio)}${figure(height, tenths)}${figure(gfa, whole)}${figure(area, whole)}</tr>`,
  );
  const kindCounts = ({ changeCounts }: RollUp): string =>
    listText(
      PLOT_CHANGE_KINDS.filter((kind) => changeCounts[kind]).map((kind) => `${kinds[kind]} ${changeCounts[kind]}`),
      language,
    );
  const parts = [
    ...rollUps.phases.map((part) => ({ name: part.id ? nameOf('phases', part.id) : words.noPhase, part })),
    ...rollUps.zones.map((part) => ({ name: nameOf('zones', part.id), part })),
    { name: words.total, part: rollUps.total },
  ];
  const sums = parts.map(
    ({ name, part }) =>
      `<tr>${text(name)}${text(kindCounts(part))}${figure(part.plotCount, whole)}${figure(part.far, ratio)}${figure(part.gfa, whole)}${figure(part.area, whole)}</tr>`,
  );
  const body = `<h1>${escapeHtml(words.pageTitle)}</h1>
<p>${escapeHtml(options.subtitle)}</p>
<p class="status">${escapeHtml(statusNoteOf(options.manifest, language))}</p>
<h2>${escapeHtml(words.title)}</h2>
${plots.length === 0 ? `<p>${escapeHtml(words.none)}</p>` : ''}<table>${head([columns.kind, columns.before, columns.after, columns.phase, columns.zones, columns.far, columns.height, columns.gfa, columns.area])}<tbody>
${lines.join('\n')}
</tbody></table>
<h2>${escapeHtml(words.rollUps)}</h2>
<table>${head([words.name, columns.kind, columns.plotCount, columns.far, columns.gfa, columns.area])}<tbody>
${sums.join('\n')}
</tbody></table>
<p>${escapeHtml(words.rollUpNote)}</p>`;
  return { title: words.pageTitle, body, css: TABLE_CSS + COMPARISON_CSS + statusCss(options.manifest, language) };
}
