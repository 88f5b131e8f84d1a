import type { Language } from './language.ts';
import type { Widen } from './messages.ts';
import type { reading as zhCN } from './zh-CN/reading.ts';

/** The words that are needed once a file has arrived: most visits never load them. */
export type ReadingMessages = Widen<typeof zhCN>;

const tables = new Map<Language, ReadingMessages>();
let isWanted = false;

/** Brings the words about files in a language. To be awaited before a file's review is shown. */
export async function loadReadingMessages(language: Language): Promise<void> {
  isWanted = true;
  if (tables.has(language)) return;
  const { reading } = language === 'en' ? await import('./en/reading.ts') : await import('./zh-CN/reading.ts');
  tables.set(language, reading);
}

/** Whether the words about files were asked for in any language, and may still be coming: a change of language must then bring the other's too. */
export function areReadingMessagesWanted(): boolean {
  return isWanted;
}

/** The words about files. Throws when they were not loaded: whoever shows a file's review awaits `loadReadingMessages` first. */
export function readingMessagesOf(language: Language): ReadingMessages {
  const table = tables.get(language) ?? [...tables.values()][0];
  if (!table) throw new Error('The words about files are not loaded');
  return table;
}

/** The words of a diagnostic's code; undefined when there are none or they are not loaded. */
export function readingWordsOf(
  code: string,
  language: Language,
): { title: string; text: string; mend: string } | undefined {
  const codes: Readonly<Record<string, { title: string; text: string; mend: string }>> | undefined =
    tables.get(language)?.codes;
  return codes && Object.hasOwn(codes, code) ? codes[code] : undefined;
}

/** What a number is expected to be, by its unit; undefined where there are no words for it or they are not loaded. */
export function readingExpectedOf(unit: string, language: Language): string | undefined {
  const expected: Readonly<Record<string, string>> = tables.get(language)?.unreadable.expected ?? {};
  return Object.hasOwn(expected, unit) ? expected[unit] : undefined;
}

/** What stands in the place of what was passed over; undefined where there are no words for it or they are not loaded. */
export function readingInsteadOf(skipped: string, language: Language): string | undefined {
  const instead: Readonly<Record<string, string>> = tables.get(language)?.unreadable.instead ?? {};
  return Object.hasOwn(instead, skipped) ? instead[skipped] : undefined;
}

/** What a unit of a field is called; its own word where there is none or the words are not loaded. */
export function readingUnitOf(unit: string, language: Language): string {
  const units: Readonly<Record<string, string>> = tables.get(language)?.review.fields.units ?? {};
  return (Object.hasOwn(units, unit) ? units[unit] : undefined) ?? unit;
}
