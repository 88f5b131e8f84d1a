import type { Diagnostic, Severity } from '../core/plan/findings.ts';
import { everyIssue } from '../core/read/compact_issues.ts';
import { fill } from '../messages/fill.ts';
import { findingValues, formatFinding } from '../messages/format_finding.ts';
import { messagesOf } from '../messages/index.ts';
import type { Language } from '../messages/language.ts';
import { listText } from '../messages/list_text.ts';
import { readingMessagesOf } from '../messages/reading.ts';
import { escapeHtml, type HtmlParts, htmlPage, TABLE_CSS, withUnbrokenOptions } from './html_text.ts';
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
  /** Which of its file's features it is, counted from 1; of a table the row. */
  ordinal: string;
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
  'ordinal',
  'feature',
  'field',
  'pointer',
  'found',
  'expected',
  'why',
  'mend',
] as const satisfies readonly (keyof IssueRow)[];

/** On paper these break between words only: in a narrow column each sign would have a line of its own. */
const SHORT: ReadonlySet<keyof IssueRow> = new Set(['severity', 'title', 'layer', 'ordinal', 'feature', 'field']);

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

const ORDINAL = /^(?:\/[^/]+){0,2}?\/(features|geometries|row|line|Placemark)\/(\d+)(?:\/|$)/;
const FROM_ZERO = ['features', 'geometries'];

/** Which of its file's features an issue is in, counted from 1; of a table, or a file of lines, the row; empty where it is in none. */
function ordinalOf({ pointer }: Diagnostic): string {
  const [, list = '', number] = ORDINAL.exec(pointer ?? '') ?? [];
  if (number === undefined) return '';
  return FROM_ZERO.includes(list) ? String(Number(number) + 1) : number;
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
    layer: item.layer ? browse.layerNames[item.layer] : '',
    ordinal: ordinalOf(item),
    feature: [item.feature ?? '', ...(item.related ?? [])].filter((id) => id !== '').join(' '),
    field: fieldTitle ? `${fieldTitle} ${field}` : field,
    pointer: placeInFile(item, language),
    found: own('found') || own('actual') || place,
    expected: own('expected') || own('allowed') || (own('range') === own('none') ? '' : own('range')),
    why: text,
    mend,
  };
}

/** Rows of a piece: a piece is put together before it goes where all go. */
const ROWS_OF_A_PIECE = 1000;

/**
 * Every single issue as a CSV file that spreadsheets open with Chinese intact: one a row, worst first. In pieces: together they may be
 * longer than a text can be.
 */
export function writeIssueListCsv(items: readonly Diagnostic[], language: Language): string[] {
  const { columns } = readingMessagesOf(language).review.issues;
  const pieces: string[] = [];
  let rows: CellValue[][] = [[columns.number, ...COLUMNS.map((id) => columns[id]), columns.count]];
  let number = 0;
  const flush = () => {
    const text = writeCsv(rows);
    // The mark stands at the file's beginning alone.
    pieces.push(pieces.length === 0 ? text : text.replace(/^\ufeff/, ''));
    rows = [];
  };
  for (const { items: own } of groupIssues(items))
    for (const item of everyIssue(own)) {
      const row = issueRow(item, language);
      number += 1;
      rows.push([number, ...COLUMNS.map((id) => row[id]), placesOf(item)]);
      if (rows.length >= ROWS_OF_A_PIECE) flush();
    }
  if (rows.length > 0) flush();
  return pieces;
}

interface IssueListAbout {
  files: readonly string[];
}

/** Every single issue as a page that stands alone, in pieces: the page's own policy forbids scripts. */
export function writeIssueListHtml(items: readonly Diagnostic[], about: IssueListAbout, language: Language): string[] {
  const title = readingMessagesOf(language).review.issues.title;
  // The rows are put where the page has its body: nothing else in it holds the mark.
  const [head = '', foot = ''] = htmlPage({ title, body: BODY_MARK, css: TABLE_CSS }, language).split(BODY_MARK);
  return [head, ...bodyPieces(items, about, language, everyIssue), foot];
}
const BODY_MARK = '\u0000';

