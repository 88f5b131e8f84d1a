import { checkBuildingNearLimit } from './building_near_limit.ts';
import { checkBuildingOverLimit } from './building_over_limit.ts';
import { checkBuildingUnknown } from './building_unknown.ts';
import { checkCommunityArea } from './community_area.ts';
import { checkControlContradictory } from './control_contradictory.ts';
import { checkControlRange } from './control_range.ts';
import { checkGeometryNoArea } from './geometry_no_area.ts';
import { checkGeometrySelfCrossing } from './geometry_self_crossing.ts';
import { checkMeasuringCrsUnknown } from './measuring_crs_unknown.ts';
import { checkPhaseArea } from './phase_area.ts';
import { checkPhaseCount } from './phase_count.ts';
import { checkPhaseDates } from './phase_dates.ts';
import { checkPhaseGap } from './phase_gap.ts';
import { checkPhaseOrder } from './phase_order.ts';
import { checkPhaseOutside } from './phase_outside.ts';
import { checkPhaseOverlap } from './phase_overlap.ts';
import { checkPhaseProgramme } from './phase_programme.ts';
import { checkPhaseStages } from './phase_stages.ts';
import { checkPlotAreaDeclared } from './plot_area_declared.ts';
import { checkPlotNumberRepeated } from './plot_number_repeated.ts';
import { checkPlotOutsidePhase } from './plot_outside_phase.ts';
import { checkPlotOverlap } from './plot_overlap.ts';
import { checkReferenceMissing } from './reference_missing.ts';
import type { Rule } from './rule.ts';
import { checkTownscapeColours } from './townscape_colours.ts';

/** Every check there is. A new one is a file beside this one, a line here, and its words in both languages. */
export const RULES = [
  {
    code: 'geometry-no-area',
    topic: 'geometry',
    severity: 'error',
    source: 'simple-features',
    check: checkGeometryNoArea,
  },
  {
    code: 'measuring-crs-unknown',
    topic: 'attributes',
    severity: 'warning',
    source: 'own',
    check: checkMeasuringCrsUnknown,
  },
  {
    code: 'geometry-self-crossing',
    topic: 'geometry',
    severity: 'error',
    source: 'simple-features',
    check: checkGeometrySelfCrossing,
  },
  {
    code: 'community-area',
    topic: 'programme',
    severity: 'error',
    source: 'plan',
    check: checkCommunityArea,
    alsoTells: ['community-area-met'],
  },
  {
    code: 'phase-area',
    topic: 'programme',
    severity: 'error',
    source: 'plan',
    check: checkPhaseArea,
    settings: ['phaseAreaPercent'],
  },
  {
    code: 'phase-overlap',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    check: checkPhaseOverlap,
    settings: ['overlapSquareMetres'],
    alsoTells: ['overlaps-cut'],
  },
  {
    code: 'phase-gap',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    check: checkPhaseGap,
    settings: ['gapSquareMetres'],
  },
  {
    code: 'phase-outside',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    check: checkPhaseOutside,
    settings: ['outsideSquareMetres'],
  },
  { code: 'phase-count', topic: 'programme', severity: 'error', source: 'plan', check: checkPhaseCount },
  { code: 'phase-order', topic: 'programme', severity: 'error', source: 'own', check: checkPhaseOrder },
  { code: 'phase-dates', topic: 'programme', severity: 'error', source: 'own', check: checkPhaseDates },
  { code: 'phase-stages', topic: 'programme', severity: 'error', source: 'plan', check: checkPhaseStages },
  {
    code: 'phase-programme',
    topic: 'programme',
    severity: 'error',
    source: 'plan',
    check: checkPhaseProgramme,
    alsoTells: ['phase-programme-met'],
  },
  {
    code: 'plot-number-repeated',
    topic: 'attributes',
    severity: 'error',
    source: 'practice',
    check: checkPlotNumberRepeated,
  },
  {
    code: 'plot-overlap',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    check: checkPlotOverlap,
    settings: ['overlapSquareMetres'],
    alsoTells: ['overlaps-cut'],
  },
  {
    code: 'plot-outside-phase',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    check: checkPlotOutsidePhase,
    settings: ['outsideSquareMetres'],
  },
  {
    code: 'plot-area-declared',
    topic: 'attributes',
    severity: 'error',
    source: 'practice',
    check: checkPlotAreaDeclared,
    settings: ['declaredAreaPercent'],
  },
  { code: 'control-range', topic: 'attributes', severity: 'error', source: 'own', check: checkControlRange },
  {
    code: 'control-contradictory',
    topic: 'controls',
    severity: 'error',
    source: 'plan',
    check: checkControlContradictory,
    settings: ['zoneCoverSharePercent'],
  },
  { code: 'building-over-limit', topic: 'controls', severity: 'error', source: 'plan', check: checkBuildingOverLimit },
  {
    code: 'building-near-limit',
    topic: 'controls',
    severity: 'info',
    source: 'plan',
    check: checkBuildingNearLimit,
    settings: ['nearLimitPercent'],
    alsoTells: ['building-near-limits'],
  },
  { code: 'building-unknown', topic: 'controls', severity: 'info', source: 'plan', check: checkBuildingUnknown },
  {
    code: 'townscape-colours',
    topic: 'attributes',
    severity: 'error',
    source: 'hefei-2013',
    check: checkTownscapeColours,
  },
  {
    code: 'reference-missing',
    topic: 'attributes',
    severity: 'error',
    source: 'practice',
    check: checkReferenceMissing,
    alsoTells: ['community-zone-missing'],
  },
] as const satisfies readonly Rule[];
export type RuleCode = (typeof RULES)[number]['code'];
