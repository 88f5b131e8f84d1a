import { html, nothing, type TemplateResult } from 'lit';
import type { Store } from '../state/store.ts';
import { icon } from './icons.ts';

interface FloatingLegend {
  isOpen: boolean;
  /** What the theme is called. */
  title: string;
  store: Store;
  toggle: () => void;
}

/** In a small frame: the legend over the map, behind a button. */
export function floatingLegend({ isOpen, title, store, toggle }: FloatingLegend): TemplateResult {
  return html`<div class="float">
    <button type="button" aria-expanded=${isOpen} @click=${toggle}>${icon('legend')}${title}</button>
    ${isOpen ? html`<park-legend .store=${store}></park-legend>` : nothing}
  </div>`;
}
