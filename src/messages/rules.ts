import type { Language } from './language.ts';
import type { Widen } from './messages.ts';
import type { rules as zhCN } from './zh-CN/rules.ts';

/** The words about the rules of the check themselves: needed by the list of findings, its reports and the reference. */
export type RuleMessages = Widen<typeof zhCN>;

const tables = new Map<Language, RuleMessages>();

/** Brings the words about rules in a language. */
export async function loadRuleMessages(language: Language): Promise<RuleMessages> {
  const known = tables.get(language);
  if (known) return known;
  const { rules } = language === 'en' ? await import('./en/rules.ts') : await import('./zh-CN/rules.ts');
  tables.set(language, rules);
  return rules;
}

/** The words about rules where they are loaded. */
export function ruleMessagesOf(language: Language): RuleMessages | undefined {
  return tables.get(language);
}
