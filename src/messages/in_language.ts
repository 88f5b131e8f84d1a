import type { Text } from '../core/plan/types.ts';
import type { Language } from './language.ts';

/** Of what stands in both languages the one a person reads; the other where that is missing or empty. */
export function inLanguage(zh: string | undefined, en: string | undefined, language: Language): string | undefined {
  return language === 'en' ? en || zh : zh || en;
}

/** A text of the plan in a language, in the other where it is empty. */
export function textOf(text: Text, language: Language): string {
  return inLanguage(text.zh, text.en, language) ?? '';
}

/** What something is called in a language, in the other where it has no name in it. */
export function nameInLanguage(
  named: { name?: string; nameEn?: string } | undefined,
  language: Language,
): string | undefined {
  return inLanguage(named?.name, named?.nameEn, language);
}
