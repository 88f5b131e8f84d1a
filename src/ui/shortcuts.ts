import { THEME_IDS } from '../core/theme/types.ts';
import { isModalOpen } from './dialog_frame.ts';

/** What a single key asks for. */
export type Shortcut =
  | { kind: 'theme'; index: number }
  | {
      kind:
        | 'search'
        | 'mode'
        | 'table'
        | 'left'
        | 'right'
        | 'findingNext'
        | 'findingPrevious'
        | 'timelineNext'
        | 'timelinePrevious'
        | 'fit'
        | 'measureDistance'
        | 'measureArea'
        | 'escape'
        | 'help';
    };

const KEYS: Record<string, Exclude<Shortcut['kind'], 'theme'>> = {
  '/': 'search',
  v: 'mode',
  t: 'table',
  '[': 'left',
  ']': 'right',
  n: 'findingNext',
  p: 'findingPrevious',
  '.': 'timelineNext',
  ',': 'timelinePrevious',
  f: 'fit',
  d: 'measureDistance',
  a: 'measureArea',
  Escape: 'escape',
  '?': 'help',
};

/** The shortcut of a key press; undefined when it belongs to a text field, a dialog or the browser. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return undefined;
  if (isModalOpen()) return undefined;
  const target = event.composedPath()[0];
  if (target instanceof HTMLElement) {
    const isTyping =
      target.isContentEditable ||
      target.matches('input:not([type=radio], [type=checkbox], [type=range]), textarea, select');
    if (isTyping || event.composedPath().some((node) => node instanceof HTMLDialogElement)) return undefined;
  }
  const theme = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
  if (theme >= 0 && theme < THEME_IDS.length) return { kind: 'theme', index: theme };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const kind = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  return kind && { kind };
}
