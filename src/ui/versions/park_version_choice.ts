import { css, html, nothing, type TemplateResult } from 'lit';
import type { PlanComparison } from '../../core/compare/types.ts';
import type { Plan } from '../../core/plan/types.ts';
import { fill } from '../../messages/fill.ts';
import { textOf } from '../../messages/in_language.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { listText } from '../../messages/list_text.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import type { AcceptedStep } from '../../state/accepted_step.ts';
import { icon } from '../icons.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { versionStyles } from './version_styles.ts';
import '../compare/park_comparison.ts';

/** Two versions held against each other. */
export interface ComparedVersions {
  comparison: PlanComparison;
  before: Plan;
  after: Plan;
  /** Ids of the versions; undefined: the published plan. */
  ids: { before: string | undefined; after: string | undefined };
  names: { before: string; after: string };
}

export function nameOfVersion(step: AcceptedStep, language: Language): string {
  return step.name ?? (listText(step.files, language) || messagesOf(language).browse.status.noFiles);
}

export function timeOfVersion({ at }: AcceptedStep, language: Language): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** Which plans are compared, as it stands on a printed page. */
export function subtitleOf({ after, names }: ComparedVersions, language: Language): string {
  const { versionsOf } = readingMessagesOf(language).review.plots;
  return fill(versionsOf, { title: textOf(after.manifest.title, language), ...names });
}

/** Two of the kept versions are chosen and compared: what changes, in tables. Event: `park-compare-on-map` with both. */
export class ParkVersionChoice extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    from: { state: true },
    to: { state: true },
    compared: { state: true },
    isComparing: { state: true },
    status: { state: true },
  };
  /** Ids of the versions to compare; empty for the published plan, undefined until somebody chose. */
  declare from: string | undefined;
  declare to: string | undefined;
  declare compared: ComparedVersions | undefined;
  declare isComparing: boolean;
  declare status: string;

  static override styles = [
    controls,
    dialogStyles,
    versionStyles,
    css`
      :host {
        display: block;
        margin-block-start: var(--space-3);
      }
      h3 {
        margin-block: var(--space-2) var(--space-1);
      }
      select {
        width: 100%;
      }
    `,
  ];

  constructor() {
    super();
    this.isComparing = false;
    this.status = '';
  }

  /** The versions chosen; the last two where nobody chose, or where what was chosen is gone. */
  #chosen(): { from: string; to: string } {
    const steps = this.store.accepted.value;
    const own = (id: string | undefined, fallback: AcceptedStep | undefined) =>
      id !== undefined && (id === '' || steps.some((step) => step.id === id)) ? id : (fallback?.id ?? '');
    return { from: own(this.from, steps.at(-2)), to: own(this.to, steps.at(-1)) };
  }

  #find(id: string): AcceptedStep | undefined {
    return this.store.accepted.value.find((step) => step.id === id);
  }

  #nameOf(step: AcceptedStep | undefined): string {
    const { versions } = readingMessagesOf(this.language);
    return step
      ? `${timeOfVersion(step, this.language)} · ${nameOfVersion(step, this.language)}`
      : fill(versions.published, { version: this.store.published.manifest.version });
  }

  async #compare(): Promise<void> {
    const { from, to } = this.#chosen();
    const [old, young] = [this.#find(from), this.#find(to)];
    this.isComparing = true;
    this.status = '';
    try {
      this.compared = {
        comparison: await this.store.compareVersions(old?.id, young?.id),
        before: old?.plan ?? this.store.published,
        after: young?.plan ?? this.store.published,
        ids: { before: old?.id, after: young?.id },
        names: { before: this.#nameOf(old), after: this.#nameOf(young) },
      };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.status = fill(readingMessagesOf(this.language).versions.failed, { detail });
    } finally {
      this.isComparing = false;
    }
  }

  #choice(id: 'from' | 'to', chosen: string): TemplateResult {
    const words = readingMessagesOf(this.language).versions;
    return html`<div class="field">
      <label for=${id}>${words[id]}</label>
      <select
        id=${id}
        @change=${(event: Event) => {
          this[id] = (event.target as HTMLSelectElement).value;
        }}
      >
        ${[undefined, ...this.store.accepted.value].map(
          (step) =>
            html`<option value=${step?.id ?? ''} .selected=${(step?.id ?? '') === chosen}>${this.#nameOf(step)}</option>`,
        )}
      </select>
    </div>`;
  }

  #tables(compared: ComparedVersions): TemplateResult {
    const { versions } = readingMessagesOf(this.language);
    const { comparison, before, after } = compared;
    // One thing at a time on the map: an update under review is there already.
    const isFree = this.store.update.value.step === 'none';
    return html`<div class="row actions">
        <button type="button" class="primary on-map" ?disabled=${!isFree} @click=${() => this.send('park-compare-on-map', compared)}>
          ${icon('swipe')}${versions.onMap}
        </button>
      </div>
      <park-comparison
        .store=${this.store}
        .comparison=${comparison}
        .plans=${{ before, after }}
        .subtitle=${subtitleOf(compared, this.language)}
      ></park-comparison>`;
  }

  protected override render(): TemplateResult {
    const words = readingMessagesOf(this.language).versions;
    const { from, to } = this.#chosen();
    // Meanwhile something else may have been chosen, or a version be gone.
    const ids = this.compared?.ids;
    const compared = (ids?.before ?? '') === from && (ids?.after ?? '') === to ? this.compared : undefined;
    return html`<h3>${words.compareTitle}</h3>
      <div class="fields">${this.#choice('from', from)} ${this.#choice('to', to)}</div>
      <div class="row actions">
        <button
          type="button"
          class=${compared ? 'outlined' : 'primary'}
          ?disabled=${from === to}
          aria-disabled=${this.isComparing}
          @click=${() => !this.isComparing && void this.#compare()}
        >
          ${this.isComparing ? words.comparing : words.compare}
        </button>
        <span role="status" class="soft small">${this.status}</span>
      </div>
      ${compared ? this.#tables(compared) : nothing}`;
  }
}
customElements.define('park-version-choice', ParkVersionChoice);
