import { css, html, nothing, type TemplateResult } from 'lit';
import { fill } from '../messages/fill.ts';
import { textOf } from '../messages/in_language.ts';
import type { Appearance } from '../state/view.ts';
import { canChooseFolder } from './file_chooser.ts';
import { type IconName, icon } from './icons.ts';
import type { Layout } from './layout.ts';
import { PanelElement } from './panel_element.ts';
import type { ParkSearch } from './search/park_search.ts';
import './search/park_search.ts';
import type { ShellAction } from './shell_actions.ts';
import { controls } from './styles/controls.ts';
import { switchLanguage } from './switch_language.ts';

const APPEARANCES: readonly Appearance[] = ['auto', 'light', 'dark'];

/**
 * The header: what plan this is, the search, and what can be done with the plan. On a phone (`phone`) the actions hide behind
 * one button; in a small frame (`compact`) only the title is left.
 */
export class ParkHeader extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    layout: { reflect: true },
    tableOpen: { attribute: false },
  };
  declare layout: Layout;
  declare tableOpen: boolean;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        min-height: 3rem;
        padding: 0.375rem var(--space-3);
        background: var(--surface);
        border-bottom: 1px solid var(--border);
      }
      .title {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: var(--space-3);
        row-gap: 0;
        min-width: 6rem;
        flex: 0 1 auto;
      }
      h1 {
        margin: 0;
        font-size: var(--text-title);
        font-weight: 600;
        line-height: 1.3;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        max-width: 100%;
      }
      .meta {
        display: flex;
        align-items: baseline;
        gap: var(--space-2);
        color: var(--ink-soft);
        font-size: var(--text-small);
        white-space: nowrap;
      }
      park-search {
        flex: 1 0 11rem;
        max-width: 20rem;
        margin-inline-start: auto;
      }
      .actions {
        display: flex;
        align-items: center;
        gap: 0.125rem;
      }
      .divider {
        width: 1px;
        height: 1.25rem;
        margin: 0 var(--space-1);
        background: var(--border);
      }
      :host([layout='narrow']) .word,
      :host([layout='narrow']) .version {
        display: none;
      }
      :host([layout='narrow']) .title {
        flex-wrap: nowrap;
      }
      :host([layout='narrow']) park-search {
        flex-basis: 15rem;
      }
      :host([layout='phone']) {
        flex-wrap: wrap;
        row-gap: var(--space-1);
      }
      :host([layout='phone']) .title {
        flex: 1 1 16rem;
        flex-wrap: nowrap;
      }
      :host([layout='phone']) .meta {
        margin-inline-start: auto;
      }
      :host([layout='phone']) park-search {
        max-width: none;
      }
      :host([layout='compact']) {
        min-height: 0;
        padding: 0.25rem var(--space-2);
      }
      :host([layout='compact']) h1 {
        font-size: var(--text);
      }
    `,
  ];

  constructor() {
    super();
    this.layout = 'wide';
    this.tableOpen = false;
  }

  focusSearch(): void {
    this.renderRoot.querySelector<ParkSearch>('park-search')?.focus();
  }

  #action(action: ShellAction, picture: IconName, name: string, hint = name): TemplateResult {
    return html`<button type="button" aria-label=${name} title=${hint} @click=${() => this.send('park-action', action)}>
      ${icon(picture)}<span class="word">${name}</span>
    </button>`;
  }

  #modes(): TemplateResult {
    const { store, words } = this;
    const mode = this.viewPart('mode');
    return html`<div class="segmented" role="group" aria-label=${words.app.view}>
      <button type="button" aria-pressed=${mode === '2d'} @click=${() => store.setView({ mode: '2d' })}>${words.app.twoD}</button>
      <button type="button" aria-pressed=${mode === '3d'} @click=${() => store.setView({ mode: '3d' })}>${words.app.threeD}</button>
    </div>`;
  }

  /** Steps auto → light → dark; its name says what is set now. */
  #appearance(): TemplateResult {
    const { store, words } = this;
    const appearance = this.viewPart('appearance');
    const word = {
      auto: words.app.appearanceAuto,
      light: words.app.appearanceLight,
      dark: words.app.appearanceDark,
    }[appearance];
    const next = APPEARANCES[(APPEARANCES.indexOf(appearance) + 1) % APPEARANCES.length] ?? 'auto';
    const name = `${words.app.appearance}: ${word}`;
    return html`<button type="button" class="icon" aria-label=${name} title=${name} @click=${() => store.setView({ appearance: next })}>
      ${icon(appearance)}
    </button>`;
  }

  #language(): TemplateResult {
    const { store, words, language } = this;
    const other = language === 'en' ? 'zh-CN' : 'en';
    return html`<button
      type="button"
      lang=${other}
      aria-label=${words.app.switchLanguage}
      title=${words.app.switchLanguage}
      @click=${() => void switchLanguage(store, other)}
    >
      ${words.app.otherLanguage}
    </button>`;
  }

  #actions(): TemplateResult {
    const { store, words } = this;
    return html`<div class="actions">
      ${this.#modes()}
      <span class="divider"></span>
      <button
        type="button"
        aria-pressed=${this.tableOpen}
        aria-label=${words.app.table}
        title=${words.app.table}
        @click=${() => this.send('park-action', 'table')}
      >
        ${icon('table')}<span class="word">${words.app.table}</span>
      </button>
      ${this.#action('update', 'update', words.app.loadUpdate, words.app.loadUpdateHint)}
      ${
        canChooseFolder()
          ? html`<button
              type="button"
              class="icon"
              aria-label=${words.app.folder}
              title=${words.app.folderHint}
              @click=${() => this.send('park-action', 'folder')}
            >
              ${icon('folder')}
            </button>`
          : nothing
      }
      ${store.accepted.value.length > 0 ? this.#action('undo', 'undo', words.app.undo) : nothing}
      ${this.#action('picture', 'picture', words.app.picture)} ${this.#action('embed', 'embed', words.app.embed)}
      ${this.#action('save', 'save', words.app.save, words.app.saveHint)}
      <span class="divider"></span>
      ${this.#language()} ${this.#appearance()}
    </div>`;
  }

  protected override render(): TemplateResult {
    const { language, words, store } = this;
    const { manifest } = store.plan.value;
    const isSmall = this.layout === 'compact';
    return html`
      <div class="title">
        <h1 title=${textOf(manifest.title, language)}>${textOf(manifest.title, language)}</h1>
        <span class="meta">
          ${
            isSmall || this.layout === 'phone'
              ? nothing
              : html`<span class="version">${fill(words.app.version, { version: manifest.version })} · ${manifest.date}</span>`
          }
          <span class=${`badge ${manifest.status}`}>${words.planStatus[manifest.status]}</span>
        </span>
      </div>
      ${isSmall ? nothing : html`<park-search .store=${store}></park-search>`}
      ${
        this.layout === 'phone'
          ? html`<div class="actions">${this.#modes()}</div>`
          : isSmall
            ? nothing
            : this.#actions()
      }
    `;
  }
}
customElements.define('park-header', ParkHeader);
