import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RULE_REFERENCE_PATH, ruleReference } from '../../../scripts/generate_rule_reference.ts';
import type { Rule } from '../../../src/core/check/rule.ts';
import { RULES } from '../../../src/core/check/rules.ts';
import { DEFAULT_RULE_LIMITS } from '../../../src/core/plan/rule_limits.ts';
import { messagesOf } from '../../../src/messages/index.ts';

const rules: readonly Rule[] = RULES;

describe('the rules of the check', () => {
  test('stand in docs/rules.md as the code has them (npx tsx scripts/generate_rule_reference.ts writes it)', async () => {
    expect(readFileSync(RULE_REFERENCE_PATH, 'utf8')).toBe(await ruleReference());
  });

  test('are described there without anything only a finding could fill in', async () => {
    expect(await ruleReference()).not.toMatch(/\{\w+\}|…/);
  });

  test('have a code of their own, the name of their file and their function', () => {
    const files = new Set(readdirSync(fileURLToPath(new URL('../../../src/core/check', import.meta.url))));
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    for (const { code, check } of rules) {
      expect(files.has(`${code.replaceAll('-', '_')}.ts`), code).toBe(true);
      expect(check.name.toLowerCase()).toBe(`check${code.replaceAll('-', '')}`);
    }
  });

  test('have words for everything they tell, in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const words: Readonly<Record<string, unknown>> = messagesOf(language).findings.codes;
      for (const { code, alsoTells = [] } of rules)
        for (const one of [code, ...alsoTells]) expect(Object.hasOwn(words, one), `${one} in ${language}`).toBe(true);
    }
  });

  test('have a setting in the plan’s schema for each of their figures, with the default the code has', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../data/schema/plan.schema.json', import.meta.url), 'utf8'),
    ) as {
      properties: { checks: { properties: { limits: { properties: Record<string, { description: string }> } } } };
    };
    const described = schema.properties.checks.properties.limits.properties;
    expect(Object.keys(described)).toEqual(Object.keys(DEFAULT_RULE_LIMITS));
    for (const [name, value] of Object.entries(DEFAULT_RULE_LIMITS))
      expect(described[name]?.description).toContain(`Default ${value}.`);
  });
});
