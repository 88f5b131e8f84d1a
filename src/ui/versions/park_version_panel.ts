import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FeatureChange, PlotChange } from '../../core/compare/types.ts';
import type { Geometry } from '../../core/plan/types.ts';
import { messagesOf } from '../../messages/index.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { comparisonDrawing, geometryOfChange, reachOfChanges } from '../compare/comparison_drawing.ts';
import { ReviewRoom } from '../compare/review_room.ts';
import { focusedElement } from '../focused_element.ts';
import { icon } from '../icons.ts';
import { minimiseButton } from '../minimise_button.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { tokens } from '../styles/tokens.ts';
import { SurfaceElement } from '../surface_element.ts';
import { reviewStyles } from '../update/review_styles.ts';
import { reviewTabs } from '../update/review_tabs.ts';
import { FeatureFinder } from '../update/review_words.ts';
import { type ComparedVersions, subtitleOf } from './park_version_choice.ts';
import '../compare/park_comparison.ts';
import '../update/park_change_table.ts';

const TABS = ['plots', 'rollUps', 'changes'] as const;

/**
 * Two versions beside the map, which shows both meanwhile: changes, old, new, swiped, blinking. It goes when it is closed, or when an
 * update comes under review.
 */
export class ParkVersionPanel extends SurfaceElement {
  static override properties = {
    ...SurfaceElement.properties,
    compared: { attribute: false },
    tab: { state: true },
    folded: { type: Boolean, reflect: true },
  };
  declare compared: ComparedVersions;
  declare tab: (typeof TABS)[number];
  declare folded: boolean;

  static override styles = [tokens, controls, dialogStyles, reviewStyles];

  readonly #room = new ReviewRoom();
  #finder: FeatureFinder | undefined;
  #isDrawn = false;
  #focusBefore: HTMLElement | undefined;

  constructor() {
    super();
    this.tab = 'plots';
    this.folded = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#room.follow(undefined, this.store);
    if (this.#isOwn()) this.store.reviewDrawing.value = undefined;
    this.store.spotlight.value = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('compared')) this.#finder = new FeatureFinder(this.compared.before, this.compared.after);
  }

  protected override firstUpdated(): void {
    const { before, after, comparison } = this.compared;
    this.#isDrawn = true;
    const drawing = {
      ...comparisonDrawing({
        before: { plan: before },
        after: { plan: after },
        changes: comparison.changes,
        comparison,
      }),
      before: { plan: before },
    };
    this.store.reviewDrawing.value = drawing;
    // What was looked at before is of the plan on the screen, and of neither version.
    this.store.spotlight.value = undefined;
    const reach = reachOfChanges(drawing, after);
    // The map gives way to this panel only now: what fits into it then is what counts.
    if (reach) this.store.map.peek()?.keepInSight(reach);
    else if (drawing.compared) this.store.map.peek()?.fitPlan();
    void this.#colour();
    // The dialogs that led here have given the keyboard back already.
    this.#focusBefore = focusedElement();
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  /** Escape closes it, unless it first empties a field of search. */
  #onKey(event: KeyboardEvent): void {
    const field = event.composedPath()[0];
    if (event.key !== 'Escape' || (field instanceof HTMLInputElement && field.value !== '')) return;
    event.preventDefault();
    this.#close();
  }

  #close(): void {
    this.remove();
    this.#focusBefore?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#room.follow(this.renderRoot.querySelector('section') ?? undefined, this.store);
    // An update that comes under review needs the map and the place at its side.
    if (this.store.update.peek().step === 'review') this.remove();
  }

  #isOwn(): boolean {
    return this.#isDrawn && this.store.reviewDrawing.peek()?.after?.plan === this.compared.after;
  }

  /** The themes' colours need what is computed of both plans; the changes are to be seen before that is there. */
  async #colour(): Promise<void> {
    const { before, after } = this.compared;
    try {
      const analyses = {
        before: await this.store.analyseVersion(before),
        after: await this.store.analyseVersion(after),
      };
      const drawing = this.store.reviewDrawing.peek();
      if (!drawing || !this.#isOwn() || !this.isConnected) return;
      this.store.reviewDrawing.value = {
        ...drawing,
        before: { plan: before, analysis: analyses.before },
        after: { plan: after, analysis: analyses.after },
      };
    } catch {
      // Both plans stay to be seen, without the colours of a theme.
    }
  }

  #show(geometry: Geometry | undefined): void {
    if (!geometry) return;
    this.store.spotlight.value = { geometry, severity: 'info', isOutlined: true };
  }

  #tabBody(): TemplateResult {
    const { language, compared } = this;
    const { comparison, before, after } = compared;
    if (this.tab === 'changes')
      return html`<park-change-table
        .changes=${comparison.changes}
        .finder=${this.#finder}
        .language=${language}
        @park-show-change=${(event: CustomEvent<FeatureChange>) =>
          this.#show(this.#finder?.geometry(event.detail.layer, event.detail.feature))}
      ></park-change-table>`;
    return html`<park-comparison
      .store=${this.store}
      .comparison=${comparison}
      .plans=${{ before, after }}
      .subtitle=${subtitleOf(compared, language)}
      .only=${this.tab}
      .isOnMap=${true}
      @park-show-plot=${(event: CustomEvent<PlotChange>) => this.#show(geometryOfChange(event.detail, { before, after }))}
    ></park-comparison>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { update } = messagesOf(this.language);
    const { versions, review } = readingMessagesOf(this.language);
    const { comparison, names } = this.compared;
    // Read here, so that an update under review is noticed.
    if (this.store.update.value.step === 'review') return nothing;
    const counts = { plots: comparison.plots.length, rollUps: undefined, changes: comparison.changes.features.length };
    return html`<section role="dialog" aria-modal="false" aria-labelledby="title" @keydown=${this.#onKey}>
      <div class="dialog-head">
        <h2 id="title" tabindex="-1">${versions.panelTitle}</h2>
        <span class="row">
          ${minimiseButton(this.folded, update, () => {
            this.folded = !this.folded;
          })}
          <button type="button" class="icon close" aria-label=${versions.close} title=${versions.close} @click=${this.#close}>
            ${icon('close')}
          </button>
        </span>
      </div>
      ${
        this.folded
          ? nothing
          : html`<div class="dialog-body">
              <dl class="compared">
                <dt>${versions.from}</dt>
                <dd>${names.before}</dd>
                <dt>${versions.to}</dt>
                <dd>${names.after}</dd>
              </dl>
              ${reviewTabs({
                tabs: TABS.map((id) => ({ id, title: update.tabs[id], count: counts[id] })),
                active: this.tab,
                label: review.plots.title,
                choose: (id) => {
                  this.tab = id;
                },
                body: this.#tabBody(),
              })}
            </div>`
      }
    </section>`;
  }
}
customElements.define('park-version-panel', ParkVersionPanel);
