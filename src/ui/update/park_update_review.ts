import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FeatureChange, PlotChange } from '../../core/compare/types.ts';
import type { Diagnostic, Finding, Severity } from '../../core/plan/findings.ts';
import type { Geometry } from '../../core/plan/types.ts';
import type { PartialLayer } from '../../core/read/partial_layers.ts';
import type { ChoicesBySource } from '../../core/read/types.ts';
import type { UpdateReview } from '../../core/service.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { textOf } from '../../messages/in_language.ts';
import { messagesOf } from '../../messages/index.ts';
import { listText } from '../../messages/list_text.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { countPlaces } from '../../sheet/issue_list.ts';
import { createRememberedMappings } from '../../state/remembered_mappings.ts';
import { geometryOfChange, reachOfChanges } from '../compare/comparison_drawing.ts';
import type { ComparisonPart } from '../compare/park_comparison.ts';
import { ReviewRoom } from '../compare/review_room.ts';
import { minimiseButton } from '../minimise_button.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { acrossLayersChoice } from './across_layers_choice.ts';
import { missingFieldsChoice } from './missing_fields_choice.ts';
import { modeChoice } from './mode_choice.ts';
import { drawingOfReview } from './review_on_map.ts';
import { reviewStyles } from './review_styles.ts';
import {
  CONFIRMED_REMOVED_SHARE,
  isNotable,
  isRefused,
  layerCounts,
  mergedNote,
  type ReviewState,
  refusedSteps,
  removalsOf,
  removedMany,
  verdict,
} from './review_summary.ts';
import { reviewTabs } from './review_tabs.ts';
import { FeatureFinder, whyNotAcceptable } from './review_words.ts';
import { undecidedForm } from './undecided_form.ts';
import { unreadableChoice } from './unreadable_choice.ts';
import '../compare/park_comparison.ts';
import './park_change_table.ts';
import './park_finding_list.ts';
import './park_issue_list.ts';
import './park_sources.ts';

const TABS = ['diagnostics', 'plots', 'rollUps', 'changes', 'findings'] as const;
type Tab = (typeof TABS)[number];

/**
 * The review of an update, beside the map: summary, issues, changed plots, sums, every change, findings new and gone; accept or
 * discard. Shown while `store.update` is in the step `review`; what changes is drawn on the map meanwhile.
 *
 * Event: `park-choose-files` when the person wants to hand in other files.
 */
