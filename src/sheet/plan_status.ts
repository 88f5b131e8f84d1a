import type { Manifest } from '../core/plan/types.ts';
import { textOf } from '../messages/in_language.ts';
import { messagesOf } from '../messages/index.ts';
import type { Language } from '../messages/language.ts';
import { footCss } from './html_text.ts';

/** The plan's status, with its own note where it has one. */
export function statusNoteOf({ status, statusNote }: Manifest, language: Language): string {
  const { browse } = messagesOf(language);
  const own = statusNote && textOf(statusNote, language);
  const word = browse.planStatus[status];
  if (!own) return browse.planStatements[status];
  // Most notes begin with the status itself.
  return own.toLowerCase().startsWith(word.toLowerCase()) ? own : `${word} · ${own}`;
}

/** The look of the status in a page's heading, and the short of it at the foot of every sheet. */
export function statusCss({ title, version, status }: Manifest, language: Language): string {
  const statement = messagesOf(language).browse.planStatements[status];
  return `.status{color:#8a5300}${footCss(`${textOf(title, language)} ${version} · ${statement}`)}`;
}
