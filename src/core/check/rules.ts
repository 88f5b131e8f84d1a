import { checkBuildingBelowMinimum } from './building_below_minimum.ts';
import { checkBuildingBlueGreenSetback } from './building_blue_green_setback.ts';
import { checkBuildingFloorArea } from './building_floor_area.ts';
import { checkBuildingMetroBand } from './building_metro_band.ts';
import { checkBuildingNearLimit } from './building_near_limit.ts';
import { checkBuildingOverLimit } from './building_over_limit.ts';
import { checkBuildingStoreys } from './building_storeys.ts';
import { checkBuildingUnknown } from './building_unknown.ts';
import { checkCommunityArea } from './community_area.ts';
import { checkControlContradictory } from './control_contradictory.ts';
import { checkControlImplausible } from './control_implausible.ts';
import { checkControlRange } from './control_range.ts';
import { checkDensityGreenContradictory } from './density_green_contradictory.ts';
import { checkFarUnreachable } from './far_unreachable.ts';
import { GEOMETRY_RULES } from './geometry_rules.ts';
import { checkGreenRatioUse } from './green_ratio_use.ts';
import { checkHeightRisesToWater } from './height_rises_to_water.ts';
import { checkHighRisePlotSmall } from './high_rise_plot_small.ts';
import { checkIndustryFar } from './industry_far.ts';
import { checkIndustryGreenRatio } from './industry_green_ratio.ts';
import { checkIndustryServiceShare } from './industry_service_share.ts';
import { checkLandUseMissing } from './land_use_missing.ts';
import { checkMeasuringCrsUnknown } from './measuring_crs_unknown.ts';
import { checkPhaseArea } from './phase_area.ts';
import { checkPhaseCapacity } from './phase_capacity.ts';
import { checkPhaseCount } from './phase_count.ts';
import { checkPhaseDates } from './phase_dates.ts';
import { checkPhaseFloorArea } from './phase_floor_area.ts';
import { checkPhaseOrder } from './phase_order.ts';
import { checkPhaseProgramme } from './phase_programme.ts';
import { checkPhaseStages } from './phase_stages.ts';
import { checkPhaseTotals } from './phase_totals.ts';
import { checkPlotAreaDeclared } from './plot_area_declared.ts';
import { checkPlotFloorArea } from './plot_floor_area.ts';
import { checkPlotNumberForm } from './plot_number_form.ts';
import { checkPlotNumberRepeated } from './plot_number_repeated.ts';
import { checkReferenceMissing } from './reference_missing.ts';
import type { Rule } from './rule.ts';
import { checkStageLandUse } from './stage_land_use.ts';
import { checkTownscapeColours } from './townscape_colours.ts';
import { checkViewCorridorBlocked } from './view_corridor_blocked.ts';

