import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import {
  type ControlPointFit,
  type ControlPointText,
  fitControlPoints,
  parseControlPoints,
} from '../../core/read/coordinates/control_points.ts';
import { describeTransform } from '../../core/read/coordinates/plane_transform.ts';
import { fill } from '../../messages/fill.ts';
import { formatFixed } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import { listText } from '../../messages/list_text.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { systemName } from '../../messages/system_names.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { transformFacts } from './coordinate_proposal.ts';

/** A scale farther from 1 than this means other units or a slip, hardly a local grid. */
const ODD_PARTS_PER_MILLION = 3000;
/** A point this far off is most likely mistyped. */
const LARGE_RESIDUAL_METRES = 1;

/**
 * Places a local grid by control points: one a line, typed or pasted from a spreadsheet. What they give is shown while they are typed.
 *
 * Properties: `language`, `planes` (systems for eastings and northings, the likeliest first), `name` of the source. Event:
 * `park-place-by-points` with the `ControlPointFit` that was consented to.
 */
export class ParkControlPoints extends LitElement {
  static override properties = {
    language: { type: String },
    planes: { attribute: false },
    name: { type: String },
    text: { state: true },
    plane: { state: true },
    isSwapped: { state: true },
  };
  declare language: Language;
  declare planes: readonly string[];
  declare name: string;
  declare text: string;
  declare plane: string;
  declare isSwapped: boolean;

  static override styles = [
    controls,
    dialogStyles,
    css`
      :host {
        display: block;
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      textarea {
        box-sizing: border-box;
        min-height: 6.5rem;
        font-family: var(--font-mono, ui-monospace, monospace);
        white-space: pre;
        overflow-x: auto;
      }
      select {
        max-width: 100%;
      }
      .scroll {
        overflow-x: auto;
      }
      td {
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      td:first-child,
      th:first-child {
        text-align: start;
      }
      .large {
        color: var(--error);
        font-weight: 600;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--space-1) var(--space-3);
        margin: 0;
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        margin: 0;
      }
    `,
  ];

  constructor() {
    super();
    this.language = 'zh-CN';
    this.planes = [];
    this.name = '';
    this.text = '';
    this.plane = '';
    this.isSwapped = false;
  }

  #apply(event: Event, fit: ControlPointFit | undefined): void {
    event.preventDefault();
    if (fit)
      this.dispatchEvent(new CustomEvent('park-place-by-points', { detail: fit, bubbles: true, composed: true }));
  }

  #preview({ points }: ControlPointText, fit: ControlPointFit): TemplateResult {
    const { coordinates: words } = readingMessagesOf(this.language);
    const { scalePartsPerMillion } = describeTransform(fit.transform);
    const figure = (value: number) => formatFixed(value, this.language, 3);
    return html`<div class="scroll">
        <table>
          <caption class="visually-hidden">${words.points.residualOf}</caption>
          <thead>
            <tr>
              <th scope="col">${words.points.line}</th>
              <th scope="col" class="number">x</th>
              <th scope="col" class="number">y</th>
              <th scope="col" class="number">${words.points.residual}</th>
            </tr>
          </thead>
          <tbody>
            ${points.map(({ line, x, y }, index) => {
              const residual = fit.residualsMetres[index] ?? 0;
              return html`<tr>
                <td>${line}</td>
                <td>${figure(x)}</td>
                <td>${figure(y)}</td>
                <td class=${residual > LARGE_RESIDUAL_METRES ? 'large' : ''}>${figure(residual)} m</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      ${transformFacts(fit.transform, false, this.language)}
      ${points.length === 2 ? html`<p class="soft small">${words.points.twoOnly}</p>` : nothing}
      ${fit.swapped && !this.isSwapped ? html`<p class="small">${words.points.swappedFound}</p>` : nothing}
      ${
        Math.abs(scalePartsPerMillion) > ODD_PARTS_PER_MILLION
          ? html`<p class="error" role="alert">${fill(words.points.oddScale, { scale: formatFixed(1 + scalePartsPerMillion / 1e6, this.language, 4) })}</p>`
          : nothing
      }`;
  }

  protected override render(): TemplateResult {
    const { coordinates: words, review } = readingMessagesOf(this.language);
    const read = parseControlPoints(this.text);
    const plane = this.plane || this.planes[0];
    const result = fitControlPoints(read.points, plane, this.isSwapped ? true : undefined);
    const fit = typeof result === 'string' ? undefined : result;
    const isEmpty = this.text.trim() === '';
    return html`<form @submit=${(event: Event) => this.#apply(event, fit)}>
      <p class="soft small" id="hint">${words.points.hint}</p>
      <div class="field">
        <label for="points">${words.points.label}</label>
        <textarea
          id="points"
          rows="4"
          spellcheck="false"
          autocomplete="off"
          aria-describedby="hint"
          placeholder=${'1000.00, 2000.00, 117.0943831, 31.8398863\n1850.50, 2410.25, 117.1034200, 31.8435410'}
          .value=${this.text}
          @input=${(event: Event) => {
            this.text = (event.target as HTMLTextAreaElement).value;
          }}
        ></textarea>
      </div>
      <div class="field">
        <label for="plane">${words.points.plane}</label>
        <select
          id="plane"
          @change=${(event: Event) => {
            this.plane = (event.target as HTMLSelectElement).value;
          }}
        >
          ${this.planes.map((id) => html`<option value=${id} ?selected=${id === plane}>${systemName(id, review.systems)}</option>`)}
        </select>
      </div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.isSwapped}
          @change=${(event: Event) => {
            this.isSwapped = (event.target as HTMLInputElement).checked;
          }}
        />
        ${words.points.swapped}
      </label>
      <div aria-live="polite">
        ${
          read.faultyLines.length > 0
            ? html`<p class="error">${fill(words.points.faulty, { lines: listText(read.faultyLines.slice(0, 5).map(String), this.language) })}</p>`
            : nothing
        }
        ${fit ? this.#preview(read, fit) : isEmpty ? nothing : html`<p class="soft small">${words.points.faults[result as keyof typeof words.points.faults]}</p>`}
      </div>
      <button type="submit" class="outlined" aria-disabled=${fit && read.faultyLines.length === 0 ? 'false' : 'true'} ?disabled=${!fit || read.faultyLines.length > 0}>
        ${words.points.apply}
      </button>
    </form>`;
  }
}
customElements.define('park-control-points', ParkControlPoints);
