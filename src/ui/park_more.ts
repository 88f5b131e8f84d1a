import { css, html, nothing, type TemplateResult } from 'lit';
import { fill } from '../messages/fill.ts';
import type { Appearance } from '../state/view.ts';
import { canChooseFolder } from './file_chooser.ts';
import { type IconName, icon } from './icons.ts';
import { PanelElement } from './panel_element.ts';
import type { ShellAction } from './shell_actions.ts';
import { controls } from './styles/controls.ts';
import { switchLanguage } from './switch_language.ts';

/** On a phone: the actions that have no place in the header, as a list. */
export class ParkMore extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
      ul button {
        width: 100%;
        min-height: 2.75rem;
        justify-content: flex-start;
        gap: var(--space-3);
      }
      .choice {
        flex-wrap: wrap;
      }
      .segmented button {
        min-height: 2.25rem;
        min-width: 3.5rem;
      }
    `,
  ];

  #action(action: ShellAction, picture: IconName, name: string): TemplateResult {
    return html`<li>
      <button type="button" @click=${() => this.send('park-action', action)}>${icon(picture)}${name}</button>
    </li>`;
  }

  #choice<T extends string>(
    name: string,
    values: readonly [T, string][],
    present: T,
    set: (value: T) => void,
  ): TemplateResult {
    return html`<div class="row spread choice">
      <span>${name}</span>
      <div class="segmented" role="group" aria-label=${name}>
        ${values.map(
          ([value, word]) =>
            html`<button type="button" aria-pressed=${value === present} @click=${() => set(value)}>${word}</button>`,
        )}
      </div>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { language, words, store } = this;
    const { manifest } = store.plan.value;
    const hasUpdates = store.accepted.value.length > 0;
    const appearances: [Appearance, string][] = [
      ['auto', words.app.appearanceAuto],
      ['light', words.app.appearanceLight],
      ['dark', words.app.appearanceDark],
    ];
    return html`
      <p class="soft">${fill(words.app.version, { version: manifest.version })} · ${manifest.date}</p>
      ${this.#choice(
        words.app.language,
        [
          ['zh-CN', '中文'],
          ['en', 'English'],
        ],
        language,
        (next) => void switchLanguage(store, next),
      )}
      ${this.#choice(words.app.appearance, appearances, this.viewPart('appearance'), (next) =>
        store.setView({ appearance: next }),
      )}
      <ul>
        ${this.#action('table', 'table', words.app.table)} ${this.#action('update', 'update', words.app.loadUpdate)}
        ${canChooseFolder() ? this.#action('folder', 'folder', words.app.folder) : nothing}
        ${this.#action('paste', 'paste', words.app.paste)}
        ${hasUpdates ? this.#action('undo', 'undo', words.app.undo) : nothing}
        ${this.#action('picture', 'picture', words.app.picture)} ${this.#action('embed', 'embed', words.app.embed)}
        ${this.#action('save', 'save', words.app.save)}
        ${this.#action('help', 'help', words.app.help)}
      </ul>
    `;
  }
}
customElements.define('park-more', ParkMore);
