import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../../messages/fill.ts';
import { formatFixed, formatNumber } from '../../messages/format.ts';
import { writeTsv } from '../../sheet/plot_csv.ts';
import { briefPauses } from '../brief_pauses.ts';
import { copyText } from '../clipboard.ts';
import { icon } from '../icons.ts';
import { PanelElement } from '../panel_element.ts';
import { hasTooManyRows } from '../rows_in_file.ts';
import { loadPinyin, type PinyinMatch } from '../search/load_pinyin.ts';
import { SlicedAnswer } from '../sliced_answer.ts';
import { controls } from '../styles/controls.ts';
import {
  buildPlotRows,
  filterPlotRows,
  PLOT_COLUMNS,
  type PlotColumn,
  type PlotRow,
  sortPlotRows,
} from './plot_rows.ts';
import { type PlotFile, savePlotTable, tableOfPlots } from './plot_table_files.ts';
import { plotTableStyles } from './plot_table_styles.ts';

/** Above this many rows the table is shown page by page: a browser lays out tens of thousands of cells too slowly. */
const PAGE_ROWS = 500;
const TEXT_COLUMNS: ReadonlySet<PlotColumn> = new Set(['number', 'phase', 'landUse', 'compliance']);

/**
 * The plots as a table, the accessible twin of the map: sorted, filtered, selected, copied, saved.
 *
 * Attribute: `no-close` (no button that closes the table).
 */
