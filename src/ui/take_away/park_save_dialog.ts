import { css, html, type TemplateResult } from 'lit';
import { LAYER_IDS, type LayerId } from '../../core/plan/types.ts';
import { writeManifest } from '../../core/read/write_plan.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { messagesOf } from '../../messages/index.ts';
import { briefPauses } from '../brief_pauses.ts';
import { saveFile } from '../clipboard.ts';
import { dialogFrame, showModal } from '../dialog_frame.ts';
import { icon } from '../icons.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { tokens } from '../styles/tokens.ts';
import { SurfaceElement } from '../surface_element.ts';
import { layerFile, planArchive } from './plan_files.ts';
import '../versions/park_history.ts';

/**
 * Saves the plan on the screen as files again, all in one archive or one by one, and lists what was accepted.
 *
 * Method: `show()`.
 */
export class ParkSaveDialog extends SurfaceElement {
  static override properties = { ...SurfaceElement.properties, isOpen: { state: true }, status: { state: true } };
  declare isOpen: boolean;
  declare status: { isError: boolean; text: string } | undefined;

  static override styles = [
    tokens,
    controls,
    dialogStyles,
    css`
      .all {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        margin-block: var(--space-3);
      }
      .all button {
        flex: none;
      }
      table {
        margin-block-end: var(--space-4);
      }
    `,
  ];

  constructor() {
    super();
    this.isOpen = false;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  show(): void {
    this.status = undefined;
    this.isOpen = true;
    void this.updateComplete.then(() => showModal(this.#dialog));
  }

  async #save(type: string, make: () => Promise<{ name: string; content: BlobPart }>): Promise<void> {
    const words = messagesOf(this.language).takeAway.save;
    this.status = { isError: false, text: words.saving };
    try {
      const { name, content } = await make();
      saveFile(name, content, type);
      this.status = { isError: false, text: fill(words.saved, { file: name }) };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.status = { isError: true, text: fill(words.failed, { detail }) };
    }
  }

  #saveAll(): void {
    void this.#save('application/zip', () => planArchive(this.store.plan.value, briefPauses()));
  }

  #saveLayer(layer: LayerId): void {
    void this.#save('application/geo+json', () => layerFile(this.store.plan.value, layer, briefPauses()));
  }

  #saveManifest(): void {
    const content = writeManifest(this.store.plan.value);
    void this.#save('application/json', async () => ({ name: 'plan.json', content }));
  }

  #row(name: string, detail: string, save: () => void): TemplateResult {
    const words = messagesOf(this.language).takeAway.save;
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="soft">${detail}</td>
      <td class="number">
        <button type="button" class="outlined" aria-label="${words.save} ${name}" @click=${save}>${words.save}</button>
      </td>
    </tr>`;
  }

  #body(): TemplateResult {
    const { takeAway, browse } = messagesOf(this.language);
    const words = takeAway.save;
    const plan = this.store.plan.value;
    const layers = LAYER_IDS.filter((layer) => plan.layers[layer].length > 0 || plan.manifest.layers[layer]);
    return html`<div class="dialog-body">
        <p class="soft">${words.hint}</p>
        <div class="all">
          <div>
            <strong>${words.all}</strong>
            <p class="soft small">${words.allHint}</p>
          </div>
          <button type="button" class="primary" @click=${this.#saveAll}>${icon('save')}${words.saveAll}</button>
        </div>
        <table>
          <caption class="visually-hidden">${words.what}</caption>
          <tbody>
            ${this.#row(words.manifest, 'plan.json', () => this.#saveManifest())}
            ${layers.map((layer) =>
              this.#row(
                browse.layerNames[layer],
                fill(words.featureCount, { count: formatNumber(plan.layers[layer].length, this.language, 0) }),
                () => this.#saveLayer(layer),
              ),
            )}
          </tbody>
        </table>
        <park-history .store=${this.store} @park-leave=${() => this.#dialog?.close()}></park-history>
      </div>
      <div class="dialog-foot">
        <span role="status" class=${this.status?.isError ? 'error' : 'soft'}>${this.status?.text ?? ''}</span>
        <button type="button" class="outlined" @click=${() => this.#dialog?.close()}>${words.close}</button>
      </div>`;
  }

  protected override render(): TemplateResult {
    const words = messagesOf(this.language).takeAway.save;
    return dialogFrame({
      title: words.title,
      close: words.close,
      closed: () => {
        this.isOpen = false;
      },
      content: this.isOpen ? this.#body() : undefined,
    });
  }
}
customElements.define('park-save-dialog', ParkSaveDialog);
