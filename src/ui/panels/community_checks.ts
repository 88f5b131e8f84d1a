import { fieldReader } from '../../core/packing/large_lists.ts';
import type { Finding } from '../../core/plan/findings.ts';
import { tolerancesOf } from '../../core/plan/tolerances.ts';
import type { Plan, Stage } from '../../core/plan/types.ts';

export type CommunityCheckId =
  | 'area'
  | 'phaseAreas'
  | 'overlaps'
  | 'gaps'
  | 'outside'
  | 'count'
  | 'order'
  | 'dates'
  | 'stages'
  | 'people'
  | 'companies';

/** One check of the community and what came of it. */
export interface CommunityCheck {
  id: CommunityCheckId;
  /** False where the plan states nothing to check against, or an outline keeps the check from working. */
  isDone: boolean;
  findings: Finding[];
  /** How far off still passes. */
  tolerance?: { percent: number } | { squareMetres: number };
  /** What was asked for, where it is a figure or a list. */
  target?: number | readonly Stage[];
}

/** Outlines that no overlay works with. */
const UNSOUND = ['geometry-self-crossing', 'geometry-no-area'];

/** Every check of the plan's community, also those that found nothing; none where the plan names no community. */
export function listCommunityChecks(plan: Plan, all: readonly Finding[]): CommunityCheck[] {
  const { community } = plan.manifest;
  if (!community) return [];
  const findings = concerning(all);
  const tolerances = tolerancesOf(plan.manifest);
  const { phases } = plan.layers;
  const of = (code: string, field?: string) =>
    findings.filter((finding) => finding.code === code && (field === undefined || finding.data.field === field));
  const isUnsound = (layer: string, id?: string) =>
    findings.some(
      (finding) =>
        UNSOUND.includes(finding.code) && finding.layer === layer && (id === undefined || finding.feature === id),
    );
  const arePhasesSound = phases.length > 0 && !isUnsound('phases');
  const hasBoundary = plan.layers.zones.some(({ id }) => id === community.zone) && !isUnsound('zones', community.zone);
  const isPlaced = arePhasesSound && hasBoundary;
  const dated = phases.filter(({ properties }) => properties.opens !== undefined);
  const programme = (subject: 'people' | 'companies'): CommunityCheck => {
    const target = community[subject];
    const found = of('phase-programme', subject);
    return { id: subject, isDone: target !== undefined, findings: found, ...(target !== undefined && { target }) };
  };
  const checks: CommunityCheck[] = [
    {
      id: 'area',
      isDone: phases.length > 0,
      findings: of('community-area'),
      tolerance: { percent: community.areaTolerancePercent },
    },
    {
      id: 'phaseAreas',
      isDone: phases.some(({ properties }) => properties.targetGrossAreaSquareMetres !== undefined),
      findings: of('phase-area'),
      tolerance: { percent: tolerances.phaseAreaPercent },
    },
    {
      id: 'overlaps',
      isDone: arePhasesSound,
      findings: of('phase-overlap'),
      tolerance: { squareMetres: tolerances.overlapSquareMetres },
    },
    {
      id: 'gaps',
      isDone: isPlaced,
      findings: of('phase-gap'),
      tolerance: { squareMetres: tolerances.gapSquareMetres },
    },
    {
      id: 'outside',
      isDone: isPlaced,
      findings: of('phase-outside'),
      tolerance: { squareMetres: tolerances.outsideSquareMetres },
    },
    { id: 'count', isDone: true, findings: of('phase-count'), target: community.phaseCount },
    { id: 'order', isDone: phases.length > 0, findings: of('phase-order') },
    { id: 'dates', isDone: dated.length > 1, findings: of('phase-dates') },
    {
      id: 'stages',
      isDone: (community.stages ?? []).length > 0,
      findings: of('phase-stages'),
      target: community.stages ?? [],
    },
    programme('people'),
    programme('companies'),
  ];
  return checks;
}

/** The findings the checks ask for. A large plan has hundreds of thousands of others. */
function concerning(findings: readonly Finding[]): Finding[] {
  const codeAt = fieldReader(findings, 'code') as (place: number) => string;
  return findings.filter((_, place) => {
    const code = codeAt(place);
    return code.startsWith('community-') || code.startsWith('phase-') || UNSOUND.includes(code);
  });
}
