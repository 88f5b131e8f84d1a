import { css, html, nothing, type TemplateResult } from 'lit';
import type { Finding, Severity } from '../../core/plan/findings.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { formatFinding } from '../../messages/format_finding.ts';
import { icon } from '../icons.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { stepInList } from './step_list.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Everything the checks found, worst first. Choosing one shows its spot on the map. Event: `park-finding`. */
export class ParkFindings extends PanelElement {
  static override properties = { ...PanelElement.properties, filter: { state: true }, active: { state: true } };
  declare filter: Severity | undefined;
  /** The finding itself: two gaps between the same phases have one key. */
  declare active: Finding | undefined;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      .segmented {
        flex-wrap: wrap;
      }
      .list {
        display: grid;
        gap: 1px;
      }
      .list button {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: baseline;
        gap: 0 var(--space-2);
        width: 100%;
        padding: var(--space-2);
        white-space: normal;
        text-align: start;
        line-height: 1.4;
      }
      .list button[aria-current='true'] {
        background: var(--surface-selected);
        box-shadow: inset 2px 0 0 var(--accent-line);
      }
      .list strong {
        font-weight: 600;
      }
      .said {
        grid-column: 1 / -1;
      }
      .mend {
        color: var(--ink-soft);
      }
      .where {
        grid-column: 1 / -1;
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      h3 {
        padding: var(--space-2) var(--space-2) var(--space-1);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
    `,
  ];

  constructor() {
    super();
    this.filter = undefined;
    this.active = undefined;
  }

  #findings(): Finding[] {
    const all: Finding[] = [...this.store.diagnostics, ...(this.store.analysis.value?.findings ?? [])];
    return SEVERITIES.flatMap((severity) => all.filter((finding) => finding.severity === severity));
  }

  /** Shows the next (1) or previous (−1) finding, going round at the ends. */
  step(direction: 1 | -1): void {
    const shown = this.#findings().filter(({ severity }) => !this.filter || severity === this.filter);
    const next = stepInList(shown, this.active, direction);
    if (next) this.#show(next);
  }

  #show(finding: Finding): void {
    this.active = finding;
    this.send('park-finding', finding);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #onKey(event: KeyboardEvent): void {
    const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    this.step(direction);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-current="true"]')?.focus());
  }

  #item(finding: Finding): TemplateResult {
    const { words, language } = this;
    const where = finding.layer
      ? `${words.layerNouns[finding.layer]}${finding.feature ? ` ${finding.feature}` : ''}`
      : words.findings.ofPlan;
    const said = formatFinding(finding, language);
    return html`<li>
      <button type="button" aria-current=${finding === this.active} @click=${() => this.#show(finding)}>
        <span class=${`badge ${finding.severity}`}>${words.findings.severities[finding.severity]}</span>
        <strong>${said.title}</strong>
        <span class="said">${said.text}</span>
        ${said.mend ? html`<span class="said mend">${said.mend}</span>` : nothing}
        <span class="where">${where}</span>
      </button>
    </li>`;
  }

  protected override render(): TemplateResult {
    const { language, words, store } = this;
    if (!store.analysis.value) return html`<p class="soft">${words.app.computing}</p>`;
    const findings = this.#findings();
    if (findings.length === 0) return html`<p class="row">${icon('check')} ${words.findings.none}</p>`;
    const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
    const shown = SEVERITIES.filter((severity) => !this.filter || severity === this.filter);
    const present = findings.filter(({ severity }) => shown.includes(severity));
    const position = this.active === undefined ? -1 : present.indexOf(this.active);
    return html`
      <div class="row spread">
        <div class="segmented" role="group" aria-label=${words.tabs.findings}>
          <button type="button" aria-pressed=${!this.filter} @click=${() => {
            this.filter = undefined;
          }}>
            ${words.findings.all} ${formatNumber(findings.length, language)}
          </button>
          ${SEVERITIES.filter((severity) => count(severity) > 0).map(
            (severity) => html`<button
              type="button"
              aria-pressed=${this.filter === severity}
              @click=${() => {
                this.filter = severity;
              }}
            >
              ${words.findings[severity]} ${formatNumber(count(severity), language)}
            </button>`,
          )}
        </div>
        <div class="row">
          <span class="soft small">
            ${position < 0 ? '' : fill(words.findings.position, { index: position + 1, count: present.length })}
          </span>
          <button type="button" class="icon outlined" aria-label=${words.findings.previous} title=${words.findings.previous} @click=${() => this.step(-1)}>
            ${icon('up')}
          </button>
          <button type="button" class="icon outlined" aria-label=${words.findings.next} title=${words.findings.next} @click=${() => this.step(1)}>
            ${icon('down')}
          </button>
        </div>
      </div>
      <p class="soft small">${words.findings.keyboard}</p>
      <div @keydown=${this.#onKey}>
        ${shown.map((severity) => {
          const group = findings.filter((finding) => finding.severity === severity);
          return group.length === 0
            ? nothing
            : html`<h3>${words.findings[severity]} ${formatNumber(group.length, language)}</h3>
                <ul class="list">${group.map((finding) => this.#item(finding))}</ul>`;
        })}
      </div>
    `;
  }
}
customElements.define('park-findings', ParkFindings);
