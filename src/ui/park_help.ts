import { css, html, type TemplateResult } from 'lit';
import { showModal } from './dialog_frame.ts';
import { icon } from './icons.ts';
import { PanelElement } from './panel_element.ts';
import { pasteKeys } from './paste_keys.ts';
import { controls } from './styles/controls.ts';

/** The keyboard shortcuts as a dialog, with the switch that turns the single keys off. Event: `park-shortcuts` (boolean). */
export class ParkHelp extends PanelElement {
  static override properties = { ...PanelElement.properties, enabled: { attribute: false } };
  declare enabled: boolean;

  static override styles = [
    controls,
    css`
      dialog {
        width: min(30rem, calc(100vw - 2rem));
        max-height: calc(100vh - 4rem);
        padding: var(--space-4);
        border: 1px solid var(--border);
        border-radius: 10px;
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: var(--scrim);
      }
      kbd {
        display: inline-block;
        min-width: 1.5rem;
        padding: 0 0.375rem;
        border: 1px solid var(--border-strong);
        border-radius: var(--radius-small);
        background: var(--surface-sunk);
        font: inherit;
        font-size: var(--text-small);
        line-height: 1.375rem;
        text-align: center;
      }
      td:last-child {
        text-align: end;
        white-space: nowrap;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--target);
        padding-top: var(--space-3);
      }
    `,
  ];

  constructor() {
    super();
    this.enabled = true;
  }

  open(): void {
    showModal(this.renderRoot.querySelector('dialog'));
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const { help } = words;
    const rows: [string, string[]][] = [
      [help.search, ['/']],
      [help.theme, ['1 – 9']],
      [help.mode, ['V']],
      [help.fit, ['F']],
      [help.table, ['T']],
      [help.left, ['[']],
      [help.right, [']']],
      [help.findings, ['N', 'P']],
      [help.timeline, [',', '.']],
      [help.measureDistance, ['D']],
      [help.measureArea, ['A']],
      [help.paste, [pasteKeys()]],
      [help.escape, ['Esc']],
      [help.pan, ['← ↑ → ↓']],
      [help.zoom, ['+', '−']],
      [help.rotate, ['Shift + ← ↑ → ↓']],
      [help.help, ['?']],
    ];
    return html`<dialog aria-labelledby="title">
      <div class="row spread">
        <h2 id="title">${help.title}</h2>
        <button
          type="button"
          class="icon"
          aria-label=${words.app.close}
          @click=${() => this.renderRoot.querySelector('dialog')?.close()}
        >
          ${icon('close')}
        </button>
      </div>
      <table>
        <tbody>
          ${rows.map(
            ([name, keys]) => html`<tr>
              <td>${name}</td>
              <td>${keys.map((key) => html`<kbd>${key}</kbd> `)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <label>
        <input
          type="checkbox"
          .checked=${this.enabled}
          @change=${(event: Event) => this.send('park-shortcuts', (event.target as HTMLInputElement).checked)}
        />
        ${help.enabled}
      </label>
    </dialog>`;
  }
}
customElements.define('park-help', ParkHelp);
