import type { PropertyValues } from 'lit';
import { PanelElement } from './panel_element.ts';

/**
 * Base of the elements that stand beside the shell and not inside it (dialogs, the update's panels): with `tokens` among their
 * styles they carry the product's look themselves, light or dark as the view wants it.
 */
export class SurfaceElement extends PanelElement {
  readonly #systemAppearance = matchMedia('(prefers-color-scheme: dark)');
  readonly #onSystemAppearance = (): void => this.requestUpdate();

  protected get isDark(): boolean {
    const appearance = this.viewPart('appearance');
    return appearance === 'dark' || (appearance === 'auto' && this.#systemAppearance.matches);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#systemAppearance.addEventListener('change', this.#onSystemAppearance);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#systemAppearance.removeEventListener('change', this.#onSystemAppearance);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.dataset.appearance = this.isDark ? 'dark' : 'light';
    this.lang = this.language;
  }
}
