import { type BrowseMessages, browseMessagesOf } from '../messages/browse.ts';
import type { Language } from '../messages/language.ts';
import type { View } from '../state/view.ts';
import { StoreElement } from './store_element.ts';
import { viewPart } from './view_parts.ts';

/** Base of the panels: the words of the view's language at hand. */
export class PanelElement extends StoreElement {
  /** A part of the view; only its own changes draw the panel anew. */
  protected viewPart<K extends keyof View>(key: K): View[K] {
    return viewPart(this.store, key);
  }

  protected get language(): Language {
    return this.viewPart('language');
  }

  protected get words(): BrowseMessages {
    return browseMessagesOf(this.language);
  }

  /** Sends an event that leaves every shadow root on its way up. */
  protected send<D>(type: string, detail?: D): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
