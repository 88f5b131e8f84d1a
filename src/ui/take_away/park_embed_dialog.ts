import { css, html, nothing, type TemplateResult } from 'lit';
import { THEME_IDS } from '../../core/theme/types.ts';
import { textOf } from '../../messages/in_language.ts';
import { messagesOf } from '../../messages/index.ts';
import {
  type EmbedOptions,
  embedSnippet,
  encodeEmbedOptions,
  frameLength,
  isOnlyHere,
} from '../../state/embed_options.ts';
import { copyText } from '../clipboard.ts';
import { dialogFrame, showModal } from '../dialog_frame.ts';
import { icon } from '../icons.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { tokens } from '../styles/tokens.ts';
import { SurfaceElement } from '../surface_element.ts';
import { dialogColumns } from './dialog_columns.ts';
import './park_embed_preview.ts';

const SIZES = {
  small: { width: '480', height: '360' },
  medium: { width: '800', height: '500' },
  large: { width: '1200', height: '700' },
  wide: { width: '100%', height: '500' },
} as const;
const SIZE_IDS = ['small', 'medium', 'large', 'wide'] as const;

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
    status: { state: true },
  };
  declare pageAddress: string;
  declare isOpen: boolean;
  declare options: EmbedOptions;
  declare width: string;
  declare height: string;
  declare hasCamera: boolean;
  declare status: { isError: boolean; text: string } | undefined;

  static override styles = [
    tokens,
    controls,
    dialogStyles,
    dialogColumns,
    css`
      textarea {
        min-height: 6.5rem;
      }
    `,
  ];

  constructor() {
    super();
    this.pageAddress = location.href;
    this.isOpen = false;
    this.width = SIZES.medium.width;
    this.height = SIZES.medium.height;
    this.hasCamera = false;
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
    void this.updateComplete.then(() => showModal(this.#dialog));
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
    this.status = undefined;
  }

  async #copy(): Promise<void> {
    const words = messagesOf(this.language).takeAway.embed;
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
    const words = messagesOf(this.language).takeAway.embed;
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
          this.status = undefined;
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
      <div class="pair">${length('width', words.width)}${length('height', words.height)}</div>
      ${this.#snippet() === undefined ? html`<p class="error small" role="alert">${words.invalidSize}</p>` : nothing}`;
  }

  #shows(): TemplateResult {
    const words = messagesOf(this.language).takeAway.embed;
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
    const { takeAway, browse } = messagesOf(this.language);
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
                this.status = undefined;
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
          <park-embed-preview
            .address=${this.#address()}
            .name=${words.previewTitle}
            .loadingWords=${words.previewLoading}
          ></park-embed-preview>
          <div class="field">
            <label for="code">${words.code}</label>
            <textarea id="code" readonly spellcheck="false" .value=${snippet ?? ''}></textarea>
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
    const words = messagesOf(this.language).takeAway.embed;
    return dialogFrame({
      title: words.title,
      close: words.close,
      closed: () => {
        this.isOpen = false;
      },
      content: this.isOpen ? this.#body() : undefined,
    });
  }
}
customElements.define('park-embed-dialog', ParkEmbedDialog);
