import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { valueText } from './review_words.ts';

const RULE_SETTING = '/checks/rules/';
const ACCEPTED = '/checks/accepted';

/** What a member of the plan's description is called, by its JSON pointer; the pointer itself where it has no name. */
export function manifestTitle(pointer: string, language: Language): string {
  const { update, findings } = messagesOf(language);
  if (pointer.startsWith(RULE_SETTING)) {
    const code = pointer.slice(RULE_SETTING.length);
    const codes: Readonly<Record<string, { title: string }>> = findings.codes;
    return Object.hasOwn(codes, code) ? (codes[code]?.title ?? pointer) : pointer;
  }
  return own(update.manifest.titles, pointer) ?? pointer;
}

/** A value of the plan's description in words: the status, how a rule is set, the reasons of findings that were let stand. */
export function manifestValue(pointer: string, value: unknown, language: Language): string {
  const { update, browse } = messagesOf(language);
  if (pointer === '/status' && typeof value === 'string') return own(browse.planStatus, value) ?? value;
  if (pointer.startsWith(RULE_SETTING) && typeof value === 'string')
    return value === 'off' ? update.manifest.off : (own(update.severity, value) ?? value);
  if (pointer === ACCEPTED) return reasonsOf(value) ?? valueText(value, update, language);
  return valueText(value, update, language);
}

/** The reasons alone, one a line: the keys by which findings are known again are for programs. */
function reasonsOf(accepted: unknown): string | undefined {
  if (!Array.isArray(accepted) || accepted.length === 0) return undefined;
  return accepted.map((one) => `· ${String(one?.reason ?? '')}`).join('\n');
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
