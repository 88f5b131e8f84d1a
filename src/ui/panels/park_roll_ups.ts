import { css, html, nothing, type TemplateResult } from 'lit';
import type { RollUp, RollUpBy } from '../../core/control/types.ts';
import { LAND_USE_CLASSES } from '../../core/plan/land_use.ts';
import { STAGES } from '../../core/plan/types.ts';
import { formatFixed, formatNumber } from '../../messages/format.ts';
import { nameInLanguage } from '../../messages/in_language.ts';
import { nameOfId } from '../names.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';

const GROUPINGS: readonly RollUpBy[] = ['phase', 'zone', 'landUse', 'stage'];

/** Sums of the plots by phase, key area, land use or stage: ΣGFA ÷ Σarea, never a mean of ratios. */
export class ParkRollUps extends PanelElement {
  static override properties = { ...PanelElement.properties, by: { state: true } };
  declare by: RollUpBy;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      .scroll {
        overflow-x: auto;
        margin: 0 calc(-1 * var(--space-3));
        padding: 0 var(--space-3);
      }
      .segmented {
        justify-self: start;
        flex-wrap: wrap;
      }
      td,
      th {
        font-size: var(--text-small);
        padding-inline: 0.1875rem;
      }
      thead th.number {
        line-height: 1.25;
        vertical-align: bottom;
        word-break: keep-all;
        white-space: normal;
      }
      tbody th,
      tfoot th {
        min-width: 3.75rem;
        line-height: 1.25;
      }
      /* Seven columns in the narrowest panel. */
      @media (max-width: 1200px) {
        .segmented button {
          padding: 0 0.375rem;
          font-size: var(--text-small);
        }
        .scroll {
          padding-inline: 0.25rem;
        }
        td,
        th {
          font-size: 0.625rem;
          padding-inline: 0.0625rem;
        }
        tbody th,
        tfoot th {
          min-width: 3rem;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.by = 'phase';
  }

  #name(key: string): string {
    const { words, language, store } = this;
    const none = {
      phase: words.rollUps.noPhase,
      zone: words.rollUps.noZone,
      landUse: words.rollUps.noLandUse,
      stage: words.rollUps.noStage,
    };
    if (key === '') return none[this.by];
    if (this.by === 'phase') return nameOfId(store.plan.value, 'phases', key, language);
    if (this.by === 'zone') return nameOfId(store.plan.value, 'zones', key, language);
    if (this.by === 'stage') {
      const stage = STAGES.find((one) => one === key);
      return stage ? words.inspector.stages[stage] : key;
    }
    const palette = [...(store.plan.value.manifest.palette?.landUse ?? []), ...LAND_USE_CLASSES];
    const found = palette.find(
      ({ scheme, code }) => key === code || key === `${scheme}/${code}` || key === `${scheme}:${code}`,
    );
    return found ? `${found.code} ${nameInLanguage(found, language)}` : key;
  }

  #cells(sum: RollUp): TemplateResult {
    const { language } = this;
    const unit = language === 'zh-CN' ? 10_000 : 1000;
    const digits = language === 'zh-CN' ? 2 : 0;
    const floor = (value: number) => formatFixed(value / unit, language, digits);
    return html`
      <td class="number">${formatNumber(sum.plotCount, language)}</td>
      <td class="number">${formatFixed(sum.netAreaSquareMetres / 10_000, language, 2)}</td>
      <td class="number">${floor(sum.gfaCapacitySquareMetres)}</td>
      <td class="number">${sum.far === undefined ? '—' : formatFixed(sum.far, language, 2)}</td>
      <td class="number">${floor(sum.builtGfaSquareMetres)}</td>
      <td class="number">${floor(sum.proposedGfaSquareMetres)}</td>
    `;
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    const ledger = store.ledger.value;
    if (!ledger) return html`<p class="soft">${words.app.computing}</p>`;
    const w = words.rollUps;
    return html`
      <div class="segmented" role="group" aria-label=${w.by}>
        ${GROUPINGS.map(
          (by) => html`<button
            type="button"
            aria-pressed=${by === this.by}
            @click=${() => {
              this.by = by;
            }}
          >
            ${w[by]}
          </button>`,
        )}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.tabs.rollUps}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.key}</th>
              ${[w.plots, w.netArea, w.capacity, w.far, w.built, w.proposed].map(
                (name) => html`<th scope="col" class="number">${name}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${ledger.rollUps[this.by].map(
              (sum) => html`<tr>
                <th scope="row">${this.#name(sum.key)}</th>
                ${this.#cells(sum)}
              </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${w.total}</th>
              ${this.#cells(ledger.total)}
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="soft small">${w.basis}${this.by === 'zone' ? html`<br />${w.zoneNote}` : nothing}</p>
    `;
  }
}
customElements.define('park-roll-ups', ParkRollUps);
