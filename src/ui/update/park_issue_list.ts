import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Diagnostic, Severity } from '../../core/plan/findings.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { countPlaces, issueListPage, writeIssueListCsv, writeIssueListHtml } from '../../sheet/issue_list.ts';
import { saveFile } from '../clipboard.ts';
import { printPage } from '../compare/print_page.ts';
import { icon } from '../icons.ts';
import { controls } from '../styles/controls.ts';
import { safeFileName } from '../take_away/picture_choices.ts';
import './park_finding_list.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * The issue list of an update's files: filtered by severity and file, saved, printed. What is saved is what is listed, so that each
 * maker of a file can be sent what concerns them.
 *
 * Properties: `items`, `language`, `canShow`. Events: those of `park-finding-list`.
 */
export class ParkIssueList extends LitElement {
  static override properties = {
    items: { attribute: false },
    language: { type: String },
    canShow: { attribute: false },
    severity: { state: true },
    file: { state: true },
    saved: { state: true },
  };
  declare items: readonly Diagnostic[];
  declare language: Language;
  declare canShow: (item: Diagnostic) => boolean;
  /** Undefined: all. */
  declare severity: Severity | undefined;
  declare file: string | undefined;
  declare saved: string;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .row {
        flex-wrap: wrap;
        margin-block-end: var(--space-2);
      }
      .severities {
        gap: var(--space-1);
      }
      .severities button {
        border-color: var(--border);
      }
      .severities .dot {
        width: 0.625rem;
        height: 0.625rem;
        border-radius: 50%;
        background: currentcolor;
      }
      .severities .dot.error {
        color: var(--error);
        border-radius: 1px;
      }
      .severities .dot.warning {
        color: var(--warning);
        border-radius: 50% 50% 0 0;
      }
      .severities .dot.info {
        color: var(--ink-soft);
      }
      select {
        flex: 1;
        min-width: 8rem;
        max-width: 16rem;
      }
    `,
  ];

  #listed: { of: unknown[]; items: readonly Diagnostic[] } | undefined;

  constructor() {
    super();
    this.items = [];
    this.language = 'zh-CN';
    this.canShow = (item) => item.evidence !== undefined;
    this.saved = '';
  }

  /** The same list while nothing changes: whoever shows it groups thousands only once. */
  #filtered(): readonly Diagnostic[] {
    const { items, severity, file } = this;
    const of = [items, severity, file];
    if (!this.#listed?.of.every((part, index) => part === of[index])) {
      const isListed = (item: Diagnostic) =>
        (severity === undefined || item.severity === severity) && (file === undefined || item.file === file);
      this.#listed = { of, items: severity === undefined && file === undefined ? items : items.filter(isListed) };
    }
    return this.#listed?.items ?? [];
  }

  #files(): string[] {
    return [...new Set(this.items.flatMap(({ file }) => file ?? []))];
  }

  #about(): { files: readonly string[] } {
    return { files: this.file === undefined ? this.#files() : [this.file] };
  }

  #save(ending: 'csv' | 'html'): void {
    const { issues } = readingMessagesOf(this.language).review;
    const items = this.#filtered();
    const { files } = this.#about();
    const name = `${safeFileName(`${issues.title}-${files.join('-')}`, issues.title)}.${ending}`;
    if (ending === 'csv') saveFile(name, writeIssueListCsv(items, this.language), 'text/csv');
    else saveFile(name, writeIssueListHtml(items, { files }, this.language), 'text/html');
    this.saved = fill(issues.saved, { file: name, count: formatNumber(countPlaces(items), this.language, 0) });
  }

  #severities(): TemplateResult {
    const { update } = messagesOf(this.language);
    const { issues } = readingMessagesOf(this.language).review;
    return html`<div class="row severities" role="group" aria-label=${issues.severity}>
      ${SEVERITIES.map((severity) => {
        const count = countPlaces(this.items.filter((item) => item.severity === severity));
        return count === 0
          ? nothing
          : html`<button
              type="button"
              data-severity=${severity}
              aria-pressed=${this.severity === severity}
              @click=${() => {
                this.severity = this.severity === severity ? undefined : severity;
              }}
            >
              <span class="dot ${severity}"></span>${update.severity[severity]} ${formatNumber(count, this.language, 0)}
            </button>`;
      })}
      ${this.#fileChoice()}
    </div>`;
  }

  #fileChoice(): TemplateResult | typeof nothing {
    const { issues } = readingMessagesOf(this.language).review;
    const files = this.#files();
    if (files.length < 2) return nothing;
    return html`<select
      aria-label=${issues.file}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        this.file = files.find((file) => file === value);
      }}
    >
      <option value="">${issues.allFiles}</option>
      ${files.map((file) => html`<option value=${file} ?selected=${file === this.file}>${file}</option>`)}
    </select>`;
  }

  protected override render(): TemplateResult {
    const { update } = messagesOf(this.language);
    const { issues } = readingMessagesOf(this.language).review;
    if (this.items.length === 0) return html`<p class="soft">${update.diagnostics.none}</p>`;
    const listed = this.#filtered();
    return html`${this.#severities()}
      <div class="row" role="group" aria-label=${issues.take}>
        <button type="button" class="outlined" data-save="csv" @click=${() => this.#save('csv')}>${icon('save')}${issues.csv}</button>
        <button type="button" class="outlined" data-save="html" @click=${() => this.#save('html')}>${icon('save')}${issues.html}</button>
        <button
          type="button"
          class="outlined"
          @click=${() => printPage(issueListPage(listed, this.#about(), this.language), this.language)}
        >
          ${icon('print')}${issues.print}
        </button>
      </div>
      <p class="soft small" role="status">${this.saved}</p>
      ${
        listed.length === 0
          ? html`<p class="soft">${issues.noMatch}</p>`
          : html`<park-finding-list .items=${listed} .language=${this.language} .canShow=${this.canShow}></park-finding-list>`
      }`;
  }
}
customElements.define('park-issue-list', ParkIssueList);
