import type { Rule } from '../../core/check/rule.ts';
import { RULES } from '../../core/check/rules.ts';
import { type Diagnostic, findingKey, type Severity } from '../../core/plan/findings.ts';
import { formatFinding } from '../../messages/format_finding.ts';
import type { Language } from '../../messages/language.ts';
import type { RuleMessages } from '../../messages/rules.ts';

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note' };

interface SarifRule {
  id: string;
  shortDescription: { text: string };
  fullDescription?: { text: string };
  help?: { text: string };
  defaultConfiguration: { level: string };
}

/**
 * Findings in SARIF 2.1.0 (OASIS), the form that code hosts and editors show beside a change. A place is the file with the
 * line and column, where they are known, and, as a logical location, the JSON pointer into it; what was let stand is a suppression with its reason.
 */
export function writeFindingsSarif(findings: readonly Diagnostic[], language: Language, words: RuleMessages): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const rules = codes.map((code) => ruleOf(code, findings, language, words));
  // 3.27.23: either every result of a run says whether it is suppressed, or none does.
  const tellsSuppressed = findings.some(({ accepted }) => accepted);
  const results = findings.map((finding) => {
    const { code, severity, accepted } = finding;
    return {
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: LEVELS[severity],
      message: { text: formatFinding(finding, language).message },
      locations: locationsOf(finding),
      partialFingerprints: { 'findingKey/v1': findingKey(finding) },
      ...(tellsSuppressed && {
        suppressions: accepted ? [{ kind: 'external', justification: accepted.reason }] : [],
      }),
    };
  });
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'park-plan', rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The file and, within it, what the pointer names: 3.33.7 calls JSON's things objects and properties. */
function locationsOf({ file, pointer, feature, place }: Diagnostic): object[] {
  const region = place && {
    region: { startLine: place.line, ...(place.column !== undefined && { startColumn: place.column }) },
  };
  const physical = file !== undefined && { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } };
  const isNamed = pointer !== undefined || feature !== undefined;
  const logical = isNamed && {
    logicalLocations: [
      {
        ...(pointer !== undefined && { fullyQualifiedName: pointer }),
        ...(feature !== undefined && { name: feature }),
        kind: /(?:^|\/\d+)$/.test(pointer ?? '') ? 'object' : 'property',
      },
    ],
  };
  return physical || logical ? [{ ...physical, ...logical }] : [];
}

function ruleOf(code: string, findings: readonly Diagnostic[], language: Language, { codes }: RuleMessages): SarifRule {
  const rule = (RULES as readonly Rule[]).find((one) => one.code === code);
  const first = findings.find((finding) => finding.code === code);
  const title = first ? formatFinding({ ...first, data: {} }, language).title : code;
  const told: { finds: string; why: string } | undefined = Object.hasOwn(codes, code)
    ? codes[code as keyof typeof codes]
    : undefined;
  return {
    id: code,
    shortDescription: { text: title },
    ...(told && { fullDescription: { text: told.finds }, help: { text: told.why } }),
    defaultConfiguration: { level: LEVELS[rule?.severity ?? first?.severity ?? 'warning'] },
  };
}

/** A path as a reference, an absolute one as a file's address: what is no letter of an address is written in percents. */
function uriOf(path: string): string {
  const steps = path.replaceAll('\\', '/').split('/');
  const [first = ''] = steps;
  const isDrive = /^[A-Za-z]:$/.test(first);
  const encoded = steps.map((step, place) => (isDrive && place === 0 ? step : encodeURIComponent(step))).join('/');
  if (isDrive) return `file:///${encoded}`;
  // A server's share begins with two strokes, and its name is the address's host.
  return encoded.startsWith('//') ? `file:${encoded}` : encoded.startsWith('/') ? `file://${encoded}` : encoded;
}
