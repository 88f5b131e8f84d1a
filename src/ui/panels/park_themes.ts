import { css, html, type TemplateResult } from 'lit';
import { THEME_IDS } from '../../core/theme/types.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import './park_legend.ts';

/** The choice of theme: native radio buttons, so that the arrow keys step through the themes, and the legend of the chosen one. */
export class ParkThemes extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .themes {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--space-1);
        margin: 0;
        padding: 0;
        border: 0;
      }
      label {
        position: relative;
        display: grid;
        place-items: center;
        min-height: calc(var(--target) + 2px);
        padding: 0 0.0625rem;
        border: 1px solid var(--border);
        border-radius: var(--radius-small);
        text-align: center;
        line-height: 1.15;
        font-size: var(--theme-text, var(--text));
        cursor: pointer;
      }
      label:hover {
        background: var(--surface-hover);
      }
      label:has(:checked) {
        border-color: var(--accent-line);
        background: var(--surface-selected);
        color: var(--accent-line);
        font-weight: 600;
      }
      @media (forced-colors: active) {
        label:has(:checked) {
          forced-color-adjust: none;
          color: SelectedItemText;
          background: SelectedItem;
        }
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent-line);
        outline-offset: 1px;
      }
      label input[type='radio'] {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        opacity: 0;
        cursor: pointer;
      }
      .hint {
        padding: var(--space-2) 0.375rem var(--space-2);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { words, store } = this;
    const active = this.viewPart('theme');
    return html`
      <fieldset class="themes">
        <legend class="visually-hidden">${words.themes.title}</legend>
        ${THEME_IDS.map(
          (id) => html`<label title=${words.themeHints[id]}>
            <input type="radio" name="theme" value=${id} .checked=${id === active} @change=${() => store.setTheme(id)} />
            <span>${words.themes[id]}</span>
          </label>`,
        )}
      </fieldset>
      <p class="hint">${words.themeHints[active]}</p>
      <park-legend .store=${store}></park-legend>
    `;
  }
}
customElements.define('park-themes', ParkThemes);
