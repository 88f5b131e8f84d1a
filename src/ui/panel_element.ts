import { type Messages, messagesOf } from '../messages/index.ts';
import type { Language } from '../messages/language.ts';
import { StoreElement } from './store_element.ts';

/** Base of the panels: the words of the view's language at hand. */
export class PanelElement extends StoreElement {
  protected get language(): Language {
    return this.store.view.value.language;
  }

  protected get messages(): Messages {
    return messagesOf(this.language);
  }

  protected get words(): Messages['browse'] {
    return this.messages.browse;
  }

  /** Sends an event that leaves every shadow root on its way up. */
  protected send<D>(type: string, detail?: D): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
