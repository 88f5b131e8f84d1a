import { css, html, LitElement, svg, type TemplateResult } from 'lit';
import type { Histogram } from '../../core/theme/histogram.ts';
import type { Range } from '../../core/theme/types.ts';
import { controls } from '../styles/controls.ts';

/** Sent while a handle moves; an end that is at the edge of the scale is absent. */
export interface RangeChange {
  range: Range;
}

/**
 * A range with two handles over a histogram: two native sliders on one track, and two number fields for exact values.
 *
 * Properties: `range`, `histogram`, `step`, `name`, `unit`, `labels` (accessible names). Event: `park-range`.
 */
export class ParkRange extends LitElement {
  static override properties = {
    range: { attribute: false },
    histogram: { attribute: false },
    step: { attribute: false },
    name: { attribute: false },
    unit: { attribute: false },
    labels: { attribute: false },
  };
  declare range: Range | undefined;
  declare histogram: Histogram;
  declare step: number;
  declare name: string;
  declare unit: string;
  declare labels: { from: string; to: string; histogram: string };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .track {
        position: relative;
        margin: 0 0.5rem;
      }
      .bars {
        width: 100%;
        height: 2.5rem;
      }
      .bars rect {
        fill: var(--bar-muted);
      }
      .bars rect.in {
        fill: var(--bar);
      }
      .sliders {
        position: relative;
        height: 1.25rem;
        margin: 0 -0.5rem;
      }
      .rail {
        position: absolute;
        inset: 0.5rem 0.5rem auto;
        width: calc(100% - 1rem);
        height: 4px;
      }
      .rail rect {
        fill: var(--border);
      }
      .rail rect.in {
        fill: var(--accent);
      }
      input[type='range'] {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 1.25rem;
        margin: 0;
        background: none;
        pointer-events: none;
        appearance: none;
      }
      input[type='range']:focus-visible {
        outline: none;
      }
      input[type='range']::-webkit-slider-thumb {
        appearance: none;
        width: 1rem;
        height: 1.25rem;
        border: 2px solid var(--accent);
        border-radius: 5px;
        background: var(--surface);
        pointer-events: auto;
        cursor: ew-resize;
      }
      input[type='range']::-moz-range-thumb {
        box-sizing: border-box;
        width: 1rem;
        height: 1.25rem;
        border: 2px solid var(--accent);
        border-radius: 5px;
        background: var(--surface);
        pointer-events: auto;
        cursor: ew-resize;
      }
      input[type='range']:focus-visible::-webkit-slider-thumb {
        outline: 2px solid var(--accent-line);
        outline-offset: 2px;
      }
      input[type='range']:focus-visible::-moz-range-thumb {
        outline: 2px solid var(--accent-line);
        outline-offset: 2px;
      }
      .numbers {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin-top: var(--space-1);
      }
      input[type='number'] {
        width: 4.75rem;
        text-align: end;
      }
    `,
  ];

  #emit(from: number, to: number): void {
    const { from: min, to: max } = this.histogram;
    const low = Math.max(min, Math.min(from, to));
    const high = Math.min(max, Math.max(from, to));
    const range: Range = { ...(low > min ? { from: low } : {}), ...(high < max ? { to: high } : {}) };
    this.dispatchEvent(new CustomEvent<RangeChange>('park-range', { detail: { range } }));
  }

  #number(event: Event): number | undefined {
    const { value } = event.target as HTMLInputElement;
    return value === '' || !Number.isFinite(Number(value)) ? undefined : Number(value);
  }

  protected override render(): TemplateResult {
    const { histogram, step, name, unit, labels } = this;
    const { from: min, to: max, counts } = histogram;
    const within = (value: number) => Math.min(max, Math.max(min, value));
    const from = within(this.range?.from ?? min);
    const to = within(this.range?.to ?? max);
    const share = (value: number) => ((value - min) / (max - min)) * 100;
    const tallest = Math.max(1, ...counts);
    const width = 100 / counts.length;
    const setFrom = (event: Event) => {
      const value = this.#number(event);
      this.#emit(Math.min(value ?? min, to), to);
      (event.target as HTMLInputElement).value = String(Math.min(value ?? min, to));
    };
    const setTo = (event: Event) => {
      const value = this.#number(event);
      this.#emit(from, Math.max(value ?? max, from));
      (event.target as HTMLInputElement).value = String(Math.max(value ?? max, from));
    };
    return html`
      <div role="group" aria-label=${name}>
        <div class="track">
          <svg class="bars" viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label=${labels.histogram}>
            ${counts.map((count, index) => {
              const low = min + index * histogram.binWidth;
              const high = low + histogram.binWidth;
              const height = count === 0 ? 0 : Math.max(2, (count / tallest) * 40);
              return svg`<rect class=${high > from && low < to ? 'in' : ''} x=${index * width + 0.3} y=${40 - height}
                width=${width - 0.6} height=${height}></rect>`;
            })}
          </svg>
          <div class="sliders">
            <svg class="rail" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="4"></rect>
              <rect class="in" x=${share(from)} width=${Math.max(0, share(to) - share(from))} height="4"></rect>
            </svg>
            <input
              type="range"
              min=${min}
              max=${max}
              step=${step}
              .value=${String(from)}
              aria-label=${labels.from}
              aria-valuetext=${`${from} ${unit}`.trim()}
              @input=${setFrom}
            />
            <input
              type="range"
              min=${min}
              max=${max}
              step=${step}
              .value=${String(to)}
              aria-label=${labels.to}
              aria-valuetext=${`${to} ${unit}`.trim()}
              @input=${setTo}
            />
          </div>
        </div>
        <div class="numbers">
          <input type="number" min=${min} max=${max} step=${step} .value=${String(from)} aria-label=${labels.from} @change=${setFrom} />
          <span aria-hidden="true">–</span>
          <input type="number" min=${min} max=${max} step=${step} .value=${String(to)} aria-label=${labels.to} @change=${setTo} />
          <span class="soft">${unit}</span>
        </div>
      </div>
    `;
  }
}
customElements.define('park-range', ParkRange);
