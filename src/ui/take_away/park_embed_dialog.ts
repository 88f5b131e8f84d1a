import { css, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { THEME_IDS } from '../../core/theme/types.ts';
import {
  type EmbedOptions,
  embedSnippet,
  encodeEmbedOptions,
  frameLength,
  isOnlyHere,
} from '../../state/embed_options.ts';
import { copyText } from '../clipboard.ts';
import { icon } from '../icons.ts';
import { textOf } from '../names.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { tokens } from '../styles/tokens.ts';
import { SurfaceElement } from '../surface_element.ts';

const SIZES = {
  small: { width: '480', height: '360' },
  medium: { width: '800', height: '500' },
  large: { width: '1200', height: '700' },
  wide: { width: '100%', height: '500' },
} as const;
const SIZE_IDS = ['small', 'medium', 'large', 'wide'] as const;
const PREVIEW_DELAY_MILLISECONDS = 400;
const IDLE_POLL_MILLISECONDS = 200;
/** After this the preview speaks for itself, also where it has no map to show. */
const LONGEST_LOADING_MILLISECONDS = 20_000;

/**
 * Writes the tag that shows this map in another page, with a preview of it.
 *
 * Property: `pageAddress`, address of the page it runs on (the embedding page lies beside it). Method: `show()`.
 */
export class ParkEmbedDialog extends SurfaceElement {
  static override properties = {
    ...SurfaceElement.properties,
    pageAddress: { attribute: false },
    isOpen: { state: true },
    options: { state: true },
    width: { state: true },
    height: { state: true },
    hasCamera: { state: true },
    shownAddress: { state: true },
    status: { state: true },
    isLoading: { state: true },
  };
  declare pageAddress: string;
  declare isOpen: boolean;
  declare options: EmbedOptions;
  declare width: string;
  declare height: string;
  declare hasCamera: boolean;
  /** Address in the preview: it follows the choices after a moment, so that typing does not start a map per key. */
  declare shownAddress: string;
  /** The preview's map is not drawn yet. */
  declare isLoading: boolean;
  declare status: { isError: boolean; text: string } | undefined;

  static override styles = [
    tokens,
    controls,
    dialogStyles,
    css`
      dialog {
        --dialog-width: 64rem;
      }
      .columns {
        display: grid;
        grid-template-columns: 18rem minmax(0, 1fr);
        gap: var(--space-4);
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-2);
      }
      .field select,
      .field input {
        width: 100%;
      }
      textarea {
        min-height: 6.5rem;
      }
      .pair .field {
        justify-content: flex-end;
      }
      .preview {
        position: relative;
        padding: var(--space-3);
        border-radius: var(--radius-small);
        background: var(--surface-sunk);
        overflow: auto;
        margin-block-end: var(--space-3);
      }
      iframe {
        display: block;
        width: 100%;
        height: min(26rem, 48vh);
        border: 1px solid var(--border);
        background: var(--surface);
      }
      .loading {
        position: absolute;
        inset: auto 0 50%;
        width: fit-content;
        margin-inline: auto;
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--border);
        border-radius: var(--radius-small);
        background: var(--surface);
      }
      @media (max-width: 800px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
        iframe {
          height: 14rem;
        }
      }
    `,
  ];

  #timer: ReturnType<typeof setTimeout> | undefined;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.pageAddress = location.href;
    this.isOpen = false;
    this.width = SIZES.medium.width;
    this.height = SIZES.medium.height;
    this.hasCamera = false;
    this.shownAddress = '';
    this.isLoading = false;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  show(): void {
    const { theme, mode, language, appearance } = this.store.view.value;
    const plan = new URL(this.pageAddress).searchParams.get('plan');
    this.options = {
      ...(plan && { plan }),
      theme,
      mode,
      language,
      appearance,
      title: true,
      legend: true,
      controls: true,
    };
    this.status = undefined;
    this.isOpen = true;
    this.#preview(this.#address());
    void this.updateComplete.then(() => this.#dialog?.showModal());
  }

  #address(): string {
    const { camera } = this.store.view.value;
    const query = encodeEmbedOptions({ ...this.options, ...(this.hasCamera && camera && { camera }) });
    return new URL(`embed.html${query}`, this.pageAddress).href;
  }

  #snippet(): string | undefined {
    const width = frameLength(this.width);
    const height = frameLength(this.height);
    if (width === undefined || height === undefined || height.endsWith('%')) return undefined;
    const title = textOf(this.store.plan.value.manifest.title, this.options.language);
    return embedSnippet({ address: this.#address(), title, width, height });
  }

  #change(change: Partial<EmbedOptions>): void {
    this.options = { ...this.options, ...change };
    this.#followSoon();
  }

  #followSoon(): void {
    this.status = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.isOpen) this.#preview(this.#address());
    }, PREVIEW_DELAY_MILLISECONDS);
  }

  #preview(address: string): void {
    if (address !== this.shownAddress) this.#awaitMap();
    this.shownAddress = address;
  }

  /** The frame is loaded long before its map is drawn; the page in it is ours, and says when its map is idle. */
  #awaitMap(waitedMilliseconds = 0): void {
    this.isLoading = true;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      const page = this.renderRoot.querySelector('iframe')?.contentDocument;
      const isShown = page?.URL === this.shownAddress && hasIdleMap(page);
      const isOver = isShown || !this.isOpen || waitedMilliseconds >= LONGEST_LOADING_MILLISECONDS;
      if (isOver) this.isLoading = false;
      else this.#awaitMap(waitedMilliseconds + IDLE_POLL_MILLISECONDS);
    }, IDLE_POLL_MILLISECONDS);
  }

  async #copy(): Promise<void> {
    const words = this.messages.takeAway.embed;
    const snippet = this.#snippet();
    if (snippet === undefined) return;
    const isCopied = await copyText(snippet);
    if (!isCopied) this.renderRoot.querySelector('textarea')?.select();
    this.status = { isError: !isCopied, text: isCopied ? words.copied : words.copyFailed };
  }

  #select<T extends string>(
    id: string,
    label: string,
    values: readonly (readonly [T, string])[],
    present: T,
    set: (value: T) => void,
  ): TemplateResult {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <select
        id=${id}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          const found = values.find(([one]) => one === value);
          if (found) set(found[0]);
        }}
      >
        ${values.map(([value, word]) => html`<option value=${value} ?selected=${value === present}>${word}</option>`)}
      </select>
    </div>`;
  }

  #sizeFields(): TemplateResult {
    const words = this.messages.takeAway.embed;
    const length = (id: 'width' | 'height', label: string) => html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        type="text"
        id=${id}
        inputmode="numeric"
        .value=${this[id]}
        aria-invalid=${frameLength(this[id]) === undefined}
        @input=${(event: Event) => {
          this[id] = (event.target as HTMLInputElement).value;
          this.#followSoon();
        }}
      />
    </div>`;
    const present = SIZE_IDS.find((id) => SIZES[id].width === this.width && SIZES[id].height === this.height);
    return html`<div class="field">
        <span class="label">${words.size}</span>
        <select
          aria-label=${words.size}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            const id = SIZE_IDS.find((one) => one === value);
            if (!id) return;
            this.width = SIZES[id].width;
            this.height = SIZES[id].height;
          }}
        >
          ${present ? nothing : html`<option value="" selected>${this.width} × ${this.height}</option>`}
          ${SIZE_IDS.map((id) => html`<option value=${id} ?selected=${id === present}>${words.sizes[id]}</option>`)}
        </select>
      </div>
      <div class="pair">${length('width', words.width)}${length('height', words.height)}</div>`;
  }

  #shows(): TemplateResult {
    const words = this.messages.takeAway.embed;
    const parts = [
      ['title', words.showTitle],
      ['legend', words.showLegend],
      ['controls', words.showControls],
    ] as const;
    return html`<fieldset>
      <legend>${words.shows}</legend>
      ${parts.map(
        ([part, word]) => html`<label class="check">
          <input
            type="checkbox"
            .checked=${this.options[part]}
            @change=${(event: Event) => this.#change({ [part]: (event.target as HTMLInputElement).checked })}
          />${word}
        </label>`,
      )}
    </fieldset>`;
  }

  #body(): TemplateResult {
    const { takeAway, browse } = this.messages;
    const words = takeAway.embed;
    const { options } = this;
    const snippet = this.#snippet();
    return html`<div class="dialog-body columns">
        <div>
          ${this.#sizeFields()}
          ${this.#select(
            'theme',
            words.theme,
            THEME_IDS.map((id) => [id, browse.themes[id]] as const),
            options.theme,
            (theme) => this.#change({ theme }),
          )}
          <div class="pair">
            ${this.#select(
              'mode',
              words.mode,
              [
                ['2d', words.modes['2d']],
                ['3d', words.modes['3d']],
              ],
              options.mode,
              (mode) => this.#change({ mode }),
            )}
            ${this.#select(
              'extent',
              words.extent,
              [
                ['plan', words.extentPlan],
                ['current', words.extentCurrent],
              ],
              this.hasCamera ? 'current' : 'plan',
              (extent) => {
                this.hasCamera = extent === 'current';
                this.#followSoon();
              },
            )}
            ${this.#select(
              'language',
              words.language,
              [
                ['zh-CN', words.languages['zh-CN']],
                ['en', words.languages.en],
              ],
              options.language,
              (language) => this.#change({ language }),
            )}
            ${this.#select(
              'appearance',
              words.appearance,
              [
                ['auto', words.appearances.auto],
                ['light', words.appearances.light],
                ['dark', words.appearances.dark],
              ],
              options.appearance,
              (appearance) => this.#change({ appearance }),
            )}
          </div>
          ${this.#shows()}
        </div>
        <div>
          <div class="preview">
            ${
              // A frame of its own for each address: where only the part behind # differs, a frame would not load anew.
              keyed(this.shownAddress, html`<iframe title=${words.previewTitle} src=${this.shownAddress}></iframe>`)
            }
            ${this.isLoading ? html`<p class="loading" role="status">${words.previewLoading}</p>` : nothing}
          </div>
          <div class="field">
            <label for="code">${words.code}</label>
            <textarea id="code" readonly spellcheck="false" .value=${snippet ?? ''}></textarea>
            ${snippet === undefined ? html`<p class="error" role="alert">${words.invalidSize}</p>` : nothing}
            <p class="soft small">${words.hint}</p>
            ${this.store.accepted.value.length > 0 ? html`<p class="small">${words.localPlan}</p>` : nothing}
            ${isOnlyHere(this.pageAddress) ? html`<p class="error small">${words.onlyHere}</p>` : nothing}
          </div>
        </div>
      </div>
      <div class="dialog-foot">
        <span role="status" class=${this.status?.isError ? 'error' : 'soft'}>${this.status?.text ?? ''}</span>
        <button type="button" class="primary" ?disabled=${snippet === undefined} @click=${() => void this.#copy()}>
          ${icon('copy')}${words.copy}
        </button>
      </div>`;
  }

  protected override render(): TemplateResult {
    const words = this.messages.takeAway.embed;
    return html`<dialog
      aria-labelledby="title"
      @close=${() => {
        this.isOpen = false;
        this.shownAddress = '';
      }}
    >
      <div class="dialog-head">
        <h2 id="title">${words.title}</h2>
        <button type="button" class="icon" aria-label=${words.close} @click=${() => this.#dialog?.close()}>${icon('close')}</button>
      </div>
      ${this.isOpen ? this.#body() : nothing}
    </dialog>`;
  }
}
customElements.define('park-embed-dialog', ParkEmbedDialog);

/** Whether a map below this node, in shadow roots too, has drawn all it has. */
function hasIdleMap(root: Document | ShadowRoot): boolean {
  if (root.querySelector('[data-map-idle]')) return true;
  return [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && hasIdleMap(shadowRoot));
}
