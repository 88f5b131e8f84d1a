import type { Diagnostic, Severity } from '../../core/plan/findings.ts';

export const GROUPINGS = ['severity', 'rule', 'feature'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface FindingGroup {
  /** A severity, a code, or `layer feature`; empty for findings of no feature. */
  key: string;
  items: Diagnostic[];
}

/** What a person asks to see. */
export interface FindingFilter {
  /** Every word must stand somewhere in what is said of a finding. */
  text: string;
  /** Only findings that are not among these. */
  known: ReadonlySet<string> | undefined;
}

/** Tells whether a filter lets a finding through; undefined where it lets all of them. */
export function matcherOf(
  { text, known }: FindingFilter,
  { saidOf, keyOf }: { saidOf: (finding: Diagnostic) => string; keyOf: (finding: Diagnostic) => string },
): ((finding: Diagnostic) => boolean) | undefined {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !known) return undefined;
  return (finding) => {
    if (known?.has(keyOf(finding))) return false;
    if (words.length === 0) return true;
    const said = [finding.code, finding.feature, ...(finding.related ?? []), saidOf(finding)].join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  };
}

/** The findings that match, found in slices so that the page answers meanwhile; undefined when they are not wanted any more. */
export async function matchInSlices(
  findings: readonly Diagnostic[],
  matches: (finding: Diagnostic) => boolean,
  { isWanted, nextTask, now }: { isWanted: () => boolean; nextTask: () => Promise<void>; now: () => number },
): Promise<Diagnostic[] | undefined> {
  const found: Diagnostic[] = [];
  let began = now();
  for (const finding of findings) {
    if (matches(finding)) found.push(finding);
    if (now() - began < SLICE_MILLISECONDS) continue;
    await nextTask();
    if (!isWanted()) return undefined;
    began = now();
  }
  return found;
}

const SLICE_MILLISECONDS = 25;

/** Findings brought together; groups stand in the order of their worst member, those of one severity the largest first. */
export function groupFindings(findings: readonly Diagnostic[], by: Grouping): FindingGroup[] {
  const groups = new Map<string, FindingGroup & { worst: number }>();
  for (const finding of findings) {
    const key = keyOfGroup(finding, by);
    const rank = RANKS[finding.severity];
    const group = groups.get(key);
    if (!group) groups.set(key, { key, items: [finding], worst: rank });
    else {
      group.items.push(finding);
      if (rank < group.worst) group.worst = rank;
    }
  }
  // By feature there are a hundred thousand groups of a few sizes: only keys of one size are compared as text.
  const alike = new Map<number, string[]>();
  for (const { key, items, worst } of groups.values()) {
    const place = worst * (findings.length + 1) - items.length;
    const keys = alike.get(place);
    if (keys) keys.push(key);
    else alike.set(place, [key]);
  }
  return [...alike]
    .sort(([first], [second]) => first - second)
    .flatMap(([, keys]) => keys.sort().flatMap((key) => groups.get(key) ?? []));
}

const RANKS: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

function keyOfGroup(finding: Diagnostic, by: Grouping): string {
  if (by === 'severity') return finding.severity;
  if (by === 'rule') return finding.code;
  return finding.layer !== undefined && finding.feature !== undefined ? `${finding.layer} ${finding.feature}` : '';
}
