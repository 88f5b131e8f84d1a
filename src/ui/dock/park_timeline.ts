import { css, html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { buildTimeline, type Timeline, type TimelineStep, totalsAt } from '../../core/timeline/timeline.ts';
import { fill } from '../../messages/fill.ts';
import { formatFixed, formatFloorArea, formatMonth, formatNumber } from '../../messages/format.ts';
import { icon } from '../icons.ts';
import { nameOfId } from '../names.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';

const PLAY_INTERVAL_MILLISECONDS = 1600;

/** Steps through the phases, or plays them, with running totals against the plan's targets. */
export class ParkTimeline extends PanelElement {
  static override properties = { ...PanelElement.properties, playing: { state: true } };
  declare playing: boolean;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        padding: var(--space-2) var(--space-3);
        align-items: stretch;
        container-type: inline-size;
      }
      .steps {
        display: flex;
        flex: 1 1 24rem;
        gap: var(--space-1);
        min-width: 0;
        align-items: stretch;
      }
      .track {
        display: flex;
        flex: 1;
        min-width: 0;
        overflow-x: auto;
        scrollbar-width: thin;
        padding: 2px;
      }
      .track button {
        position: relative;
        flex: 1 0 3.125rem;
        flex-direction: column;
        gap: 0;
        min-width: 0;
        padding: 0.25rem 0;
        border-radius: var(--radius-small);
        line-height: 1.3;
        border-bottom: 3px solid var(--border);
        border-end-start-radius: 0;
        border-end-end-radius: 0;
      }
      .track button.reached {
        border-bottom-color: var(--accent);
      }
      .track button.planned.reached {
        border-bottom-style: dashed;
      }
      .track .name {
        font-weight: 600;
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .track .date {
        font-size: var(--text-small);
        color: var(--ink-soft);
        white-space: normal;
        word-break: keep-all;
      }
      .totals {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, auto));
        gap: var(--space-3);
        flex: 1 1 27rem;
      }
      .totals dt {
        white-space: nowrap;
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      .totals dd {
        font-weight: 600;
        white-space: nowrap;
      }
      .totals svg {
        width: 100%;
        height: 4px;
        margin-top: 3px;
      }
      .totals rect {
        fill: var(--border);
      }
      .totals rect.in {
        fill: var(--accent);
      }
      /* Six phases side by side: smaller, and on a telephone in a row of their own. */
      @container (max-width: 31rem) {
        .totals {
          grid-template-columns: repeat(2, 1fr);
          flex-basis: 100%;
        }
        .steps {
          flex-basis: 100%;
        }
        .track button {
          font-size: var(--text-small);
        }
        .track .name {
          font-size: 0.6875rem;
        }
        .whole {
          width: 3.25rem;
          padding: 0 0.25rem;
          white-space: normal;
          text-wrap: balance;
          line-height: 1.2;
        }
      }
      @container (max-width: 26rem) {
        .steps {
          flex-wrap: wrap;
        }
        .track {
          order: 1;
          flex: 1 0 100%;
        }
        .whole {
          flex: 1;
        }
      }
    `,
  ];

  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.playing = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const current = this.renderRoot.querySelector('.track [aria-pressed="true"]');
    const track = current?.parentElement;
    if (!(current instanceof HTMLElement) || !track || track.scrollWidth <= track.clientWidth) return;
    track.scrollLeft = current.offsetLeft - track.offsetLeft - (track.clientWidth - current.offsetWidth) / 2;
  }

  #timeline(): Timeline {
    return buildTimeline(this.store.plan.value, this.store.ledger.value);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.playing = false;
  }

  #play(): void {
    const { steps } = this.#timeline();
    const first = steps[0];
    if (!first) return;
    const present = this.viewPart('timelineStep');
    if (present === undefined || present >= (steps.at(-1)?.sequence ?? 0)) this.store.setTimelineStep(first.sequence);
    this.playing = true;
    this.#timer = setInterval(() => {
      if (!this.move(1)) this.#stop();
    }, PLAY_INTERVAL_MILLISECONDS);
  }

  /** Goes to the next (1) or previous (−1) phase; false when there is none. Before the first stands the whole plan. */
  move(direction: 1 | -1): boolean {
    const sequences = this.#timeline().steps.map(({ sequence }) => sequence);
    const present = this.viewPart('timelineStep');
    const next =
      direction === 1
        ? sequences.find((sequence) => present === undefined || sequence > present)
        : sequences.filter((sequence) => present !== undefined && sequence < present).at(-1);
    if (next === undefined && (direction === 1 || present === undefined)) return false;
    this.store.setTimelineStep(next);
    return true;
  }

  #date(step: TimelineStep): string {
    const { words } = this;
    if (!step.opens) return words.timeline.noDate;
    return step.openingStatus === 'planned' ? `${step.opens} ${words.timeline.planned}` : step.opens;
  }

  #step(step: TimelineStep): TemplateResult {
    const { language, store } = this;
    const present = this.viewPart('timelineStep');
    const isReached = present === undefined || step.sequence <= present;
    const names = step.phases.map((id) => nameOfId(store.plan.value, 'phases', id, language)).join(' · ');
    return html`<button
      type="button"
      class=${`${isReached ? 'reached' : ''} ${step.openingStatus === 'planned' ? 'planned' : ''}`}
      aria-pressed=${present === step.sequence}
      title=${step.opens ? `${names} · ${formatMonth(step.opens, language)}` : names}
      @click=${() => {
        this.#stop();
        store.setTimelineStep(present === step.sequence ? undefined : step.sequence);
      }}
    >
      <span class="name">${names}</span>
      <span class="date">${this.#date(step)}</span>
    </button>`;
  }

  #whole(present: number | undefined): TemplateResult {
    return html`<button
      type="button"
      class="outlined whole"
      aria-pressed=${present === undefined}
      @click=${() => {
        this.#stop();
        this.store.setTimelineStep(undefined);
      }}
    >
      ${this.words.timeline.whole}
    </button>`;
  }

  #total(
    name: string,
    value: string,
    share: number | undefined,
    target: string | undefined,
    hint: string,
  ): TemplateResult {
    return html`<div title=${hint}>
      <dt>${name}${target ? ` ${fill(this.words.timeline.ofTarget, { target })}` : nothing}</dt>
      <dd>${value}</dd>
      ${
        share === undefined
          ? nothing
          : svg`<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4"></rect>
              <rect class="in" width=${Math.min(100, share * 100)} height="4"></rect></svg>`
      }
    </div>`;
  }

  protected override render(): TemplateResult {
    const { language, words, store } = this;
    const timeline = this.#timeline();
    if (timeline.steps.length === 0) return html`<p class="soft">${words.timeline.none}</p>`;
    const present = this.viewPart('timelineStep');
    const totals = totalsAt(timeline, present);
    const { whole, targets } = timeline;
    const number = (value: number) => formatNumber(Math.round(value), language, 0);
    // One unit at every step, so that the running figure can be followed.
    const squareKilometres = (value: number) => `${formatFixed(value / 1_000_000, language, 2)} km²`;
    const share = (value: number, target: number | undefined) => (target ? value / target : undefined);
    const hasLedger = store.ledger.value !== undefined;
    return html`
      <div class="steps" role="group" aria-label=${words.timeline.title}>
        <button
          type="button"
          class="icon outlined"
          aria-label=${this.playing ? words.timeline.pause : words.timeline.play}
          title=${this.playing ? words.timeline.pause : words.timeline.play}
          @click=${() => (this.playing ? this.#stop() : this.#play())}
        >
          ${icon(this.playing ? 'pause' : 'play')}
        </button>
        <div class="track">
          ${timeline.steps.map((step) => this.#step(step))}
        </div>
        ${this.#whole(present)}
      </div>
      <dl class="totals" aria-live=${this.playing ? 'off' : 'polite'}>
        ${this.#total(
          words.timeline.area,
          squareKilometres(totals.areaSquareMetres),
          share(totals.areaSquareMetres, targets.areaSquareMetres),
          targets.areaSquareMetres === undefined ? undefined : squareKilometres(targets.areaSquareMetres),
          words.timeline.areaBasis,
        )}
        ${this.#total(
          words.timeline.gfa,
          hasLedger ? formatFloorArea(totals.gfaCapacitySquareMetres, language) : '…',
          share(totals.gfaCapacitySquareMetres, whole.gfaCapacitySquareMetres),
          undefined,
          words.timeline.gfaBasis,
        )}
        ${this.#total(
          words.timeline.people,
          number(totals.people),
          share(totals.people, targets.people),
          targets.people === undefined ? undefined : number(targets.people),
          words.timeline.people,
        )}
        ${this.#total(
          words.timeline.companies,
          number(totals.companies),
          share(totals.companies, targets.companies),
          targets.companies === undefined ? undefined : number(targets.companies),
          words.timeline.companies,
        )}
      </dl>
    `;
  }
}
customElements.define('park-timeline', ParkTimeline);
