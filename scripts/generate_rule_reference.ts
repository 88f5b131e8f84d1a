import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULE_TOPICS, type Rule } from '../src/core/check/rule.ts';
import { RULES } from '../src/core/check/rules.ts';
import { DEFAULT_RULE_LIMITS } from '../src/core/plan/rule_limits.ts';
import { DEFAULT_TOLERANCES } from '../src/core/plan/tolerances.ts';
import { loadMessages, messagesOf } from '../src/messages/index.ts';
import type { Language } from '../src/messages/language.ts';
import { loadRuleMessages } from '../src/messages/rules.ts';
import { withUnit } from '../src/sheet/check_report/page.ts';

const DEFAULTS: Readonly<Record<string, number>> = { ...DEFAULT_TOLERANCES, ...DEFAULT_RULE_LIMITS };
const INTRODUCTION = {
  'zh-CN': [
    '本文由 `npx tsx scripts/generate_rule_reference.ts` 从代码生成，列出检查的全部规则。[English](#rules-of-the-check)',
    '在 `plan.json` 的 `checks` 中可按规则调整：`"rules": {"plot-overlap": "off"}` 关闭，或改为 `error`、`warning`、`info`；`"limits"` 与 `"tolerances"` 改阈值；`"accepted"` 保留已说明理由、予以保留的问题。',
    '文件本身的问题（没有编号、编号重复、值不合字段、图形结构有误等）在读取时给出，不在此列，也不能关闭；见 [loading-data.md](loading-data.md)。',
  ],
  en: [
    'Written from the code by `npx tsx scripts/generate_rule_reference.ts`: every rule of the check.',
    'A plan tunes them in `checks` of `plan.json`: `"rules": {"plot-overlap": "off"}` switches one off, or gives it `error`, `warning` or `info`; `"limits"` and `"tolerances"` change figures; `"accepted"` keeps findings that may stand, with the reason.',
    'What is wrong with a file itself (a number that is missing or repeated, a value its field cannot have, a broken shape) is told as it is read. It is not listed here and cannot be switched off: see [loading-data.md](loading-data.md).',
  ],
} as const satisfies Record<Language, readonly string[]>;

/** The rule reference: what every rule finds, why it matters, where it comes from and what tunes it, in both languages. */
export async function ruleReference(): Promise<string> {
  const parts = [await referenceIn('zh-CN'), await referenceIn('en')];
  return `${parts.join('\n\n---\n\n')}\n`;
}

async function referenceIn(language: Language): Promise<string> {
  await loadMessages(language);
  const { title, topics, sources, codes, words, settings: titles } = await loadRuleMessages(language);
  const { findings, update } = messagesOf(language);
  const entry = ({ code, severity, source, settings = [] }: Rule): string => {
    const { finds, why } = own(codes, code);
    const sentences = own(findings.codes, code);
    const tuned = settings
      .map((name) => `${titles[name]} \`${name}\`${bracketed(withUnit(name, DEFAULTS[name] ?? 0), language)}`)
      .join(language === 'en' ? ', ' : '、');
    return [
      `### ${sentences.title} · \`${code}\``,
      [
        `- **${words.finds}**${colon(language)}${finds}`,
        `- **${words.why}**${colon(language)}${why}`,
        ...(sentences.mend === '' ? [] : [`- **${words.mend}**${colon(language)}${sentences.mend}`]),
        `- **${words.source}**${colon(language)}${sources[source]}`,
        `- ${update.severity[severity]}${tuned === '' ? '' : ` · **${words.settings}**${colon(language)}${tuned}`}`,
      ].join('\n'),
    ].join('\n\n');
  };
  const chapters = RULE_TOPICS.map((topic) => {
    const entries = (RULES as readonly Rule[]).filter((rule) => rule.topic === topic).map(entry);
    return [`## ${topics[topic]}`, ...entries].join('\n\n');
  });
  return [`# ${title}`, ...INTRODUCTION[language], ...chapters].join('\n\n');
}

function bracketed(text: string, language: Language): string {
  return language === 'en' ? ` (${text})` : `（${text}）`;
}

function colon(language: Language): string {
  return language === 'en' ? ': ' : '：';
}

function own<T>(table: Readonly<Record<string, T>>, code: string): T {
  const entry = Object.hasOwn(table, code) ? table[code] : undefined;
  if (!entry) throw new Error(`The message tables have no words for ${code}`);
  return entry;
}

export const RULE_REFERENCE_PATH = fileURLToPath(new URL('../docs/rules.md', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(RULE_REFERENCE_PATH, await ruleReference());
