import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { type Orientation, PAPER_MILLIMETRES } from '../../sheet/picture_layout.ts';
import { type PictureSheetInput, planPictureSheet } from '../../sheet/picture_sheet.ts';
import { roundScaleUp } from '../../sheet/scale_bar.ts';
import { saveFile } from '../clipboard.ts';
import { icon } from '../icons.ts';
import { textOf } from '../names.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { tokens } from '../styles/tokens.ts';
import { SurfaceElement } from '../surface_element.ts';
import { drawPicture, type PictureRequest, pictureFile } from './draw_picture.ts';
import {
  fittingScale,
  formatOf,
  OFFERED_SCALES,
  PICTURE_SIZES,
  type PictureSize,
  pictureNotes,
  pictureSymbols,
  safeFileName,
  wholePlanView,
} from './picture_choices.ts';

const PREVIEW_WIDTH_PIXELS = 760;
const PREVIEW_DELAY_MILLISECONDS = 300;

/** N of 1:N around the middle of the screen; what the screen shows; the whole plan. */
type PictureScale = number | 'screen' | 'plan';
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
    preview: { state: true },
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
  declare preview: 'working' | 'ready' | 'failed';
  declare status: Status;

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
        grid-template-columns: 17rem minmax(0, 1fr);
        gap: var(--space-4);
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-2);
      }
      .field input,
      .field select {
        width: 100%;
      }
      .preview {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-3);
        border-radius: var(--radius-small);
        background: var(--surface-sunk);
      }
      canvas {
        max-width: 100%;
        max-height: 62vh;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      canvas.working {
        opacity: 0.5;
      }
      progress {
        width: 8rem;
        height: 0.5rem;
        accent-color: var(--accent);
      }
      @media (max-width: 800px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
        .preview {
          order: -1;
        }
        canvas {
          max-height: 32vh;
        }
      }
    `,
  ];

  #timer: ReturnType<typeof setTimeout> | undefined;
  #previewing: AbortController | undefined;
  #working: AbortController | undefined;
  #previewed = '';
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
    this.preview = 'working';
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
    this.#previewed = '';
    this.scale = this.#showsWholePlan() ? 'plan' : 'screen';
    this.isOpen = true;
    void this.updateComplete.then(() => this.#dialog?.showModal());
  }

  /** A file's name says which size of the picture it holds: A4 and A3 lie side by side in a folder. */
  get #suggestedName(): string {
    return `${this.#baseName}-${this.messages.takeAway.picture.fileSizes[this.size]}`;
  }

  #setSize(size: PictureSize): void {
    const isOwnName = this.fileName !== this.#suggestedName;
    this.size = size;
    if (!isOwnName) this.fileName = this.#suggestedName;
  }

  close(): void {
    this.#dialog?.close();
  }

  #onClose(): void {
    this.isOpen = false;
    clearTimeout(this.#timer);
    this.#previewing?.abort();
    this.#working?.abort();
  }

  get #isPaper(): boolean {
    return this.size === 'A4' || this.size === 'A3';
  }

  get #isPitched(): boolean {
    const { camera, mode } = this.store.view.value;
    return mode === '3d' && (camera?.pitch ?? 0) > 0.5;
  }

  get #screen(): { width: number; height: number } {
    return this.store.map.value?.sizeCssPixels?.() ?? { width: innerWidth, height: innerHeight };
  }

  /** Whether the screen shows no less than the whole plan: then that is what is meant, and it may fill the sheet. */
  #showsWholePlan(): boolean {
    const screenScale = this.store.scaleDenominator.value;
    const { bearing = 0 } = this.store.view.value.camera ?? {};
    if (screenScale === undefined || Math.abs(bearing) > 0.5) return false;
    const sheet = this.#sheet();
    const whole = wholePlanView(sheet, this.store.plan.value);
    return whole !== undefined && fittingScale(sheet, screenScale, this.#screen) >= whole.scaleDenominator;
  }

  #sheet(): PictureSheetInput {
    const { store } = this;
    const theme = store.theme.value;
    // What is printed is printed on white.
    const isDark = !this.#isPaper && this.isDark;
    return {
      format: formatOf(this.size, this.orientation, this.#screen),
      language: this.language,
      appearance: isDark ? 'dark' : 'light',
      title: this.titleText,
      ...(this.subtitleText.trim() !== '' && { subtitle: this.subtitleText }),
      manifest: store.plan.value.manifest,
      ...(this.hasLegend && theme && { legend: theme }),
      symbols: pictureSymbols(store.plan.value, store.view.value, isDark, this.messages),
      notes: pictureNotes(store.view.value, store.origin.value, this.messages),
    };
  }

  #request(): PictureRequest {
    const sheet = this.#sheet();
    if (!this.#isPaper || this.#isPitched) return { sheet };
    if (typeof this.scale === 'number') return { sheet, scaleDenominator: this.scale };
    const whole = this.scale === 'plan' ? wholePlanView(sheet, this.store.plan.value) : undefined;
    if (whole) {
      const { longitude, latitude, scaleDenominator } = whole;
      return { sheet, scaleDenominator, camera: { longitude, latitude, zoom: 0, bearing: 0, pitch: 0 } };
    }
    const screenScale = this.store.scaleDenominator.value;
    return screenScale === undefined
      ? { sheet }
      : { sheet, scaleDenominator: roundScaleUp(fittingScale(sheet, screenScale, this.#screen)) };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.isOpen || this.isWorking) return;
    const { size, orientation, titleText, subtitleText, hasLegend, scale, language } = this;
    const key = JSON.stringify([size, orientation, titleText, subtitleText, hasLegend, scale, language]);
    if (key === this.#previewed) return;
    this.#previewed = key;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#drawPreview(), PREVIEW_DELAY_MILLISECONDS);
  }

  async #drawPreview(): Promise<void> {
    this.#previewing?.abort();
    const controller = new AbortController();
    this.#previewing = controller;
    const map = this.store.map.value;
    if (!map) {
      this.preview = 'failed';
      return;
    }
    this.preview = 'working';
    try {
      const request = { ...this.#request(), widthPixels: PREVIEW_WIDTH_PIXELS };
      const { canvas } = await drawPicture(map, request, controller.signal);
      const shown = this.renderRoot.querySelector('canvas');
      if (!shown || controller.signal.aborted) return;
      shown.width = canvas.width;
      shown.height = canvas.height;
      shown.getContext('2d')?.drawImage(canvas, 0, 0);
      this.preview = 'ready';
    } catch {
      if (!controller.signal.aborted) this.preview = 'failed';
    }
  }

  /** Draws the picture in full; undefined when it was cancelled or failed, which is then said. */
  async #make(): Promise<Blob | undefined> {
    const words = this.messages.takeAway.picture;
    const map = this.store.map.value;
    if (!map) {
      this.status = { tone: 'error', text: words.noMap };
      return undefined;
    }
    this.#previewing?.abort();
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
      const detail = error instanceof Error ? error.message : String(error);
      this.status = controller.signal.aborted
        ? { tone: 'soft', text: words.cancelled }
        : { tone: 'error', text: fill(words.failed, { detail }) };
      return undefined;
    } finally {
      this.isWorking = false;
    }
  }

  async #save(): Promise<void> {
    const blob = await this.#make();
    if (!blob) return;
    const file = `${safeFileName(this.fileName, 'map')}.png`;
    saveFile(file, blob, 'image/png');
    const megabytes = formatNumber(blob.size / 1_000_000, this.language, 1);
    this.status = { tone: 'soft', text: fill(this.messages.takeAway.picture.saved, { file, megabytes }) };
  }

  async #copy(): Promise<void> {
    const words = this.messages.takeAway.picture;
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
    const words = this.messages.takeAway.picture;
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
        this.#isPaper
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
    const words = this.messages.takeAway.picture;
    const canChoose = this.#isPaper && !this.#isPitched;
    const number = (value: number) => `1:${formatNumber(value, this.language, 0)}`;
    const fitted = (scale: PictureScale) =>
      canChoose && this.scale === scale && request.scaleDenominator ? ` · ${number(request.scaleDenominator)}` : '';
    const fitWords = this.#isPitched ? words.scaleFitPitched : this.#isPaper ? words.scaleFit : words.scaleFitScreen;
    const screenScale = this.store.scaleDenominator.value;
    const isCut =
      canChoose &&
      typeof this.scale === 'number' &&
      screenScale !== undefined &&
      this.scale < fittingScale(request.sheet, screenScale, this.#screen) * 0.999;
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
    const words = this.messages.takeAway.picture;
    const request = this.#request();
    const layout = planPictureSheet(request.sheet);
    const { format } = request.sheet;
    const paper = format.kind === 'paper' ? PAPER_MILLIMETRES[format.paper] : undefined;
    const millimetres =
      paper && (this.orientation === 'landscape' ? paper : { width: paper.height, height: paper.width });
    const pixels = { width: layout.widthPixels, height: layout.heightPixels };
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
        <div class="preview">
          <canvas
            role="img"
            width="760"
            height="537"
            class=${this.preview === 'working' ? 'working' : ''}
            aria-label=${fill(words.previewAlt, { title: this.titleText, ...pixels })}
          ></canvas>
          <p class="small soft" role="status">
            ${this.preview === 'working' ? words.previewWorking : this.preview === 'failed' ? words.previewFailed : words.preview}
            · ${fill(words.pixels, pixels)}${millimetres ? ` · ${fill(words.paper, millimetres)}` : ''}
          </p>
        </div>
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
    const words = this.messages.takeAway.picture;
    return html`<dialog aria-labelledby="title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="title">${words.title}</h2>
        <button type="button" class="icon" aria-label=${words.close} @click=${() => this.close()}>${icon('close')}</button>
      </div>
      ${this.isOpen ? this.#body() : nothing}
    </dialog>`;
  }
}
customElements.define('park-picture-dialog', ParkPictureDialog);
