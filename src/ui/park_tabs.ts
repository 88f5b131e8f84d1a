import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../messages/fill.ts';
import { formatNumber } from '../messages/format.ts';
import { sortedFindingsOf } from './findings/finding_index.ts';
import type { ParkFindings } from './findings/park_findings.ts';
import { loadPanel } from './lazy_panels.ts';
import { PanelElement } from './panel_element.ts';
import type { InspectorTab } from './shell_actions.ts';
import { controls } from './styles/controls.ts';
import './inspector/park_inspector.ts';

const LAZY = { community: 'park-community', findings: 'park-findings', rollUps: 'park-roll-ups' } as const;

/**
 * The inspector and the results as tabs.
 *
 * Properties: `tab`, the open one; `tabs`, those there are. Event: `park-tab` (the one that was chosen). Method: `stepFinding()`.
 */
export class ParkTabs extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    tab: { attribute: false },
    tabs: { attribute: false },
  };
  declare tab: InspectorTab;
  declare tabs: readonly InspectorTab[];

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        flex: 1;
        min-height: 0;
      }
      .tabs {
        display: flex;
        gap: 0.125rem;
        padding: 0 var(--space-2);
        border-bottom: 1px solid var(--border);
        overflow-x: auto;
        flex: none;
      }
      .tabs button {
        min-height: 2.25rem;
        border-radius: 0;
        background: none;
        border-bottom: 2px solid transparent;
        color: var(--ink-soft);
      }
      .tabs button[aria-selected='true'] {
        color: var(--ink);
        font-weight: 600;
        border-bottom-color: var(--accent-line);
      }
      .tabs button:focus-visible {
        outline-offset: -2px;
      }
      .count {
        min-width: 1.125rem;
        padding: 0 0.25rem;
        border-radius: 0.5625rem;
        font-size: var(--text-small);
        line-height: 1.125rem;
        text-align: center;
      }
      .count.error {
        background: var(--error-surface);
        color: var(--error);
      }
      .count.warning {
        background: var(--warning-surface);
        color: var(--warning);
      }
      .panel {
        flex: 1;
        min-height: 0;
        overflow: hidden auto;
        overscroll-behavior: contain;
        padding: var(--space-3);
      }
      .panel:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  constructor() {
    super();
    this.tab = 'inspector';
    this.tabs = ['inspector', 'community', 'findings', 'rollUps'];
  }

  /** Shows the next (1) or previous (−1) finding; the tab of the findings must be open. */
  async stepFinding(direction: 1 | -1): Promise<void> {
    await loadPanel('park-findings');
    await this.updateComplete;
    const findings = this.renderRoot.querySelector<ParkFindings>('park-findings');
    await findings?.updateComplete;
    findings?.stepByKey(direction);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.tab !== 'inspector') void loadPanel(LAZY[this.tab]);
  }

  #choose(tab: InspectorTab): void {
    this.send('park-tab', tab);
  }

  #onKey(event: KeyboardEvent): void {
    const { tabs } = this;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(this.tab) + step + tabs.length) % tabs.length];
    if (!next) return;
    this.#choose(next);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  /** How many errors there are, or warnings where there is no error. */
  #findingCount(): TemplateResult | typeof nothing {
    const { store, language } = this;
    const { error: errors, warning: warnings } = sortedFindingsOf(store).openCounts;
    const count = errors || warnings;
    if (count === 0) return nothing;
    return html`<span class=${`count ${errors > 0 ? 'error' : 'warning'}`}>${formatNumber(count, language)}</span>`;
  }

  #name(tab: InspectorTab): string {
    const { words, language } = this;
    const community = this.store.plan.value.manifest.community;
    if (tab !== 'community') return words.tabs[tab];
    if (!community) return words.tabs.communityPlain;
    const area = `${formatNumber(community.areaSquareMetres / 1_000_000, language, 2)} km²`;
    return fill(words.tabs.community, { area: language === 'zh-CN' ? `${area} ` : area });
  }

  #content(): TemplateResult {
    const { store } = this;
    switch (this.tab) {
      case 'inspector':
        return html`<park-inspector .store=${store}></park-inspector>`;
      case 'community':
        return html`<park-community .store=${store}></park-community>`;
      case 'findings':
        return html`<park-findings .store=${store}></park-findings>`;
      case 'rollUps':
        return html`<park-roll-ups .store=${store}></park-roll-ups>`;
    }
  }

  protected override render(): TemplateResult {
    return html`
      <div class="tabs" role="tablist" aria-label=${this.words.app.rightPanel} @keydown=${this.#onKey}>
        ${this.tabs.map(
          (tab) => html`<button
            type="button"
            role="tab"
            id=${`tab-${tab}`}
            aria-controls="panel"
            aria-selected=${tab === this.tab}
            tabindex=${tab === this.tab ? 0 : -1}
            @click=${() => this.#choose(tab)}
          >
            ${this.#name(tab)}${tab === 'findings' ? this.#findingCount() : nothing}
          </button>`,
        )}
      </div>
      <div class="panel" id="panel" role="tabpanel" tabindex="0" aria-labelledby=${`tab-${this.tab}`}>
        ${this.#content()}
      </div>
    `;
  }
}
customElements.define('park-tabs', ParkTabs);
