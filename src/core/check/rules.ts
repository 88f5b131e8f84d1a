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

/** Every check there is. A new one is a file beside this one and a line here. */
export const RULES: readonly Rule[] = [
  checkGeometryNoArea,
  checkMeasuringCrsUnknown,
  checkGeometrySelfCrossing,
  checkCommunityArea,
  checkPhaseArea,
  checkPhaseOverlap,
  checkPhaseGap,
  checkPhaseOutside,
  checkPhaseCount,
  checkPhaseOrder,
  checkPhaseDates,
  checkPhaseStages,
  checkPhaseProgramme,
  checkPlotNumberRepeated,
  checkPlotOverlap,
  checkPlotOutsidePhase,
  checkPlotAreaDeclared,
  checkControlRange,
  checkControlContradictory,
  checkBuildingOverLimit,
  checkBuildingNearLimit,
  checkBuildingUnknown,
  checkTownscapeColours,
  checkReferenceMissing,
];
