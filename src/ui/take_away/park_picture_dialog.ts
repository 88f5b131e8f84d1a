import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { textOf } from '../../messages/in_language.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Orientation } from '../../sheet/picture_layout.ts';
import { planPictureSheet } from '../../sheet/picture_sheet.ts';
import { saveFile } from '../clipboard.ts';
import { dialogFrame, showModal } from '../dialog_frame.ts';
import { icon } from '../icons.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { tokens } from '../styles/tokens.ts';
import { SurfaceElement } from '../surface_element.ts';
import { dialogColumns } from './dialog_columns.ts';
import { drawPicture, type PictureRequest, pictureFile } from './draw_picture.ts';
import { OFFERED_SCALES, PICTURE_SIZES, type PictureSize, safeFileName } from './picture_choices.ts';
import {
  isPaper,
  isPitched,
  type PictureScale,
  type PictureWishes,
  requestOf,
  scaleOfScreen,
  showsWholePlan,
} from './picture_request.ts';
import './park_picture_preview.ts';

type Status = { tone: 'soft' | 'error'; text: string } | undefined;

/**
 * Makes a picture of the map with title, legend, scale, north arrow and status: to a file or the clipboard.
 *
 * Method: `show()`.
 */
export class ParkPictureDialog extends SurfaceElement {
  static override properties = {
    ...SurfaceElement.properties,
    isOpen: { state: true },
    size: { state: true },
    orientation: { state: true },
    titleText: { state: true },
    subtitleText: { state: true },
    hasLegend: { state: true },
    scale: { state: true },
    fileName: { state: true },
    isWorking: { state: true },
    status: { state: true },
  };
  declare isOpen: boolean;
  declare size: PictureSize;
  declare orientation: Orientation;
  declare titleText: string;
  declare subtitleText: string;
  declare hasLegend: boolean;
  declare scale: PictureScale;
  declare fileName: string;
  declare isWorking: boolean;
  declare status: Status;

  static override styles = [tokens, controls, dialogStyles, dialogColumns];

  #working: AbortController | undefined;
  #baseName = '';

  constructor() {
    super();
    this.isOpen = false;
    this.size = 'A4';
    this.orientation = 'landscape';
    this.titleText = '';
    this.subtitleText = '';
    this.hasLegend = true;
    this.scale = 'screen';
    this.fileName = '';
    this.isWorking = false;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  show(): void {
    const { manifest } = this.store.plan.value;
    const theme = this.words.themes[this.store.view.value.theme];
    this.titleText = textOf(manifest.title, this.language);
    this.subtitleText = theme;
    this.#baseName = safeFileName(`${this.titleText}-${theme}-${manifest.version}`, 'map');
    this.fileName = this.#suggestedName;
    this.status = undefined;
    this.scale = showsWholePlan(this.store, this.#wishes, messagesOf(this.language)) ? 'plan' : 'screen';
    this.isOpen = true;
    void this.updateComplete.then(() => showModal(this.#dialog));
  }

  /** A file's name says which size of the picture it holds: A4 and A3 lie side by side in a folder. */
  get #suggestedName(): string {
    return `${this.#baseName}-${messagesOf(this.language).takeAway.picture.fileSizes[this.size]}`;
  }

  #setSize(size: PictureSize): void {
    const isOwnName = this.fileName !== this.#suggestedName;
    this.size = size;
    if (!isOwnName) this.fileName = this.#suggestedName;
  }

  #onClose(): void {
    this.isOpen = false;
    this.#working?.abort();
    this.#working = undefined;
    this.isWorking = false;
  }

  get #wishes(): PictureWishes {
    const { size, orientation, titleText, subtitleText, hasLegend, scale, isDark } = this;
    return { size, orientation, titleText, subtitleText, hasLegend, scale, isDark };
  }

  #request(): PictureRequest {
    return requestOf(this.store, this.#wishes, messagesOf(this.language));
  }

  /** Draws the picture in full; undefined when it was cancelled or failed, which is then said. */
  async #make(): Promise<Blob | undefined> {
    const words = messagesOf(this.language).takeAway.picture;
    const map = this.store.map.value;
    if (!map) {
      this.status = { tone: 'error', text: words.noMap };
      return undefined;
    }
    const controller = new AbortController();
    this.#working = controller;
    const request = this.#request();
    const { widthPixels, heightPixels } = planPictureSheet(request.sheet);
    this.isWorking = true;
    this.status = { tone: 'soft', text: fill(words.making, { width: widthPixels, height: heightPixels }) };
    try {
      const picture = await drawPicture(map, request, controller.signal);
      this.status = { tone: 'soft', text: words.writing };
      const blob = await pictureFile(picture);
      controller.signal.throwIfAborted();
      return blob;
    } catch (error) {
      // The window has been shut, and may be open again and drawing another.
      if (this.#working !== controller) return undefined;
      const detail = error instanceof Error ? error.message : String(error);
      this.status = controller.signal.aborted
        ? { tone: 'soft', text: words.cancelled }
        : { tone: 'error', text: fill(words.failed, { detail }) };
      return undefined;
    } finally {
      if (this.#working === controller) this.isWorking = false;
    }
  }

  async #save(): Promise<void> {
    const blob = await this.#make();
    if (!blob) return;
    const file = `${safeFileName(this.fileName, 'map')}.png`;
    saveFile(file, blob, 'image/png');
    const megabytes = formatNumber(blob.size / 1_000_000, this.language, 1);
    this.status = { tone: 'soft', text: fill(messagesOf(this.language).takeAway.picture.saved, { file, megabytes }) };
  }

