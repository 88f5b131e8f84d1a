import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../../messages/fill.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { planPictureSheet } from '../../sheet/picture_sheet.ts';
import type { MapPort } from '../../state/map_port.ts';
import { controls } from '../styles/controls.ts';
import { drawPicture, type PictureRequest } from './draw_picture.ts';
import { millimetresOf } from './picture_request.ts';

const WIDTH_PIXELS = 760;
const DELAY_MILLISECONDS = 300;

/**
 * A picture as it will be, drawn small, with its size in pixels and on paper.
 *
 * Properties: `map`, `request`, `language`; `made`, of what the request is made: another one is drawn anew, after a moment; `isHeld`,
 * while the map is wanted for the picture itself.
 */
export class ParkPicturePreview extends LitElement {
  static override properties = {
    map: { attribute: false },
    request: { attribute: false },
    language: { attribute: false },
    made: { attribute: false },
    isHeld: { attribute: false },
    state: { state: true },
  };
  declare map: MapPort | undefined;
  declare request: PictureRequest;
  declare language: Language;
  declare made: string;
  declare isHeld: boolean;
  declare state: 'working' | 'ready' | 'failed';

  static override styles = [
    controls,
    css`
      :host {
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
      @media (max-width: 800px) {
        canvas {
          max-height: 32vh;
        }
      }
    `,
  ];

  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawing: AbortController | undefined;
  #drawn = '';

  constructor() {
    super();
    this.isHeld = false;
    this.state = 'working';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#drawing?.abort();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('isHeld') && this.isHeld) this.#breakOff();
    if (this.isHeld || this.made === this.#drawn) return;
    this.#drawn = this.made;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#draw(), DELAY_MILLISECONDS);
  }

  /** What is broken off is drawn when the map is free again. */
  #breakOff(): void {
    clearTimeout(this.#timer);
    this.#drawing?.abort();
    if (this.state === 'working') this.#drawn = '';
  }

  async #draw(): Promise<void> {
    this.#drawing?.abort();
    const controller = new AbortController();
    this.#drawing = controller;
    if (!this.map) {
      this.state = 'failed';
      return;
    }
    this.state = 'working';
    try {
      const { canvas } = await drawPicture(this.map, { ...this.request, widthPixels: WIDTH_PIXELS }, controller.signal);
      const shown = this.renderRoot.querySelector('canvas');
      if (!shown || controller.signal.aborted) return;
      shown.width = canvas.width;
      shown.height = canvas.height;
      shown.getContext('2d')?.drawImage(canvas, 0, 0);
      this.state = 'ready';
    } catch {
      if (!controller.signal.aborted) this.state = 'failed';
    }
  }

  protected override render(): TemplateResult {
    const words = messagesOf(this.language).takeAway.picture;
    const { request, state } = this;
    const { widthPixels, heightPixels } = planPictureSheet(request.sheet);
    const pixels = { width: widthPixels, height: heightPixels };
    const millimetres = millimetresOf(request);
    const said = { working: words.previewWorking, failed: words.previewFailed, ready: words.preview }[state];
    return html`<canvas
        role="img"
        width="760"
        height="537"
        class=${state === 'working' ? 'working' : ''}
        aria-label=${fill(words.previewAlt, { title: request.sheet.title, ...pixels })}
      ></canvas>
      <p class="small soft" role="status">
        ${said} · ${fill(words.pixels, pixels)}${millimetres ? ` · ${fill(words.paper, millimetres)}` : ''}
      </p>`;
  }
}
customElements.define('park-picture-preview', ParkPicturePreview);
