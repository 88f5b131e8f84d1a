import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Changes, FeatureChange } from '../../core/compare/types.ts';
import type { LayerId } from '../../core/plan/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatArea, formatLength } from '../../messages/format.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { nameOf } from '../names.ts';
import { searchField } from '../search_field.ts';
import { controls } from '../styles/controls.ts';
import { manifestTitle, manifestValue } from './manifest_words.ts';
import { PAGE_ROWS, pageOf, pager } from './paging.ts';
import { type FeatureFinder, fieldTitle, valueWithUnit } from './review_words.ts';

/** A difference with its sign; what rounds to nothing is said as less than can be shown, for the shape did change. */
function signedArea(squareMetres: number, language: Language): string {
  const text = formatArea(squareMetres, language);
  if (text === formatArea(0, language) || text === formatArea(-0, language)) return `<${formatArea(0.01, language)}`;
  return squareMetres > 0 ? `+${text}` : text;
}

/** A value of a word or two is kept in one line. */
const SHORT_VALUE = 12;
const unbroken = (text: string): TemplateResult | string =>
  text.length <= SHORT_VALUE ? html`<span class="short">${text}</span>` : text;

const KINDS = ['added', 'removed', 'changed'] as const;

/** Numbers of more characters get a wider column. */
const LONG_NUMBER = 16;

/**
 * Every change of an update: feature, field with its title, old → new, area difference. A feature's name shows it on the map.
 *
 * Properties: `changes`, `finder`, `language`. Event: `park-show-change` with the change.
 */
