import type { Diagnostic, Severity } from '../../core/plan/findings.ts';

export const GROUPINGS = ['severity', 'rule', 'feature'] as const;
export type Grouping = (typeof GROUPINGS)[number];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export interface FindingGroup {
  /** A severity, a code, or `layer feature`; empty for findings of no feature. */
  key: string;
  items: Diagnostic[];
}

/** What a person asks to see. */
export interface FindingFilter {
  severity?: Severity | undefined;
  /** Every word must stand somewhere in what is said of a finding. */
  text?: string;
  /** Only findings that are not among these. */
  known?: ReadonlySet<string> | undefined;
  /** Those that were let stand, or those that were not. */
  isAccepted: boolean;
}

/** The findings a filter lets through, worst first. */
export function filterFindings(
  findings: readonly Diagnostic[],
  { severity, text = '', known, isAccepted }: FindingFilter,
  { saidOf, keyOf }: { saidOf: (finding: Diagnostic) => string; keyOf: (finding: Diagnostic) => string },
): Diagnostic[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const isShown = (finding: Diagnostic): boolean => {
    if ((finding.accepted !== undefined) !== isAccepted) return false;
    if (severity && finding.severity !== severity) return false;
    if (known?.has(keyOf(finding))) return false;
    if (words.length === 0) return true;
    const said = [finding.code, finding.feature, ...(finding.related ?? []), saidOf(finding)].join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  };
  const shown = new Map(SEVERITIES.map((one): [Severity, Diagnostic[]] => [one, []]));
  for (const finding of findings) if (isShown(finding)) shown.get(finding.severity)?.push(finding);
  return [...shown.values()].flat();
}

/** Findings brought together; groups stand in the order of their worst member, those of one severity the largest first. */
export function groupFindings(findings: readonly Diagnostic[], by: Grouping): FindingGroup[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const key = keyOfGroup(finding, by);
    const items = groups.get(key);
    if (items) items.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups]
    .map(([key, items]) => ({
      key,
      items,
      worst: items.reduce((rank, { severity }) => Math.min(rank, SEVERITIES.indexOf(severity)), SEVERITIES.length),
    }))
    .sort((a, b) => a.worst - b.worst || b.items.length - a.items.length || (a.key < b.key ? -1 : 1))
    .map(({ key, items }) => ({ key, items }));
}

function keyOfGroup(finding: Diagnostic, by: Grouping): string {
  if (by === 'severity') return finding.severity;
  if (by === 'rule') return finding.code;
  return finding.layer !== undefined && finding.feature !== undefined ? `${finding.layer} ${finding.feature}` : '';
}
