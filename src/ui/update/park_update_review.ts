import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FeatureChange } from '../../core/compare/types.ts';
import type { Diagnostic, Finding, Severity } from '../../core/plan/findings.ts';
import { LAYER_IDS, type LayerId } from '../../core/plan/types.ts';
import type { PartialLayer } from '../../core/read/partial_layers.ts';
import type { SourceChoices } from '../../core/read/types.ts';
import type { UpdateReview } from '../../core/service.ts';
import { fill } from '../../messages/fill.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import type { UpdateState } from '../../state/store.ts';
import { icon } from '../icons.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { reviewStyles } from './review_styles.ts';
import { countByLayer, countErrors, FeatureFinder, whyNotAcceptable } from './review_words.ts';
import './park_change_table.ts';
import './park_finding_list.ts';
import { OMIT } from './park_sources.ts';

type ReviewState = Extract<UpdateState, { step: 'review' }>;
const TABS = ['diagnostics', 'changes', 'findings'] as const;
type Tab = (typeof TABS)[number];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
/** Above this share of a layer, what an update removes is called out: the file may hold only a part of the layer. */
const MANY_REMOVED_SHARE = 0.3;
/** Above this share it is not accepted before the person has said that it is meant. */
const CONFIRMED_REMOVED_SHARE = 0.5;

