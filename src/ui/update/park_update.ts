import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LAYER_IDS, type Plan } from '../../core/plan/types.ts';
import { findPartialLayers, type PartialLayer } from '../../core/read/partial_layers.ts';
import type { InputFile } from '../../core/read/types.ts';
import type { OfferedFile } from '../../core/service.ts';
import { fill } from '../../messages/fill.ts';
import { messagesOf } from '../../messages/index.ts';
import { listText } from '../../messages/list_text.ts';
import { loadReadingMessages } from '../../messages/reading.ts';
import type { UpdateState } from '../../state/update_state.ts';
import { chooseFiles } from '../file_chooser.ts';
import { focusedElement } from '../focused_element.ts';
import { icon } from '../icons.ts';
import { controls } from '../styles/controls.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { tokens } from '../styles/tokens.ts';
import { SurfaceElement } from '../surface_element.ts';
import { type Collected, type CollectProblem, readFiles } from './collect_files.ts';
import { ParkPasteDialog } from './park_paste_dialog.ts';
import { ParkUpdateReview } from './park_update_review.ts';
import { carriesFiles, filesOfTransfer, pastedData } from './transfer.ts';

/**
 * Browsers say `dragover` at least every 350 ms while files are over the page; when they fall silent the drag has left. Counting
 * what a drag enters and leaves goes wrong as soon as the page changes under it.
 */
const DRAG_SILENCE_MILLISECONDS = 600;

/**
 * Takes updated files: dropped anywhere on the page, picked, or pasted; shows how reading goes and then the review.
 *
 * Methods: `openPaste()`, `takeFiles()`. It listens on the whole document while it is connected, so a page has one of it.
 */
export class ParkUpdate extends SurfaceElement {
  static override properties = {
    ...SurfaceElement.properties,
    isDragging: { state: true },
    isCollecting: { state: true },
    problem: { state: true },
    parts: { state: true },
  };
  declare isDragging: boolean;
  declare isCollecting: boolean;
  declare problem: CollectProblem | undefined;
  /** Layers of which the files hold a part, so that merging was chosen for the person. */
  declare parts: readonly PartialLayer[];

  static override styles = [
    tokens,
    controls,
    dialogStyles,
    css`
      .overlay {
        position: fixed;
        inset: 0;
        z-index: 30;
        display: grid;
        place-items: center;
        padding: var(--space-4);
        background: var(--scrim);
        pointer-events: none;
      }
      .overlay div {
        display: grid;
        justify-items: center;
        gap: var(--space-2);
        max-width: 30rem;
        padding: 2rem;
        border: 2px dashed var(--accent-line);
        border-radius: var(--radius);
        background: var(--surface);
        text-align: center;
      }
      .overlay strong {
        font-size: 1.125rem;
      }
      .card {
        position: fixed;
        inset: auto 0 1.5rem;
        z-index: 25;
        display: flex;
        flex-direction: column;
        gap: var(--space-2);
        width: min(30rem, calc(100vw - 2rem));
        margin-inline: auto;
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
        overflow-wrap: anywhere;
      }
      .card.bad {
        border-inline-start: 4px solid var(--error);
      }
      .card .actions {
        justify-content: flex-end;
      }
      progress {
        width: 100%;
        height: 0.5rem;
        accent-color: var(--accent);
      }
    `,
  ];

  #dragTimer: ReturnType<typeof setTimeout> | undefined;
  #takenCount = 0;
  #lastStep: UpdateState['step'] = 'none';
  #focusBefore: HTMLElement | undefined;
  #hasChosenMode = false;