  async #copy(): Promise<void> {
    const words = messagesOf(this.language).takeAway.picture;
    if (!isSecureContext || typeof ClipboardItem === 'undefined') {
      this.status = { tone: 'error', text: words.notSecure };
      return;
    }
    let isMade = false;
    const made = this.#make().then((blob) => {
      if (!blob) throw new Error('cancelled');
      isMade = true;
      return blob;
    });
    try {
      // The promise is handed over at once: the permission belongs to this click, and the picture takes a while.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': made })]);
      this.status = { tone: 'soft', text: words.copied };
    } catch {
      await made.catch(() => undefined);
      // Where making it failed, that has been said already.
      if (isMade) this.status = { tone: 'error', text: words.copyRefused };
    }
  }

  #sizeFields(): TemplateResult {
    const words = messagesOf(this.language).takeAway.picture;
    return html`<div class="field">
        <label for="size">${words.size}</label>
        <select
          id="size"
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            this.#setSize(PICTURE_SIZES.find((size) => size === value) ?? 'A4');
          }}
        >
          ${PICTURE_SIZES.map((size) => html`<option value=${size} ?selected=${size === this.size}>${words.sizes[size]}</option>`)}
        </select>
      </div>
      ${
        isPaper(this.size)
          ? html`<fieldset>
              <legend>${words.orientation}</legend>
              <div class="segmented" role="group" aria-label=${words.orientation}>
                ${(['landscape', 'portrait'] as const).map(
                  (one) => html`<button
                    type="button"
                    aria-pressed=${this.orientation === one}
                    @click=${() => {
                      this.orientation = one;
                    }}
                  >
                    ${words[one]}
                  </button>`,
                )}
              </div>
            </fieldset>`
          : nothing
      }`;
  }

  #scaleField(request: PictureRequest): TemplateResult {
    const words = messagesOf(this.language).takeAway.picture;
    const canChoose = isPaper(this.size) && !isPitched(this.store);
    const number = (value: number) => `1:${formatNumber(value, this.language, 0)}`;
    const fitted = (scale: PictureScale) =>
      canChoose && this.scale === scale && request.scaleDenominator ? ` · ${number(request.scaleDenominator)}` : '';
    const fitWords = isPitched(this.store)
      ? words.scaleFitPitched
      : isPaper(this.size)
        ? words.scaleFit
        : words.scaleFitScreen;
    const fitting = scaleOfScreen(this.store, request.sheet);
    const isCut = canChoose && typeof this.scale === 'number' && fitting !== undefined && this.scale < fitting * 0.999;
    return html`<div class="field">
      <label for="scale">${words.scale}</label>
      <select
        id="scale"
        ?disabled=${!canChoose}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.scale = value === 'screen' || value === 'plan' ? value : Number(value);
        }}
      >
        <option value="screen" ?selected=${this.scale === 'screen' || !canChoose}>${fitWords}${fitted('screen')}</option>
        ${canChoose ? html`<option value="plan" ?selected=${this.scale === 'plan'}>${words.scalePlan}${fitted('plan')}</option>` : nothing}
        ${
          canChoose
            ? OFFERED_SCALES.map(
                (scale) => html`<option value=${scale} ?selected=${scale === this.scale}>${number(scale)}</option>`,
              )
            : nothing
        }
      </select>
      ${isCut ? html`<p class="small soft" role="status">${fill(words.cuts, { denominator: formatNumber(Number(this.scale), this.language, 0) })}</p>` : nothing}
    </div>`;
  }

  #textField(id: 'titleText' | 'subtitleText' | 'fileName', label: string): TemplateResult {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        type="text"
        id=${id}
        maxlength="120"
        .value=${this[id]}
        @input=${(event: Event) => {
          this[id] = (event.target as HTMLInputElement).value;
        }}
      />
    </div>`;
  }

  #body(): TemplateResult {
    const words = messagesOf(this.language).takeAway.picture;
    const request = this.#request();
    return html`<div class="dialog-body columns">
        <div>
          ${this.#sizeFields()} ${this.#scaleField(request)} ${this.#textField('titleText', words.titleText)}
          ${this.#textField('subtitleText', words.subtitleText)}
          <label class="check">
            <input
              type="checkbox"
              .checked=${this.hasLegend}
              @change=${(event: Event) => {
                this.hasLegend = (event.target as HTMLInputElement).checked;
              }}
            />${words.legend}
          </label>
          ${this.#textField('fileName', words.fileName)}
        </div>
        <park-picture-preview
          .map=${this.store.map.value}
          .request=${request}
          .language=${this.language}
          .made=${JSON.stringify([this.#wishes, this.language])}
          .isHeld=${this.isWorking}
        ></park-picture-preview>
      </div>
      <div class="dialog-foot">
        <span role="status" class=${this.status?.tone ?? ''}>${this.status?.text ?? ''}</span>
        ${
          this.isWorking
            ? html`<progress aria-label=${words.writing}></progress>
                <button type="button" class="outlined" @click=${() => this.#working?.abort()}>${words.cancel}</button>`
            : html`<button type="button" class="outlined" @click=${() => void this.#copy()}>${icon('copy')}${words.copy}</button>
                <button type="button" class="primary" @click=${() => void this.#save()}>${icon('save')}${words.make}</button>`
        }
      </div>`;
  }

  protected override render(): TemplateResult {
    const words = messagesOf(this.language).takeAway.picture;
    return dialogFrame({
      title: words.title,
      close: words.close,
      closed: () => this.#onClose(),
      content: this.isOpen ? this.#body() : undefined,
    });
  }
}
customElements.define('park-picture-dialog', ParkPictureDialog);
