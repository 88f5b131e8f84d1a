import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../messages/fill.ts';
import { textOf } from '../messages/in_language.ts';
import type { PageBox } from '../state/map_port.ts';
import { icon } from './icons.ts';
import { controls } from './styles/controls.ts';
import { tokens } from './styles/tokens.ts';
import { SurfaceElement } from './surface_element.ts';
import './map/park_map.ts';
import './panels/park_legend.ts';

/** In a narrower frame an open legend would hide the map. */
const LEGEND_OPEN_FROM_PIXELS = 720;

/**
 * The small viewer inside another page: map, title, legend, status note and the way to the full page.
 *
 * Attributes: `no-title`, `no-legend`, `no-controls`. Property: `fullAddress`, where "open in full" leads.
 */
export class ParkEmbedded extends SurfaceElement {
  static override properties = {
    ...SurfaceElement.properties,
    noTitle: { type: Boolean, attribute: 'no-title' },
    noLegend: { type: Boolean, attribute: 'no-legend' },
    noControls: { type: Boolean, attribute: 'no-controls', reflect: true },
    fullAddress: { attribute: false },
    isLegendOpen: { state: true },
    corner: { state: true },
  };
  declare noTitle: boolean;
  declare noLegend: boolean;
  declare noControls: boolean;
  declare fullAddress: string;
  declare isLegendOpen: boolean;
  declare corner: PageBox | undefined;

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        background: var(--surface);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
        padding: 0.25rem var(--space-3);
        border-bottom: 1px solid var(--border);
      }
      h1 {
        margin: 0;
        font-size: var(--text-strong);
        font-weight: 600;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      h1 span {
        font-weight: 400;
      }
      .body {
        position: relative;
        flex: 1;
        min-height: 0;
      }
      park-map {
        position: absolute;
        inset: 0;
      }
      :host([no-controls]) park-map::part(tools) {
        display: none;
      }
      .legend {
        position: absolute;
        inset-block-start: var(--space-2);
        inset-inline-start: var(--space-2);
        z-index: 3;
        display: flex;
        flex-direction: column;
        max-width: min(17rem, calc(100% - 4.5rem));
        max-height: calc(100% - 4rem);
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
        overflow: hidden;
      }
      .legend .scroll {
        overflow: auto;
        padding: 0 var(--space-1) var(--space-2);
      }
      .legend > button {
        justify-content: flex-start;
        flex: none;
      }
      footer {
        display: flex;
        justify-content: space-between;
        gap: var(--space-2);
        padding: 0.125rem var(--space-3);
        border-top: 1px solid var(--border);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      footer span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      a {
        color: var(--accent-line);
        white-space: nowrap;
      }
    `,
  ];

  /** The legend grows with what it lists, and a person folds it: the plan is shown beside it as it is. */
  readonly #legendSize = new ResizeObserver(([entry]) => {
    this.corner = entry?.target.getBoundingClientRect();
  });

  #observed: Element | null = null;

  constructor() {
    super();
    this.corner = undefined;
    this.noTitle = false;
    this.noLegend = false;
    this.noControls = false;
    this.fullAddress = 'index.html';
    this.isLegendOpen = innerWidth >= LEGEND_OPEN_FROM_PIXELS;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#legendSize.disconnect();
    this.#observed = null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const legend = this.renderRoot.querySelector('.legend');
    // To observe again what is observed reports it again.
    if (legend === this.#observed) return;
    this.#observed = legend;
    this.#legendSize.disconnect();
    if (legend) this.#legendSize.observe(legend);
    else this.corner = undefined;
  }

  #legend(): TemplateResult {
    const { words, store } = this;
    const name = words.themes[store.view.value.theme];
    return html`<section class="legend" aria-label=${words.legend.title}>
      <button
        type="button"
        aria-expanded=${this.isLegendOpen}
        @click=${() => {
          this.isLegendOpen = !this.isLegendOpen;
        }}
      >
        ${icon('legend')}${name}
      </button>
      ${this.isLegendOpen ? html`<div class="scroll"><park-legend .store=${store}></park-legend></div>` : nothing}
    </section>`;
  }

  protected override render(): TemplateResult {
    const { words, language, store } = this;
    const { manifest } = store.plan.value;
    const note = manifest.statusNote ? textOf(manifest.statusNote, language) : words.planStatements[manifest.status];
    const facts = [
      fill(words.app.version, { version: manifest.version }),
      manifest.date,
      manifest.organisation && textOf(manifest.organisation, language),
      manifest.mapApprovalNumber && fill(words.app.mapApproval, { number: manifest.mapApprovalNumber }),
    ].filter(Boolean);
    return html`
      ${
        this.noTitle
          ? nothing
          : html`<header>
              <h1>
                ${textOf(manifest.title, language)}
                <span class="soft">${words.themes[store.view.value.theme]}</span>
              </h1>
            </header>`
      }
      <div class="body">
        <park-map .store=${store} plain .corner=${this.corner}></park-map>
        ${this.noLegend ? nothing : this.#legend()}
      </div>
      <footer>
        <span title=${note}>${note} · ${facts.join(' · ')}</span>
        <a href=${this.fullAddress} target="_blank" rel="noopener">${words.app.openInFull}</a>
      </footer>
    `;
  }
}
customElements.define('park-embedded', ParkEmbedded);
