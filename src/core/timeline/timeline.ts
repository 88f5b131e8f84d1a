import type { Ledger } from '../control/types.ts';
import { measureEllipsoidAreaSquareMetres } from '../measure/ellipsoid.ts';
import type { Phase, Plan } from '../plan/types.ts';

/** Sums over some phases. Area is gross, on the ellipsoid; floor area is FAR-counted. */
export interface TimelineTotals {
  areaSquareMetres: number;
  /** Σ FAR max × net area of the phases' plots. */
  gfaCapacitySquareMetres: number;
  builtGfaSquareMetres: number;
  people: number;
  companies: number;
}

export interface TimelineStep {
  sequence: number;
  /** Ids of the phases that open in this step: one, unless a plan numbers two alike. */
  phases: string[];
  /** YYYY-MM. */
  opens?: string;
  openingStatus?: 'open' | 'planned';
  /** All phases up to and including this one. */
  running: TimelineTotals;
}

export interface Timeline {
  steps: TimelineStep[];
  /** All phases together. */
  whole: TimelineTotals;
  /** What the plan wants the community to reach. */
  targets: { areaSquareMetres?: number; people?: number; companies?: number };
}

const NOTHING: TimelineTotals = {
  areaSquareMetres: 0,
  gfaCapacitySquareMetres: 0,
  builtGfaSquareMetres: 0,
  people: 0,
  companies: 0,
};

/** The phases in their order with running totals. Without a ledger yet, floor areas are 0. */
export function buildTimeline(plan: Plan, ledger: Ledger | undefined): Timeline {
  const phases = [...plan.layers.phases].sort((a, b) => a.properties.sequence - b.properties.sequence);
  const steps: TimelineStep[] = [];
  let running = NOTHING;
  for (const phase of phases) {
    running = addPhase(running, phase, ledger);
    const { sequence, opens, openingStatus } = phase.properties;
    const last = steps.at(-1);
    if (last?.sequence === sequence) {
      last.phases.push(phase.id);
      last.running = running;
    } else {
      steps.push({
        sequence,
        phases: [phase.id],
        ...(opens === undefined ? {} : { opens }),
        ...(openingStatus === undefined ? {} : { openingStatus }),
        running,
      });
    }
  }
  const community = plan.manifest.community;
  return {
    steps,
    whole: running,
    targets: {
      ...(community === undefined ? {} : { areaSquareMetres: community.areaSquareMetres }),
      ...(community?.people === undefined ? {} : { people: community.people }),
      ...(community?.companies === undefined ? {} : { companies: community.companies }),
    },
  };
}

/** The totals a step shows; undefined is the plan as a whole. A step before the first phase is nothing yet. */
export function totalsAt(timeline: Timeline, step: number | undefined): TimelineTotals {
  if (step === undefined) return timeline.whole;
  return timeline.steps.filter(({ sequence }) => sequence <= step).at(-1)?.running ?? NOTHING;
}

function addPhase(totals: TimelineTotals, phase: Phase, ledger: Ledger | undefined): TimelineTotals {
  const sum = ledger?.rollUps.phase.find(({ key }) => key === phase.id);
  return {
    areaSquareMetres: totals.areaSquareMetres + measureEllipsoidAreaSquareMetres(phase.geometry),
    gfaCapacitySquareMetres: totals.gfaCapacitySquareMetres + (sum?.gfaCapacitySquareMetres ?? 0),
    builtGfaSquareMetres: totals.builtGfaSquareMetres + (sum?.builtGfaSquareMetres ?? 0),
    people: totals.people + (phase.properties.people ?? 0),
    companies: totals.companies + (phase.properties.companies ?? 0),
  };
}