export class ParkPlotTable extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    column: { state: true },
    direction: { state: true },
    text: { state: true },
    page: { state: true },
    pinyin: { state: true },
    noClose: { type: Boolean, attribute: 'no-close' },
  };
  declare column: PlotColumn;
  declare direction: 'ascending' | 'descending';
  declare text: string;
  declare page: number;
  declare pinyin: PinyinMatch | undefined;
  declare noClose: boolean;

  static override styles = [controls, plotTableStyles];

  #loadsPinyin = false;
  #scrolledTo = '';
  readonly #answered = () => this.requestUpdate();
  readonly #made = new SlicedAnswer(buildPlotRows, this.#answered);
  readonly #sorted = new SlicedAnswer(sortPlotRows, this.#answered);
  readonly #kept = new SlicedAnswer(filterPlotRows, this.#answered);
  #last: { made: readonly PlotRow[]; rows: readonly PlotRow[] } | undefined;

  constructor() {
    super();
    this.column = 'number';
    this.direction = 'ascending';
    this.text = '';
    this.page = 0;
    this.pinyin = undefined;
    this.noClose = false;
  }

  async #loadPinyin(): Promise<void> {
    if (this.#loadsPinyin) return;
    this.#loadsPinyin = true;
    this.pinyin = await loadPinyin();
    this.#loadsPinyin = this.pinyin !== undefined;
  }

  /** The rows as they are asked for. While those are being made, sorted or looked through, the ones before, of the same plan. */
  #rows(): { rows: readonly PlotRow[]; isPending: boolean } {
    const { store, language, text, pinyin, column, direction } = this;
    const shown = store.shown.value;
    const made = this.#made.ask(store.plan.value, store.ledger.value, language);
    const sorted = made && this.#sorted.ask(made, column, direction, language);
    const rows = sorted && this.#kept.ask(sorted, text, pinyin, shown);
    if (rows) this.#last = { made, rows };
    else if (made !== this.#last?.made) this.#last = undefined;
    return { rows: this.#last?.rows ?? [], isPending: !rows };
  }

  /** What is taken along is what was asked for. */
  async #settledRows(): Promise<readonly PlotRow[]> {
    for (;;) {
      const { rows, isPending } = this.#rows();
      if (!isPending) return rows;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const selection = this.store.view.peek().selection;
    const id = selection?.layer === 'plots' ? selection.id : '';
    if (id === this.#scrolledTo || this.#rows().isPending) return;
    this.#scrolledTo = id;
    this.renderRoot.querySelector('tr.selected')?.scrollIntoView({ block: 'nearest' });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const selection = this.store.view.peek().selection;
    if (selection?.layer !== 'plots' || selection.id === this.#scrolledTo) return;
    const at = this.#rows().rows.findIndex(({ number }) => number === selection.id);
    if (at >= 0) this.page = Math.floor(at / PAGE_ROWS);
  }

  #sort(column: PlotColumn): void {
    this.direction = column === this.column && this.direction === 'ascending' ? 'descending' : 'ascending';
    this.column = column;
    this.page = 0;
  }

  async #copy(): Promise<void> {
    const table = await tableOfPlots(await this.#settledRows(), this.words, briefPauses());
    this.store.notify({ key: (await copyText(writeTsv(table))) ? 'copied' : 'copyFailed' });
  }

  async #save(kind: PlotFile): Promise<void> {
    const { words, store } = this;
    const rows = await this.#settledRows();
    if (hasTooManyRows(rows.length, store)) return;
    const pause = briefPauses();
    const { manifest } = store.plan.value;
    const file = await savePlotTable(kind, await tableOfPlots(rows, words, pause), manifest, words, pause);
    store.notify({ key: 'saved', data: { file } });
  }

  #select(number: string): void {
    const ref = { layer: 'plots' as const, id: number };
    this.store.select(ref);
    this.store.map.value?.fitFeature(ref);
  }

  #cell(row: PlotRow, column: PlotColumn): TemplateResult | string {
    const { language, words } = this;
    const floorUnit = language === 'zh-CN' ? 10_000 : 1;
    const fixed = (value: number | undefined, digits: number, unit = 1) =>
      value === undefined ? '—' : formatFixed(value / unit, language, digits);
    switch (column) {
      case 'number':
        return row.number;
      case 'phase':
        return row.phase ?? '—';
      case 'landUse':
        return html`<span class="code">${row.landUseCode}</span> ${row.landUse}`;
      case 'netArea':
        return fixed(row.netArea, 2, 10_000);
      case 'farMin':
      case 'farMax':
        return fixed(row[column], 2);
      case 'heightMax':
      case 'densityMax':
      case 'greenMin':
        return row[column] === undefined ? '—' : formatNumber(row[column], language, 2);
      case 'gfaCapacity':
      case 'builtGfa':
      case 'proposedGfa':
        return fixed(row[column], language === 'zh-CN' ? 2 : 0, floorUnit);
      case 'compliance':
        return row.compliance
          ? html`<span class=${`badge ${row.compliance}`}>${words.classes[row.compliance]}</span>`
          : html`<span class="soft">${words.classes.noBuildings}</span>`;
    }
  }

  #head(column: PlotColumn): TemplateResult {
    const { words } = this;
    const isSorted = column === this.column;
    return html`<th
      scope="col"
      class=${TEXT_COLUMNS.has(column) ? '' : 'number'}
      aria-sort=${isSorted ? this.direction : nothing}
    >
      <button type="button" title=${fill(words.table.sortBy, { column: words.table[column] })} @click=${() => this.#sort(column)}>
        ${words.table[column]}${icon(isSorted && this.direction === 'descending' ? 'down' : 'up', 10)}
      </button>
    </th>`;
  }

  #row(row: PlotRow, selected: string): TemplateResult {
    const isSelected = row.number === selected;
    return html`<tr class=${isSelected ? 'selected' : ''} @click=${() => this.#select(row.number)}>
      ${PLOT_COLUMNS.map((column) =>
        column === 'number'
          ? html`<th scope="row">
              <button type="button" class="link" aria-pressed=${isSelected}>${row.number}</button>
            </th>`
          : html`<td class=${TEXT_COLUMNS.has(column) ? '' : 'number'}>${this.#cell(row, column)}</td>`,
      )}
    </tr>`;
  }

  #pager(pages: number): TemplateResult | typeof nothing {
    const { words } = this;
    if (pages < 2) return nothing;
    const turn = (step: number) => () => {
      this.page = Math.min(pages - 1, Math.max(0, this.page + step));
    };
    return html`<span class="row">
      <button type="button" class="icon outlined" aria-label=${words.table.previousPage} ?disabled=${this.page === 0} @click=${turn(-1)}>
        ${icon('previous')}
      </button>
      <span>${fill(words.table.page, { page: this.page + 1, pages })}</span>
      <button type="button" class="icon outlined" aria-label=${words.table.nextPage} ?disabled=${this.page >= pages - 1} @click=${turn(1)}>
        ${icon('next')}
      </button>
    </span>`;
  }

  protected override render(): TemplateResult {
    const { language, words, store } = this;
    const { rows, isPending } = this.#rows();
    const total = store.plan.value.layers.plots.length;
    const pages = Math.ceil(rows.length / PAGE_ROWS);
    const page = Math.min(this.page, Math.max(0, pages - 1));
    const selection = this.viewPart('selection');
    const selected = selection?.layer === 'plots' ? selection.id : '';
    return html`
      <div class="bar">
        <h2>${words.table.title}</h2>
        <input
          type="search"
          aria-label=${words.table.filter}
          placeholder=${words.table.filter}
          .value=${this.text}
          @focus=${() => void this.#loadPinyin()}
          @input=${(event: Event) => {
            this.text = (event.target as HTMLInputElement).value;
            this.page = 0;
          }}
        />
        <span role="status" class="soft">
          ${
            isPending
              ? words.inspector.computing
              : fill(words.table.rows, {
                  shown: formatNumber(rows.length, language),
                  total: formatNumber(total, language),
                })
          }
        </span>
        ${
          store.shown.value
            ? html`<button type="button" class="link" @click=${() => store.clearFilters()}>${words.filters.clear}</button>`
            : nothing
        }
        ${this.#pager(pages)}
        <span class="end">
          <button type="button" class="outlined" @click=${() => void this.#copy()}>${icon('copy')}${words.table.copy}</button>
          <button type="button" class="outlined" @click=${() => void this.#save('csv')}>${icon('save')}${words.table.save}</button>
          <button type="button" class="outlined" @click=${() => void this.#save('xlsx')}>
            ${icon('save')}${words.table.saveWorkbook}
          </button>
          ${
            this.noClose
              ? nothing
              : html`<button type="button" class="icon" aria-label=${words.app.close} title=${words.app.close} @click=${() => this.send('park-action', 'table')}>
            ${icon('close')}
          </button>`
          }
        </span>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.table.title}>
        <table>
          <caption class="visually-hidden">${words.table.caption}</caption>
          <thead>
            <tr>${PLOT_COLUMNS.map((column) => this.#head(column))}</tr>
          </thead>
          <tbody>
            ${rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS).map((row) => this.#row(row, selected))}
          </tbody>
        </table>
        ${rows.length === 0 && !isPending ? html`<p class="bar soft">${words.table.none}</p>` : nothing}
      </div>
    `;
  }
}
customElements.define('park-plot-table', ParkPlotTable);
