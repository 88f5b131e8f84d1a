import type { Ledger } from '../control/types.ts';
import type { Finding, Severity } from '../plan/findings.ts';
import { ruleLimitsOf } from '../plan/rule_limits.ts';
import { tolerancesOf } from '../plan/tolerances.ts';
import type { Plan } from '../plan/types.ts';
import { nameFindings } from './name_findings.ts';
import { PlanShapes } from './plan_shapes.ts';
import { pointFindings } from './point_findings.ts';
import type { CheckContext } from './rule.ts';
import { applySettings, isWanted } from './rule_settings.ts';
import { RULES } from './rules.ts';

const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/**
 * Everything the checks find in a plan: errors first, then by code, layer and feature, whatever the order of its features.
 * @param onProgress told the share of rules done, 0–1; what it throws ends the work
 */
export function checkPlan(plan: Plan, ledger: Ledger, onProgress?: (share: number) => void): Finding[] {
  const { manifest } = plan;
  const context: CheckContext = {
    plan,
    ledger,
    tolerances: tolerancesOf(manifest),
    limits: ruleLimitsOf(manifest),
    shapes: new PlanShapes(plan),
  };
  const findings: Finding[] = [];
  for (const [index, rule] of RULES.entries()) {
    if (isWanted(rule, manifest)) for (const finding of rule.check(context)) findings.push(finding);
    onProgress?.((index + 1) / RULES.length);
  }
  const told = applySettings(manifest, nameFindings(plan, pointFindings(plan, findings)));
  return told.sort(compareFindings);
}

function compareFindings(a: Finding, b: Finding): number {
  const bySeverity = SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity];
  if (bySeverity !== 0) return bySeverity;
  const one = sortKey(a);
  const other = sortKey(b);
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Data goes in last, so that two findings of one rule about one feature stand in the same order every time. */
function sortKey(finding: Finding): string {
  const data = Object.entries(finding.data).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([finding.code, finding.layer ?? '', finding.feature ?? '', finding.related ?? [], data]);
}
