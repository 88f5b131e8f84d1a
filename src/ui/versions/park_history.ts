import { css, html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../messages/fill.ts';
import { messagesOf } from '../../messages/index.ts';
import { listText } from '../../messages/list_text.ts';
import { icon } from '../icons.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';

/** The updates accepted in this browser, newest first; undo, and the way back to the published plan. */
export class ParkHistory extends PanelElement {
  static override properties = { ...PanelElement.properties, isAsking: { state: true } };
  declare isAsking: boolean;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      ol {
        margin-block: var(--space-2);
        border-block: 1px solid var(--border);
      }
      li {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--space-2);
        padding: var(--space-2) 0;
        overflow-wrap: anywhere;
      }
      li + li {
        border-top: 1px solid var(--border);
      }
      .actions {
        flex-wrap: wrap;
        margin-block-start: var(--space-2);
      }
      .ask {
        margin-block-start: var(--space-2);
        padding: var(--space-3);
        border-inline-start: 4px solid var(--warning);
        background: var(--warning-surface);
      }
    `,
  ];

  constructor() {
    super();
    this.isAsking = false;
  }

  #time(iso: string): string {
    const date = new Date(iso);
    return Number.isNaN(date.getTime())
      ? iso
      : new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
  }

  #ask(): void {
    this.isAsking = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.ask button')?.focus());
  }

  /** The button that was pressed may be gone with the last update: the keyboard stays in the dialog. */
  async #keepFocus(wanted = 'button'): Promise<void> {
    await this.updateComplete;
    const { renderRoot } = this;
    (renderRoot.querySelector<HTMLElement>(wanted) ?? renderRoot.querySelector<HTMLElement>('button'))?.focus();
  }

  async #undo(): Promise<void> {
    await this.store.undo();
    if (this.store.accepted.value.length === 0) await this.#keepFocus();
  }

  /** Its code comes when it is asked for: by then it may have been asked for twice. */
  async #openVersions(): Promise<void> {
    const { ParkVersions } = await import('./park_versions.ts');
    if (document.querySelector('park-versions')) return;
    const dialog = new ParkVersions();
    dialog.store = this.store;
    dialog.addEventListener('park-leave', () => this.send('park-leave'));
    document.body.append(dialog);
    await dialog.updateComplete;
    await dialog.show().catch((error: unknown) => {
      // Without its words it is of no use, and must not stand in the way of the next.
      dialog.remove();
      throw error;
    });
    dialog.renderRoot.querySelector('dialog')?.addEventListener('close', () => dialog.remove(), { once: true });
  }

  #confirmation(count: number): TemplateResult {
    const words = messagesOf(this.language).update.history;
    const stop = () => {
      this.isAsking = false;
      void this.#keepFocus('.return');
    };
    return html`<div class="ask" role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-text">
      <h3 id="ask-title">${words.confirmTitle}</h3>
      <p id="ask-text">${fill(words.confirm, { count })}</p>
      <div class="row actions">
        <button type="button" class="outlined" @click=${stop}>${words.confirmNo}</button>
        <button
          type="button"
          class="outlined"
          @click=${() => {
            this.isAsking = false;
            void this.store.returnToPublished();
            void this.#keepFocus();
          }}
        >
          ${words.confirmYes}
        </button>
      </div>
    </div>`;
  }

  protected override render(): TemplateResult {
    const words = messagesOf(this.language).update.history;
    const steps = this.store.accepted.value;
    return html`<h3>${words.title}</h3>
      <div class="row actions">
        <button type="button" class="outlined" @click=${() => void this.#openVersions()}>${words.versions}</button>
      </div>
      ${
        steps.length === 0
          ? html`<p class="soft">${words.none}</p>`
          : html`${
              this.isAsking
                ? this.#confirmation(steps.length)
                : html`<div class="row actions">
                      <button type="button" class="outlined" @click=${() => void this.#undo()}>${icon('undo')}${words.undo}</button>
                      <button type="button" class="outlined return" @click=${this.#ask}>${words.returnToPublished}</button>
                    </div>`
            }
              <ol reversed>
                ${[...steps].reverse().map(
                  ({ at, files }, index) => html`<li>
                    <span>${fill(words.step, { at: this.#time(at), files: listText(files, this.language) || this.words.status.noFiles })}</span>
                    ${index === 0 ? html`<span class="badge info">${words.current}</span>` : nothing}
                  </li>`,
                )}
              </ol>
              <p class="soft small">${words.kept}</p>`
      }`;
  }
}
customElements.define('park-history', ParkHistory);
