import type { Language } from './language.ts';
import type { Messages } from './messages.ts';
import { areReadingMessagesWanted, loadReadingMessages } from './reading.ts';
import { zhCN } from './zh-CN.ts';

export type { Messages } from './messages.ts';

/** The default language is part of the first load; the other comes when it is asked for. */
const tables = new Map<Language, Messages>([['zh-CN', zhCN]]);

/** The words of a language that is loaded; of the default one until then. */
export function messagesOf(language: Language): Messages {
  return tables.get(language) ?? zhCN;
}

/**
 * Brings the words of a language. To be awaited before anything is written in it. Rejects when the file with the words cannot be
 * fetched.
 */
export async function loadMessages(language: Language): Promise<void> {
  if (language === 'en' && !tables.has('en')) tables.set('en', (await import('./en.ts')).en);
  if (areReadingMessagesWanted()) await loadReadingMessages(language);
}