/** Every check there is. A new one is a file beside this one, an entry here (those of shapes in `geometry_rules.ts`), and its words in both languages. */
export const RULES = [
  ...GEOMETRY_RULES,
  {
    code: 'measuring-crs-unknown',
    topic: 'attributes',
    severity: 'warning',
    source: 'own',
    check: checkMeasuringCrsUnknown,
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
    code: 'plot-area-declared',
    topic: 'attributes',
    severity: 'error',
    source: 'practice',
    check: checkPlotAreaDeclared,
    settings: ['declaredAreaPercent'],
  },
  {
    code: 'plot-floor-area',
    topic: 'attributes',
    severity: 'error',
    source: 'practice',
    check: checkPlotFloorArea,
    settings: ['totalsPercent'],
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
    code: 'building-below-minimum',
    topic: 'controls',
    severity: 'warning',
    source: 'plan',
    check: checkBuildingBelowMinimum,
  },
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
  {
    code: 'land-use-missing',
    topic: 'attributes',
    severity: 'warning',
    source: 'practice',
    check: checkLandUseMissing,
  },
  {
    code: 'plot-number-form',
    topic: 'attributes',
    severity: 'warning',
    source: 'practice',
    check: checkPlotNumberForm,
  },
  {
    code: 'control-implausible',
    topic: 'attributes',
    severity: 'warning',
    source: 'own',
    check: checkControlImplausible,
    settings: ['plausibleFarMax', 'plausibleHeightMaxMetres', 'plausibleDensityMaxPercent'],
  },
  {
    code: 'density-green-contradictory',
    topic: 'attributes',
    severity: 'error',
    source: 'own',
    check: checkDensityGreenContradictory,
  },
  {
    code: 'far-unreachable',
    topic: 'attributes',
    severity: 'warning',
    source: 'own',
    check: checkFarUnreachable,
    settings: ['storeyMinMetres'],
  },
  {
    code: 'building-storeys',
    topic: 'attributes',
    severity: 'warning',
    source: 'own',
    check: checkBuildingStoreys,
    settings: ['storeyMinMetres', 'storeyMaxMetres'],
  },
  {
    code: 'building-floor-area',
    topic: 'attributes',
    severity: 'warning',
    source: 'own',
    check: checkBuildingFloorArea,
    settings: ['totalsPercent'],
  },
  { code: 'stage-land-use', topic: 'attributes', severity: 'warning', source: 'own', check: checkStageLandUse },
  {
    code: 'phase-floor-area',
    topic: 'attributes',
    severity: 'error',
    source: 'practice',
    check: checkPhaseFloorArea,
    settings: ['totalsPercent'],
  },
  {
    code: 'building-blue-green-setback',
    topic: 'controls',
    severity: 'warning',
    source: 'hefei-2013',
    check: checkBuildingBlueGreenSetback,
    settings: ['lowBuildingMetres', 'lowBlueGreenSetbackMetres', 'middleBlueGreenSetbackMetres'],
  },
  {
    code: 'building-metro-band',
    topic: 'controls',
    severity: 'warning',
    source: 'hefei-2013',
    check: checkBuildingMetroBand,
    settings: ['metroStrictMetres'],
  },
  {
    code: 'industry-far',
    topic: 'controls',
    severity: 'warning',
    source: 'hefei-2013',
    check: checkIndustryFar,
    settings: ['industryFarAbove'],
  },
  {
    code: 'industry-green-ratio',
    topic: 'controls',
    severity: 'warning',
    source: 'hefei-2013',
    check: checkIndustryGreenRatio,
    settings: ['industryGreenRatioMaxPercent'],
  },
  {
    code: 'industry-service-share',
    topic: 'controls',
    severity: 'warning',
    source: 'hefei-2013',
    check: checkIndustryServiceShare,
    settings: ['industryServiceGfaMaxPercent'],
  },
  {
    code: 'green-ratio-use',
    topic: 'controls',
    severity: 'info',
    source: 'hefei-2013',
    check: checkGreenRatioUse,
    settings: ['housingGreenRatioMinPercent', 'researchGreenRatioMinPercent', 'commerceGreenRatioMinPercent'],
  },
  {
    code: 'high-rise-plot-small',
    topic: 'controls',
    severity: 'warning',
    source: 'hefei-2013',
    check: checkHighRisePlotSmall,
    settings: ['highRiseAboveMetres', 'highRisePlotMinSquareMetres'],
  },
  {
    code: 'view-corridor-blocked',
    topic: 'controls',
    severity: 'warning',
    source: 'hefei-2013',
    check: checkViewCorridorBlocked,
  },
  {
    code: 'height-rises-to-water',
    topic: 'controls',
    severity: 'warning',
    source: 'hefei-2013',
    check: checkHeightRisesToWater,
    settings: ['waterHeightRiseMetres'],
  },
  {
    code: 'phase-totals',
    topic: 'programme',
    severity: 'warning',
    source: 'practice',
    check: checkPhaseTotals,
    settings: ['totalsPercent'],
  },
  {
    code: 'phase-capacity',
    topic: 'programme',
    severity: 'warning',
    source: 'own',
    check: checkPhaseCapacity,
    settings: ['gfaPerPersonMinSquareMetres', 'gfaPerCompanyMinSquareMetres'],
  },
] as const satisfies readonly Rule[];
export type RuleCode = (typeof RULES)[number]['code'];
