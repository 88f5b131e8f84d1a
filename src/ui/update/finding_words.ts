import type { Finding } from '../../core/plan/findings.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';

export interface FindingWords {
  what: string;
  why?: string;
  mend?: string;
}

/** A finding's or diagnostic's words in a language; the bare code when the table does not know it. */
export function findingWords(finding: Finding, language: Language): FindingWords {
  const messages = messagesOf(language);
  const entry = entryOf(messages.diagnostics, finding.code) ?? entryOf(messages.findings, finding.code);
  const data = dataTexts(finding, language);
  if (typeof entry === 'string') return { what: fill(entry, data) };
  if (typeof entry !== 'object' || entry === null) return { what: finding.code };
  const text = (key: string) => {
    const value = entryOf(entry, key);
    return typeof value === 'string' ? fill(value, data) : undefined;
  };
  const why = text('why');
  const mend = text('mend');
  return { what: text('what') ?? finding.code, ...(why && { why }), ...(mend && { mend }) };
}

/** A field's title in a language; the field's own name where the dictionary has none. */
export function fieldTitle(field: string, language: Language): string {
  const title = entryOf(messagesOf(language).fields, field);
  return typeof title === 'string' ? title : field;
}

function dataTexts(finding: Finding, language: Language): Record<string, string | number> {
  const texts: Record<string, string | number> = { feature: finding.feature ?? '' };
  for (const [key, value] of Object.entries(finding.data)) {
    if (typeof value === 'number') texts[key] = formatNumber(value, language, 2);
    else if (Array.isArray(value)) texts[key] = value.join(language === 'en' ? ', ' : '、');
    else texts[key] = value === null ? '' : String(value);
  }
  return texts;
}

/** Own members only: a code or a field named `constructor` in a file finds nothing. */
function entryOf(table: object, key: string): unknown {
  return Object.hasOwn(table, key) ? Reflect.get(table, key) : undefined;
}
