import { effect } from '@preact/signals-core';
import { LitElement } from 'lit';
import type { Store } from '../state/store.ts';

/** Base of every `park-*` element: it renders again when a signal it read in `render` changes. */
export class StoreElement extends LitElement {
  static override properties = { store: { attribute: false } };
  declare store: Store;

  #dispose: (() => void) | undefined;

  protected override performUpdate(): void {
    if (!this.isUpdatePending) return;
    this.#dispose?.();
    let isFirstRun = true;
    this.#dispose = effect(() => {
      if (isFirstRun) {
        isFirstRun = false;
        super.performUpdate();
      } else {
        this.requestUpdate();
      }
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dispose?.();
    this.#dispose = undefined;
  }
}
