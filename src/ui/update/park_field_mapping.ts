import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LAYERS } from '../../core/plan/fields.ts';
import type { FieldReport, SourceReport } from '../../core/read/source.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { listText } from '../../messages/list_text.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import type { FieldMapping } from '../../state/remembered_mappings.ts';
import { controls } from '../styles/controls.ts';
import { fieldTitle } from './review_words.ts';

/**
 * What became of a source's fields, and a way to say otherwise.
 *
 * Properties: `source`, `language`, `remembered` (what was said of the same fields in an earlier visit). Events: `park-choose-fields`
 * with the whole mapping that was changed by a person, `park-forget-fields`.
 */
export class ParkFieldMapping extends LitElement {
  static override properties = {
    source: { attribute: false },
    language: { type: String },
    remembered: { attribute: false },
    edits: { state: true },
  };
  declare source: SourceReport;
  declare language: Language;
  declare remembered: FieldMapping | undefined;
  /** What was changed and not applied yet. */
  declare edits: ReadonlyMap<string, string | null>;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .scroll {
        overflow-x: auto;
      }
      th[scope='row'] {
        overflow-wrap: anywhere;
        min-width: 7rem;
      }
      thead th {
        word-break: keep-all;
      }
      .how,
      .unit {
        white-space: nowrap;
      }
      select {
        width: 9rem;
        max-width: 40vw;
      }
      /* Under the field they belong to: in a column of their own they lay outside the panel. */
      .samples {
        display: -webkit-box;
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .guessed,
      .faults {
        color: var(--warning);
        font-weight: 600;
      }
      .edited {
        background: var(--surface-selected);
      }
      .note {
        display: grid;
        gap: var(--space-2);
        margin-block: var(--space-2);
        padding: var(--space-2) var(--space-3);
        border-inline-start: 4px solid var(--accent-line);
        background: var(--surface-sunk);
      }
      .actions {
        flex-wrap: wrap;
        padding-block: var(--space-2);
      }
    `,
  ];

  constructor() {
    super();
    this.language = 'zh-CN';
    this.edits = new Map();
    this.remembered = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('source')) this.edits = new Map();
  }

  /** One row a field: a source that holds several layers has some of its fields in more than one. */
  #fields(): FieldReport[] {
    const fields = new Map<string, FieldReport>();
    for (const field of this.source.fields) {
      const known = fields.get(field.from);
      if (!known) fields.set(field.from, field);
      else if (known.to === undefined && field.to !== undefined) fields.set(field.from, field);
    }
    return [...fields.values()];
  }

  #targetOf(field: FieldReport): string | undefined {
    const edit = this.edits.get(field.from);
    return edit === undefined ? field.to : (edit ?? undefined);
  }

  #edit(field: FieldReport, value: string): void {
    const edits = new Map(this.edits);
    const target = value === '' ? null : value;
    if (target === (field.to ?? null)) edits.delete(field.from);
    else edits.set(field.from, target);
    this.edits = edits;
  }

  #send(type: string, detail?: FieldMapping): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #apply(): void {
    // What a person said before holds on; of the rest only what was changed is theirs.
    const chosen = this.#fields()
      .filter(({ how }) => how === 'chosen')
      .map(({ from, to }) => [from, to ?? null] as const);
    this.#send('park-choose-fields', Object.fromEntries([...chosen, ...this.edits]));
  }

  /** A field of the dictionary that two fields of the file are to be. */
  #twice(): string | undefined {
    const seen = new Set<string>();
    for (const field of this.#fields()) {
      const to = this.#targetOf(field);
      if (to === undefined) continue;
      if (seen.has(to) && this.edits.size > 0) return to;
      seen.add(to);
    }
    return undefined;
  }

  #titleOf(to: string): string {
    return to === 'id' ? readingMessagesOf(this.language).review.fields.id : fieldTitle(to, this.language);
  }

  #offer(): TemplateResult | typeof nothing {
    const { remembered } = this;
    const fields = this.#fields();
    if (!remembered || fields.some(({ how }) => how === 'chosen')) return nothing;
    const present = new Map(fields.map(({ from, to }) => [from, to ?? null]));
    const differing = Object.entries(remembered).filter(([from, to]) => present.has(from) && present.get(from) !== to);
    if (differing.length === 0) return nothing;
    const words = readingMessagesOf(this.language).review.fields;
    const list = differing.map(([from, to]) => `${from} → ${to === null ? words.hows.kept : this.#titleOf(to)}`);
    return html`<div class="note" role="status">
      <span>
        ${fill(words.remembered, { count: differing.length, fields: listText(list.slice(0, 5), this.language) })}
      </span>
      <div class="row">
        <button type="button" class="primary" @click=${() => this.#send('park-choose-fields', remembered)}>${words.useRemembered}</button>
        <button type="button" class="outlined" @click=${() => this.#send('park-forget-fields')}>${words.forget}</button>
      </div>
    </div>`;
  }

  #row(field: FieldReport, options: readonly string[]): TemplateResult {
    const words = readingMessagesOf(this.language).review.fields;
    const target = this.#targetOf(field);
    const units: Readonly<Record<string, string>> = words.units;
    const unit = field.unit === undefined ? '' : Object.hasOwn(units, field.unit) ? units[field.unit] : field.unit;
    const samples = field.samples.join(' · ');
    const known = target === undefined || options.includes(target) ? options : [target, ...options];
    return html`<tr class=${this.edits.has(field.from) ? 'edited' : ''}>
      <th scope="row">
        <code>${field.from}</code>
        ${samples ? html`<span class="samples soft small" title=${`${words.samples}\u00a0${samples}`}>${samples}</span>` : nothing}
      </th>
      <td>
        <select
          aria-label=${fill(words.toOf, { field: field.from })}
          @change=${(event: Event) => this.#edit(field, (event.target as HTMLSelectElement).value)}
        >
          <option value="" ?selected=${target === undefined}>${words.keep}</option>
          ${known.map((to) => html`<option value=${to} ?selected=${to === target}>${this.#titleOf(to)}</option>`)}
        </select>
      </td>
      <td class=${`how ${field.how}`}>${this.edits.has(field.from) ? words.hows.chosen : words.hows[field.how]}</td>
      <td class="unit">${unit}</td>
      <td class="number">${formatNumber(field.filledCount, this.language, 0)}</td>
      <td class="number">${field.faultCount > 0 ? html`<span class="faults">${formatNumber(field.faultCount, this.language, 0)}</span>` : field.faultCount}</td>
    </tr>`;
  }

  protected override render(): TemplateResult {
    const words = readingMessagesOf(this.language).review.fields;
    const fields = this.#fields();
    const { layer } = this.source;
    const titles = messagesOf(this.language);
    const options = layer ? ['id', ...LAYERS[layer].fields.keys()] : [];
    const twice = this.#twice();
    const caption = fill(words.caption, {
      count: fields.length,
      mapped: fields.filter(({ to, how }) => (to !== undefined && how !== 'guessed') || how === 'canonical').length,
      guessed: fields.filter(({ how }) => how === 'guessed').length,
      kept: fields.filter(({ to, how }) => to === undefined && how !== 'canonical').length,
    });
    return html`${this.#offer()}
      <p class="soft small">${caption}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.title}>
        <table>
          <caption class="visually-hidden">${words.title}</caption>
          <thead>
            <tr>
              <th scope="col">${words.from} · ${words.samples}</th>
              <th scope="col">${words.to}${layer ? html` <span class="soft">${titles.browse.layerNames[layer]}</span>` : nothing}</th>
              <th scope="col">${words.how}</th>
              <th scope="col">${words.unit}</th>
              <th scope="col" class="number">${words.filled}</th>
              <th scope="col" class="number">${words.faults}</th>
            </tr>
          </thead>
          <tbody>
            ${fields.map((field) => this.#row(field, options))}
          </tbody>
        </table>
      </div>
      ${
        this.edits.size === 0
          ? nothing
          : html`<p class="small" role="status">
                ${twice === undefined ? fill(words.changed, { count: this.edits.size }) : fill(words.twice, { field: this.#titleOf(twice) })}
                <span class="soft">${words.willRemember}</span>
              </p>
              <div class="row actions">
                <button type="button" class="primary" ?disabled=${twice !== undefined} @click=${() => this.#apply()}>${words.apply}</button>
                <button
                  type="button"
                  class="outlined"
                  @click=${() => {
                    this.edits = new Map();
                  }}
                >
                  ${words.reset}
                </button>
              </div>`
      }`;
  }
}
customElements.define('park-field-mapping', ParkFieldMapping);
