import { css, html, nothing, type TemplateResult } from 'lit';
import { createProjection } from '../core/measure/gauss_kruger.ts';
import { fill } from '../messages/fill.ts';
import { formatFixed, formatNumber } from '../messages/format.ts';
import { PanelElement } from './panel_element.ts';
import { controls } from './styles/controls.ts';

/** Where the pointer is, the scale, and which plan this is. */
export class ParkStatus extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-1) var(--space-4);
        min-height: 1.625rem;
        padding: 0 var(--space-3);
        font-size: var(--text-small);
        color: var(--ink-soft);
        white-space: nowrap;
        overflow: hidden;
      }
      .pointer {
        min-width: 12.5rem;
      }
      .plane {
        min-width: 15rem;
      }
      .plan {
        margin-inline-start: auto;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      button.local {
        color: var(--warning);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { language, words, store } = this;
    const { manifest } = store.plan.value;
    const pointer = store.pointer.value;
    const scale = store.scaleDenominator.value;
    const origin = store.origin.value;
    const projection = createProjection(manifest.measuringCrs);
    const plane = pointer && projection?.forward(pointer);
    const degrees = (value: number) => `${formatFixed(value, language, 6)}°`;
    const metres = (value: number) => value.toFixed(1);
    return html`
      ${
        pointer
          ? html`<span class="pointer">
                ${fill(words.status.longitudeLatitude, { longitude: degrees(pointer[0]), latitude: degrees(pointer[1]) })}
              </span>
              ${
                plane
                  ? html`<span class="plane">
                      ${fill(words.status.eastingNorthing, {
                        crs: projection?.crs ?? '',
                        easting: metres(plane[0]),
                        northing: metres(plane[1]),
                      })}
                    </span>`
                  : nothing
              }`
          : html`<span class="pointer">${words.status.noPointer}</span>`
      }
      ${scale ? html`<span>${fill(words.status.scale, { scale: formatNumber(roundScale(scale), language, 0) })}</span>` : nothing}
      <span class="plan">
        ${manifest.version} · ${words.planStatus[manifest.status]} ·
        ${
          origin.kind === 'published'
            ? words.status.published
            : html`<button type="button" class="link local" @click=${() => this.send('park-action', 'save')}>
                ${fill(words.status.accepted, {
                  files: origin.files.join(', ') || words.status.noFiles,
                })}
              </button>`
        }
      </span>
    `;
  }
}
customElements.define('park-status', ParkStatus);

/** Three figures: a map on the screen is not more exact than that. */
function roundScale(denominator: number): number {
  return Number(denominator.toPrecision(3));
}
