import { html, type TemplateResult } from 'lit';
import type { Messages } from '../messages/messages.ts';
import { type IconName, icon } from './icons.ts';

/** The panels around the map that fold. */
export type Fold = 'left' | 'right' | 'dock';

const PICTURES: Record<Fold, IconName> = { left: 'left', right: 'right', dock: 'bottom' };

/** A button for each panel named that folds it away or brings it back; it stands on the map, where the panel's room is gained. */
export function foldButtons(
  open: Readonly<Partial<Record<Fold, boolean>>>,
  words: Messages['browse']['app'],
  toggle: (fold: Fold) => void,
): TemplateResult[] {
  const names: Record<Fold, readonly [whenOpen: string, whenFolded: string]> = {
    left: [words.foldLeft, words.unfoldLeft],
    right: [words.foldRight, words.unfoldRight],
    dock: [words.foldBottom, words.unfoldBottom],
  };
  return (['left', 'right', 'dock'] as const).flatMap((fold) => {
    const isOpen = open[fold];
    if (isOpen === undefined) return [];
    const name = names[fold][isOpen ? 0 : 1];
    return html`<button
      type="button"
      class=${`fold fold-${fold}`}
      aria-expanded=${isOpen}
      aria-controls=${fold}
      aria-label=${name}
      title=${name}
      @click=${() => toggle(fold)}
    >
      ${icon(PICTURES[fold])}
    </button>`;
  });
}
