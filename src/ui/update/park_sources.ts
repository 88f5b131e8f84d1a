import { css, html, nothing, type TemplateResult } from 'lit';
import { boundsOfPlan } from '../../core/measure/bounds.ts';
import { LAYER_IDS } from '../../core/plan/types.ts';
import type { SourceReport } from '../../core/read/source.ts';
import type { SourceChoices } from '../../core/read/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { messagesOf } from '../../messages/index.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import type { FieldMapping, RememberedMappings } from '../../state/remembered_mappings.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { coordinatePart } from './coordinate_part.ts';
import './park_field_mapping.ts';

/** Formats whose text may be in another encoding than the one that was recognised. */
const ENCODED = ['shapefile', 'csv', 'kml', 'dxf'];
/** Formats that are UTF-8 by their own rules: another encoding is offered where their text is garbled. */
const UTF8_BY_RULE = ['geojson', 'geojson-lines', 'geopackage'];
const GARBLED_HANDLINGS = ['omit', 'mend', 'keep'] as const;
/** Value of the choice to leave a source out, among the ids of layers. */
export const OMIT = '-';
const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

/**
 * How the files of an update were understood: format, encoding, layer, coordinates, fields. Asks where something cannot be told, and
 * lets a person change all of it; a shift like a map service's is corrected on consent.
 *
 * Properties: `sources`, `unplaced` (names of sources whose coordinates wait for an answer), `memory` (field mappings of earlier
 * visits). Answers go to `store.reviseUpdate`. Event: `park-show-candidate` with a possible reading.
 */
