import { css, html, nothing, type TemplateResult } from 'lit';
import { conversionLine } from '../../messages/conversion_text.ts';
import { fill } from '../../messages/fill.ts';
import { messagesOf } from '../../messages/index.ts';
import { loadReadingMessages, type ReadingMessages, readingMessagesOf } from '../../messages/reading.ts';
import type { AcceptedStep } from '../../state/accepted_step.ts';
import { writeHistory } from '../../state/versions.ts';
import { saveFile } from '../clipboard.ts';
import { dialogFrame, showModal } from '../dialog_frame.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { tokens } from '../styles/tokens.ts';
import { SurfaceElement } from '../surface_element.ts';
import { safeFileName } from '../take_away/picture_choices.ts';
import { joinedLayersLine } from '../update/across_layers_choice.ts';
import { missingFieldsLine } from '../update/missing_fields_choice.ts';
import { unreadableLine } from '../update/unreadable_choice.ts';
import { type ComparedVersions, nameOfVersion, timeOfVersion } from './park_version_choice.ts';
import { ParkVersionPanel } from './park_version_panel.ts';
import { versionStyles } from './version_styles.ts';

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
  };
  declare isOpen: boolean;
  declare status: { isError: boolean; text: string } | undefined;
  /** Ids of the versions whose words are edited, and that the next press deletes. */
  declare editing: string | undefined;
  declare removing: string | undefined;

  static override styles = [
    tokens,
    controls,
    dialogStyles,
    versionStyles,
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
        gap: var(--space-2);
      }
      input,
      textarea {
        width: 100%;
      }
      textarea {
        min-height: 0;
        font: inherit;
      }
    `,
  ];

  constructor() {
    super();
    this.isOpen = false;
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
    this.isOpen = true;
    await this.updateComplete;
    showModal(this.#dialog);
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

  #import(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    void this.#attempt(async () => {
      const words = this.#reading.versions;
      // The same file may be chosen again, also after it could not be read.
      input.value = '';
      const read = await this.store.readHistory(new Uint8Array(await file.arrayBuffer()));
      if (!read) throw new Error(words.importFailed);
      const count = await this.store.addVersions(read.steps);
      return fill(read.unreadCount > 0 ? words.importedPart : words.imported, { count, unread: read.unreadCount });
    });
  }

  #export(): void {
    void this.#attempt(() => {
      const { id, version } = this.store.published.manifest;
      const name = `${safeFileName(`${id}-history`, 'history')}.json`;
      const content = new Blob([...writeHistory(version, this.store.accepted.value)]);
      saveFile(name, content, 'application/json');
      return fill(messagesOf(this.language).takeAway.save.saved, { file: name });
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
      await this.updateComplete;
      // The button that had the keyboard is gone with its version.
      const next = this.renderRoot.querySelector<HTMLElement>('li button') ?? this.#dialog?.querySelector('button');
      next?.focus();
      return undefined;
    });
  }

  #words(step: AcceptedStep): TemplateResult {
    const words = this.#reading.versions;
    const revise = (key: 'name' | 'who' | 'why') => (event: Event) =>
      void this.store.reviseVersion(step.id, { [key]: (event.target as HTMLInputElement).value });
    const field = (key: 'name' | 'who') => html`<div class="field">
      <label for="${key}-edit">${words[key]}</label>
      <input id="${key}-edit" type="text" .value=${step[key] ?? ''} @change=${revise(key)} />
    </div>`;
    return html`<div class="fields">${field('name')} ${field('who')}</div>
      <div class="field">
        <label for="why-edit">${words.why}</label>
        <textarea id="why-edit" rows="3" aria-describedby="edit-hint" .value=${step.why ?? ''} @change=${revise('why')}></textarea>
      </div>
      <p id="edit-hint" class="soft small">${words.editHint}</p>`;
  }

  #version(step: AcceptedStep, isCurrent: boolean): TemplateResult {
    const words = this.#reading.versions;
    const entry = (step.plan.manifest.history ?? []).filter(({ at }) => at <= step.at).at(-1);
    const label = (action: string) =>
      `${action} ${nameOfVersion(step, this.language)} ${timeOfVersion(step, this.language)}`;
    return html`<li>
      <strong>${nameOfVersion(step, this.language)}</strong>
      ${isCurrent ? html`<span class="badge info">${words.current}</span>` : nothing}
      <p class="soft small">${[timeOfVersion(step, this.language), step.who, step.why].filter(Boolean).join(' · ')}</p>
      ${(entry?.files ?? step.files.map((name) => ({ name, sha256: undefined }))).map(
        ({ name, sha256 }) => html`<p class="soft small" title=${sha256 ?? nothing}>
          ${name}${sha256 ? ` · ${fill(words.hash, { hash: sha256.slice(0, HASH_DIGITS_SHOWN) })}` : ''}
        </p>`,
      )}
      ${(entry?.coordinates ?? []).map((one) => html`<p class="soft small">${conversionLine(one, this.language)}</p>`)}
      ${(entry?.missingFields ?? []).map((one) => html`<p class="soft small">${missingFieldsLine(one, this.language)}</p>`)}
      ${(entry?.unreadable ?? []).map((one) => html`<p class="soft small">${unreadableLine(one, this.language)}</p>`)}
      ${(entry?.joinedLayers ?? []).map((one) => html`<p class="soft small">${joinedLayersLine(one, this.language)}</p>`)}
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

  #body(): TemplateResult {
    const words = this.#reading.versions;
    const steps = this.store.accepted.value;
    return html`<div class="dialog-body">
        <p class="soft">${words.hint}</p>
        ${
          steps.length === 0
            ? nothing
            : html`<park-version-choice
                  .store=${this.store}
                  @park-compare-on-map=${(event: CustomEvent<ComparedVersions>) => this.#showOnMap(event.detail)}
                ></park-version-choice>
                <h3>${words.all}</h3>`
        }
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

  /** The dialogs give way: what is compared is a map. */
  #showOnMap(compared: ComparedVersions): void {
    const panel = new ParkVersionPanel();
    panel.store = this.store;
    panel.compared = compared;
    document.body.append(panel);
    this.#dialog?.close();
    this.send('park-leave');
  }

  protected override render(): TemplateResult {
    const words = this.isOpen ? this.#reading.versions : undefined;
    return dialogFrame({
      title: words?.title ?? '',
      close: words?.close ?? '',
      closed: () => {
        this.isOpen = false;
      },
      content: words && this.#body(),
    });
  }
}
customElements.define('park-versions', ParkVersions);