export class ParkChangeTable extends LitElement {
  static override properties = {
    changes: { attribute: false },
    finder: { attribute: false },
    language: { type: String },
    kind: { state: true },
    layer: { state: true },
    search: { state: true },
    page: { state: true },
  };
  declare changes: Changes;
  declare finder: FeatureFinder;
  declare language: Language;
  declare kind: FeatureChange['kind'] | 'all';
  declare layer: LayerId | 'all';
  declare search: string;
  declare page: number;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .filters {
        flex-wrap: wrap;
        padding: var(--space-2) 0;
      }
      .filters label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
      }
      .filters input {
        width: 13rem;
        max-width: 100%;
      }
      .scroll {
        overflow-x: auto;
      }
      caption {
        padding: var(--space-1) 0;
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      td {
        overflow-wrap: anywhere;
      }
      td.value {
        min-width: 6.5rem;
      }
      /* A short word is not broken for a column's sake; the table scrolls instead. */
      td.value .short {
        white-space: nowrap;
      }
      td.lines {
        white-space: pre-line;
      }
      td.field {
        word-break: keep-all;
        overflow-wrap: break-word;
      }
      th[scope='row'] {
        min-width: 4.5rem;
        max-width: 11rem;
        overflow-wrap: anywhere;
      }
      /* A long number takes three lines, not ten. */
      th.long {
        min-width: 9rem;
      }
      tbody + tbody {
        border-top: 1px solid var(--border-strong);
      }
      .kind {
        white-space: nowrap;
      }
      th:nth-child(2) {
        white-space: nowrap;
      }
      .kind.added {
        color: var(--success);
      }
      .kind.removed {
        color: var(--error);
      }
      .kind.changed {
        color: var(--warning);
      }
      del {
        color: var(--ink-soft);
      }
      ins {
        text-decoration: none;
        font-weight: 600;
      }
      .pager {
        justify-content: center;
        padding: var(--space-2) 0;
      }
    `,
  ];

  constructor() {
    super();
    this.language = 'zh-CN';
    this.changes = { features: [], manifest: [] };
    this.kind = 'all';
    this.layer = 'all';
    this.search = '';
    this.page = 1;
  }

  #filtered(): readonly FeatureChange[] {
    const { kind, layer } = this;
    const search = this.search.trim().toLowerCase();
    if (kind === 'all' && layer === 'all' && search === '') return this.changes.features;
    return this.changes.features.filter(
      (change) =>
        (kind === 'all' || change.kind === kind) &&
        (layer === 'all' || change.layer === layer) &&
        (search === '' || `${change.feature} ${this.#name(change)}`.toLowerCase().includes(search)),
    );
  }

  #name({ layer, feature }: FeatureChange): string {
    const found = this.finder.find(layer, feature);
    return found ? nameOf(found, this.language) : feature;
  }

  #show(change: FeatureChange): void {
    this.dispatchEvent(new CustomEvent('park-show-change', { detail: change, bubbles: true, composed: true }));
  }

  #rows(change: FeatureChange): TemplateResult {
    const { language } = this;
    const { update, browse } = messagesOf(language);
    const words = update.changes;
    const name = this.#name(change);
    const details: TemplateResult[] = [];
    if (change.kind === 'changed') {
      if (change.geometryChanged) {
        const difference = change.areaDifferenceSquareMetres;
        const moved = this.finder.movedMetres(change.layer, change.feature);
        details.push(
          html`<td class="field">${words.geometry}</td>
            <td colspan="2">
              ${words.geometryChanged}${
                moved === undefined
                  ? nothing
                  : html` · ${fill(words.moved, { distance: formatLength(moved, language) })}`
              }${
                difference === undefined
                  ? nothing
                  : html` · ${words.areaDifference}
                      <ins>${signedArea(difference, language)}</ins>`
              }
            </td>`,
        );
      }
      for (const { field, before, after } of change.fields) {
        const context = { layer: change.layer, field, plans: this.finder.plans };
        details.push(
          html`<td class="field" title=${field}>${fieldTitle(field, language)}</td>
            <td class="value"><del>${unbroken(valueWithUnit(before, context, update, language))}</del></td>
            <td class="value"><ins>${unbroken(valueWithUnit(after, context, update, language))}</ins></td>`,
        );
      }
    } else {
      const area = change.areaSquareMetres;
      const value = area === undefined ? words.empty : formatArea(area, language);
      const isAdded = change.kind === 'added';
      details.push(
        html`<td class="field">${area === undefined ? nothing : words.area}</td>
          <td>${isAdded || area === undefined ? nothing : html`<del>${value}</del>`}</td>
          <td>${isAdded && area !== undefined ? html`<ins>${value}</ins>` : nothing}</td>`,
      );
    }
    const count = Math.max(1, details.length);
    return html`<tbody>
      ${details.map(
        (detail, index) => html`<tr>
          ${
            index === 0
              ? html`<th scope="row" rowspan=${count} class=${change.feature.length > LONG_NUMBER ? 'long' : ''}>
                    <button type="button" class="link" title=${fill(words.show, { feature: change.feature })} @click=${() => this.#show(change)}>
                      ${change.feature}
                    </button>
                    ${name === change.feature ? nothing : html`<div class="small">${name}</div>`}
                    <div class="soft small">${browse.layerNouns[change.layer]}</div>
                  </th>
                  <td rowspan=${count} class="kind ${change.kind}">${update.summary[change.kind]}</td>`
              : nothing
          }
          ${detail}
        </tr>`,
      )}
    </tbody>`;
  }

  #manifestRows(): TemplateResult | typeof nothing {
    const { update } = messagesOf(this.language);
    const { manifest } = this.changes;
    if (manifest.length === 0 || this.kind !== 'all' || this.layer !== 'all' || this.search.trim() !== '')
      return nothing;
    return html`<tbody>
      ${manifest.slice(0, PAGE_ROWS).map(
        ({ field, before, after }, index) => html`<tr>
          ${
            index === 0
              ? html`<th scope="row" rowspan=${Math.min(PAGE_ROWS, manifest.length)}>${update.changes.manifest}</th>
                  <td rowspan=${Math.min(PAGE_ROWS, manifest.length)} class="kind changed">${update.summary.changed}</td>`
              : nothing
          }
          <td class="field" title=${field}>${manifestTitle(field, this.language)}</td>
          <td class="lines"><del>${manifestValue(field, before, this.language)}</del></td>
          <td class="lines"><ins>${manifestValue(field, after, this.language)}</ins></td>
        </tr>`,
      )}
    </tbody>`;
  }

  protected override render(): TemplateResult {
    const { update, browse } = messagesOf(this.language);
    const words = update.changes;
    const { features, manifest } = this.changes;
    if (features.length === 0 && manifest.length === 0) return html`<p class="soft">${words.none}</p>`;
    const layers = [...new Set(features.map(({ layer }) => layer))];
    const filtered = this.#filtered();
    const shown = pageOf(filtered, this.page);
    const total = filtered.length;
    return html`
      <div class="filters row">
        <label>
          <span class="soft">${words.filterKind}</span>
          <select
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              this.kind = KINDS.find((kind) => kind === value) ?? 'all';
              this.page = 1;
            }}
          >
            <option value="all">${words.all}</option>
            ${KINDS.map((kind) => html`<option value=${kind}>${update.summary[kind]}</option>`)}
          </select>
        </label>
        <label>
          <span class="soft">${words.filterLayer}</span>
          <select
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              this.layer = layers.find((layer) => layer === value) ?? 'all';
              this.page = 1;
            }}
          >
            <option value="all">${words.all}</option>
            ${layers.map((layer) => html`<option value=${layer}>${browse.layerNames[layer]}</option>`)}
          </select>
        </label>
        ${searchField(words.search, this.search, (text) => {
          this.search = text;
          this.page = 1;
        })}
      </div>
      ${
        total === 0 && features.length > 0
          ? html`<p class="soft" role="status">${words.noMatch}</p>`
          : html`<div class="scroll">
              <table>
                <caption aria-live="polite">
                  ${total > 0 ? `${fill(words.caption, { from: shown.start + 1, to: shown.start + shown.rows.length, total })} · ${words.areaBasis}` : words.manifest}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">${words.feature}</th>
                    <th scope="col">${words.kind}</th>
                    <th scope="col">${words.field}</th>
                    <th scope="col">${words.before}</th>
                    <th scope="col">${words.after}</th>
                  </tr>
                </thead>
                ${this.#manifestRows()} ${shown.rows.map((change) => this.#rows(change))}
              </table>
            </div>`
      }
      ${pager(shown, update.paging, (page) => {
        this.page = page;
      })}
    `;
  }
}
customElements.define('park-change-table', ParkChangeTable);
