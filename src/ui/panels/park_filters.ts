import { css, html, nothing, type TemplateResult } from 'lit';
import type { Ledger } from '../../core/control/types.ts';
import { entryReader } from '../../core/packing/large_lists.ts';
import { farLimits, heightLimitsMetres, histogramOf } from '../../core/theme/histogram.ts';
import type { Filters, Range } from '../../core/theme/types.ts';
import { remember } from '../../map/remember.ts';
import { fill } from '../../messages/fill.ts';
import { formatArea, formatNumber } from '../../messages/format.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import type { RangeChange } from './park_range.ts';
import './park_range.ts';

const BINS = 24;
/** What one slider step changes: metres of height, hundredths of FAR. */
const STEP = { height: 1, far: 0.05 } as const;
type RangeId = keyof typeof STEP;

/** Ranges on the effective maximum height and FAR, and what of the plan they leave in full. */
export class ParkFilters extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
        padding: 0 0.375rem;
      }
      h3 {
        font-weight: 400;
      }
      .sum {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        align-items: baseline;
        color: var(--ink-soft);
      }
      .sum strong {
        color: var(--ink);
        font-weight: 600;
      }
    `,
  ];

  /** They stay while themes and filters change. */
  readonly #histograms = remember((ledger: Ledger) => ({
    height: histogramOf(heightLimitsMetres(ledger), BINS),
    far: histogramOf(farLimits(ledger), BINS),
  }));

  #set(id: RangeId, range: Range): void {
    const { [id]: _, ...rest } = this.store.view.peek().filters;
    const isOpen = range.from === undefined && range.to === undefined;
    const filters: Filters = isOpen ? rest : { ...rest, [id]: range };
    this.store.setView({ filters });
  }

  #range(id: RangeId, ledger: Ledger): TemplateResult {
    const { words } = this;
    const histogram = this.#histograms(ledger)[id];
    const name = words.filters[id];
    const unit = id === 'height' ? words.filters.heightUnit : words.filters.farUnit;
    return html`<div>
      <h3>${name}${unit ? html` <span class="soft">${unit}</span>` : nothing}</h3>
      ${
        histogram
          ? html`<park-range
              .range=${this.viewPart('filters')[id]}
              .histogram=${histogram}
              .step=${STEP[id]}
              .name=${name}
              .unit=${unit}
              .labels=${{
                from: fill(words.filters.from, { name }),
                to: fill(words.filters.to, { name }),
                histogram: fill(words.filters.histogram, { name }),
              }}
              @park-range=${(event: CustomEvent<RangeChange>) => this.#set(id, event.detail.range)}
            ></park-range>`
          : html`<p class="soft">${words.filters.noValues}</p>`
      }
    </div>`;
  }

  protected override render(): TemplateResult {
    const { language, words, store } = this;
    const ledger = store.ledger.value;
    if (!ledger) return html`<p class="soft">${words.app.computing}</p>`;
    const shown = store.shown.value;
    let area = 0;
    let count = 0;
    const areaOf = entryReader(ledger.plots, 'areas', 'ellipsoidSquareMetres');
    let place = 0;
    for (const plot of ledger.plots.keys()) {
      if (!shown || shown.has(plot)) {
        count += 1;
        area += areaOf(plot, place) as number;
      }
      place += 1;
    }
    return html`
      ${this.#range('height', ledger)} ${this.#range('far', ledger)}
      <p class="soft small">${words.filters.inclusive}</p>
      <p class="sum" aria-live="polite">
        <strong>
          ${fill(words.filters.shown, {
            shown: formatNumber(count, language),
            total: formatNumber(ledger.plots.size, language),
          })}
        </strong>
        <span>${fill(words.filters.shownArea, { area: formatArea(area, language) })}</span>
        ${
          shown
            ? html`<button type="button" class="link" @click=${() => store.clearFilters()}>${words.filters.clear}</button>`
            : nothing
        }
      </p>
    `;
  }
}
customElements.define('park-filters', ParkFilters);
