import type { Language } from './language.ts';
import type { Messages } from './messages.ts';
import { areReadingMessagesWanted, loadReadingMessages } from './reading.ts';
import { browse as zhCN } from './zh-CN/browse.ts';

/** The words a person browses with. */
export type BrowseMessages = Messages['browse'];

const tables = new Map<Language, Messages>();

/**
 * The words of browsing in a language that is loaded; in the default one until then. They alone are part of the first load: who is
 * on the first screen takes its words from here, and `messagesOf` brings all others along.
 */
export function browseMessagesOf(language: Language): BrowseMessages {
  return tables.get(language)?.browse ?? zhCN;
}

/** All words of a language that was loaded on demand. */
export function loadedMessagesOf(language: Language): Messages | undefined {
  return tables.get(language);
}

/**
 * Brings the words of a language. To be awaited before anything is written in it. Rejects when the file with the words cannot be
 * fetched.
 */
export async function loadMessages(language: Language): Promise<void> {
  if (language === 'en' && !tables.has('en')) tables.set('en', (await import('./en.ts')).en);
  if (areReadingMessagesWanted()) await loadReadingMessages(language);
}