  constructor() {
    super();
    this.parts = [];
    this.isDragging = false;
    this.isCollecting = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('dragover', this.#onDragOver);
    document.addEventListener('drop', this.#onDrop);
    document.addEventListener('paste', this.#onPaste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('dragover', this.#onDragOver);
    document.removeEventListener('drop', this.#onDrop);
    document.removeEventListener('paste', this.#onPaste);
  }

  /** Opens a window to paste text into. */
  openPaste(): void {
    const dialog = this.renderRoot.querySelector('park-paste-dialog');
    if (dialog instanceof ParkPasteDialog) dialog.show();
  }

  #onDragOver = (event: DragEvent): void => {
    if (!carriesFiles(event.dataTransfer)) return;
    // Without this the browser would open the file in place of the page.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.isDragging = true;
    clearTimeout(this.#dragTimer);
    this.#dragTimer = setTimeout(() => {
      this.isDragging = false;
    }, DRAG_SILENCE_MILLISECONDS);
  };

  #onDrop = (event: DragEvent): void => {
    clearTimeout(this.#dragTimer);
    this.isDragging = false;
    if (!event.dataTransfer || !carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    void this.takeFiles(filesOfTransfer(event.dataTransfer));
  };

  #onPaste = (event: ClipboardEvent): void => {
    const pasted = pastedData(event, this.words.app.pastedFile);
    if (pasted) void this.takeFiles(pasted);
  };

  /** Reads files and offers them for review; what cannot be read is said. Files that are taken later count, however long these take. */
  async takeFiles(pending: Promise<File[]> | File[]): Promise<void> {
    this.problem = undefined;
    this.isCollecting = true;
    this.#takenCount += 1;
    const own = this.#takenCount;
    // A folder that cannot be listed: permission, or a drive that is gone.
    const collected = await collect(pending, this.store.plan.peek()).catch(
      (): Collected => ({ problem: { kind: 'noFiles' } }),
    );
    if (own !== this.#takenCount) return;
    this.isCollecting = false;
    if ('problem' in collected) this.problem = collected.problem;
    else await this.#offer(collected.files);
  }

  async #offer(files: OfferedFile[]): Promise<void> {
    // What is still being collected was taken before.
    this.#takenCount += 1;
    this.isCollecting = false;
    await loadReadingMessages(this.language);
    this.problem = undefined;
    this.parts = [];
    this.#hasChosenMode = false;
    return this.store.offerFiles(files);
  }

  /** Once per offer, before anybody sees the review: merges what is only a part of a layer. Later the person decides. */
  #chooseMode(state: UpdateState): void {
    if (this.#hasChosenMode || state.step !== 'review' || !state.review.reading.candidate) return;
    this.#hasChosenMode = true;
    if (state.mode !== 'replace') return;
    this.parts = findPartialLayers(this.store.plan.peek(), state.review.reading);
    if (this.parts.length > 0) void this.store.reviseUpdate({ mode: 'merge' });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#chooseMode(this.store.update.peek());
    const { step } = this.store.update.peek();
    if (step === this.#lastStep) return;
    const was = this.#lastStep;
    this.#lastStep = step;
    if (was === 'none') this.#focusBefore = focusedElement();
    if (step === 'review') {
      const review = this.renderRoot.querySelector('park-update-review');
      if (review instanceof ParkUpdateReview) void review.updateComplete.then(() => review.focusHeading());
    } else if (step === 'none') {
      // Where the person was before; the review that had the keyboard is gone.
      this.#focusBefore?.focus();
      this.#focusBefore = undefined;
    }
  }

  #working(state: Extract<UpdateState, { step: 'working' }>): TemplateResult {
    const { update } = messagesOf(this.language);
    const { progress } = state;
    const files = listText(
      state.files.map(({ name }) => name),
      this.language,
    );
    const label = update.steps[progress?.step ?? 'reading'];
    return html`<div class="card working" role="region" aria-label=${update.region}>
      <span role="status">${label}</span>
      <progress aria-label=${label} max="1" value=${progress?.share ?? nothing}></progress>
      <div class="row spread">
        <span class="soft small">${fill(update.workingOn, { files })}</span>
        <button type="button" class="outlined" @click=${() => this.store.cancelUpdate()}>${update.cancel}</button>
      </div>
    </div>`;
  }

  #failed(state: Extract<UpdateState, { step: 'failed' }>): TemplateResult {
    const { update } = messagesOf(this.language);
    return html`<div class="card bad" role="alert">
      <strong>${update.failed.title}</strong>
      <p>${fill(update.failed.crashed, { detail: state.detail })}</p>
      <p class="soft">${update.problems.kept}</p>
      <div class="row actions">
        <button type="button" class="outlined" @click=${() => void this.#offer(state.files)}>${update.failed.retry}</button>
        <button type="button" class="outlined" @click=${() => this.store.cancelUpdate()}>${update.close}</button>
      </div>
    </div>`;
  }

  #problem(problem: CollectProblem): TemplateResult {
    const { update } = messagesOf(this.language);
    const { kind, ...data } = problem;
    return html`<div class="card bad" role="alert">
      <strong>${update.problems.title}</strong>
      <p>${fill(update.problems[kind], data)}</p>
      <p class="soft">${update.problems.kept}</p>
      <div class="row actions">
        <button
          type="button"
          class="outlined"
          @click=${() => {
            this.problem = undefined;
          }}
        >
          ${update.close}
        </button>
      </div>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { update } = messagesOf(this.language);
    const state = this.store.update.value;
    return html`
      ${
        this.isDragging
          ? html`<div class="overlay">
              <div>${icon('update', 32)}<strong>${update.dropTitle}</strong><span class="soft">${update.dropHint}</span></div>
            </div>`
          : nothing
      }
      ${this.isCollecting ? html`<div class="card" role="status">${update.collecting}</div>` : nothing}
      ${this.problem ? this.#problem(this.problem) : nothing}
      ${state.step === 'working' ? this.#working(state) : nothing}
      ${state.step === 'failed' ? this.#failed(state) : nothing}
      <park-update-review
        .store=${this.store}
        .parts=${this.parts}
        @park-choose-files=${() => chooseFiles('files', (files) => void this.takeFiles(files))}
      ></park-update-review>
      <park-paste-dialog
        .store=${this.store}
        @park-pasted=${(event: CustomEvent<InputFile>) => void this.#offer([event.detail])}
      ></park-paste-dialog>
    `;
  }
}

async function collect(pending: Promise<File[]> | File[], { layers }: Plan): Promise<Collected> {
  const shownFeatures = LAYER_IDS.reduce((sum, layer) => sum + layers[layer].length, 0);
  return readFiles(await pending, shownFeatures);
}
customElements.define('park-update', ParkUpdate);
