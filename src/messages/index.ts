import { en } from './en.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';
import { zhCN } from './zh-CN.ts';

export type { Messages } from './messages.ts';

/** The words of a language. Both tables are part of the first load: switching needs no request. */
export function messagesOf(language: Language): Messages {
  return language === 'en' ? en : zhCN;
}
