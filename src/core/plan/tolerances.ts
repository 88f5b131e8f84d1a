import type { Manifest, Tolerances } from './types.ts';

/**
 * Our own defaults: no official threshold for planning topology was found, so each is a setting of the plan and is printed with
 * every result it decides. Areas: 1 m² is less than any ground that is ever granted, and more than a border of a kilometre drawn a
 * millimetre off. Near miss: no plan means two borders less than a hand's breadth apart, and what is off by more is seen on the
 * map. Gap's width: no path, ditch or hedge is
 * laid out on less than a metre. Spike: the corner of the most pointed plot is many times as wide. Sliver: nothing can be built on half a metre. Tiny part:
 * smaller than a parking space. Margin: a park with what surrounds it, and still far less than a wrong zone or a swapped axis.
 * Setback: what is lost in drawing a building's outline.
 */
export const DEFAULT_TOLERANCES: Tolerances = {
  overlapSquareMetres: 1,
  gapSquareMetres: 1,
  outsideSquareMetres: 1,
  zoneCoverSharePercent: 50,
  nearLimitPercent: 95,
  declaredAreaPercent: 0.5,
  phaseAreaPercent: 5,
  nearMissMetres: 0.1,
  spikeDegrees: 1,
  gapWidthMetres: 1,
  sliverWidthMetres: 0.5,
  tinyPartSquareMetres: 10,
  planMarginMetres: 5000,
  roadSquareMetres: 1,
  setbackMetres: 0.05,
};

/** The plan's tolerances, the defaults standing in for what it does not set. */
export function tolerancesOf(manifest: Manifest): Tolerances {
  return { ...DEFAULT_TOLERANCES, ...manifest.tolerances };
}
