import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { MOVED } from '../../map/review/review_marks.ts';
import { fill } from '../../messages/fill.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import type { PageBox } from '../../state/map_port.ts';
import { REVIEW_MODES, type ReviewDrawing, type ReviewMode, togglePick } from '../../state/review_drawing.ts';
import { icon } from '../icons.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { compareMapStyles } from './compare_map_styles.ts';
import { reachOfChanges } from './comparison_drawing.ts';
import { kindLegend } from './kind_legend.ts';
import { oldOutlineSwatch } from './kind_swatch.ts';
import { countCompared, countMarks } from './plot_change_rows.ts';
import './park_swipe.ts';

const BLINK_MILLISECONDS = 1000;
/** Below this the legend would leave nothing of the map: it stands folded until it is asked for. */
const ROOMY_WIDTH = 420;

/**
 * What stands on the map while two plans are held against each other: the choice between changes, old, new, swiping and blinking,
 * the line of the swipe, and the legend of the changes. It fills the map's box and lets the map's gestures through.
 *
 * Event: `park-compare-bar` once `barBox` can be asked for.
 */
export class ParkCompareMap extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    isPlaying: { state: true },
    isLegendOpen: { state: true },
  };
  declare isPlaying: boolean;
  declare isLegendOpen: boolean | undefined;

  static override styles = [controls, compareMapStyles];

  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.isPlaying = false;
    this.isLegendOpen = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  /** The box on the page of the bar that stands over the map's upper edge; undefined while there is none. */
  get barBox(): PageBox | undefined {
    return this.renderRoot.querySelector('.bar .segmented')?.getBoundingClientRect();
  }

  protected override firstUpdated(): void {
    this.send('park-compare-bar');
  }

  #change(change: Partial<ReviewDrawing>): void {
    const drawing = this.store.reviewDrawing.peek();
    if (drawing) this.store.reviewDrawing.value = { ...drawing, ...change };
  }

  #choose(mode: ReviewMode): void {
    this.#change({ mode, isBlinkAtNew: false });
    // Whoever asked the system for less motion starts a blink by hand.
    this.isPlaying = mode === 'blink' && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  #turn = (): void => this.#change({ isBlinkAtNew: !this.store.reviewDrawing.peek()?.isBlinkAtNew });

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const isBlinking = this.isPlaying && this.store.reviewDrawing.peek()?.mode === 'blink';
    if (!isBlinking) this.#stop();
    else this.#timer ??= setInterval(this.#turn, BLINK_MILLISECONDS);
  }

  /** Brings the changes into sight that are drawn. */
  #fit(drawing: ReviewDrawing): void {
    const reach = reachOfChanges(drawing);
    if (reach) this.store.map.value?.fitGeometry(reach);
    // So many that they have no marks lie all over the plan.
    else if (drawing.compared) this.store.map.value?.fitPlan();
  }

  #names(drawing: ReviewDrawing): { old: string; new: string } {
    const { review, versions } = readingMessagesOf(this.language);
    return drawing.before
      ? { old: versions.from, new: versions.to }
      : { old: review.map.before, new: review.map.after };
  }

  #bar(drawing: ReviewDrawing): TemplateResult {
    const words = readingMessagesOf(this.language).review.map;
    const names = this.#names(drawing);
    // Five words stand beside the zoom on a phone: what is compared is said in full by the panel and the hints.
    const { fromShort, toShort } = readingMessagesOf(this.language).versions;
    const labels: Record<ReviewMode, string> = {
      changes: words.changes,
      before: drawing.before ? fromShort : names.old,
      after: drawing.before ? toShort : names.new,
      swipe: words.swipe,
      blink: words.blink,
    };
    return html`<div class="bar">
      <div class="segmented" role="group" aria-label=${words.tools}>
        ${REVIEW_MODES.map(
          (mode) => html`<button
            type="button"
            data-mode=${mode}
            aria-pressed=${drawing.mode === mode}
            title=${fill(words.hints[mode], names)}
            @click=${() => this.#choose(mode)}
          >
            ${labels[mode]}
          </button>`,
        )}
      </div>
      ${drawing.mode === 'blink' ? this.#blink(drawing, names) : nothing}
    </div>`;
  }

  #blink(drawing: ReviewDrawing, names: { old: string; new: string }): TemplateResult {
    const words = readingMessagesOf(this.language).review.map;
    const { isPlaying } = this;
    const shown = drawing.isBlinkAtNew ? names.new : names.old;
    return html`<div class="blink">
      <button
        type="button"
        class="play"
        @click=${() => {
          this.isPlaying = !isPlaying;
        }}
      >
        ${icon(isPlaying ? 'pause' : 'play')}${isPlaying ? words.pause : words.play}
      </button>
      <button
        type="button"
        class="turn"
        ?disabled=${isPlaying}
        @click=${this.#turn}
      >
        ${words.turn}
      </button>
      <!-- Said only when a person turned it: once a second nobody wants to hear it. -->
      <strong class=${drawing.isBlinkAtNew ? 'new' : ''} aria-live=${isPlaying ? 'off' : 'polite'}>${shown}</strong>
    </div>`;
  }

  #legend(drawing: ReviewDrawing): TemplateResult | typeof nothing {
    const reading = readingMessagesOf(this.language);
    const words = reading.review.map;
    const { marks, compared } = drawing;
    const counts = compared ? countCompared(compared) : countMarks(marks);
    if (counts.length === 0) return nothing;
    const isOpen = this.isLegendOpen ?? this.getBoundingClientRect().width >= ROOMY_WIDTH;
    return html`<section class="legend" aria-label=${words.title}>
      <button
        type="button"
        class="head"
        aria-expanded=${isOpen}
        @click=${() => {
          this.isLegendOpen = !isOpen;
        }}
      >
        ${words.title}${icon(isOpen ? 'down' : 'up', 12)}
      </button>
      ${
        isOpen
          ? html`${kindLegend({
              counts,
              picked: drawing.kinds,
              words: reading,
              pick: (kind) =>
                this.#change({
                  kinds: togglePick(
                    drawing.kinds,
                    kind,
                    counts.map((one) => one.kind),
                  ),
                }),
            })}
            ${(compared ? counts.some(({ kind }) => MOVED.includes(kind)) : marks.some(({ isOld }) => isOld)) ? html`<p class="small">${oldOutlineSwatch()}${words.oldOutline}</p>` : nothing}
            <div class="foot row">
              <button type="button" class="link fit" @click=${() => this.#fit(drawing)}>${words.fit}</button>
            ${
              drawing.kinds.size > 0
                ? html`<button type="button" class="link" @click=${() => this.#change({ kinds: new Set() })}>${words.all}</button>`
                : nothing
            }</div>`
          : nothing
      }
    </section>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const drawing = this.store.reviewDrawing.value;
    if (!drawing) return nothing;
    const names = this.#names(drawing);
    return html`${drawing.after ? this.#bar(drawing) : nothing}
      ${
        drawing.after && drawing.mode === 'swipe'
          ? html`<park-swipe .store=${this.store} .oldName=${names.old} .newName=${names.new}></park-swipe>`
          : nothing
      }
      ${this.#legend(drawing)}`;
  }
}
customElements.define('park-compare-map', ParkCompareMap);
