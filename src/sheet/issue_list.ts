import type { Diagnostic, Severity } from '../core/plan/findings.ts';
import { fill } from '../messages/fill.ts';
import { findingValues, formatFinding } from '../messages/format_finding.ts';
import { messagesOf } from '../messages/index.ts';
import type { Language } from '../messages/language.ts';
import { readingMessagesOf } from '../messages/reading.ts';
import { escapeHtml, type HtmlParts, htmlPage, TABLE_CSS } from './html_text.ts';
import { type CellValue, writeCsv } from './plot_csv.ts';

const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
/** Code of the entry that counts what is not listed any more. */
const SUMMARY = 'more-of-the-same';

/** The same trouble gathered: what a list of 4,000 lines begins with. */
export interface IssueGroup {
  /** Unlike that of any other group. */
  key: string;
  first: Diagnostic;
  items: Diagnostic[];
}

/** One issue in words, as every form of the list tells it. */
export interface IssueRow {
  severity: string;
  title: string;
  file: string;
  layer: string;
  feature: string;
  field: string;
  pointer: string;
  found: string;
  expected: string;
  why: string;
  mend: string;
}

const COLUMNS = [
  'severity',
  'title',
  'file',
  'layer',
  'feature',
  'field',
  'pointer',
  'found',
  'expected',
  'why',
  'mend',
] as const satisfies readonly (keyof IssueRow)[];

/** On paper these break between words only: in a narrow column each sign would have a line of its own. */
const SHORT: ReadonlySet<keyof IssueRow> = new Set(['severity', 'title', 'layer', 'feature', 'field']);

/**
 * Worst first, then in the order met; the same code of the same file and field together, the summary of what is not listed any more
 * behind those it sums up.
 */
export function groupIssues(items: readonly Diagnostic[]): IssueGroup[] {
  const groups = new Map<string, IssueGroup>();
  for (const item of items) {
    const code = item.code === SUMMARY ? item.data.of : item.code;
    const key = JSON.stringify([item.severity, code, item.file, item.layer, item.data.field]);
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { key, first: item, items: [item] });
  }
  return [...groups.values()].sort((a, b) => ORDER[a.first.severity] - ORDER[b.first.severity]);
}

/** How many places an entry stands for: a summary of what is not listed any more says so itself. */
function placesOf({ code, data }: Diagnostic): number {
  const { count, shown } = data;
  return code === SUMMARY && typeof count === 'number' && typeof shown === 'number' ? count - shown : 1;
}

/** How many places the entries of a list stand for together. */
export const countPlaces = (items: readonly Diagnostic[]): number =>
  items.reduce((sum, item) => sum + placesOf(item), 0);

/** Where in its file an issue is: its JSON pointer, or line and column where the text itself is broken. */
export function placeInFile({ pointer, data: { line, column } }: Diagnostic, language: Language): string {
  if (pointer) return pointer;
  const words = readingMessagesOf(language).review.issues;
  if (typeof line !== 'number') return '';
  return typeof column === 'number' ? fill(words.lineColumn, { line, column }) : fill(words.line, { line });
}

/** Whether an entry only counts others of its kind. */
export const isSummary = ({ code }: Diagnostic): boolean => code === SUMMARY;

export function issueRow(item: Diagnostic, language: Language): IssueRow {
  const { update, browse, fields } = messagesOf(language);
  const { title, text, mend } = formatFinding(item, language);
  const values = findingValues(item, language);
  const own = (name: string): string => (Object.hasOwn(values, name) ? (values[name] ?? '') : '');
  const field = typeof item.data.field === 'string' ? item.data.field : '';
  const titles: Readonly<Record<string, string>> = fields;
  const fieldTitle = Object.hasOwn(titles, field) ? titles[field] : undefined;
  const place = own('x') && own('y') ? `${own('x')}, ${own('y')}` : '';
  return {
    severity: update.severity[item.severity],
    title,
    file: item.file ?? '',
    layer: item.layer ? browse.layerNouns[item.layer] : '',
    feature: [item.feature ?? '', ...(item.related ?? [])].filter((id) => id !== '').join(' '),
    field: fieldTitle ? `${fieldTitle} ${field}` : field,
    pointer: placeInFile(item, language),
    found: own('found') || own('actual') || place,
    expected: own('expected') || own('allowed') || (own('range') === own('none') ? '' : own('range')),
    why: text,
    mend,
  };
}

