import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { PlanComparison, PlotChange, PlotChangeKind } from '../../core/compare/types.ts';
import { fill } from '../../messages/fill.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { listText } from '../../messages/list_text.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import type { NameOf } from '../../sheet/comparison_files.ts';
import { icon } from '../icons.ts';
import { searchField } from '../search_field.ts';
import { controls } from '../styles/controls.ts';
import { pageOf, pager } from '../update/paging.ts';
import { figureCell, figureForms } from './figure_cell.ts';
import { kindLegend } from './kind_legend.ts';
import { kindSwatch } from './kind_swatch.ts';
import {
  type ChangeColumn,
  type ChangeSort,
  countKinds,
  filterChanges,
  firstDirection,
  isFigure,
  plotText,
  sortChanges,
} from './plot_change_rows.ts';

const FIGURES = ['far', 'height', 'gfa', 'area'] as const;

/**
 * The changed plots of a comparison, one a row: kind, numbers, differences of FAR, height limit, floor area and land, phase and key
 * areas. Sorted and filtered by the person; the same in a review and between two versions.
 *
 * Properties: `comparison`, `nameOf`, `language`, `kinds` (the kinds picked), `canShow` (whether there is a map to show a
 * plot on). Events: `park-pick-kind` with a kind,
 * `park-show-plot` with a change.
 */
