import { css, html, nothing, type TemplateResult } from 'lit';
import { LAYER_IDS } from '../../core/plan/types.ts';
import { formatNumber } from '../../messages/format.ts';
import { textOf } from '../../messages/in_language.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';

/** Which layers, labels and basemap the map shows. */
export class ParkLayers extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--target);
        padding: 0 0.375rem;
        border-radius: var(--radius-small);
        cursor: pointer;
      }
      label:hover {
        background: var(--surface-hover);
      }
      label .soft {
        margin-inline-start: auto;
      }
      select {
        margin-inline-start: auto;
        max-width: 60%;
      }
      .labels {
        border-top: 1px solid var(--border);
        margin-top: var(--space-1);
        padding-top: var(--space-1);
      }
    `,
  ];

  #setBasemap(id: string): void {
    const { basemap: _, ...rest } = this.store.view.peek();
    this.store.view.value = id ? { ...rest, basemap: id } : rest;
  }

  protected override render(): TemplateResult {
    const { language, words, store } = this;
    const hiddenLayers = this.viewPart('hiddenLayers');
    const labels = this.viewPart('labels');
    const basemap = this.viewPart('basemap');
    const { layers, manifest } = store.plan.value;
    const basemaps = manifest.basemaps ?? [];
    return html`
      <ul>
        ${[...LAYER_IDS]
          .reverse()
          .filter((layer) => layers[layer].length > 0)
          .map(
            (layer) => html`<li>
              <label>
                <input
                  type="checkbox"
                  .checked=${!hiddenLayers.includes(layer)}
                  @change=${() => store.toggleLayer(layer)}
                />
                ${words.layers[layer]}
                <span class="soft">${formatNumber(layers[layer].length, language)}</span>
              </label>
            </li>`,
          )}
      </ul>
      <div class="labels">
        <label>
          <input type="checkbox" .checked=${labels} @change=${() => store.setView({ labels: !labels })} />
          ${words.layers.labels}
        </label>
        ${
          basemaps.length === 0
            ? nothing
            : html`<label>
                ${words.layers.basemap}
                <select @change=${(event: Event) => this.#setBasemap((event.target as HTMLSelectElement).value)}>
                  <option value="" .selected=${!basemap}>${words.layers.noBasemap}</option>
                  ${basemaps.map(
                    (one) => html`<option value=${one.id} .selected=${one.id === basemap}>
                      ${textOf(one.name, language)}
                    </option>`,
                  )}
                </select>
              </label>`
        }
      </div>
    `;
  }
}
customElements.define('park-layers', ParkLayers);
