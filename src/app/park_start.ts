import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Diagnostic } from '../core/plan/findings.ts';
import { browseMessagesOf } from '../messages/browse.ts';
import { fill } from '../messages/fill.ts';
import type { Language } from '../messages/language.ts';
import type { Appearance } from '../state/view.ts';
import { controls } from '../ui/styles/controls.ts';
import { tokens } from '../ui/styles/tokens.ts';
import type { LoadFailure } from './load_plan.ts';

type FormatFinding = typeof import('../messages/format_finding.ts').formatFinding;

/** How many of a file's faults are listed: enough to see what is wrong with it. */
const LISTED_FAULTS = 50;

/** What is on the page until the viewer is: which file is being read, or why the plan cannot be opened and what to do. */
export class ParkStart extends LitElement {
  static override properties = {
    language: { attribute: false },
    appearance: { attribute: false },
    file: { attribute: false },
    failure: { attribute: false },
    retry: { attribute: false },
  };
  declare language: Language;
  declare appearance: Appearance;
  declare file: string;
  declare failure: LoadFailure | undefined;
  declare retry: () => void;
  #formatFinding: FormatFinding | undefined;

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: grid;
        place-items: center;
        height: 100%;
        padding: var(--space-4);
        overflow: auto;
        background: var(--surface-sunk);
      }
      .loading {
        display: grid;
        justify-items: center;
        gap: var(--space-3);
        color: var(--ink-soft);
      }
      progress {
        width: 12rem;
        accent-color: var(--accent);
      }
      .card {
        width: min(44rem, 100%);
        padding: 1.5rem;
        border: 1px solid var(--border);
        border-radius: 10px;
        background: var(--surface);
        font-size: var(--text-strong);
      }
      h1 {
        margin: 0 0 var(--space-1);
        font-size: 1.25rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--space-2) var(--space-4);
        margin: var(--space-4) 0;
      }
      dt {
        color: var(--ink-soft);
        white-space: nowrap;
      }
      dd {
        overflow-wrap: anywhere;
      }
      .faults {
        max-height: 40vh;
        margin-top: var(--space-2);
        overflow: auto;
        list-style: decimal;
        padding-inline-start: 1.5rem;
      }
      .faults li {
        padding: var(--space-1) 0;
      }
    `,
  ];

  constructor() {
    super();
    this.language = 'zh-CN';
    this.appearance = 'auto';
    this.file = '';
    this.failure = undefined;
    this.retry = () => undefined;
  }

  protected override willUpdate(): void {
    const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches;
    this.dataset.appearance =
      this.appearance === 'dark' || (this.appearance === 'auto' && systemIsDark) ? 'dark' : 'light';
  }

  #explain(failure: LoadFailure): { cause: string; mend: string } {
    const { error } = browseMessagesOf(this.language);
    switch (failure.kind) {
      case 'foreign':
        return { cause: error.foreignPlan, mend: error.foreignPlanMend };
      case 'http':
        return failure.status === 404
          ? { cause: fill(error.notFound, { status: failure.status }), mend: error.notFoundMend }
          : { cause: fill(error.httpFailed, { status: failure.status }), mend: error.httpFailedMend };
      case 'network':
        return { cause: error.networkFailed, mend: error.networkFailedMend };
      case 'notManifest':
        return { cause: error.notManifest, mend: error.notManifestMend };
      case 'unreadable':
        return { cause: fill(error.unreadable, { count: failure.diagnostics.length }), mend: error.unreadableMend };
      case 'crashed':
        return { cause: fill(error.crashed, { detail: failure.detail }), mend: error.crashedMend };
    }
  }

  /** Says why the plan cannot be opened. The words about a file's faults are fetched with the first of them; without them the cause is told alone. */
  async fail(failure: LoadFailure): Promise<void> {
    if (failure.kind === 'unreadable')
      this.#formatFinding = (await import('../messages/format_finding.ts').catch(() => undefined))?.formatFinding;
    this.failure = failure;
  }

  #faultItem(fault: Diagnostic, format: FormatFinding): TemplateResult {
    const { title, text, mend } = format(fault, this.language);
    return html`<li>
      <strong>${fault.file ? `${fault.file}: ` : ''}${title}</strong><br />${text}
      ${mend ? html`<br /><span class="soft">${mend}</span>` : nothing}
    </li>`;
  }

  #fault(failure: LoadFailure): TemplateResult {
    const { error } = browseMessagesOf(this.language);
    const { cause, mend } = this.#explain(failure);
    const format = this.#formatFinding;
    const listed = failure.kind === 'unreadable' && format ? failure.diagnostics.slice(0, LISTED_FAULTS) : [];
    const faults = listed.map((fault) => format && this.#faultItem(fault, format));
    return html`<section class="card" role="alert">
      <h1>${error.title}</h1>
      <p class="soft">${error.lead}</p>
      <dl>
        ${'file' in failure ? html`<dt>${error.file}</dt><dd>${failure.file}</dd>` : nothing}
        <dt>${error.cause}</dt>
        <dd>
          ${cause}
          ${
            faults.length > 0
              ? html`<ol class="faults">
                  ${faults}
                </ol>`
              : nothing
          }
        </dd>
        <dt>${error.mend}</dt>
        <dd>${mend}</dd>
      </dl>
      <div class="row">
        <button type="button" class="primary" @click=${() => this.retry()}>${error.retry}</button>
        <button type="button" class="outlined" @click=${() => location.assign(location.pathname)}>${error.openDefault}</button>
      </div>
    </section>`;
  }

  protected override render(): TemplateResult {
    const { app } = browseMessagesOf(this.language);
    if (this.failure) return this.#fault(this.failure);
    return html`<div class="loading" role="status">
      <progress aria-label=${app.loading}></progress>
      <span>${this.file ? fill(app.loadingFile, { file: this.file }) : app.loading}</span>
    </div>`;
  }
}
customElements.define('park-start', ParkStart);
