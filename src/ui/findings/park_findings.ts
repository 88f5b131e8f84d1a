import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Diagnostic, Finding, Severity } from '../../core/plan/findings.ts';
import { remember } from '../../map/remember.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { formatFinding } from '../../messages/format_finding.ts';
import { loadRuleMessages, type RuleMessages, ruleMessagesOf } from '../../messages/rules.ts';
import { icon } from '../icons.ts';
import { nameInFindings } from '../names.ts';
import { PanelElement } from '../panel_element.ts';
import { stepInList } from '../panels/step_list.ts';
import { controls } from '../styles/controls.ts';
import { type FindingGroup, type Grouping, groupFindings } from './finding_groups.ts';
import {
  keysInList,
  type SeverityCounts,
  type SortedFindings,
  sameFinding,
  sortedFindingsOf,
  sumOf,
} from './finding_index.ts';
import { findingItem } from './finding_item.ts';
import { FindingMatches } from './finding_matches.ts';
import { findingStyles } from './finding_styles.ts';
import { findingTools } from './finding_tools.ts';
import { FindingsBefore } from './findings_before.ts';
import { ReasonDraft } from './reason_draft.ts';
import { saveReport } from './save_report.ts';
import { severityFilter } from './severity_filter.ts';

/** Of a group so many are shown at first: a list of thousands must not hold the page up. */
const SHOWN_OF_A_GROUP = 50;
/** And so many groups: by feature there may be as many as there are findings. */
const SHOWN_GROUPS = 50;

const countOf = ({ openCounts, acceptedCounts }: SortedFindings): number => sumOf(openCounts) + sumOf(acceptedCounts);

/**
 * Everything the checks found, worst first: grouped, filtered, stepped through, let stand with a reason, saved as a report. Choosing
 * one shows its spot on the map. Event: `park-finding`.
 */