/** The issues as a CSV file that spreadsheets open with Chinese intact: one a row, worst first. */
export function writeIssueListCsv(items: readonly Diagnostic[], language: Language): string {
  const { columns } = readingMessagesOf(language).review.issues;
  const rows: CellValue[][] = [[columns.number, ...COLUMNS.map((id) => columns[id]), columns.count]];
  for (const { items: own } of groupIssues(items))
    for (const item of own) {
      const row = issueRow(item, language);
      rows.push([rows.length, ...COLUMNS.map((id) => row[id]), placesOf(item)]);
    }
  return writeCsv(rows);
}

/** The issues as a page that stands alone: the page's own policy forbids scripts. */
export function writeIssueListHtml(
  items: readonly Diagnostic[],
  about: { files: readonly string[] },
  language: Language,
): string {
  return htmlPage(issueListPage(items, about, language), language);
}

/** The issues as a page: by kind with their counts, then one by one. Everything a file holds goes in as text. */
export function issueListPage(
  items: readonly Diagnostic[],
  { files }: { files: readonly string[] },
  language: Language,
): HtmlParts {
  const { issues } = readingMessagesOf(language).review;
  const { columns } = issues;
  const groups = groupIssues(items);
  const count = (severity: Severity): number => countPlaces(items.filter((item) => item.severity === severity));
  const cell = (text: string, id?: keyof IssueRow): string =>
    id === 'pointer'
      ? `<td>${escapeHtml(text).replaceAll('/', '/<wbr>')}</td>`
      : `<td${id && SHORT.has(id) ? ' class="short"' : ''}>${escapeHtml(text)}</td>`;
  const head = (names: readonly string[]): string =>
    `<thead><tr>${names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`;
  const summary = groups.map(({ first, items: own }) => {
    const row = issueRow(first, language);
    const number = `<td class="n">${countPlaces(own)}</td>`;
    return `<tr class="${first.severity}">${cell(row.severity, 'severity')}${cell(row.title, 'title')}${cell(row.file)}${cell(row.field, 'field')}${number}${cell(row.mend)}</tr>`;
  });
  const rows = groups.flatMap(({ items: own }) =>
    own.map((item) => ({ severity: item.severity, row: issueRow(item, language) })),
  );
  // On paper there is no room for columns that say nothing, nor for the one file above in every line.
  const shown = COLUMNS.filter((id) => (id !== 'file' || files.length !== 1) && rows.some(({ row }) => row[id] !== ''));
  const lines = rows.map(
    ({ severity, row }, index) =>
      `<tr class="${severity}"><td class="n">${index + 1}</td>${shown.map((id) => cell(row[id], id)).join('')}</tr>`,
  );
  const body = `<h1>${escapeHtml(issues.title)}</h1>
<p>${escapeHtml(files.join(language === 'en' ? ', ' : '、'))}</p>
<p>${escapeHtml(fill(issues.subtitle, { count: countPlaces(items), errors: count('error'), warnings: count('warning'), infos: count('info') }))}</p>
<h2>${escapeHtml(issues.groups)}</h2>
<table>${head([columns.severity, columns.title, columns.file, columns.field, columns.count, columns.mend])}<tbody>
${summary.join('\n')}
</tbody></table>
<h2>${escapeHtml(issues.all)}</h2>
<table>${head([columns.number, ...shown.map((id) => columns[id])])}<tbody>
${lines.join('\n')}
</tbody></table>`;
  return { title: issues.title, body, css: TABLE_CSS };
}
