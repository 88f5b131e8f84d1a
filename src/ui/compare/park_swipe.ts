import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { icon } from '../icons.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';

const STEP = 0.02;
const LARGE_STEP = 0.1;

/**
 * The line between the old plan on the left and the new one on the right: dragged, or moved with the arrow keys. It fills the map's
 * box and lets everything through but the line.
 *
 * Properties: `oldName`, `newName`.
 */
export class ParkSwipe extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    oldName: { type: String },
    newName: { type: String },
  };
  declare oldName: string;
  declare newName: string;

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        overflow: hidden;
        pointer-events: none;
      }
      .line {
        position: absolute;
        inset-block: 0;
        inset-inline-start: calc(var(--share) * 100%);
        width: 2.75rem;
        margin-inline-start: -1.375rem;
        display: grid;
        place-items: center;
        pointer-events: auto;
        touch-action: none;
        cursor: ew-resize;
      }
      .line::before {
        content: '';
        position: absolute;
        inset-block: 0;
        width: 3px;
        background: var(--accent-line);
        box-shadow: 0 0 0 1px var(--surface);
      }
      .grip {
        position: relative;
        display: grid;
        place-items: center;
        width: 2.25rem;
        height: 2.25rem;
        border: 2px solid var(--accent-line);
        border-radius: 50%;
        background: var(--surface);
        color: var(--accent-line);
        box-shadow: var(--shadow);
      }
      .line:focus-visible {
        outline: none;
      }
      .line:focus-visible .grip {
        outline: 3px solid var(--accent-line);
        outline-offset: 2px;
      }
      .name {
        position: absolute;
        inset-block-end: 2.75rem;
        padding: 0 0.375rem;
        border-radius: var(--radius-small);
        background: var(--surface);
        box-shadow: var(--shadow);
        white-space: nowrap;
      }
      .old {
        inset-inline-end: calc((1 - var(--share)) * 100% + 0.625rem);
      }
      .new {
        inset-inline-start: calc(var(--share) * 100% + 0.625rem);
      }
      /* Above the folded legend. */
      @media (max-width: 640px) {
        .name {
          inset-block-end: 4.75rem;
        }
      }
      @media (forced-colors: active) {
        .line::before {
          background: CanvasText;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.oldName = '';
    this.newName = '';
  }

  #moveTo(share: number): void {
    this.store.swipeShare.value = Math.min(1, Math.max(0, share));
  }

  #onKey(event: KeyboardEvent): void {
    const share = this.store.swipeShare.peek();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: share - step,
      ArrowDown: share - step,
      ArrowRight: share + step,
      ArrowUp: share + step,
      PageDown: share - LARGE_STEP,
      PageUp: share + LARGE_STEP,
      Home: 0,
      End: 1,
    };
    const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
    if (target === undefined) return;
    // The page's own shortcuts use the arrows too.
    event.preventDefault();
    event.stopPropagation();
    this.#moveTo(target);
  }

  #onPointer(event: PointerEvent): void {
    const line = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') {
      if (event.button !== 0) return;
      line.setPointerCapture(event.pointerId);
    } else if (!line.hasPointerCapture(event.pointerId)) return;
    const { left, width } = this.getBoundingClientRect();
    if (width > 0) this.#moveTo((event.clientX - left) / width);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Through the object model: the page's policy allows no styles in attributes.
    this.style.setProperty('--share', String(this.store.swipeShare.peek()));
  }

  protected override render(): TemplateResult {
    const percent = Math.round(this.store.swipeShare.value * 100);
    const names = { old: this.oldName, new: this.newName };
    const words = readingMessagesOf(this.language).review.map;
    return html`<span class="name old" aria-hidden="true">${this.oldName}</span>
      <span class="name new" aria-hidden="true">${this.newName}</span>
      <div
        class="line"
        role="slider"
        tabindex="0"
        aria-orientation="horizontal"
        aria-label=${fill(words.swipeLabel, names)}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent}
        aria-valuetext=${fill(words.swipeValue, { ...names, percent: formatNumber(percent, this.language, 0) })}
        @keydown=${this.#onKey}
        @pointerdown=${this.#onPointer}
        @pointermove=${this.#onPointer}
      >
        <span class="grip">${icon('swipe')}</span>
      </div>`;
  }
}
customElements.define('park-swipe', ParkSwipe);
