/**
 * What is being written into the form for a reason, and where in it the keyboard is. The findings may be redrawn at any moment while
 * the checks run, and the form with them, or be away for a while.
 */
export class ReasonDraft {
  reason = '';
  who = '';
  #place: { id: string; start: number; end: number } | undefined;

  readonly note = ({ target }: Event): void => {
    const { id, value } = target as HTMLInputElement | HTMLTextAreaElement;
    if (id === 'reason') this.reason = value;
    if (id === 'who') this.who = value;
  };

  clear(): void {
    this.reason = '';
    this.who = '';
    this.#place = undefined;
  }

  /** Before the list is redrawn. */
  notePlace(root: ParentNode & DocumentOrShadowRoot): void {
    const field = root.activeElement;
    if (isField(field)) this.#place = { id: field.id, start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 };
    // The keyboard has gone elsewhere.
    else if (document.activeElement !== document.body) this.#place = undefined;
  }

  /** After it: the keyboard goes back to where it was, unless it still is there. */
  restorePlace(root: ParentNode & DocumentOrShadowRoot): void {
    if (!this.#place || isField(root.activeElement)) return;
    const { id, start, end } = this.#place;
    const field = root.querySelector(`form #${id}`);
    if (!isField(field)) return;
    field.focus();
    field.setSelectionRange(start, end);
  }
}

function isField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element?.matches('form #reason, form #who') ?? false;
}
