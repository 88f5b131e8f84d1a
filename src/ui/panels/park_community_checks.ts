import { css, html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../../core/plan/findings.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { icon } from '../icons.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { type CommunityCheck, listCommunityChecks } from './community_checks.ts';
import { stepInList } from './step_list.ts';

/**
 * Every check of the community with what came of it, the passed ones too: only so can a person tell that it was made. Choosing
 * the count of findings shows the first on the map, then the next. Event: `park-finding`.
 */
export class ParkCommunityChecks extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      h3 {
        padding-bottom: var(--space-1);
        border-bottom: 1px solid var(--border-strong);
      }
      li {
        display: grid;
        grid-template-columns: 1.25rem minmax(0, 1fr) auto;
        align-items: baseline;
        gap: 0 var(--space-1);
        padding: 0.1875rem 0;
        border-bottom: 1px solid var(--border);
      }
      li > svg,
      .mark {
        align-self: center;
        color: var(--ink-soft);
        text-align: center;
      }
      .passed > svg {
        color: var(--success);
      }
      .failed .mark,
      .failed button.link {
        color: var(--error);
        font-weight: 600;
      }
      .outcome {
        white-space: nowrap;
      }
    `,
  ];

  /** The finding shown last. */
  #shown: Finding | undefined;

  #show(check: CommunityCheck): void {
    this.#shown = stepInList(check.findings, this.#shown, 1);
    if (this.#shown) this.send('park-finding', this.#shown);
  }

  /** What was asked for, and how far off still passes. */
  #measure({ tolerance, target }: CommunityCheck): string {
    const { language, words } = this;
    const w = words.communityChecks;
    if (tolerance && 'percent' in tolerance)
      return fill(words.community.tolerance, { percent: `${formatNumber(tolerance.percent, language)}%` });
    if (tolerance) return fill(w.tolerance, { area: `${formatNumber(tolerance.squareMetres, language)} m²` });
    if (typeof target === 'number') return fill(words.community.ofTarget, { target: formatNumber(target, language) });
    return (target ?? []).map((stage) => words.inspector.stages[stage]).join(w.listSeparator);
  }

  #item(check: CommunityCheck): TemplateResult {
    const { language, words } = this;
    const w = words.communityChecks;
    const { findings } = check;
    const isFailed = findings.length > 0;
    const isPassed = !isFailed && check.isDone;
    const measure = check.isDone || isFailed ? this.#measure(check) : '';
    return html`<li class=${isFailed ? 'failed' : isPassed ? 'passed' : ''}>
      ${isPassed ? icon('check') : html`<span class="mark" aria-hidden="true">${isFailed ? '✕' : '—'}</span>`}
      <span>${w.names[check.id]} ${measure ? html`<span class="soft small">${measure}</span>` : nothing}</span>
      <span class="outcome small">
        ${
          isFailed
            ? html`<button type="button" class="link" title=${w.show} @click=${() => this.#show(check)}>
                ${fill(w.findings, { count: formatNumber(findings.length, language) })}
              </button>`
            : isPassed
              ? w.passed
              : html`<span class="soft" title=${w.notMadeHint}>${w.notMade}</span>`
        }
      </span>
    </li>`;
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    // None found yet is not none found.
    if (store.analysis.value?.isChecking) return html`<p class="soft" role="status">${words.app.checking}</p>`;
    const checks = listCommunityChecks(store.plan.value, store.analysis.value?.findings ?? []);
    return html`<h3>${words.communityChecks.title}</h3>
      <ul>
        ${checks.map((check) => this.#item(check))}
      </ul>`;
  }
}
customElements.define('park-community-checks', ParkCommunityChecks);
