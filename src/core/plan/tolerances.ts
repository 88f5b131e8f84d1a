import type { Manifest, Tolerances } from './types.ts';

/**
 * Our own defaults: no official threshold for planning topology was found, so each is a setting of the plan and is printed with
 * every result it decides.
 */
export const DEFAULT_TOLERANCES: Tolerances = {
  overlapSquareMetres: 1,
  gapSquareMetres: 1,
  outsideSquareMetres: 1,
  zoneCoverSharePercent: 50,
  nearLimitPercent: 95,
  declaredAreaPercent: 0.5,
  phaseAreaPercent: 5,
};

/** The plan's tolerances, the defaults standing in for what it does not set. */
export function tolerancesOf(manifest: Manifest): Tolerances {
  return { ...DEFAULT_TOLERANCES, ...manifest.tolerances };
}
