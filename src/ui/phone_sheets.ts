import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../messages/index.ts';
import { type IconName, icon } from './icons.ts';

export type Sheet = 'themes' | 'filters' | 'inspector' | 'results' | 'timeline' | 'table' | 'more';

export interface PhoneSheets {
  open: Sheet | undefined;
  words: Messages['browse'];
  content: (sheet: Sheet) => TemplateResult;
  /** Called with the sheet to open; undefined: none. */
  choose: (sheet: Sheet | undefined) => void;
}

/** On a phone: one sheet at a time, opened from a bar at the thumb. */
export function phoneSheets({ open, words, content, choose }: PhoneSheets): TemplateResult {
  const entries: [Sheet, IconName, string][] = [
    ['themes', 'themes', words.themes.title],
    ['filters', 'filter', words.filters.title],
    ['inspector', 'inspector', words.tabs.inspector],
    ['results', 'check', words.app.results],
    ['timeline', 'timeline', words.app.timeline],
    ['more', 'more', words.app.more],
  ];
  const title = open === 'table' ? words.app.table : entries.find(([id]) => id === open)?.[2];
  return html`
    ${
      open
        ? html`<section class=${`sheet ${open === 'table' ? 'tall' : ''}`} id="sheet" aria-label=${title ?? ''}>
            <div class="sheet-head">
              <h2>${title}</h2>
              <button type="button" class="icon" aria-label=${words.app.closeSheet} @click=${() => choose(undefined)}>
                ${icon('close')}
              </button>
            </div>
            ${content(open)}
          </section>`
        : nothing
    }
    <nav class="bar" aria-label=${words.app.tabs}>
      ${entries.map(
        ([id, picture, name]) => html`<button
          type="button"
          aria-expanded=${open === id}
          aria-controls="sheet"
          @click=${() => choose(open === id ? undefined : id)}
        >
          ${icon(picture, 18)}<span>${name}</span>
        </button>`,
      )}
    </nav>
  `;
}
