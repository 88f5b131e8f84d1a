import { html, type TemplateResult } from 'lit';
import type { Messages } from '../messages/messages.ts';
import { icon } from './icons.ts';

/** Folds what lies beside the map to its heading, or brings it back. */
export function minimiseButton(isFolded: boolean, words: Messages['update'], toggle: () => void): TemplateResult {
  const name = isFolded ? words.restore : words.minimise;
  return html`<button
    type="button"
    class="icon"
    aria-expanded=${!isFolded}
    aria-label=${name}
    title=${name}
    @click=${toggle}
  >
    ${icon(isFolded ? 'up' : 'down')}
  </button>`;
}
