import type { Manifest } from './types.ts';

/** Figures of rules that come from a standard or from our own judgement; a plan may set its own (`checks.limits`). */
export interface RuleLimits {
  /** FAR an industrial plot must exceed. */
  industryFarAbove: number;
  /** Green ratio an industrial plot may have at most. */
  industryGreenRatioMaxPercent: number;
  /** Share of an industrial plot's floor area that may serve administration and living. */
  industryServiceGfaMaxPercent: number;
  /** Green ratio by use, at least. */
  housingGreenRatioMinPercent: number;
  researchGreenRatioMinPercent: number;
  commerceGreenRatioMinPercent: number;
  /** A building is a high-rise above this height. */
  highRiseAboveMetres: number;
  /** Net area a plot needs to carry a high-rise. */
  highRisePlotMinSquareMetres: number;
  /** Distance of a building from blue and green lines: low up to `lowBuildingMetres`, the others above. */
  lowBuildingMetres: number;
  lowBlueGreenSetbackMetres: number;
  middleBlueGreenSetbackMetres: number;
  /** Strict band beside a metro line that nothing may be built in. */
  metroStrictMetres: number;
  /** Height of a storey, between which a building's floors and height agree. */
  storeyMinMetres: number;
  storeyMaxMetres: number;
  /** Values beyond these are slips of the pen rather than plans. */
  plausibleFarMax: number;
  plausibleHeightMaxMetres: number;
  plausibleDensityMaxPercent: number;
  /** How far a total may lie off the sum of its parts. */
  totalsPercent: number;
  /** Ground per person and per company below which a programme does not fit its floor area. */
  gfaPerPersonMinSquareMetres: number;
  gfaPerCompanyMinSquareMetres: number;
  /** By how much the height limit may rise towards the water before it is told. */
  waterHeightRiseMetres: number;
}

/**
 * Of 合肥市控制性详细规划通则（试行）, 2013: industry's FAR and green ratio, its service share of 10 % of floor area, green ratios of
 * housing 40 %, research and education 35 % and commerce 20 % (advisory there, so that they are warnings here), 3,000 m² for a
 * high-rise, 5 m from blue and green lines up to 24 m of height and 10 m up to 100 m, and metro's strict 15 m. That code's validity
 * today is not known: each is a setting of the plan. High-rise above 24 m is GB 50016's line for public buildings. All others are our
 * own judgement of what no plan means.
 */
export const DEFAULT_RULE_LIMITS: RuleLimits = {
  industryFarAbove: 1,
  industryGreenRatioMaxPercent: 10,
  industryServiceGfaMaxPercent: 10,
  housingGreenRatioMinPercent: 40,
  researchGreenRatioMinPercent: 35,
  commerceGreenRatioMinPercent: 20,
  highRiseAboveMetres: 24,
  highRisePlotMinSquareMetres: 3000,
  lowBuildingMetres: 24,
  lowBlueGreenSetbackMetres: 5,
  middleBlueGreenSetbackMetres: 10,
  metroStrictMetres: 15,
  storeyMinMetres: 2.2,
  storeyMaxMetres: 12,
  plausibleFarMax: 15,
  plausibleHeightMaxMetres: 500,
  plausibleDensityMaxPercent: 80,
  totalsPercent: 1,
  gfaPerPersonMinSquareMetres: 15,
  gfaPerCompanyMinSquareMetres: 100,
  waterHeightRiseMetres: 0,
};

/** The plan's figures, the defaults standing in for what it does not set. */
export function ruleLimitsOf(manifest: Manifest): RuleLimits {
  return { ...DEFAULT_RULE_LIMITS, ...manifest.checks?.limits };
}
