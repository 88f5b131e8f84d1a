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
  const known = new Map<string, AcceptedFinding[]>();
  for (const one of accepted) known.set(one.key, [...(known.get(one.key) ?? []), one]);
  return findings.flatMap((finding): Finding[] => {
    const setting = settingOf(finding.code, manifest);
    if (setting === 'off') return [];
    // Two gaps between the same plots have one key, and each a reason of its own.
    const one = known.get(findingKey(finding))?.find((one) => isAsAccepted(finding, one));
    const mark = one ? { accepted: whyOf(one) } : {};
    return [{ ...finding, ...(setting && { severity: setting }), ...mark }];
  });
}

/** What is written into the plan to let a finding stand. */
export function acceptanceOf(finding: Finding, why: Pick<AcceptedFinding, 'reason' | 'who' | 'at'>): AcceptedFinding {
  return { key: findingKey(finding), figures: figuresOf(finding), ...why };
}

/** Whether a finding is the one that was let stand, with what was measured then. */
function isAsAccepted(finding: Finding, { key, figures = {} }: AcceptedFinding): boolean {
  const present = figuresOf(finding);
  return key === findingKey(finding) && Object.entries(figures).every(([name, then]) => isSame(present[name], then));
}

/** Without what is noted of a finding, or was noted of it at other figures; what is noted of another one of its key stays. */
export function acceptedWithout(
  accepted: readonly AcceptedFinding[],
  finding: Finding,
  present: readonly Finding[],
): AcceptedFinding[] {
  const key = findingKey(finding);
  if (!accepted.some((one) => one.key === key)) return [...accepted];
  const others = present.filter((one) => findingKey(one) === key && !isAlike(one, finding));
  return accepted.filter((one) => one.key !== key || others.some((other) => isAsAccepted(other, one)));
}

function isAlike(one: Finding, other: Finding): boolean {
  return isAsAccepted(one, acceptanceOf(other, { reason: '' }));
}

/** What features are called may change without anything being another finding. */
const NAMES = ['namedIds', 'names', 'namesEn'];

/** What a finding measured: figures, and words such as a date or which stages are missing. */
function figuresOf({ data }: Finding): NonNullable<AcceptedFinding['figures']> {
  const figures: NonNullable<AcceptedFinding['figures']> = {};
  for (const [name, value] of Object.entries(data)) {
    if (NAMES.includes(name)) continue;
    if (Array.isArray(value)) figures[name] = [...value].sort().join(' ');
    else if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) figures[name] = value;
  }
  return figures;
}

/** The figures a finding was let stand at may drift with the last digit of a border, not more. */
const SAME_FIGURE_SHARE = 0.01;

function isSame(now: number | string | undefined, then: number | string): boolean {
  if (typeof now !== 'number' || typeof then !== 'number') return now === then;
  return Math.abs(now - then) <= Math.abs(then) * SAME_FIGURE_SHARE;
}

function whyOf({ reason, who, at }: AcceptedFinding): NonNullable<Finding['accepted']> {
  return { reason, ...(who !== undefined && { who }), ...(at !== undefined && { at }) };
}

function settingOf(code: string, { checks }: Manifest) {
  const rules = checks?.rules;
  return rules && Object.hasOwn(rules, code) ? rules[code] : undefined;
}
