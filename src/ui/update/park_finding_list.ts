import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Diagnostic } from '../../core/plan/findings.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { formatFinding, nameInFinding } from '../../messages/format_finding.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { listText } from '../../messages/list_text.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { countPlaces, groupIssues, type IssueGroup, isSummary, issueRow } from '../../sheet/issue_list.ts';
import { withCodeWords } from '../code_words.ts';
import { icon } from '../icons.ts';
import { controls } from '../styles/controls.ts';
import { pageOf, pager } from './paging.ts';
import { fieldTitle } from './review_words.ts';

/**
 * Diagnostics or findings, the same trouble gathered into one entry: what, which feature and field, why, how to mend.
 *
 * Properties: `items`, `language`, `canShow` (whether an item has a place on the map). Event: `park-show-finding` with the item.
 */
export class ParkFindingList extends LitElement {
  static override properties = {
    items: { attribute: false },
    language: { type: String },
    canShow: { attribute: false },
    page: { state: true },
    open: { state: true },
  };
  declare items: readonly Diagnostic[];
  declare language: Language;
  declare canShow: (item: Diagnostic) => boolean;
  declare page: number;
  declare open: ReadonlyMap<string, number>;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .group {
        padding: var(--space-3) 0;
        border-bottom: 1px solid var(--border);
      }
      .group:last-child {
        border-bottom: 0;
      }
      .what {
        display: flex;
        align-items: baseline;
        gap: var(--space-2);
      }
      .what strong {
        flex: 1;
        min-width: 0;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .count {
        white-space: nowrap;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0.125rem var(--space-3);
        margin: var(--space-1) 0 0;
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        overflow-wrap: anywhere;
      }
      code {
        font: inherit;
      }
      code.word {
        white-space: nowrap;
      }
      .places {
        margin-block-start: var(--space-2);
        padding-inline-start: var(--space-3);
        border-inline-start: 2px solid var(--border);
      }
      .places li {
        padding: 0.125rem 0;
        overflow-wrap: anywhere;
      }
      .actions {
        margin-block-start: var(--space-1);
        flex-wrap: wrap;
      }
      .pager {
        justify-content: center;
        padding: var(--space-2) 0;
      }
    `,
  ];

  constructor() {
    super();
    this.items = [];
    this.language = 'zh-CN';
    this.canShow = (item) => item.evidence !== undefined;
    this.page = 1;
    this.open = new Map();
  }

  #groupsOf: { items: readonly Diagnostic[]; groups: IssueGroup[] } | undefined;

  /** Worst first, then in the order met. */
  get #groups(): IssueGroup[] {
    if (this.#groupsOf?.items !== this.items) this.#groupsOf = { items: this.items, groups: groupIssues(this.items) };
    return this.#groupsOf.groups;
  }

  #show(item: Diagnostic): void {
    this.dispatchEvent(new CustomEvent('park-show-finding', { detail: item, bubbles: true, composed: true }));
  }

  #setOpen(key: string, page: number | undefined): void {
    const open = new Map(this.open);
    if (page === undefined) open.delete(key);
    else open.set(key, page);
    this.open = open;
  }

  #place(item: Diagnostic): TemplateResult {
    const { update, browse } = messagesOf(this.language);
    const words = update.diagnostics;
    const field = item.data.field;
    const { found, expected, pointer, ordinal } = issueRow(item, this.language);
    const { issues } = readingMessagesOf(this.language).review;
    // Of a plan's own findings the figures stand in the sentence.
    const isOfFile = item.file !== undefined;
    return html`
      ${
        item.feature !== undefined
          ? html`<dt>${words.feature}</dt>
              <dd>
                ${item.layer ? html`<span class="soft">${browse.layerNouns[item.layer]}</span> ` : nothing}${listText(
                  [item.feature, ...(item.related ?? [])].map((id) => nameInFinding(id, item, this.language)),
                  this.language,
                )}
                ${isOfFile && ordinal ? html`<span class="soft">· ${fill(issues.ordinal, { number: ordinal })}</span>` : nothing}
              </dd>`
          : nothing
      }
      ${typeof field === 'string' ? this.#field(field) : nothing}
      ${isOfFile && found ? html`<dt>${words.found}</dt><dd>${found}</dd>` : nothing}
      ${isOfFile && expected ? html`<dt>${words.expected}</dt><dd>${expected}</dd>` : nothing}
      ${pointer ? html`<dt>${words.pointer}</dt><dd><code>${pointer}</code></dd>` : nothing}`;
  }

  #field(field: string): TemplateResult {
    return html`<dt>${messagesOf(this.language).update.diagnostics.field}</dt>
      <dd>${fieldTitle(field, this.language)} <code class="soft">${field}</code></dd>`;
  }

  #group({ key, first, items }: IssueGroup): TemplateResult {
    const { update } = messagesOf(this.language);
    const words = update.diagnostics;
    const text = formatFinding(first, this.language);
    const openPage = this.open.get(key);
    const isOpen = openPage !== undefined;
    const isOne = items.length === 1;
    const { field } = first.data;
    return html`<li class="group">
      <div class="what">
        <span class="badge ${first.severity}">${update.severity[first.severity]}</span>
        <strong>${text.title}</strong>
        ${isOne ? nothing : html`<span class="count soft">${fill(words.count, { count: formatNumber(countPlaces(items), this.language, 0) })}</span>`}
      </div>
      <dl>
        ${first.file ? html`<dt>${words.file}</dt><dd>${first.file}</dd>` : nothing}
        ${isOne ? this.#place(first) : typeof field === 'string' ? this.#field(field) : nothing}
        ${text.text ? html`<dt>${isOne ? words.why : words.example}</dt><dd>${withCodeWords(text.text)}</dd>` : nothing}
        ${text.mend ? html`<dt>${words.mend}</dt><dd>${withCodeWords(text.mend)}</dd>` : nothing}
      </dl>
      <div class="actions row">
        ${
          isOne && this.canShow(first)
            ? html`<button type="button" class="link" @click=${() => this.#show(first)}>${words.show}</button>`
            : nothing
        }
        ${
          isOne
            ? nothing
            : html`<button type="button" class="link" aria-expanded=${isOpen} @click=${() => this.#setOpen(key, isOpen ? undefined : 1)}>
                ${isOpen ? words.showLess : this.#listWords(items)}
              </button>`
        }
      </div>
      ${isOpen && !isOne ? this.#places(key, items, openPage) : nothing}
    </li>`;
  }

  /** What the button lists: of a trouble with thousands of places only the first are told one by one. */
  #listWords(items: readonly Diagnostic[]): string {
    const words = messagesOf(this.language).update.diagnostics;
    const { length } = items.filter((item) => !isSummary(item));
    const count = formatNumber(length, this.language, 0);
    return fill(length < countPlaces(items) ? words.showFirst : words.showAll, { count });
  }

  /** The same trouble place by place, a page at a time. */
  #places(key: string, items: readonly Diagnostic[], page: number): TemplateResult {
    const { update } = messagesOf(this.language);
    const shown = pageOf(items, page);
    return html`<ol class="places">
        ${shown.rows.map(
          (item) => html`<li>
            <div>${withCodeWords(formatFinding(item, this.language).text)}</div>
            ${isSummary(item) ? nothing : html`<dl>${this.#place(item)}</dl>`}
            ${
              this.canShow(item)
                ? html`<button type="button" class="link" @click=${() => this.#show(item)}>
                    ${icon('target', 12)} ${update.diagnostics.show}
                  </button>`
                : nothing
            }
          </li>`,
        )}
      </ol>
      ${pager(shown, update.paging, (next) => this.#setOpen(key, next))}`;
  }

  protected override render(): TemplateResult {
    const shown = pageOf(this.#groups, this.page);
    return html`<ol>
        ${shown.rows.map((group) => this.#group(group))}
      </ol>
      ${pager(shown, messagesOf(this.language).update.paging, (page) => {
        this.page = page;
      })}`;
  }
}
customElements.define('park-finding-list', ParkFindingList);
