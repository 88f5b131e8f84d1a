import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.ts';

export interface DialogFrame {
  title: string;
  /** What the button in the head is called. */
  close: string;
  /** Called when the dialog has been closed, whichever way. */
  closed?: () => void;
  /** Body and foot; undefined while the dialog is shut: nothing is kept up for nobody. */
  content: TemplateResult | undefined;
}

/** A dialog with its heading and the button that closes it; looks as `dialogStyles` has it. */
export function dialogFrame({ title, close, closed, content }: DialogFrame): TemplateResult {
  return html`<dialog aria-labelledby="title" @close=${closed ?? nothing}>
    <div class="dialog-head">
      <h2 id="title">${title}</h2>
      <button
        type="button"
        class="icon"
        aria-label=${close}
        @click=${(event: Event) => (event.currentTarget as Element).closest('dialog')?.close()}
      >
        ${icon('close')}
      </button>
    </div>
    ${content ?? nothing}
  </dialog>`;
}

const modals = new Set<HTMLDialogElement>();

/** Opens a dialog over the page. */
export function showModal(dialog: HTMLDialogElement | null): void {
  if (!dialog) return;
  dialog.showModal();
  modals.add(dialog);
  dialog.addEventListener('close', () => modals.delete(dialog), { once: true });
}

/** Whether a dialog stands over the page: once the button that had the keyboard is gone from it, a key no longer tells so by its path. */
export function isModalOpen(): boolean {
  return [...modals].some((dialog) => dialog.open && dialog.isConnected);
}
