import type { Finding } from '../plan/findings.ts';
import { communityBoundaryOf } from './community_boundary.ts';
import { type ProgrammeSum, reportCommunity } from './community_report.ts';
import type { CheckContext } from './rule.ts';

/**
 * People and companies of all phases against the community's targets: below a target is wrong, reaching it is told with the
 * density per hectare of the phases that state a figure.
 */
export function checkPhaseProgramme({ plan }: CheckContext): Finding[] {
  const { community } = plan.manifest;
  const report = reportCommunity(plan);
  if (!community || !report) return [];
  const boundary = communityBoundaryOf(plan);
  const findings: Finding[] = [];
  const tell = (subject: 'people' | 'companies', { sum, target, perHectare }: ProgrammeSum) => {
    if (target === undefined) return;
    const silent = report.phases.filter((phase) => phase[subject] === undefined).map((phase) => phase.phase);
    const isMet = sum >= target;
    findings.push({
      code: isMet ? 'phase-programme-met' : 'phase-programme',
      severity: isMet ? 'info' : 'error',
      layer: 'zones',
      feature: community.zone,
      data: { field: subject, sum, target, perHectare: perHectare ?? null, silent },
      ...(boundary && { evidence: boundary.geometry }),
    });
  };
  tell('people', report.people);
  tell('companies', report.companies);
  return findings;
}
