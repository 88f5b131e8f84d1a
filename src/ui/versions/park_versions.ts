import { css, html, nothing, type TemplateResult } from 'lit';
import type { PlanComparison } from '../../core/compare/types.ts';
import type { Plan } from '../../core/plan/types.ts';
import { fill } from '../../messages/fill.ts';
import { loadReadingMessages, type ReadingMessages, readingMessagesOf } from '../../messages/reading.ts';
import { writeComparisonCsv, writeComparisonGeojson } from '../../sheet/comparison_files.ts';
import type { AcceptedStep } from '../../state/store.ts';
import { writeHistory } from '../../state/versions.ts';
import { saveFile } from '../clipboard.ts';
import { icon } from '../icons.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { tokens } from '../styles/tokens.ts';
import { SurfaceElement } from '../surface_element.ts';
import { safeFileName } from '../take_away/picture_choices.ts';
import { comparisonTables } from './comparison_tables.ts';

const HASH_DIGITS_SHOWN = 8;

/**
 * Every version kept in this browser: named, gone back to, compared, deleted, taken along as one file.
 *
 * Method: `show()`.
 */
export class ParkVersions extends SurfaceElement {
  static override properties = {
    ...SurfaceElement.properties,
    isOpen: { state: true },
    status: { state: true },
    editing: { state: true },
    removing: { state: true },
    from: { state: true },
    to: { state: true },
    comparison: { state: true },
    isComparing: { state: true },
  };
  declare isOpen: boolean;
  declare status: { isError: boolean; text: string } | undefined;
  /** Ids of the versions whose words are edited, and that the next press deletes. */
  declare editing: string | undefined;
  declare removing: string | undefined;
  /** Ids of the versions to compare; empty for the published plan. */
  declare from: string;
  declare to: string;
  declare comparison: { result: PlanComparison; before: Plan; after: Plan } | undefined;
  declare isComparing: boolean;

  static override styles = [
    tokens,
    controls,
    dialogStyles,
    css`
      :host {
        --dialog-width: 56rem;
      }
      li {
        padding-block: var(--space-2);
        border-block-end: 1px solid var(--border);
        overflow-wrap: anywhere;
      }
      .actions {
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-block: var(--space-2);
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
        gap: var(--space-3);
      }
      .scroll {
        overflow: auto;
        max-height: 22rem;
      }
      select,
      input {
        width: 100%;
      }
    `,
  ];

  constructor() {
    super();
    this.isOpen = false;
    this.isComparing = false;
    this.from = '';
    this.to = '';
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #reading(): ReadingMessages {
    return readingMessagesOf(this.language);
  }

  async show(): Promise<void> {
    await loadReadingMessages(this.language);
    this.status = undefined;
    this.comparison = undefined;
    this.to = this.store.accepted.value.at(-1)?.id ?? '';
    this.from = this.store.accepted.value.at(-2)?.id ?? '';
    this.isOpen = true;
    await this.updateComplete;
    this.#dialog?.showModal();
  }

  async #attempt(work: () => Promise<string | undefined> | string | undefined): Promise<void> {
    try {
      const text = await work();
      this.status = text === undefined ? undefined : { isError: false, text };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.status = { isError: true, text: fill(this.#reading.versions.failed, { detail }) };
    }
  }

  #nameOf(step: AcceptedStep): string {
    return step.name ?? (step.files.join(this.language === 'en' ? ', ' : '、') || this.messages.update.history.noFiles);
  }

