import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { featureById } from '../../core/plan/feature_by_id.ts';
import { fill } from '../../messages/fill.ts';
import { icon } from '../icons.ts';
import { featureOf, landUseNameOf, nameOf } from '../names.ts';
import { PanelElement } from '../panel_element.ts';
import { SlicedAnswer } from '../sliced_answer.ts';
import { controls } from '../styles/controls.ts';
import { loadPinyin, type PinyinMatch } from './load_pinyin.ts';
import { buildSearchIndex, type SearchEntry, searchPlan } from './search_index.ts';

const RESULT_LIMIT = 12;
const NOTHING = { results: [], isPending: false };

/** Search over everything that has a number or a name: a combobox with a list of results. */
export class ParkSearch extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    text: { state: true },
    isOpen: { state: true },
    active: { state: true },
    pinyin: { state: true },
  };
  declare text: string;
  declare isOpen: boolean;
  declare active: number;
  declare pinyin: PinyinMatch | undefined;

  static override styles = [
    controls,
    css`
      :host {
        position: relative;
        display: block;
      }
      .field {
        position: relative;
      }
      .field svg {
        position: absolute;
        inset: 0 auto 0 0.5rem;
        margin-block: auto;
        color: var(--ink-soft);
        pointer-events: none;
      }
      input[type='search'] {
        width: 100%;
        min-height: 2rem;
        padding-inline-start: 1.875rem;
        appearance: none;
      }
      .results {
        position: absolute;
        inset: calc(100% + 4px) 0 auto;
        min-width: min(18rem, 100vw - 2rem);
        max-height: min(26rem, 60vh);
        overflow: auto;
        padding: var(--space-1);
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
        z-index: 20;
      }
      [role='option'] {
        display: flex;
        align-items: baseline;
        gap: var(--space-2);
        min-height: var(--target);
        padding: 0.25rem var(--space-2);
        border-radius: var(--radius-small);
        cursor: pointer;
      }
      [role='option'][aria-selected='true'] {
        background: var(--surface-selected);
      }
      .what {
        margin-inline-start: auto;
        color: var(--ink-soft);
        font-size: var(--text-small);
        white-space: nowrap;
      }
      .none {
        padding: var(--space-2);
        color: var(--ink-soft);
      }
    `,
  ];

  readonly #answered = () => this.requestUpdate();
  readonly #index = new SlicedAnswer(buildSearchIndex, this.#answered);
  readonly #found = new SlicedAnswer(searchPlan, this.#answered);
  #last: { index: readonly SearchEntry[]; results: readonly SearchEntry[] } | undefined;
  /** Enter was pressed before the answer was there. */
  #isAwaited = false;
  #loadsPinyin = false;

  constructor() {
    super();
    this.text = '';
    this.isOpen = false;
    this.active = 0;
    this.pinyin = undefined;
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.select();
    this.renderRoot.querySelector('input')?.focus();
  }

  async #loadPinyin(): Promise<void> {
    if (this.#loadsPinyin) return;
    this.#loadsPinyin = true;
    this.pinyin = await loadPinyin();
    this.#loadsPinyin = this.pinyin !== undefined;
  }

  /** What the text means. While a large plan is being looked through, what the text before meant. */
  #results(): { results: readonly SearchEntry[]; isPending: boolean } {
    const index = this.#index.ask(this.store.plan.value);
    const results = index && this.#found.ask(index, this.text, this.pinyin, RESULT_LIMIT);
    if (results) this.#last = { index, results };
    else if (index !== this.#last?.index) this.#last = undefined;
    return { results: this.#last?.results ?? [], isPending: !results };
  }

  #choose(entry: SearchEntry | undefined): void {
    if (!entry) return;
    this.isOpen = false;
    this.store.select(entry.ref);
    this.store.map.value?.fitFeature(entry.ref);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { results, isPending } = this.#results();
    this.#isAwaited = event.key === 'Enter' && isPending;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.isOpen = true;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = results.length === 0 ? 0 : (this.active + step + results.length) % results.length;
    } else if (event.key === 'Enter') {
      if (!isPending) this.#choose(results[this.active]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.isOpen && this.text) this.isOpen = false;
      else this.text = '';
    }
  }

  #what(entry: SearchEntry): string {
    const { language, words, store } = this;
    if (entry.ref.layer !== 'plots') return words.layerNouns[entry.ref.layer];
    const plot = featureById(store.plan.value, 'plots', entry.id);
    return plot ? landUseNameOf(plot, store.plan.value.manifest, language) : '';
  }

  #option(entry: SearchEntry, index: number): TemplateResult {
    const feature = featureOf(this.store.plan.value, entry.ref);
    const own = feature ? nameOf(feature, this.language) : entry.id;
    const name = entry.ref.layer === 'plots' && own !== entry.id ? `${entry.id} ${own}` : own;
    return html`<li
      id=${`option-${index}`}
      role="option"
      aria-selected=${index === this.active}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @pointermove=${() => {
        this.active = index;
      }}
      @click=${() => this.#choose(entry)}
    >
      <span>${name}</span>
      <span class="what">${this.#what(entry)}</span>
    </li>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#isAwaited || !this.isOpen) return;
    const { results, isPending } = this.#results();
    if (isPending) return;
    this.#isAwaited = false;
    this.#choose(results[this.active]);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const { results, isPending } = this.isOpen ? this.#results() : NOTHING;
    const isOpen = this.isOpen && this.text.trim() !== '';
    return html`
      <div class="field">
        ${icon('search')}
        <input
          type="search"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-label=${words.search.label}
          aria-autocomplete="list"
          aria-controls="results"
          aria-expanded=${isOpen}
          aria-activedescendant=${isOpen && results.length > 0 ? `option-${this.active}` : nothing}
          placeholder=${words.search.placeholder}
          .value=${this.text}
          @focus=${() => void this.#loadPinyin()}
          @input=${(event: Event) => {
            this.text = (event.target as HTMLInputElement).value;
            this.isOpen = true;
            this.active = 0;
          }}
          @keydown=${this.#onKey}
          @blur=${() => {
            this.isOpen = false;
          }}
        />
      </div>
      <ul id="results" class="results" role="listbox" aria-label=${words.search.label} ?hidden=${!isOpen || results.length === 0}>
        ${results.map((entry, index) => this.#option(entry, index))}
      </ul>
      ${
        isOpen && results.length === 0 && !isPending
          ? html`<div class="results none">${fill(words.search.none, { text: this.text.trim() })}</div>`
          : nothing
      }
      <span class="visually-hidden" role="status">
        ${isOpen && !isPending ? fill(words.search.results, { count: results.length }) : ''}
      </span>
    `;
  }
}
customElements.define('park-search', ParkSearch);
