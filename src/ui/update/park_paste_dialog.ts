import { html, nothing, type TemplateResult } from 'lit';
import { LAYER_IDS, type LayerId } from '../../core/plan/types.ts';
import type { InputFile } from '../../core/read/types.ts';
import { fill } from '../../messages/fill.ts';
import { messagesOf } from '../../messages/index.ts';
import { dialogFrame, showModal } from '../dialog_frame.ts';
import { PanelElement } from '../panel_element.ts';
import { pasteKeys } from '../paste_keys.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { endingOfText } from './transfer.ts';

/** Asks for data as text: GeoJSON, KML, or cells of a table. Method: `show()`. Event: `park-pasted` with the text as a file. */
export class ParkPasteDialog extends PanelElement {
  static override properties = { ...PanelElement.properties, isEmpty: { state: true } };
  declare isEmpty: boolean;

  static override styles = [controls, dialogStyles];

  constructor() {
    super();
    this.isEmpty = false;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  show(): void {
    this.isEmpty = false;
    showModal(this.#dialog);
    this.renderRoot.querySelector('textarea')?.focus();
  }

  #submit(event: Event): void {
    event.preventDefault();
    const area = this.renderRoot.querySelector('textarea');
    const text = area?.value ?? '';
    this.isEmpty = text.trim() === '';
    if (!area || this.isEmpty) {
      area?.focus();
      return;
    }
    const chosen = this.renderRoot.querySelector('select')?.value;
    const layer: LayerId | undefined = LAYER_IDS.find((id) => id === chosen);
    const name = `${this.words.app.pastedFile}.${endingOfText(text)}`;
    const file: InputFile = { name, bytes: new TextEncoder().encode(text), ...(layer && { layer }) };
    area.value = '';
    this.#dialog?.close();
    this.send<InputFile>('park-pasted', file);
  }

  protected override render(): TemplateResult {
    const { update, browse } = messagesOf(this.language);
    const words = update.pasteDialog;
    const content = html`
      <form class="dialog-body" id="form" @submit=${this.#submit}>
        <div class="field">
          <label for="text">${words.label}</label>
          <textarea
            id="text"
            spellcheck="false"
            autocomplete="off"
            aria-describedby=${this.isEmpty ? 'empty hint' : 'hint'}
            aria-invalid=${this.isEmpty}
          ></textarea>
          ${this.isEmpty ? html`<p id="empty" class="error" role="alert">${words.empty}</p>` : nothing}
          <p id="hint" class="soft small">${fill(words.hint, { keys: pasteKeys() })}</p>
        </div>
        <div class="field">
          <label for="layer">${words.layer}</label>
          <select id="layer">
            <option value="">${words.layerAuto}</option>
            ${LAYER_IDS.map((layer) => html`<option value=${layer}>${browse.layerNames[layer]}</option>`)}
          </select>
        </div>
      </form>
      <div class="dialog-foot">
        <button type="button" class="outlined" @click=${() => this.#dialog?.close()}>${update.cancel}</button>
        <button type="submit" form="form" class="primary">${words.submit}</button>
      </div>`;
    return dialogFrame({ title: words.title, close: update.close, content });
  }
}
customElements.define('park-paste-dialog', ParkPasteDialog);