  #timeOf(at: string): string {
    const date = new Date(at);
    if (Number.isNaN(date.getTime())) return at;
    return new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
  }

  #planOf(id: string): Plan {
    return this.store.accepted.value.find((step) => step.id === id)?.plan ?? this.store.published;
  }

  #compare(): void {
    const [before, after] = [this.#planOf(this.from), this.#planOf(this.to)];
    this.isComparing = true;
    void this.#attempt(async () => {
      const result = await this.store.compareVersions(this.from || undefined, this.to || undefined);
      this.comparison = { result, before, after };
      return undefined;
    }).finally(() => {
      this.isComparing = false;
    });
  }

  #import(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    void this.#attempt(async () => {
      const words = this.#reading.versions;
      const read = await this.store.readHistory(new Uint8Array(await file.arrayBuffer()));
      input.value = '';
      if (!read) throw new Error(words.importFailed);
      const count = await this.store.addVersions(read.steps);
      return fill(read.unreadCount > 0 ? words.importedPart : words.imported, { count, unread: read.unreadCount });
    });
  }

  #export(): void {
    void this.#attempt(() => {
      const { id, version } = this.store.published.manifest;
      const name = `${safeFileName(`${id}-history`, 'history')}.json`;
      const content = new Blob(writeHistory(version, this.store.accepted.value));
      saveFile(name, content, 'application/json');
      return fill(this.messages.takeAway.save.saved, { file: name });
    });
  }

  #saveComparison(kind: 'csv' | 'geojson'): void {
    const shown = this.comparison;
    if (!shown) return;
    void this.#attempt(() => {
      const name = `${safeFileName(`${shown.after.manifest.id}-comparison`, 'comparison')}.${kind}`;
      if (kind === 'csv') saveFile(name, writeComparisonCsv(shown.result, this.#reading.comparison), 'text/csv');
      else saveFile(name, writeComparisonGeojson(shown.result, shown.before, shown.after), 'application/geo+json');
      return fill(this.messages.takeAway.save.saved, { file: name });
    });
  }

  #remove(id: string): void {
    if (this.removing !== id) {
      this.removing = id;
      return;
    }
    this.removing = undefined;
    void this.#attempt(async () => {
      await this.store.deleteVersion(id);
      if (this.from === id) this.from = '';
      if (this.to === id) this.to = this.store.accepted.value.at(-1)?.id ?? '';
      this.comparison = undefined;
      return undefined;
    });
  }

  #words(step: AcceptedStep): TemplateResult {
    const words = this.#reading.versions;
    const field = (key: 'name' | 'who' | 'why') => html`<div class="field">
      <label for="${key}-edit">${words[key]}</label>
      <input
        id="${key}-edit"
        .value=${step[key] ?? ''}
        @change=${(event: Event) =>
          void this.store.reviseVersion(step.id, { [key]: (event.target as HTMLInputElement).value })}
      />
    </div>`;
    return html`<div class="fields">${field('name')} ${field('who')} ${field('why')}</div>`;
  }

  #version(step: AcceptedStep, isCurrent: boolean): TemplateResult {
    const words = this.#reading.versions;
    const entry = (step.plan.manifest.history ?? []).filter(({ at }) => at <= step.at).at(-1);
    const label = (action: string) => `${action} ${this.#nameOf(step)} ${this.#timeOf(step.at)}`;
    return html`<li>
      <strong>${this.#nameOf(step)}</strong>
      ${isCurrent ? html`<span class="badge info">${words.current}</span>` : nothing}
      <p class="soft small">${[this.#timeOf(step.at), step.who, step.why].filter(Boolean).join(' · ')}</p>
      ${(entry?.files ?? step.files.map((name) => ({ name, sha256: undefined }))).map(
        ({ name, sha256 }) => html`<p class="soft small" title=${sha256 ?? nothing}>
          ${name}${sha256 ? ` · ${fill(words.hash, { hash: sha256.slice(0, HASH_DIGITS_SHOWN) })}` : ''}
        </p>`,
      )}
      ${(entry?.coordinates ?? []).map((line) => html`<p class="soft small">${line}</p>`)}
      <div class="row actions">
        <button
          type="button"
          class="outlined"
          aria-expanded=${this.editing === step.id}
          aria-label=${label(words.edit)}
          @click=${() => {
            this.editing = this.editing === step.id ? undefined : step.id;
          }}
        >
          ${words.edit}
        </button>
        ${
          isCurrent
            ? nothing
            : html`<button
                type="button"
                class="outlined"
                aria-label=${label(words.goBack)}
                @click=${() => void this.store.goBackTo(step.id)}
              >
                ${words.goBack}
              </button>`
        }
        <button
          type="button"
          class="outlined"
          aria-label=${label(this.removing === step.id ? words.removeAsk : words.remove)}
          @click=${() => this.#remove(step.id)}
        >
          ${this.removing === step.id ? words.removeAsk : words.remove}
        </button>
      </div>
      ${this.editing === step.id ? this.#words(step) : nothing}
    </li>`;
  }

  #choice(id: 'from' | 'to'): TemplateResult {
    const words = this.#reading.versions;
    const options = [
      { value: '', text: fill(words.published, { version: this.store.published.manifest.version }) },
      ...this.store.accepted.value.map((step) => ({
        value: step.id,
        text: `${this.#timeOf(step.at)} · ${this.#nameOf(step)}`,
      })),
    ];
    return html`<div class="field">
      <label for=${id}>${words[id]}</label>
      <select
        id=${id}
        @change=${(event: Event) => {
          this[id] = (event.target as HTMLSelectElement).value;
          this.comparison = undefined;
        }}
      >
        ${options.map(({ value, text }) => html`<option value=${value} .selected=${value === this[id]}>${text}</option>`)}
      </select>
    </div>`;
  }

  #body(): TemplateResult {
    const words = this.#reading.versions;
    const steps = this.store.accepted.value;
    const shown = this.comparison;
    return html`<div class="dialog-body">
        <p class="soft">${words.hint}</p>
        <ol reversed>
          ${[...steps].reverse().map((step, index) => this.#version(step, index === 0))}
          <li>${fill(words.published, { version: this.store.published.manifest.version })}
            ${
              steps.length === 0
                ? html`<span class="badge info">${words.current}</span>`
                : html`<div class="row actions">
                    <button type="button" class="outlined" @click=${() => void this.store.goBackTo(undefined)}>
                      ${words.goBack}
                    </button>
                  </div>`
            }
          </li>
        </ol>
        <h3>${words.compareTitle}</h3>
        <div class="fields">${this.#choice('from')} ${this.#choice('to')}</div>
        <div class="row actions">
          <button type="button" class="primary" ?disabled=${this.isComparing || this.from === this.to} @click=${this.#compare}>
            ${this.isComparing ? words.comparing : words.compare}
          </button>
          ${
            shown
              ? html`<button type="button" class="outlined" @click=${() => this.#saveComparison('csv')}>${words.saveCsv}</button>
                  <button type="button" class="outlined" @click=${() => this.#saveComparison('geojson')}>
                    ${words.saveGeojson}
                  </button>`
              : nothing
          }
        </div>
        ${shown ? comparisonTables(shown.result, this.#reading, this.language) : nothing}
      </div>
      <div class="dialog-foot">
        <span role="status" class=${this.status?.isError ? 'error' : 'soft'}>${this.status?.text ?? ''}</span>
        <input class="file" type="file" accept=".json,application/json" hidden @change=${this.#import} />
        <button
          type="button"
          class="outlined"
          @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input.file')?.click()}
        >
          ${words.importAll}
        </button>
        <button type="button" class="outlined" ?disabled=${steps.length === 0} @click=${this.#export}>${words.exportAll}</button>
        <button type="button" class="outlined" @click=${() => this.#dialog?.close()}>${words.close}</button>
      </div>`;
  }

  protected override render(): TemplateResult {
    const words = this.isOpen ? this.#reading.versions : undefined;
    return html`<dialog
      aria-labelledby="title"
      @close=${() => {
        this.isOpen = false;
      }}
    >
      ${
        words
          ? html`<div class="dialog-head">
                <h2 id="title">${words.title}</h2>
                <button type="button" class="icon" aria-label=${words.close} @click=${() => this.#dialog?.close()}>
                  ${icon('close')}
                </button>
              </div>
              ${this.#body()}`
          : nothing
      }
    </dialog>`;
  }
}
customElements.define('park-versions', ParkVersions);
