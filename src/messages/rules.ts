import type { Language } from './language.ts';
import type { Widen } from './messages.ts';
import type { rules as zhCN } from './zh-CN/rules.ts';

/** The words about the rules of the check themselves: needed by the reference and by whoever asks why a finding matters. */
export type RuleMessages = Widen<typeof zhCN>;

/** Brings the words about rules in a language. */
export async function loadRuleMessages(language: Language): Promise<RuleMessages> {
  return language === 'en' ? (await import('./en/rules.ts')).rules : (await import('./zh-CN/rules.ts')).rules;
}
