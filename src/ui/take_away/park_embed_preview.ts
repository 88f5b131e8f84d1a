import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { controls } from '../styles/controls.ts';

const FOLLOW_DELAY_MILLISECONDS = 400;
const IDLE_POLL_MILLISECONDS = 200;
/** After this the preview speaks for itself, also where it has no map to show. */
const LONGEST_LOADING_MILLISECONDS = 20_000;

/**
 * The embedded page as its reader will see it, with a word while its map is drawn.
 *
 * Properties: `address` of the embedded page, followed after a moment, so that typing does not start a map per key; `name` of the
 * frame and `loadingWords`, in the person's language.
 */
export class ParkEmbedPreview extends LitElement {
  static override properties = {
    address: { attribute: false },
    name: { attribute: false },
    loadingWords: { attribute: false },
    shown: { state: true },
    isLoading: { state: true },
  };
  declare address: string;
  declare name: string;
  declare loadingWords: string;
  declare shown: string;
  /** The map of the page that is shown is not drawn yet. */
  declare isLoading: boolean;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
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
        iframe {
          height: 14rem;
        }
      }
    `,
  ];

  #followTimer: ReturnType<typeof setTimeout> | undefined;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.address = '';
    this.name = '';
    this.loadingWords = '';
    this.shown = '';
    this.isLoading = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#followTimer);
    clearTimeout(this.#idleTimer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('address')) return;
    clearTimeout(this.#followTimer);
    if (this.shown === '') this.#follow();
    else this.#followTimer = setTimeout(() => this.#follow(), FOLLOW_DELAY_MILLISECONDS);
  }

  #follow(): void {
    if (this.address === this.shown) return;
    this.shown = this.address;
    this.#awaitMap();
  }

  /** The frame is loaded long before its map is drawn; the page in it is ours, and says when its map is idle. */
  #awaitMap(waitedMilliseconds = 0): void {
    this.isLoading = true;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      const page = this.renderRoot.querySelector('iframe')?.contentDocument;
      const isDrawn = page?.URL === this.shown && hasIdleMap(page);
      if (isDrawn || waitedMilliseconds >= LONGEST_LOADING_MILLISECONDS) this.isLoading = false;
      else this.#awaitMap(waitedMilliseconds + IDLE_POLL_MILLISECONDS);
    }, IDLE_POLL_MILLISECONDS);
  }

  protected override render(): TemplateResult {
    // A frame of its own for each address: where only the part behind # differs, a frame would not load anew.
    return html`${keyed(this.shown, html`<iframe title=${this.name} src=${this.shown}></iframe>`)}
    ${this.isLoading ? html`<p class="loading" role="status">${this.loadingWords}</p>` : nothing}`;
  }
}
customElements.define('park-embed-preview', ParkEmbedPreview);

/** Whether a map below this node, in shadow roots too, has drawn all it has. */
function hasIdleMap(root: Document | ShadowRoot): boolean {
  if (root.querySelector('[data-map-idle]')) return true;
  return [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && hasIdleMap(shadowRoot));
}
