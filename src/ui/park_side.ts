import { css, html, type TemplateResult } from 'lit';
import { icon } from './icons.ts';
import { PanelElement } from './panel_element.ts';
import { controls } from './styles/controls.ts';
import './panels/park_filters.ts';
import './panels/park_layers.ts';
import './panels/park_themes.ts';

/** What the map shows and how: themes with their legend, filters, layers, each foldable. */
export class ParkSide extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      details {
        border-bottom: 1px solid var(--border);
      }
      summary {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 2.25rem;
        padding: 0 var(--space-3);
        cursor: pointer;
        list-style: none;
      }
      summary h2 {
        font-size: inherit;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        background: var(--surface-hover);
      }
      summary:focus-visible {
        outline-offset: -2px;
      }
      summary svg {
        color: var(--ink-soft);
        transform: rotate(-90deg);
      }
      details[open] > summary svg {
        transform: none;
      }
      .body {
        padding: 0 var(--space-3) var(--space-3);
      }
      .body > park-filters,
      .body > park-layers {
        margin: 0 -0.375rem;
      }
    `,
  ];

  #section(title: string, content: TemplateResult): TemplateResult {
    return html`<details open>
      <summary><h2>${title}</h2>${icon('down', 12)}</summary>
      <div class="body">${content}</div>
    </details>`;
  }

  protected override render(): TemplateResult {
    const { store, words } = this;
    return html`
      ${this.#section(words.themes.title, html`<park-themes .store=${store}></park-themes>`)}
      ${this.#section(words.filters.title, html`<park-filters .store=${store}></park-filters>`)}
      ${this.#section(words.layers.title, html`<park-layers .store=${store}></park-layers>`)}
    `;
  }
}
customElements.define('park-side', ParkSide);
