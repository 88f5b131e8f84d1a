import { css, html, nothing, type TemplateResult } from 'lit';
import { choosableSystems } from '../../core/read/coordinates/systems.ts';
import type { CoordinateCandidate, SourceReport } from '../../core/read/source.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';

/**
 * How the files of an update were understood: format, encoding, coordinates, fields. Asks where the coordinates have more than one
 * reading and shows each on the map; a shift like a map service's is corrected on consent.
 *
 * Properties: `sources`, `unplaced` (names of sources that wait for an answer). It answers through `store.reviseUpdate`.
 */
export class ParkSources extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    sources: { attribute: false },
    unplaced: { attribute: false },
  };
  declare sources: readonly SourceReport[];
  declare unplaced: readonly string[];

  static override styles = [
    controls,
    dialogStyles,
    css`
      .source {
        display: grid;
        gap: var(--space-2);
      }
      h3 {
        margin: 0;
        overflow-wrap: anywhere;
      }
      fieldset {
        display: grid;
        gap: var(--space-2);
        margin: 0;
        padding: var(--space-3);
        border: 1px solid var(--border);
        border-radius: var(--radius);
      }
      .choice {
        display: flex;
        gap: var(--space-2);
        align-items: baseline;
        min-height: 1.75rem;
      }
      .scroll {
        overflow-x: auto;
      }
    `,
  ];

  constructor() {
    super();
    this.sources = [];
    this.unplaced = [];
  }

  #show(candidate: CoordinateCandidate): void {
    this.store.spotlight.value = { geometry: candidate.outline, severity: 'info' };
  }

  #answer(source: SourceReport, crs: string, swapped: boolean): void {
    this.store.spotlight.value = undefined;
    void this.store.reviseUpdate({ choices: Object.fromEntries([[source.name, { crs, swapped }]]) });
  }

  #systemName(crs: string, swapped: boolean): string {
    const words = readingMessagesOf(this.language).review;
    const names: Readonly<Record<string, string>> = words.systems;
    const code = Number(crs.slice(5));
    const family =
      code >= 4513 && code <= 4533
        ? fill(words.zone3, { zone: code - 4488 })
        : code >= 4534 && code <= 4554
          ? fill(words.meridian3, { meridian: 75 + 3 * (code - 4534) })
          : code >= 4491 && code <= 4501
            ? fill(words.zone6, { zone: code - 4478 })
            : code >= 32_601 && code <= 32_660
              ? fill(words.utm, { zone: code - 32_600 })
              : code >= 2327 && code <= 2390
                ? words.xian
                : (code >= 2401 && code <= 2442) || (code >= 21_413 && code <= 21_463)
                  ? words.beijing
                  : '';
    const name = Object.hasOwn(names, crs) ? (names[crs] ?? '') : family;
    return `${name} ${name.includes(crs) ? '' : crs}${swapped ? ` · ${words.swapped}` : ''}`.trim();
  }

  #where(candidate: CoordinateCandidate): string {
    const words = readingMessagesOf(this.language).review;
    const { distanceMetres = 0, eastMetres, northMetres, matchedCount } = candidate;
    if (matchedCount !== undefined && eastMetres !== undefined && northMetres !== undefined) {
      const metres = formatNumber(Math.round(Math.hypot(eastMetres, northMetres)), this.language);
      return fill(words.matchedOff, { metres, count: matchedCount });
    }
    if (distanceMetres < 1) return words.onPlan;
    return fill(words.off, { kilometres: formatNumber(distanceMetres / 1000, this.language, 1) });
  }

  #question(source: SourceReport): TemplateResult {
    const words = readingMessagesOf(this.language).review;
    const { candidates = [] } = source.coordinates ?? {};
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        const picked = new FormData(event.target as HTMLFormElement).get('candidate');
        const candidate = candidates[Number(picked)];
        if (picked !== null && candidate) this.#answer(source, candidate.crs, candidate.swapped);
      }}
    >
      <fieldset>
        <legend>${words.question}</legend>
        <p class="soft small">${words.why}</p>
        ${candidates.map(
          (candidate, index) => html`<label class="choice">
            <input type="radio" name="candidate" value=${index} required @change=${() => this.#show(candidate)} />
            <span>${this.#systemName(candidate.crs, candidate.swapped)} <span class="soft">${this.#where(candidate)}</span></span>
          </label>`,
        )}
        <button type="submit" class="primary">${words.use}</button>
      </fieldset>
    </form>`;
  }

  #otherSystem(source: SourceReport): TemplateResult {
    const words = readingMessagesOf(this.language).review;
    const { manifest } = this.store.plan.value;
    const longitude = manifest.bounds ? (manifest.bounds[0] + manifest.bounds[2]) / 2 : 117;
    return html`<details>
      <summary>${words.other}</summary>
      <label class="field"
        >${words.otherLabel}
        <select
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            if (value !== '') this.#answer(source, value, false);
          }}
        >
          <option value="">${words.choose}</option>
          ${choosableSystems(longitude).map((crs) => html`<option value=${crs}>${this.#systemName(crs, false)}</option>`)}
        </select>
      </label>
    </details>`;
  }

  #coordinates(source: SourceReport): TemplateResult | typeof nothing {
    const words = readingMessagesOf(this.language).review;
    const { coordinates } = source;
    if (!coordinates) return nothing;
    if (this.unplaced.includes(source.name)) return html`${this.#question(source)}${this.#otherSystem(source)}`;
    const { proposal, crs, swapped, state, how } = coordinates;
    const told = crs === undefined || state === 'unknown' ? words.unplaced : this.#systemName(crs, swapped);
    return html`<p class="small">
        ${words.coordinates}${told}${how === 'none' ? '' : html` <span class="soft">${words.how[how]}</span>`}
      </p>
      ${
        proposal
          ? html`<fieldset>
              <legend>${fill(words.shifted, { crs: proposal.crs })}</legend>
              <p class="small">
                ${fill(words.shiftEvidence, {
                  count: proposal.matchedCount,
                  east: formatNumber(Math.round(proposal.eastMetres), this.language),
                  north: formatNumber(Math.round(proposal.northMetres), this.language),
                  expectedEast: formatNumber(Math.round(proposal.expectedEastMetres), this.language),
                  expectedNorth: formatNumber(Math.round(proposal.expectedNorthMetres), this.language),
                  crs: proposal.crs,
                })}
              </p>
              <button type="button" class="outlined" @click=${() => this.#answer(source, proposal.crs, false)}>
                ${fill(words.correct, { crs: proposal.crs })}
              </button>
            </fieldset>`
          : nothing
      }
      ${this.#otherSystem(source)}`;
  }

  #fields(source: SourceReport): TemplateResult | typeof nothing {
    const words = readingMessagesOf(this.language).review;
    const titles: Readonly<Record<string, string>> = this.messages.fields;
    // What carries the dictionary's own name needs no look.
    const fields = source.fields.filter(({ how }) => how !== 'canonical');
    if (fields.length === 0) return nothing;
    const title = (to: string) => (to === 'id' ? words.number : Object.hasOwn(titles, to) ? (titles[to] ?? to) : to);
    return html`<details>
      <summary>${fill(words.fields, { count: fields.length })}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${fill(words.fields, { count: fields.length })}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.from}</th>
              <th scope="col">${words.to}</th>
              <th scope="col">${words.told}</th>
              <th scope="col">${words.samples}</th>
            </tr>
          </thead>
          <tbody>
            ${fields.map(
              ({ from, to, how, samples }) => html`<tr>
                <th scope="row">${from}</th>
                <td>${to === undefined ? words.kept : title(to)}</td>
                <td>${words.hows[how]}</td>
                <td class="soft">${samples.join(' · ')}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  protected override render(): TemplateResult {
    const words = readingMessagesOf(this.language).review;
    return html`${this.sources.map(
      (source) => html`<div class="source" role="group" aria-label=${source.name}>
        <h3>${source.name}</h3>
        <p class="soft small">
          ${words.formats[source.format]} · ${fill(words.count, { count: source.featureCount })}${
            source.encoding ? ` · ${source.encoding.toUpperCase()}` : ''
          }
        </p>
        ${this.#coordinates(source)} ${this.#fields(source)}
      </div>`,
    )}`;
  }
}
customElements.define('park-sources', ParkSources);