/**
 * The review of an update, beside the map: summary, diagnostics, changes, findings new and gone; accept or discard. Shown while
 * `store.update` is in the step `review`.
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

  constructor() {
    super();
    this.folded = false;
    this.isIncomplete = false;
    this.isConfirmed = false;
    this.parts = [];
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

  #showShape(geometry: Finding['evidence'], severity: Severity): void {
    if (!geometry) return;
    // On a narrow page the review covers the map: fold it, so that what was asked for is seen.
    const isNarrow = matchMedia('(max-width: 640px)').matches;
    if (isNarrow) this.folded = true;
    const cover = isNarrow ? undefined : this.renderRoot.querySelector('section')?.getBoundingClientRect();
    // The map brings a new spotlight into sight by itself.
    this.store.spotlight.value = { geometry, severity, ...(cover && { cover }) };
  }

  #shapeOf(finding: Finding): Finding['evidence'] {
    return finding.evidence ?? this.#finder?.geometry(finding.layer, finding.feature);
  }

  #finish(action: () => unknown): void {
    this.store.spotlight.value = undefined;
    void action();
  }

  #answerLayers(event: Event, undecided: readonly string[]): void {
    event.preventDefault();
    const answers = new Map<string, SourceChoices>();
    for (const select of this.renderRoot.querySelectorAll<HTMLSelectElement>('.undecided select')) {
      const layer = LAYER_IDS.find((id) => id === select.value);
      const file = select.dataset.file;
      if (file === undefined) continue;
      if (layer) answers.set(file, { layer, omitted: false });
      else if (select.value === OMIT) answers.set(file, { omitted: true });
    }
    const isNothingUsed = [...answers.values()].every(({ omitted }) => omitted);
    this.isIncomplete = isNothingUsed || undecided.some((file) => !answers.has(file));
    if (!this.isIncomplete) void this.store.reviseUpdate({ choices: Object.fromEntries(answers) });
  }

  #undecided({ undecided, sources }: UpdateReview['reading']): TemplateResult | typeof nothing {
    if (undecided.length === 0) return nothing;
    // Of a drawing's many layers a few are wanted: the others are left out unless something else is said.
    const parts = new Set(sources.filter(({ isPart }) => isPart).map(({ name }) => name));
    const { update, browse } = this.messages;
    const words = update.undecided;
    return html`<form class="undecided" @submit=${(event: Event) => this.#answerLayers(event, undecided)}>
      <h3>${words.title}</h3>
      <p class="soft">${words.hint}</p>
      ${undecided.map(
        (file, index) => html`<div class="field">
          <label for="layer-${index}">${fill(words.select, { file })}</label>
          <select id="layer-${index}" data-file=${file}>
            <option value="">${words.choose}</option>
            ${LAYER_IDS.map((layer) => html`<option value=${layer}>${browse.layerNouns[layer]}</option>`)}
            <option value=${OMIT} ?selected=${parts.has(file)}>${readingMessagesOf(this.language).review.sources.leaveOut}</option>
          </select>
        </div>`,
      )}
      ${this.isIncomplete ? html`<p class="error" role="alert">${words.incomplete}</p>` : nothing}
      <button type="submit" class="primary">${words.submit}</button>
    </form>`;
  }

  /** How the files were understood; folded away unless something is to be looked at. */
  #sources({ reading: { sources, unplaced } }: UpdateReview): TemplateResult | typeof nothing {
    const isNotable = sources.some(
      ({ format, coordinates, fields }) =>
        format !== 'geojson' ||
        coordinates?.state !== 'geographic' ||
        coordinates.proposal !== undefined ||
        fields.some(({ how }) => how !== 'canonical'),
    );
    if (!isNotable) return nothing;
    return html`<park-sources .store=${this.store} .sources=${sources} .unplaced=${unplaced}></park-sources>`;
  }

  #mode({ mode, review }: ReviewState): TemplateResult | typeof nothing {
    const words = this.messages.update.mode;
    if (review.reading.layers.length === 0) return nothing;
    return html`<fieldset class="mode">
      <legend>${words.title}</legend>
      <div class="segmented" role="group" aria-label=${words.title}>
        ${(['replace', 'merge'] as const).map(
          (one) => html`<button
            type="button"
            aria-pressed=${mode === one}
            @click=${() => one !== mode && void this.store.reviseUpdate({ mode: one })}
          >
            ${words[one]}
          </button>`,
        )}
      </div>
      <p class="soft small">${mode === 'replace' ? words.replaceHint : words.mergeHint}</p>
    </fieldset>`;
  }

  #verdict({ review }: ReviewState, reason: string | undefined): TemplateResult {
    const words = this.messages.update.summary;
    const features = review.changes?.features ?? [];
    const count = (kind: FeatureChange['kind']) => features.filter((change) => change.kind === kind).length;
    const errors = countErrors(review.reading.diagnostics);
    const isUnchanged = features.length === 0 && (review.changes?.manifest.length ?? 0) === 0;
    const text =
      review.reading.undecided.length + review.reading.unplaced.length > 0
        ? words.waiting
        : !review.reading.candidate
          ? errors > 0
            ? fill(words.blocked, { errors })
            : (reason ?? '')
          : isUnchanged
            ? words.none
            : fill(words.ready, {
                added: count('added'),
                removed: count('removed'),
                changed: count('changed'),
                new: review.findingsNew.length,
                gone: review.findingsGone.length,
              });
    const newErrors = review.findingsNew.filter(({ severity }) => severity === 'error').length;
    const tone =
      !review.reading.candidate && errors > 0
        ? 'bad'
        : isUnchanged || reason
          ? 'plain'
          : newErrors > 0
            ? 'warn'
            : 'good';
    return html`<p class="verdict ${tone}">
      ${text}${newErrors > 0 ? ` ${fill(words.newErrors, { errors: newErrors })}` : ''}
    </p>`;
  }

  #counts(review: UpdateReview): TemplateResult | typeof nothing {
    const { update, browse } = this.messages;
    const words = update.summary;
    const counts = countByLayer(review.changes?.features ?? []);
    if (counts.length === 0) return nothing;
    return html`<table class="counts">
      <thead>
        <tr>
          <th scope="col">${words.layer}</th>
          <th scope="col" class="number">${words.added}</th>
          <th scope="col" class="number">${words.removed}</th>
          <th scope="col" class="number">${words.changed}</th>
        </tr>
      </thead>
      <tbody>
        ${counts.map(
          ({ layer, added, removed, changed }) => html`<tr>
            <th scope="row">${browse.layerNouns[layer]}</th>
            <td class="number">${added}</td>
            <td class="number">${removed}</td>
            <td class="number">${changed}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** Layers of which replacing deletes at least this share. */
  #removals({ mode, review }: ReviewState, share: number): { layer: LayerId; removed: number; total: number }[] {
    if (mode !== 'replace') return [];
    return countByLayer(review.changes?.features ?? []).flatMap(({ layer, removed }) => {
      const total = this.store.plan.value.layers[layer].length;
      return total > 0 && removed / total >= share ? [{ layer, removed, total }] : [];
    });
  }

  #removedMany(state: ReviewState): TemplateResult | typeof nothing {
    const { update, browse } = this.messages;
    const many = this.#removals(state, MANY_REMOVED_SHARE);
    if (many.length === 0) return nothing;
    const confirmed = this.#removals(state, CONFIRMED_REMOVED_SHARE);
    const removed = confirmed.reduce((sum, one) => sum + one.removed, 0);
    return html`${many.map(
      ({ layer, ...data }) =>
        html`<p class="verdict warn">${fill(update.summary.removedMany, { ...data, layer: browse.layerNouns[layer] })}</p>`,
    )}${
      confirmed.length === 0
        ? nothing
        : html`<label class="confirm">
            <input
              type="checkbox"
              .checked=${this.isConfirmed}
              @change=${(event: Event) => {
                this.isConfirmed = (event.target as HTMLInputElement).checked;
              }}
            />
            ${fill(update.summary.confirmRemoved, { removed })}
          </label>`
    }`;
  }

  /** Why the update is merged where nobody asked for that. */
  #merged({ mode }: ReviewState): TemplateResult[] {
    if (mode !== 'merge') return [];
    const { update, browse } = this.messages;
    return this.parts.map(({ layer, givenCount, presentCount }) => {
      const data = { layer: browse.layerNouns[layer], given: givenCount, present: presentCount };
      return html`<p class="verdict plain">${fill(update.summary.mergedPart, data)}</p>`;
    });
  }

  #tabCount(tab: Tab, review: UpdateReview): number {
    if (tab === 'diagnostics') return review.reading.diagnostics.length;
    if (tab === 'changes') return (review.changes?.features.length ?? 0) + (review.changes?.manifest.length ?? 0);
    return review.findingsNew.length + review.findingsGone.length;
  }

  /** The tab a person needs first: what is wrong, else what changes. */
  #activeTab(review: UpdateReview): Tab {
    if (this.tab) return this.tab;
    return review.reading.candidate ? 'changes' : 'diagnostics';
  }

  #onTabKey(event: KeyboardEvent, tab: Tab): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    if (!next) return;
    this.tab = next;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus());
  }

  #tabs(review: UpdateReview): TemplateResult {
    const words = this.messages.update.tabs;
    const active = this.#activeTab(review);
    return html`<div class="segmented tabs" role="tablist" aria-label=${this.messages.update.summary.title}>
        ${TABS.map(
          (tab) => html`<button
            type="button"
            role="tab"
            id="tab-${tab}"
            aria-selected=${tab === active}
            aria-controls="tab-panel"
            tabindex=${tab === active ? 0 : -1}
            @click=${() => {
              this.tab = tab;
            }}
            @keydown=${(event: KeyboardEvent) => this.#onTabKey(event, tab)}
          >
            ${words[tab]} <span class="soft">${this.#tabCount(tab, review)}</span>
          </button>`,
        )}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby="tab-${active}" tabindex="0">${this.#tabBody(active, review)}</div>`;
  }

  #tabBody(tab: Tab, review: UpdateReview): TemplateResult {
    const { update } = this.messages;
    if (tab === 'changes')
      return html`<park-change-table
        .changes=${review.changes ?? { features: [], manifest: [] }}
        .finder=${this.#finder}
        .language=${this.language}
        @park-show-change=${(event: CustomEvent<FeatureChange>) =>
          this.#showShape(this.#finder?.geometry(event.detail.layer, event.detail.feature), 'info')}
      ></park-change-table>`;
    if (tab === 'diagnostics') {
      const { diagnostics } = review.reading;
      return diagnostics.length === 0
        ? html`<p class="soft">${update.diagnostics.none}</p>`
        : html`<div class="severities row">
              ${SEVERITIES.map((severity) => {
                const count = diagnostics.filter((item) => item.severity === severity).length;
                return count > 0
                  ? html`<span class="badge ${severity}">${update.severity[severity]} ${count}</span>`
                  : nothing;
              })}
            </div>
            ${this.#findingList(diagnostics)}`;
    }
    const { findingsNew, findingsGone } = review;
    if (findingsNew.length + findingsGone.length === 0) return html`<p class="soft">${update.findings.none}</p>`;
    return html`<h3>${update.findings.new} <span class="soft">${findingsNew.length}</span></h3>
      ${findingsNew.length > 0 ? this.#findingList(findingsNew) : html`<p class="soft">${update.findings.noneNew}</p>`}
      <h3>${update.findings.gone} <span class="soft">${findingsGone.length}</span></h3>
      ${findingsGone.length > 0 ? this.#findingList(findingsGone) : html`<p class="soft">${update.findings.noneGone}</p>`}`;
  }

  #findingList(items: readonly Diagnostic[]): TemplateResult {
    return html`<park-finding-list
      .items=${items}
      .language=${this.language}
      .canShow=${(item: Finding) => this.#shapeOf(item) !== undefined}
      @park-show-finding=${(event: CustomEvent<Finding>) =>
        this.#showShape(this.#shapeOf(event.detail), event.detail.severity)}
    ></park-finding-list>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.store.update.value;
    if (state.step !== 'review') return nothing;
    const { update } = this.messages;
    const { review } = state;
    const isConfirmed = this.isConfirmed || this.#removals(state, CONFIRMED_REMOVED_SHARE).length === 0;
    const reason = whyNotAcceptable(review, update) ?? (isConfirmed ? undefined : update.reasons.unconfirmed);
    const files = state.files.map(({ name }) => name).join(this.language === 'en' ? ', ' : '、');
    return html`<section role="dialog" aria-modal="false" aria-labelledby="title">
      <div class="dialog-head">
        <h2 id="title" tabindex="-1">${update.summary.title}</h2>
        <button
          type="button"
          class="icon"
          aria-expanded=${!this.folded}
          aria-label=${this.folded ? update.restore : update.minimise}
          title=${this.folded ? update.restore : update.minimise}
          @click=${() => {
            this.folded = !this.folded;
          }}
        >
          ${icon(this.folded ? 'up' : 'down')}
        </button>
      </div>
      ${
        this.folded
          ? nothing
          : html`<div class="dialog-body">
              <p class="files soft small">${fill(update.workingOn, { files })} · ${fill(update.summary.features, { count: review.reading.featureCount })}</p>
              <div role="status">${this.#verdict(state, reason)}</div>
              ${this.#undecided(review.reading)} ${this.#sources(review)} ${this.#merged(state)} ${this.#removedMany(state)} ${this.#mode(state)}
              ${this.#counts(review)} ${this.#tabs(review)}
            </div>`
      }
      <div class="dialog-foot">
        <span class="reason soft small" id="reason">${reason ?? ''}</span>
        <button type="button" class="outlined" @click=${() => this.#finish(() => this.store.cancelUpdate())}>${update.discard}</button>
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
