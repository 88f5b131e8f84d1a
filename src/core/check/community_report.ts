import type { Phase, Plan } from '../plan/types.ts';
import { measureByBasis, sumByBasis } from './measure_by_basis.ts';
import { PlanShapes } from './plan_shapes.ts';

const SQUARE_METRES_PER_HECTARE = 10_000;

/** The figures of the 5 km² check, beside its findings: what was measured against which target. Areas are gross. */
export interface CommunityReport {
  targetSquareMetres: number;
  tolerancePercent: number;
  /** Ellipsoid area of all phases together decides. */
  total: AreaByBasis;
  boundary: AreaByBasis;
  phases: PhaseReport[];
  people: ProgrammeSum;
  companies: ProgrammeSum;
}
export interface AreaByBasis {
  ellipsoidSquareMetres: number;
  planeSquareMetres: number;
  sphereSquareMetres: number;
}
export interface PhaseReport {
  phase: string;
  sequence: number;
  opens?: string;
  openingStatus?: 'open' | 'planned';
  area: AreaByBasis;
  targetGrossAreaSquareMetres?: number;
  people?: number;
  companies?: number;
  peoplePerHectare?: number;
  companiesPerHectare?: number;
}
export interface ProgrammeSum {
  sum: number;
  target?: number;
  /** Per hectare of the phases that state a figure. */
  perHectare?: number;
}

/** The figures of a plan's community; undefined when the plan names none. Areas are gross: roads and green included. */
export function reportCommunity(plan: Plan): CommunityReport | undefined {
  const { community } = plan.manifest;
  if (!community) return undefined;
  const shapes = new PlanShapes(plan);
  const phases = plan.layers.phases.map((phase) => reportPhase(phase, shapes)).sort((a, b) => a.sequence - b.sequence);
  const boundary = plan.layers.zones.find((zone) => zone.id === community.zone);
  return {
    targetSquareMetres: community.areaSquareMetres,
    tolerancePercent: community.areaTolerancePercent,
    total: sumByBasis(phases.map((phase) => phase.area)),
    boundary: sumByBasis(boundary ? [measureByBasis(boundary, shapes)] : []),
    phases,
    people: sumProgramme(phases, (phase) => phase.people, community.people),
    companies: sumProgramme(phases, (phase) => phase.companies, community.companies),
  };
}

function reportPhase(phase: Phase, shapes: PlanShapes): PhaseReport {
  const { sequence, opens, openingStatus, targetGrossAreaSquareMetres, people, companies } = phase.properties;
  const area = measureByBasis(phase, shapes);
  const hectares = area.ellipsoidSquareMetres / SQUARE_METRES_PER_HECTARE;
  return {
    phase: phase.id,
    sequence,
    ...(opens !== undefined && { opens }),
    ...(openingStatus !== undefined && { openingStatus }),
    area,
    ...(targetGrossAreaSquareMetres !== undefined && { targetGrossAreaSquareMetres }),
    ...(people !== undefined && { people, ...(hectares > 0 && { peoplePerHectare: people / hectares }) }),
    ...(companies !== undefined && { companies, ...(hectares > 0 && { companiesPerHectare: companies / hectares }) }),
  };
}

function sumProgramme(
  phases: readonly PhaseReport[],
  figureOf: (phase: PhaseReport) => number | undefined,
  target: number | undefined,
): ProgrammeSum {
  let sum = 0;
  let hectares = 0;
  for (const phase of phases) {
    const figure = figureOf(phase);
    if (figure === undefined) continue;
    sum += figure;
    hectares += phase.area.ellipsoidSquareMetres / SQUARE_METRES_PER_HECTARE;
  }
  return { sum, ...(target !== undefined && { target }), ...(hectares > 0 && { perHectare: sum / hectares }) };
}
