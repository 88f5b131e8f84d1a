import { loadedMessagesOf } from './browse.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';
import { zhCN } from './zh-CN.ts';

export { loadMessages } from './browse.ts';
export type { Messages } from './messages.ts';

/** All words of a language that is loaded; of the default one until then. Not for the first screen: `browseMessagesOf` is a third of them. */
export function messagesOf(language: Language): Messages {
  return loadedMessagesOf(language) ?? zhCN;
}
