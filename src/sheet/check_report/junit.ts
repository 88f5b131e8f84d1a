import type { Rule } from '../../core/check/rule.ts';
import { RULES } from '../../core/check/rules.ts';
import type { Diagnostic, Severity } from '../../core/plan/findings.ts';
import { formatFinding } from '../../messages/format_finding.ts';
import type { Language } from '../../messages/language.ts';
import { escapeHtml } from '../html_text.ts';

/**
 * Findings as a JUnit report, the form build servers read: a suite a file, a case a rule. A case fails when its rule found something
 * at least as bad as `failOn` that was not let stand; what is milder stands in its output. A rule that was not applied has not passed.
 * @param applied codes of the rules that were applied; all of them where absent
 */
export function writeFindingsJunit(
  findings: readonly Diagnostic[],
  failOn: Severity,
  language: Language,
  applied?: readonly string[],
): string {
  const files = [...new Set(findings.map(({ file }) => file ?? ''))].sort();
  const suites = (files.length === 0 ? [''] : files).map((file) =>
    suiteOf(
      file,
      findings.filter((finding) => (finding.file ?? '') === file),
      failOn,
      language,
      applied && new Set(applied),
    ),
  );
  const sum = (name: 'tests' | 'failures') => suites.reduce((total, suite) => total + suite[name], 0);
  const body = suites.map(({ text }) => text).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="park-plan" tests="${sum('tests')}" failures="${sum('failures')}">\n${body}\n</testsuites>\n`;
}

const ORDER: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

/** Whether a finding is bad enough to fail for, and was not let stand. */
export function isFailing({ severity, accepted }: Diagnostic, failOn: Severity): boolean {
  return !accepted && ORDER[severity] >= ORDER[failOn];
}

function suiteOf(
  file: string,
  findings: readonly Diagnostic[],
  failOn: Severity,
  language: Language,
  applied: ReadonlySet<string> | undefined,
) {
  const codes = new Set([...(RULES as readonly Rule[]).map(({ code }) => code), ...findings.map(({ code }) => code)]);
  let failures = 0;
  let skipped = 0;
  const cases = [...codes].map((code) => {
    const own = findings.filter((finding) => finding.code === code);
    const line = (finding: Diagnostic) =>
      `${finding.file ?? '-'}#${finding.pointer ?? ''}: ${finding.severity}: ${formatFinding(finding, language).message}`;
    const failing = own.filter((finding) => isFailing(finding, failOn));
    const others = own.filter((finding) => !isFailing(finding, failOn));
    const name = `<testcase classname="${escapeHtml(file || 'park-plan')}" name="${escapeHtml(code)}"`;
    if (own.length === 0 && applied && !applied.has(code)) {
      skipped += 1;
      return `    ${name}><skipped/></testcase>`;
    }
    if (own.length === 0) return `    ${name}/>`;
    if (failing.length > 0) failures += 1;
    const [first] = failing;
    const parts = [
      ...(first
        ? [
            `<failure type="${escapeHtml(first.severity)}" message="${escapeHtml(formatFinding(first, language).title)}">${escapeHtml(failing.map(line).join('\n'))}</failure>`,
          ]
        : []),
      ...(others.length > 0 ? [`<system-out>${escapeHtml(others.map(line).join('\n'))}</system-out>`] : []),
    ];
    return `    ${name}>${parts.join('')}</testcase>`;
  });
  const head = `  <testsuite name="${escapeHtml(file || 'park-plan')}" tests="${codes.size}" failures="${failures}" skipped="${skipped}">`;
  return { tests: codes.size, failures, text: `${head}\n${cases.join('\n')}\n  </testsuite>` };
}