export class ParkFindings extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    severity: { state: true },
    grouping: { state: true },
    text: { state: true },
    showsAccepted: { state: true },
    active: { state: true },
    asking: { state: true },
    isReasonMissing: { state: true },
    opened: { state: true },
    shownGroups: { state: true },
    loaded: { state: true },
  };
  declare severity: Severity | undefined;
  declare grouping: Grouping;
  declare text: string;
  declare showsAccepted: boolean;
  /** The finding itself: two gaps between the same phases have one key. */
  declare active: Diagnostic | undefined;
  /** The finding a reason is asked for. */
  declare asking: Diagnostic | undefined;
  declare isReasonMissing: boolean;
  /** How many of a group are shown where that is more than at first. */
  declare opened: ReadonlyMap<string, number>;
  declare shownGroups: number;
  declare loaded: RuleMessages | undefined;

  static override styles = [controls, findingStyles];

  readonly #ofSeverity = remember((list: readonly Diagnostic[], severity: Severity | undefined) =>
    severity ? list.filter((finding) => finding.severity === severity) : list,
  );
  readonly #countsOf = remember((list: readonly Diagnostic[]): SeverityCounts => {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity } of list) counts[severity] += 1;
    return counts;
  });
  readonly #grouped = remember(groupFindings);
  readonly #inOrder = remember((groups: readonly FindingGroup[]) => groups.flatMap(({ items }) => items));
  readonly #filter = new FindingMatches(() => this.requestUpdate());
  readonly #draft = new ReasonDraft();
  readonly #before = new FindingsBefore(() => this.requestUpdate());

  constructor() {
    super();
    this.severity = undefined;
    this.grouping = 'severity';
    this.text = '';
    this.showsAccepted = false;
    this.active = undefined;
    this.asking = undefined;
    this.isReasonMissing = false;
    this.opened = new Map();
    this.shownGroups = SHOWN_GROUPS;
    this.loaded = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const language = this.store.view.peek().language;
    const words = ruleMessagesOf(language);
    if (words) this.loaded = words;
    else
      void loadRuleMessages(language).then((brought) => {
        this.loaded = brought;
      });
    this.#before.follow(this.store.plan.peek());
    this.active = this.#present(this.active);
    this.asking = this.#present(this.asking);
    // The checks put others before it.
    if (this.asking) this.#reveal(this.asking);
    this.#draft.notePlace(this.shadowRoot ?? document);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.asking) this.#draft.restorePlace(this.shadowRoot ?? document);
  }

  /** The end of the checks brings all findings anew; while they run, one that is not there may still come. */
  #present(finding: Diagnostic | undefined): Diagnostic | undefined {
    if (!finding) return undefined;
    return sameFinding(finding, this.#sorted()) ?? (this.#isChecking ? finding : undefined);
  }

  get #isChecking(): boolean {
    const analysis = this.store.analysis.value;
    return !analysis || analysis.isChecking === true;
  }

  #sorted(): SortedFindings {
    return sortedFindingsOf(this.store);
  }

  /** What the filters let through, of every severity. */
  #matches(): readonly Diagnostic[] {
    const sorted = this.#sorted();
    const { text, language } = this;
    const { known } = this.#before;
    return this.#filter.ask(this.showsAccepted ? sorted.accepted : sorted.open, { text, known }, language);
  }

  #counts(): SeverityCounts {
    const matches = this.#matches();
    const sorted = this.#sorted();
    if (this.showsAccepted) return matches === sorted.accepted ? sorted.acceptedCounts : this.#countsOf(matches);
    return matches === sorted.open ? sorted.openCounts : this.#countsOf(matches);
  }

  #groups(): FindingGroup[] {
    return this.#grouped(this.#ofSeverity(this.#matches(), this.severity), this.grouping);
  }

  #shown(): readonly Diagnostic[] {
    return this.#inOrder(this.#groups());
  }

  /** Shows the next (1) or previous (−1) finding, going round at the ends. */
  step(direction: 1 | -1): void {
    const shown = this.#shown();
    const next = stepInList(shown, this.active, direction);
    if (next) this.#show(next);
  }

  /** The same for a key that was pressed: the keyboard goes along, so that what can be done about the finding is one step away. */
  stepByKey(direction: 1 | -1): void {
    this.step(direction);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-current="true"]')?.focus());
  }

  #show(finding: Diagnostic): void {
    this.active = finding;
    if (this.asking !== finding) this.asking = undefined;
    this.#reveal(finding);
    this.send<Finding>('park-finding', finding);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  /** A finding that is stepped to may stand behind those a group shows at first. */
  #reveal(finding: Diagnostic): void {
    for (const [index, { key, items }] of this.#groups().entries()) {
      const place = items.indexOf(finding);
      if (place >= 0 && index >= this.shownGroups) this.shownGroups = index + SHOWN_GROUPS;
      if (place < (this.opened.get(key) ?? SHOWN_OF_A_GROUP)) continue;
      this.opened = new Map(this.opened).set(key, place + SHOWN_OF_A_GROUP);
    }
  }

  #onKey(event: KeyboardEvent): void {
    const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (direction === 0 || !(event.target as HTMLElement).closest?.('button.finding')) return;
    event.preventDefault();
    this.stepByKey(direction);
  }

  async #letStand(event: SubmitEvent, finding: Diagnostic): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const reason = String(data.get('reason') ?? '').trim();
    const who = String(data.get('who') ?? '').trim();
    this.isReasonMissing = reason === '';
    if (this.isReasonMissing) {
      this.renderRoot.querySelector<HTMLElement>('textarea')?.focus();
      return;
    }
    const place = this.#placeOfActive();
    this.#draft.clear();
    this.asking = undefined;
    this.active = undefined;
    // Not once it is kept: by then the person may be writing the next reason.
    await Promise.all([this.store.letStand(finding, { reason, who }), this.#focusPlace(place)]);
  }

  async #takeUp(finding: Diagnostic): Promise<void> {
    const place = this.#placeOfActive();
    await Promise.all([this.store.takeUp(finding), this.#focusPlace(place)]);
  }

  /** Where the finding that is looked at stands in the list. */
  #placeOfActive(): number {
    const buttons = [...this.renderRoot.querySelectorAll('button.finding')];
    return buttons.findIndex((button) => button.getAttribute('aria-current') === 'true');
  }

  /** The finding has left the list, and the form that had the keyboard with it: on with what stands in its place. */
  async #focusPlace(place: number): Promise<void> {
    await this.updateComplete;
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('button.finding');
    (buttons[Math.max(0, place)] ?? buttons[buttons.length - 1])?.focus();
  }

  #askFor(finding: Diagnostic | undefined): void {
    this.asking = finding;
    this.#draft.clear();
    this.isReasonMissing = false;
    const next = finding ? 'textarea' : '.actions .link';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(next)?.focus());
  }

  #titleOf({ key, items }: FindingGroup): string {
    const { words } = this;
    const [first] = items;
    if (!first) return '';
    if (this.grouping === 'severity') return words.findings[first.severity];
    if (this.grouping === 'rule') return formatFinding({ ...first, data: {} }, this.language).title;
    if (key === '' || !first.layer) return this.loaded?.panel.noFeature ?? '';
    return this.#whereOf(first);
  }

  #whereOf({ layer, feature }: Diagnostic): string {
    const { words, language, store } = this;
    if (!layer) return words.findings.ofPlan;
    if (!feature) return words.layerNames[layer];
    return `${words.layerNouns[layer]} ${nameInFindings(store.plan.peek(), layer, feature, language)}`;
  }

  #item(finding: Diagnostic): TemplateResult {
    return findingItem(finding, {
      words: this.words.findings,
      rules: this.loaded,
      language: this.language,
      where: this.#whereOf(finding),
      isActive: finding === this.active,
      // A file's own trouble is mended in the file.
      isOfPlan: !this.store.diagnostics.includes(finding),
      asking: this.asking !== finding ? undefined : { isReasonMissing: this.isReasonMissing, draft: this.#draft },
      show: () => this.#show(finding),
      ask: (isAsked) => this.#askFor(isAsked ? finding : undefined),
      letStand: (event) => void this.#letStand(event, finding),
      takeUp: () => void this.#takeUp(finding),
    });
  }

  #group(group: FindingGroup): TemplateResult {
    const { key, items } = group;
    const shown = items.slice(0, this.opened.get(key) ?? SHOWN_OF_A_GROUP);
    const left = items.length - shown.length;
    const keys = keysInList(shown);
    return html`<h3>${this.#titleOf(group)} ${formatNumber(items.length, this.language)}</h3>
      <ul class="list">
        ${repeat(
          shown,
          (_, place) => keys[place],
          (finding) => this.#item(finding),
        )}
      </ul>
      ${
        left > 0 && this.loaded
          ? html`<button
              type="button"
              class="link"
              @click=${() => {
                this.opened = new Map(this.opened).set(key, shown.length + SHOWN_OF_A_GROUP);
              }}
            >
              ${fill(this.loaded.panel.showMore, { count: Math.min(left, SHOWN_OF_A_GROUP) })}
            </button>`
          : nothing
      }`;
  }

  #moreGroups(left: number): TemplateResult | typeof nothing {
    if (!this.loaded) return nothing;
    const count = formatNumber(Math.min(left, SHOWN_GROUPS), this.language);
    return html`<button
      type="button"
      class="link more-groups"
      @click=${() => {
        this.shownGroups += SHOWN_GROUPS;
      }}
    >
      ${fill(this.loaded.panel.showMoreGroups, { count, left: formatNumber(left, this.language) })}
    </button>`;
  }

  #tools(w: RuleMessages['panel']): TemplateResult {
    const { language, store } = this;
    const { acceptedCounts } = this.#sorted();
    return findingTools(w, language, {
      grouping: this.grouping,
      text: this.text,
      newOnly: this.#before.isComparing ? 'comparing' : this.#before.known !== undefined,
      hasVersions: store.accepted.value.length > 0,
      showsAccepted: this.showsAccepted,
      count: countOf(this.#sorted()),
      acceptedCount: sumOf(acceptedCounts),
      group: (grouping) => {
        this.shownGroups = SHOWN_GROUPS;
        this.grouping = grouping;
      },
      search: (text) => {
        this.text = text;
      },
      toggleNew: (isWanted) => (isWanted ? void this.#before.ask(store) : this.#before.drop()),
      showAccepted: (isWanted) => {
        this.showsAccepted = isWanted;
      },
      save: (format) => {
        const findings = [...store.diagnostics, ...(store.analysis.peek()?.findings ?? [])];
        if (this.loaded) void saveReport(format, store, { findings, language, words: this.loaded });
      },
    });
  }

  protected override render(): TemplateResult {
    const { language, words } = this;
    const isChecking = this.#isChecking;
    const isEmpty = countOf(this.#sorted()) === 0;
    if (isChecking && isEmpty) return html`<p class="soft" role="status">${words.app.checking}</p>`;
    if (isEmpty) return html`<p class="row">${icon('check')} ${words.findings.none}</p>`;
    const groups = this.#groups();
    const shown = this.#shown();
    const position = this.active === undefined ? -1 : shown.indexOf(this.active);
    return html`
      ${isChecking ? html`<p class="soft" role="status">${words.app.checking}</p>` : nothing}
      <div class="row spread">
        ${severityFilter(this.#counts(), {
          chosen: this.severity,
          words,
          language,
          choose: (severity) => {
            this.severity = severity;
          },
        })}
        <div class="row">
          <button type="button" class="icon outlined" aria-label=${words.findings.previous} title=${words.findings.previous} @click=${() => this.step(-1)}>
            ${icon('up')}
          </button>
          <button type="button" class="icon outlined" aria-label=${words.findings.next} title=${words.findings.next} @click=${() => this.step(1)}>
            ${icon('down')}
          </button>
        </div>
      </div>
      ${this.loaded && !isChecking ? this.#tools(this.loaded.panel) : nothing}
      <p class="row spread soft small">
        <span class="keys">${words.findings.keyboard}</span>
        <span class="position">
          ${
            position < 0
              ? ''
              : fill(words.findings.position, {
                  index: formatNumber(position + 1, language),
                  count: formatNumber(shown.length, language),
                })
          }
        </span>
      </p>
      <div @keydown=${this.#onKey}>
        ${
          shown.length === 0
            ? html`<p class="soft" role="status">${this.#filter.isPending ? this.loaded?.panel.filtering : this.loaded?.panel.noMatch}</p>`
            : repeat(
                groups.slice(0, this.shownGroups),
                (group) => group.key,
                (group) => this.#group(group),
              )
        }
        ${groups.length > this.shownGroups ? this.#moreGroups(groups.length - this.shownGroups) : nothing}
      </div>
    `;
  }
}
customElements.define('park-findings', ParkFindings);