/** The issues as a page to be printed: by kind with their counts, then one by one, of each kind as many as are listed. */
export function issueListPage(items: readonly Diagnostic[], about: IssueListAbout, language: Language): HtmlParts {
  const { title } = readingMessagesOf(language).review.issues;
  return { title, body: [...bodyPieces(items, about, language, (own) => own)].join(''), css: TABLE_CSS };
}

/** Everything a file holds goes in as text. */
function* bodyPieces(
  items: readonly Diagnostic[],
  { files }: IssueListAbout,
  language: Language,
  listed: (items: readonly Diagnostic[]) => Iterable<Diagnostic>,
): Generator<string> {
  const { issues } = readingMessagesOf(language).review;
  const { columns } = issues;
  const groups = groupIssues(items);
  const count = (severity: Severity): number => countPlaces(items.filter((item) => item.severity === severity));
  const cell = (text: string, id?: keyof IssueRow): string =>
    id === 'pointer'
      ? `<td>${escapeHtml(text).replaceAll('/', '/<wbr>')}</td>`
      : `<td${id && SHORT.has(id) ? ' class="short"' : ''}>${withUnbrokenOptions(escapeHtml(text))}</td>`;
  const head = (names: readonly string[]): string =>
    `<thead><tr>${names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`;
  const summary = groups.map(({ first, items: own }) => {
    const row = issueRow(first, language);
    const number = `<td class="n">${countPlaces(own)}</td>`;
    return `<tr class="${first.severity}">${cell(row.severity, 'severity')}${cell(row.title, 'title')}${cell(row.file)}${cell(row.field, 'field')}${number}${cell(row.mend)}</tr>`;
  });
  const all = groups.map(({ items: own }) => own);
  // On paper there is no room for columns that say nothing, nor for the one file above in every line.
  const shown = columnsOf(all, language, listed).filter((id) => id !== 'file' || files.length !== 1);
  yield `<h1>${escapeHtml(issues.title)}</h1>
<p>${escapeHtml(listText(files, language))}</p>
<p>${escapeHtml(fill(issues.subtitle, { count: countPlaces(items), errors: count('error'), warnings: count('warning'), infos: count('info') }))}</p>
<h2>${escapeHtml(issues.groups)}</h2>
<table>${head([columns.severity, columns.title, columns.file, columns.field, columns.count, columns.mend])}<tbody>
${summary.join('\n')}
</tbody></table>
<h2>${escapeHtml(issues.all)}</h2>
<table>${head([columns.number, ...shown.map((id) => columns[id])])}<tbody>
`;
  let number = 0;
  let lines: string[] = [];
  for (const own of all)
    for (const item of listed(own)) {
      const row = issueRow(item, language);
      number += 1;
      lines.push(
        `<tr class="${item.severity}"><td class="n">${number}</td>${shown.map((id) => cell(row[id], id)).join('')}</tr>\n`,
      );
      if (lines.length < ROWS_OF_A_PIECE) continue;
      yield lines.join('');
      lines = [];
    }
  yield `${lines.join('')}</tbody></table>`;
}

/** The columns that say something of one issue at least. */
function columnsOf(
  groups: readonly (readonly Diagnostic[])[],
  language: Language,
  listed: (items: readonly Diagnostic[]) => Iterable<Diagnostic>,
): readonly (keyof IssueRow)[] {
  const open = new Set<keyof IssueRow>(COLUMNS);
  for (const own of groups)
    for (const item of listed(own)) {
      const row = issueRow(item, language);
      for (const id of open) if (row[id] !== '') open.delete(id);
      if (open.size === 0) return COLUMNS;
    }
  return COLUMNS.filter((id) => !open.has(id));
}
