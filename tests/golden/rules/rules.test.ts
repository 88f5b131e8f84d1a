import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import type { Rule } from '../../../src/core/check/rule.ts';
import { RULES } from '../../../src/core/check/rules.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { expand, type MetrePlan } from './metre_plan.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** One rule's cases: plans it must find something in, and plans that lie just inside what it allows. */
interface Cases {
  found: Record<string, MetrePlan>;
  inside: Record<string, MetrePlan>;
}

function casesOf(code: string): Cases {
  return JSON.parse(readFileSync(`${FOLDER}${code}.input.json`, 'utf8')) as Cases;
}

/** Figures as far as anybody could measure them: what differs below is the noise of sums. */
function rounded(figure: number): number {
  return Math.abs(figure) < 1e-6 ? 0 : Number(figure.toPrecision(6));
}

/** The spot is left to the tests of each shape. */
function told(code: string, plan: MetrePlan): unknown[] {
  const findings = analysePlan(expand(plan)).findings.filter((finding) => finding.code === code);
  return JSON.parse(
    JSON.stringify(
      findings.map((finding) => ({
        ...finding,
        evidence: finding.evidence?.type,
        text: formatFinding(finding, 'zh-CN').text,
        textEn: formatFinding(finding, 'en').text,
      })),
      (_, one: unknown) => (typeof one === 'number' ? rounded(one) : one),
    ),
  ) as unknown[];
}

/** `UPDATE=1 npx vitest run tests/golden/rules` writes what is found now; the difference is to be read before it is kept. */
describe('each rule', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.input.json'));

  test.each((RULES as readonly Rule[]).map(({ code }) => code))(
    '%s has a case it finds and one just inside',
    (code) => {
      expect(files).toContain(`${code}.input.json`);
      const { found, inside } = casesOf(code);
      expect(Object.keys(found).length).toBeGreaterThan(0);
      expect(Object.keys(inside).length).toBeGreaterThan(0);
    },
  );

  test.each(files.map((name) => name.replace('.input.json', '')))('%s', (code) => {
    const { found, inside } = casesOf(code);
    const result = Object.fromEntries(Object.entries(found).map(([name, plan]) => [name, told(code, plan)]));
    for (const [name, findings] of Object.entries(result)) {
      expect(findings, name).not.toEqual([]);
      for (const { text, textEn } of findings as { text: string; textEn: string }[]) {
        expect(text, name).not.toMatch(/[{}]|undefined|NaN|∞/);
        expect(textEn, name).not.toMatch(/[{}]|undefined|NaN|∞/);
      }
    }
    for (const [name, plan] of Object.entries(inside)) expect(told(code, plan), name).toEqual([]);
    const expected = `${FOLDER}${code}.output.json`;
    if (process.env.UPDATE === '1' || !existsSync(expected)) {
      expect(process.env.UPDATE, `${code} has no output`).toBe('1');
      writeFileSync(expected, `${JSON.stringify(result, null, 2)}\n`);
    }
    expect(result).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});
