import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../messages/fill.ts';
import type { Notice } from '../state/notice.ts';
import { icon } from './icons.ts';
import { PanelElement } from './panel_element.ts';
import { controls } from './styles/controls.ts';

const SHOWN_MILLISECONDS = 6000;
/** What a person must not miss stays until it is dismissed. */
const LASTING: ReadonlySet<Notice['key']> = new Set([
  'storageFailed',
  'acceptedUndescribed',
  'publishedIsNewer',
  'analysisFailed',
  'actionFailed',
  'partNotLoaded',
]);

/** Says what is being kept and what just happened, politely. What happened goes away by itself. */
export class ParkToast extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: auto 0 2.75rem;
        display: flex;
        justify-content: center;
        pointer-events: none;
      }
      /* The whole width, so that the toast's share of it is not taken of its own text. */
      [role='status'] {
        display: flex;
        flex: 1;
        flex-direction: column;
        align-items: center;
        gap: var(--space-2);
      }
      .toast,
      .keeping {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        max-width: min(32rem, calc(100% - 2rem));
        /* An address in what a program says has no place to break. */
        overflow-wrap: anywhere;
        padding: 0.375rem var(--space-3);
        border-radius: var(--radius);
        border: 1px solid var(--border);
        background: var(--surface);
        box-shadow: var(--shadow);
        pointer-events: auto;
      }
      .toast {
        padding-inline-end: 0.375rem;
      }
      /* Most of what is kept is kept before an eye could read this. */
      .keeping {
        color: var(--warning);
        animation: appear 0s 0.4s backwards;
      }
      @keyframes appear {
        from {
          visibility: hidden;
        }
      }
    `,
  ];

  #timer: ReturnType<typeof setTimeout> | undefined;
  #timed: Notice | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const notice = this.store.notice.peek();
    if (notice === this.#timed) return;
    this.#timed = notice;
    clearTimeout(this.#timer);
    if (!notice || LASTING.has(notice.key)) return;
    this.#timer = setTimeout(() => this.store.notify(undefined), SHOWN_MILLISECONDS);
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    const notice = store.notice.value;
    return html`<div role="status">
      ${store.isKeeping.value ? html`<span class="keeping">${words.notices.keeping}</span>` : nothing}
      ${
        notice
          ? html`<div class="toast">
              <span>${fill(words.notices[notice.key], notice.data ?? {})}</span>
              <button
                type="button"
                class="icon"
                aria-label=${words.notices.dismiss}
                @click=${() => store.notify(undefined)}
              >
                ${icon('close')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }
}
customElements.define('park-toast', ParkToast);
