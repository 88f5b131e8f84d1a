import { type Finding, findingKey } from '../plan/findings.ts';
import type { AcceptedFinding, Manifest } from '../plan/types.ts';
import type { Rule } from './rule.ts';

/** Whether anything a rule may tell is asked for: a rule that is switched off costs nothing. */
export function isWanted({ code, alsoTells = [] }: Rule, manifest: Manifest): boolean {
  return [code, ...alsoTells].some((one) => settingOf(one, manifest) !== 'off');
}

/** Findings as the plan wants them told: without what it switched off, in the severity it gives them, with what was let stand marked. */
export function applySettings(manifest: Manifest, findings: readonly Finding[]): Finding[] {
  const { rules = {}, accepted = [] } = manifest.checks ?? {};
  if (Object.keys(rules).length + accepted.length === 0) return [...findings];
  const known = new Map(accepted.map((one) => [one.key, one]));
  return findings.flatMap((finding): Finding[] => {
    const setting = settingOf(finding.code, manifest);
    if (setting === 'off') return [];
    const one = known.get(findingKey(finding));
    const mark = one && isAsAccepted(finding, one) ? { accepted: whyOf(one) } : {};
    return [{ ...finding, ...(setting && { severity: setting }), ...mark }];
  });
}

/** What is written into the plan to let a finding stand. */
export function acceptanceOf(finding: Finding, why: Pick<AcceptedFinding, 'reason' | 'who' | 'at'>): AcceptedFinding {
  const figures = Object.entries(finding.data).filter(
    ([, value]) => typeof value === 'number' && Number.isFinite(value),
  );
  return { key: findingKey(finding), figures: Object.fromEntries(figures) as Record<string, number>, ...why };
}

/** The figures a finding was let stand at may drift with the last digit of a border, not more. */
const SAME_FIGURE_SHARE = 0.01;

function isAsAccepted({ data }: Finding, { figures = {} }: AcceptedFinding): boolean {
  return Object.entries(figures).every(([name, then]) => {
    const now = data[name];
    return typeof now === 'number' && Math.abs(now - then) <= Math.abs(then) * SAME_FIGURE_SHARE;
  });
}

function whyOf({ reason, who, at }: AcceptedFinding): NonNullable<Finding['accepted']> {
  return { reason, ...(who !== undefined && { who }), ...(at !== undefined && { at }) };
}

function settingOf(code: string, { checks }: Manifest) {
  const rules = checks?.rules;
  return rules && Object.hasOwn(rules, code) ? rules[code] : undefined;
}
