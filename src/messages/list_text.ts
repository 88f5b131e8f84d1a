import type { Language } from './language.ts';

/** Names one after the other, as a sentence lists them. */
export function listText(names: readonly string[], language: Language): string {
  return names.join(language === 'en' ? ', ' : '、');
}