export class ParkUpdateReview extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    tab: { state: true },
    folded: { type: Boolean, reflect: true },
    isIncomplete: { state: true },
    isConfirmed: { state: true },
    parts: { attribute: false },
  };
  declare tab: Tab | undefined;
  declare folded: boolean;
  declare isIncomplete: boolean;
  /** The person has said that a large part of a layer is to go. */
  declare isConfirmed: boolean;
  /** Layers the update seems to hold a part of: why it is merged. */
  declare parts: readonly PartialLayer[];

  static override styles = [controls, dialogStyles, reviewStyles];

  #shownReview: UpdateReview | undefined;
  #finder: FeatureFinder | undefined;
  #drawn: UpdateReview | undefined;
  #isInSight = false;
  readonly #room = new ReviewRoom();
  /** What was said of files with the same fields in earlier visits. */
  readonly #memory = createRememberedMappings(() => globalThis.localStorage);

  constructor() {
    super();
    this.folded = false;
    this.isIncomplete = false;
    this.isConfirmed = false;
    this.parts = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#draw(undefined);
    this.#room.follow(undefined, this.store);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const state = this.store.update.peek();
    const review = state.step === 'review' ? state.review : undefined;
    if (review === this.#shownReview) return;
    this.#shownReview = review;
    this.#finder = review && new FeatureFinder(this.store.plan.peek(), review.reading.candidate);
    this.tab = undefined;
    this.isIncomplete = false;
    this.isConfirmed = false;
    if (review) this.folded = false;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#room.follow(this.renderRoot.querySelector('section') ?? undefined, this.store);
    this.#draw(this.#shownReview);
  }

  /** Puts the review's changes on the map, and takes them away with it. When they come first they are brought into sight. */
  #draw(review: UpdateReview | undefined): void {
    if (review === this.#drawn) return;
    this.#drawn = review;
    const { store } = this;
    const drawing = review && drawingOfReview(review, { plan: store.plan.peek(), analysis: store.analysis.peek() });
    store.reviewDrawing.value = drawing;
    const reach = drawing && reachOfChanges(drawing, store.plan.peek());
    // The same files read another way leave the map where a person has moved it.
    if (reach && !this.#isInSight) store.map.peek()?.keepInSight(reach);
    this.#isInSight = drawing !== undefined && (this.#isInSight || reach !== undefined);
  }

  #showShape(geometry: Finding['evidence'], severity: Severity): void {
    if (!geometry) return;
    // The map stands beside the review, or above it, and brings a new spotlight into sight by itself.
    // An outline: a filled spot would lie over the very change.
    this.store.spotlight.value = { geometry, severity, isOutlined: true };
  }

  #shapeOf(finding: Finding): Finding['evidence'] {
    return finding.evidence ?? this.#finder?.geometry(finding.layer, finding.feature);
  }

  #finish(action: () => unknown): void {
    this.store.spotlight.value = undefined;
    void action();
  }

  /** How the files were understood; left out where there is nothing to look at. */
  #sources({ reading: { sources, unplaced } }: UpdateReview): TemplateResult | typeof nothing {
    if (!sources.some(isNotable)) return nothing;
    return html`<park-sources
      .store=${this.store}
      .sources=${sources}
      .unplaced=${unplaced}
      .memory=${this.#memory}
      @park-show-candidate=${(event: CustomEvent<{ outline: Geometry }>) => this.#showShape(event.detail.outline, 'info')}
    ></park-sources>`;
  }

  #tabCount(tab: Tab, review: UpdateReview): number | undefined {
    if (tab === 'diagnostics') return countPlaces(review.reading.diagnostics);
    if (tab === 'plots') return review.comparison?.plots.length ?? 0;
    if (tab === 'changes') return (review.changes?.features.length ?? 0) + (review.changes?.manifest.length ?? 0);
    if (tab === 'findings') return review.findingsNew.length + review.findingsGone.length;
    return undefined;
  }

  /** The tab a person needs first: what is wrong, else which plots change, else what changes. */
  #activeTab(review: UpdateReview): Tab {
    if (this.tab) return this.tab;
    if (!review.reading.candidate) return 'diagnostics';
    return (review.comparison?.plots.length ?? 0) > 0 ? 'plots' : 'changes';
  }

  #tabs(state: ReviewState): TemplateResult {
    const { review } = state;
    const { tabs, summary } = messagesOf(this.language).update;
    const active = this.#activeTab(review);
    return reviewTabs<Tab>({
      tabs: TABS.map((id) => ({ id, title: tabs[id], count: this.#tabCount(id, review) })),
      active,
      label: summary.title,
      choose: (id) => {
        this.tab = id;
      },
      body: this.#tabBody(active, state),
    });
  }

  #tabBody(tab: Tab, state: ReviewState): TemplateResult {
    const { review } = state;
    switch (tab) {
      case 'plots':
      case 'rollUps':
        return this.#comparison(tab, state);
      case 'changes':
        return html`${layerCounts(review, this.language)}<park-change-table
          .changes=${review.changes ?? { features: [], manifest: [] }}
          .finder=${this.#finder}
          .language=${this.language}
          @park-show-change=${(event: CustomEvent<FeatureChange>) =>
            this.#showShape(this.#finder?.geometry(event.detail.layer, event.detail.feature), 'info')}
        ></park-change-table>`;
      case 'diagnostics':
        return html`<park-issue-list
          .items=${review.reading.diagnostics}
          .language=${this.language}
          .canShow=${this.#canShow}
          @park-show-finding=${this.#onShowFinding}
        ></park-issue-list>`;
      case 'findings':
        return this.#findings(review);
    }
  }

  #comparison(part: ComparisonPart, { review, files }: ReviewState): TemplateResult {
    const words = readingMessagesOf(this.language).review.plots;
    const { comparison, reading } = review;
    const before = this.store.plan.value;
    const after = reading.candidate;
    if (!comparison || !after) return html`<p class="soft">${words.none}</p>`;
    const { title, version } = before.manifest;
    const subtitle = fill(words.pageOf, {
      title: textOf(title, this.language),
      before: version,
      files: listText(
        files.map(({ name }) => name),
        this.language,
      ),
    });
    return html`<park-comparison
      .store=${this.store}
      .comparison=${comparison}
      .plans=${{ before, after }}
      .subtitle=${subtitle}
      .only=${part}
      .isOnMap=${true}
      @park-show-plot=${(event: CustomEvent<PlotChange>) =>
        this.#showShape(geometryOfChange(event.detail, { before, after }), 'info')}
    ></park-comparison>`;
  }

  #findings({ findingsNew, findingsGone }: UpdateReview): TemplateResult {
    const words = messagesOf(this.language).update.findings;
    if (findingsNew.length + findingsGone.length === 0) return html`<p class="soft">${words.none}</p>`;
    const list = (items: readonly Diagnostic[]) => html`<park-finding-list
      .items=${items}
      .language=${this.language}
      .canShow=${this.#canShow}
      @park-show-finding=${this.#onShowFinding}
    ></park-finding-list>`;
    return html`<h3>${words.new} <span class="soft">${findingsNew.length}</span></h3>
      ${findingsNew.length > 0 ? list(findingsNew) : html`<p class="soft">${words.noneNew}</p>`}
      <h3>${words.gone} <span class="soft">${findingsGone.length}</span></h3>
      ${findingsGone.length > 0 ? list(findingsGone) : html`<p class="soft">${words.noneGone}</p>`}`;
  }

  readonly #canShow = (item: Finding): boolean => this.#shapeOf(item) !== undefined;

  readonly #onShowFinding = (event: CustomEvent<Finding>): void =>
    this.#showShape(this.#shapeOf(event.detail), event.detail.severity);

  #body(state: ReviewState, reason: string | undefined): TemplateResult {
    const { language } = this;
    const { update } = messagesOf(this.language);
    const { review } = state;
    const { reading } = review;
    const plan = this.store.plan.value;
    const files = listText(
      state.files.map(({ name }) => name),
      language,
    );
    const confirmation = {
      isConfirmed: this.isConfirmed,
      confirm: (isConfirmed: boolean) => {
        this.isConfirmed = isConfirmed;
      },
    };
    const undecided = undecidedForm({
      reading,
      isIncomplete: this.isIncomplete,
      language,
      answer: (choices) => {
        this.isIncomplete = choices === undefined;
        if (choices) void this.store.reviseUpdate({ choices });
      },
    });
    const head = html`<p class="files soft small">${fill(update.workingOn, { files })}${
      reading.featureCount === 0
        ? nothing
        : html` · ${fill(update.summary.features, { count: formatNumber(reading.featureCount, language, 0) })}`
    }</p>
      <div role="status">${verdict(review, reason, language)}</div>`;
    const answer = (choices: ChoicesBySource) => void this.store.reviseUpdate({ choices });
    const across = acrossLayersChoice({ sources: reading.sources, language, answer });
    const unreadable = unreadableChoice({
      reading,
      language,
      answer,
    });
    // Of refused files there is nothing but what is wrong with them; how the files were understood may explain it.
    if (isRefused(review))
      return html`<div class="dialog-body">
        ${head} ${across} ${unreadable} ${refusedSteps(language, () => this.send('park-choose-files'))} 
        <h3 class="issues">${readingMessagesOf(language).review.issues.title}</h3>
        ${this.#tabBody('diagnostics', state)} ${this.#sources(review)}
      </div>`;
    return html`<div class="dialog-body">
      ${head} ${across} ${undecided} ${this.#sources(review)} ${mergedNote(state, this.parts, language)}
      ${removedMany(state, plan, confirmation, language)} ${unreadable} ${modeChoice(state, language, (mode) => void this.store.reviseUpdate({ mode }))}
      ${missingFieldsChoice({
        sources: reading.sources,
        memory: this.#memory,
        language,
        answer,
      })}
      ${this.#tabs(state)}
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.store.update.value;
    if (state.step !== 'review') return nothing;
    const { update } = messagesOf(this.language);
    const isConfirmed =
      this.isConfirmed || removalsOf(state, this.store.plan.value, CONFIRMED_REMOVED_SHARE).length === 0;
    const reason =
      whyNotAcceptable(state.review, this.language) ?? (isConfirmed ? undefined : update.reasons.unconfirmed);
    return html`<section role="dialog" aria-modal="false" aria-labelledby="title">
      <div class="dialog-head">
        <h2 id="title" tabindex="-1">${update.summary.title}</h2>
        ${minimiseButton(this.folded, update, () => {
          this.folded = !this.folded;
        })}
      </div>
      ${this.folded ? nothing : this.#body(state, reason)}
      <div class="dialog-foot">
        <span class="reason soft small" id="reason">${reason ?? nothing}</span>
        <button type="button" class="outlined discard" @click=${() => this.#finish(() => this.store.cancelUpdate())}>${update.discard}</button>
        <button
          type="button"
          class="primary accept"
          aria-disabled=${reason !== undefined}
          aria-describedby="reason"
          @click=${() => reason === undefined && this.#finish(() => this.store.acceptUpdate())}
        >
          ${update.accept}
        </button>
      </div>
    </section>`;
  }

  /** Puts the keyboard on the review's heading. */
  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}
customElements.define('park-update-review', ParkUpdateReview);