export class ParkPlotChanges extends LitElement {
  static override properties = {
    comparison: { attribute: false },
    nameOf: { attribute: false },
    language: { type: String },
    kinds: { attribute: false },
    canShow: { attribute: false },
    sort: { state: true },
    search: { state: true },
    page: { state: true },
  };
  declare comparison: PlanComparison;
  declare nameOf: NameOf;
  declare language: Language;
  declare kinds: ReadonlySet<PlotChangeKind>;
  declare canShow: boolean;
  declare sort: ChangeSort;
  declare search: string;
  declare page: number;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin-block-end: var(--space-2);
      }
      .kinds button {
        border-color: var(--border);
      }
      .kinds button[aria-pressed='true'] {
        border-color: var(--accent-line);
      }
      .kinds .out span {
        color: var(--ink-soft);
      }
      .filter {
        flex-wrap: wrap;
        margin-block-end: var(--space-1);
      }
      .filter input {
        flex: 1;
        min-width: 9rem;
      }
      .scroll {
        overflow-x: auto;
      }
      thead th {
        padding-inline: 0.25rem;
        vertical-align: bottom;
      }
      thead button {
        min-height: 1.5rem;
        min-width: 0;
        padding: 0 0.125rem;
        color: inherit;
        font-size: inherit;
        text-align: inherit;
        white-space: normal;
        /* Chinese headings break between words and units only: narrow columns stood them on end. */
        word-break: keep-all;
      }
      tbody td {
        padding-inline: 0.25rem;
      }
      thead [aria-sort] button {
        color: var(--accent-line);
        font-weight: 600;
      }
      thead svg {
        visibility: hidden;
      }
      thead [aria-sort] svg {
        visibility: visible;
      }
      /* Which plot a row is about stays in sight while its figures are scrolled through. */
      th:first-child {
        position: sticky;
        inset-inline-start: 0;
        z-index: 1;
        background: var(--surface);
      }
      th[scope='row'] {
        min-width: 5rem;
        max-width: 10rem;
        overflow-wrap: anywhere;
      }
      .kind {
        white-space: nowrap;
      }
      .kind > span {
        display: inline-flex;
        align-items: center;
        gap: 0.375rem;
      }
      .kinds button > span:first-of-type::first-letter,
      .kind > span > span::first-letter {
        text-transform: uppercase;
      }
      .kinds button > span:first-of-type,
      .kind > span > span {
        display: inline-block;
      }
      td.words {
        white-space: nowrap;
      }
      strong {
        font-weight: 600;
      }
      .pager {
        justify-content: center;
        padding: var(--space-2) 0;
      }
    `,
  ];

  #sorted: { of: unknown[]; rows: PlotChange[] } | undefined;

  constructor() {
    super();
    this.language = 'zh-CN';
    this.nameOf = (_, id) => id;
    this.kinds = new Set();
    this.canShow = true;
    this.sort = { column: 'plot', direction: 'ascending' };
    this.search = '';
    this.page = 1;
  }

  /** Sorting thousands again for every press of a key would be felt. */
  #rows(): readonly PlotChange[] {
    const { comparison, kinds, search, sort, nameOf, language } = this;
    const of = [comparison, kinds, search, sort, language];
    if (!this.#sorted?.of.every((part, index) => part === of[index])) {
      const rows = sortChanges(filterChanges(comparison.plots, { kinds, search }, nameOf), sort, nameOf);
      this.#sorted = { of, rows };
    }
    return this.#sorted?.rows ?? [];
  }

  #sortBy(column: ChangeColumn): void {
    const isSame = column === this.sort.column;
    const turned = this.sort.direction === 'ascending' ? 'descending' : 'ascending';
    this.sort = { column, direction: isSame ? turned : firstDirection(column) };
    this.page = 1;
  }

  #send(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #head(column: ChangeColumn): TemplateResult {
    const words = readingMessagesOf(this.language).review.plots;
    const { sort } = this;
    const isSorted = sort.column === column;
    return html`<th scope="col" class=${isFigure(column) ? 'number' : ''} aria-sort=${isSorted ? sort.direction : nothing}>
      <button type="button" title=${fill(words.sortBy, { column: words[column] })} @click=${() => this.#sortBy(column)}>
        ${words[column]}${icon(isSorted && sort.direction === 'descending' ? 'down' : 'up', 10)}
      </button>
    </th>`;
  }

  #row(change: PlotChange): TemplateResult {
    const { language, nameOf } = this;
    const { comparison, review } = readingMessagesOf(language);
    const forms = figureForms(language);
    const text = plotText(change);
    return html`<tr>
      <th scope="row">
        ${
          this.canShow
            ? html`<button
                type="button"
                class="link"
                title=${fill(review.plots.show, { plot: text })}
                @click=${() => this.#send('park-show-plot', change)}
              >
                ${text}
              </button>`
            : text
        }
      </th>
      <td class="kind"><span>${kindSwatch(change.kind)}<span>${comparison.kinds[change.kind]}</span></span></td>
      ${FIGURES.map((id) => figureCell(change[id], forms[id], language))}
      <td class="words">${change.phase ? nameOf('phases', change.phase) : html`<span class="soft">${review.plots.noPhase}</span>`}</td>
      <td class="words">${listText(
        change.zones.map((zone) => nameOf('zones', zone)),
        language,
      )}</td>
    </tr>`;
  }

  protected override render(): TemplateResult {
    const { language, comparison } = this;
    const reading = readingMessagesOf(language);
    const words = reading.review.plots;
    const { update } = messagesOf(language);
    if (comparison.plots.length === 0) return html`<p class="soft">${words.none}</p>`;
    const rows = this.#rows();
    const shown = pageOf(rows, this.page);
    const columns: ChangeColumn[] = ['plot', 'kind', ...FIGURES, 'phase', 'zone'];
    const caption = { from: shown.start + 1, to: shown.start + shown.rows.length, total: rows.length };
    return html`${kindLegend({
      counts: countKinds(comparison.plots),
      picked: this.kinds,
      words: reading,
      pick: (kind) => {
        this.page = 1;
        this.#send('park-pick-kind', kind);
      },
    })}
      <div class="filter row">
        ${searchField(words.search, this.search, (text) => {
          this.search = text;
          this.page = 1;
        })}
      </div>
      ${
        rows.length === 0
          ? html`<p class="soft" role="status">${update.changes.noMatch}</p>`
          : html`<p class="soft small" aria-live="polite">${fill(words.caption, caption)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=${words.title}>
              <table>
                <caption class="visually-hidden">${words.title}</caption>
                <thead>
                  <tr>
                    ${columns.map((column) => this.#head(column))}
                  </tr>
                </thead>
                <tbody>
                  ${shown.rows.map((change) => this.#row(change))}
                </tbody>
              </table>
            </div>`
      }
      ${pager(shown, update.paging, (page) => {
        this.page = page;
      })}`;
  }
}
customElements.define('park-plot-changes', ParkPlotChanges);