export class ParkSources extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    sources: { attribute: false },
    unplaced: { attribute: false },
    memory: { attribute: false },
  };
  declare sources: readonly SourceReport[];
  declare unplaced: readonly string[];
  declare memory: RememberedMappings | undefined;

  static override styles = [
    controls,
    dialogStyles,
    css`
      .source {
        display: grid;
        gap: var(--space-2);
        min-width: 0;
        padding-block: var(--space-3);
        border-bottom: 1px solid var(--border);
      }
      .source > * {
        min-width: 0;
      }
      .source:last-of-type {
        border-bottom: 0;
      }
      h3 {
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(4.5em, max-content) minmax(0, 1fr);
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        overflow-wrap: anywhere;
      }
      dd select,
      .field select {
        max-width: 100%;
      }
      summary {
        padding-block: var(--space-1);
        color: var(--accent-line);
        cursor: pointer;
      }
      form fieldset {
        display: grid;
        gap: var(--space-2);
        margin: var(--space-1) 0 0;
        padding: var(--space-3);
        border: 1px solid var(--border);
        border-radius: var(--radius-small);
      }
      form.asked fieldset {
        border: 2px solid var(--warning);
      }
      /* Within the border, not on it: over two lines the border ran through the words. */
      form fieldset legend {
        float: left;
        padding: 0;
      }
      form.asked legend {
        color: var(--ink);
        font-weight: 600;
      }
      form fieldset .field {
        margin: 0;
      }
      .choice {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      .choice label {
        display: flex;
        flex: 1;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.75rem;
      }
      .choice .link {
        flex: none;
        min-height: 1.75rem;
        white-space: nowrap;
      }
      .choice .soft {
        display: block;
      }
      .left-out ul {
        display: grid;
        gap: var(--space-2);
        margin: var(--space-2) 0 0;
        padding: 0;
        list-style: none;
      }
      .left-out li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(6rem, 45%);
        align-items: center;
        gap: var(--space-2);
      }
      .left-out .name {
        overflow-wrap: anywhere;
      }
      .left-out select {
        max-width: 100%;
      }
      .proposal {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-3);
        border-inline-start: 4px solid var(--warning);
        border-radius: var(--radius-small);
        background: var(--warning-surface);
      }
      .proposal code.word {
        font: inherit;
        white-space: nowrap;
      }
      .proposal .row {
        flex-wrap: wrap;
      }
      @media (pointer: coarse) {
        .choice label,
        summary {
          min-height: 2.5rem;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.sources = [];
    this.unplaced = [];
    this.memory = undefined;
  }

  #answer(source: SourceReport, choice: SourceChoices): void {
    this.store.spotlight.value = undefined;
    void this.store.reviseUpdate({ choices: Object.fromEntries([[source.name, choice]]) });
  }

  #applyFields(source: SourceReport, fields: FieldMapping): void {
    this.memory?.remember(source, fields);
    this.#answer(source, { fields });
  }

  #longitude(): number {
    const box = boundsOfPlan(this.store.plan.value);
    return box ? (box[0] + box[2]) / 2 : 117;
  }

  #layer(source: SourceReport): TemplateResult {
    const { browse } = messagesOf(this.language);
    const words = readingMessagesOf(this.language).review.sources;
    return html`<select
      aria-label=${fill(words.layerOf, { name: source.name })}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        const layer = LAYER_IDS.find((id) => id === value);
        if (value === OMIT) this.#answer(source, { omitted: true });
        else if (layer) this.#answer(source, { layer, omitted: false });
      }}
    >
      ${source.layer || source.omitted ? nothing : html`<option value="" selected>${words.layerUnknown}</option>`}
      ${LAYER_IDS.map((id) => html`<option value=${id} ?selected=${id === source.layer && !source.omitted}>${browse.layerNames[id]}</option>`)}
      <option value=${OMIT} ?selected=${source.omitted !== undefined}>${words.leaveOut}</option>
    </select>`;
  }

  #encoding(source: SourceReport): TemplateResult | typeof nothing {
    // A drawing's encoding is asked about with the first of its layers.
    if (source.coordinates?.follows !== undefined) return nothing;
    const words = readingMessagesOf(this.language).review.sources;
    const present = (source.encoding ?? 'utf-8').toLowerCase();
    const isOffered = ENCODED.includes(source.format) || (UTF8_BY_RULE.includes(source.format) && source.garbled);
    if (!isOffered)
      return source.encoding === undefined
        ? nothing
        : html`<dt>${words.encoding}</dt>
            <dd>${present.toUpperCase()}</dd>`;
    const isListed = ENCODINGS.some((one) => one === present);
    return html`<dt>${words.encoding}</dt>
      <dd>
        <select
          aria-label=${fill(words.encodingOf, { name: source.name })}
          @change=${(event: Event) => this.#answer(source, { encoding: (event.target as HTMLSelectElement).value })}
        >
          ${isListed ? nothing : html`<option value=${present} selected>${present}</option>`}
          ${ENCODINGS.map((one) => html`<option value=${one} ?selected=${one === present}>${words.encodingNames[one]}</option>`)}
        </select>
      </dd>`;
  }

  /** What is garbled, what it said, and what is to become of it. */
  #garbled(source: SourceReport): TemplateResult | typeof nothing {
    const { name, garbled } = source;
    if (!garbled) return nothing;
    const words = readingMessagesOf(this.language).text;
    return html`<dt>${words.title}</dt>
      <dd>
        <p>${fill(words.found, { count: garbled.count, mendable: garbled.mendableCount })}</p>
        ${garbled.samples.map((sample) => html`<p class="soft">${fill(words.sample, { ...sample })}</p>`)}
        <select
          aria-label=${fill(words.choose, { name })}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            const handling = GARBLED_HANDLINGS.find((one) => one === value);
            if (handling) this.#answer(source, { garbled: handling });
          }}
        >
          ${GARBLED_HANDLINGS.map((one) => html`<option value=${one} ?selected=${one === garbled.handling}>${words[one]}</option>`)}
        </select>
      </dd>`;
  }

  #source(source: SourceReport, index: number, firstLook: number): TemplateResult {
    const { review } = readingMessagesOf(this.language);
    const words = review.sources;
    const isMapped = source.fields.some(({ how }) => how !== 'canonical' && how !== 'alias');
    return html`<div class="source" role="group" aria-labelledby="source-${index}">
      <h3 id="source-${index}"><span class="soft">${review.tab}</span> ${source.name}</h3>
      <dl>
        <dt>${words.format}</dt>
        <dd>${review.formats[source.format]} · ${fill(words.featureCount, { count: formatNumber(source.featureCount, this.language, 0) })}</dd>
        ${this.#encoding(source)} ${this.#garbled(source)}
        <dt>${words.layer}</dt>
        <dd>${this.#layer(source)}</dd>
      </dl>
      ${coordinatePart({
        source,
        index,
        firstLook,
        isAsked: this.unplaced.includes(source.name),
        longitude: this.#longitude(),
        language: this.language,
        answer: (choice) => this.#answer(source, choice),
        show: (reading) => this.send('park-show-candidate', reading),
      })}
      ${
        source.fields.length === 0
          ? nothing
          : html`<details ?open=${isMapped}>
              <summary>${review.fields.title}</summary>
              <park-field-mapping
                .source=${source}
                .language=${this.language}
                .remembered=${this.memory?.recall(source)}
                @park-choose-fields=${(event: CustomEvent<FieldMapping>) => this.#applyFields(source, event.detail)}
                @park-forget-fields=${() => {
                  this.memory?.forget(source);
                  this.requestUpdate();
                }}
              ></park-field-mapping>
            </details>`
      }
    </div>`;
  }

  /** What is not used: one line each, so that sixty layers of a drawing can be looked over. */
  #leftOut(sources: readonly SourceReport[]): TemplateResult | typeof nothing {
    if (sources.length === 0) return nothing;
    const words = readingMessagesOf(this.language).review.sources;
    return html`<details class="left-out">
      <summary>${fill(words.leftOutTitle, { count: sources.length })}</summary>
      <p class="soft small">${words.leftOutHint}</p>
      <ul>
        ${sources.map(
          (source) => html`<li>
            <span class="name">
              ${source.name}
              <span class="soft">
                ${fill(words.featureCount, { count: formatNumber(source.featureCount, this.language, 0) })} · ${words.leftOut[source.omitted ?? 'chosen']}
              </span>
            </span>
            ${this.#layer(source)}
          </li>`,
        )}
      </ul>
    </details>`;
  }

  protected override render(): TemplateResult {
    const words = readingMessagesOf(this.language).review.sources;
    if (this.sources.length === 0) return html`<p class="soft">${words.none}</p>`;
    const used = this.sources.filter(({ omitted }) => omitted === undefined);
    let looks = 0;
    return html`${used.map((source, index) => {
      const firstLook = looks;
      looks += (source.coordinates?.candidates.length ?? 0) + (source.coordinates?.proposal ? 1 : 0);
      return this.#source(source, index, firstLook);
    })}
    ${this.#leftOut(this.sources.filter(({ omitted }) => omitted !== undefined))}`;
  }
}
customElements.define('park-sources', ParkSources);
