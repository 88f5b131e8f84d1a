/** A scale bar of round numbers. */
export interface ScaleBar {
  /** Ground length of the whole bar. */
  lengthMetres: number;
  /** Number of equal parts; each is a round number of metres too. */
  parts: number;
  /** Length of the whole bar on the sheet. */
  lengthMillimetres: number;
}

/**
 * The longest round bar (1, 2 or 5 times a power of ten metres) that is no longer than `maximumMillimetres` on a sheet where
 * one millimetre is `metresPerMillimetre` on the ground.
 */
export function chooseScaleBar(metresPerMillimetre: number, maximumMillimetres: number): ScaleBar {
  const maximumMetres = metresPerMillimetre * maximumMillimetres;
  const power = 10 ** Math.floor(Math.log10(maximumMetres));
  const factor = maximumMetres / power;
  const leading = factor >= 5 ? 5 : factor >= 2 ? 2 : 1;
  const lengthMetres = leading * power;
  return {
    lengthMetres,
    parts: leading === 5 ? 5 : 4,
    lengthMillimetres: lengthMetres / metresPerMillimetre,
  };
}

/** The scales a planner names, as N of 1:N, for choosing and for rounding up to. */
const ROUND_SCALES: readonly number[] = [
  500, 1000, 2000, 2500, 5000, 7500, 10_000, 12_500, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 75_000, 100_000,
];

/** The largest round scale that still holds what 1:N holds: the first N of the list that is not smaller. */
export function roundScaleUp(scaleDenominator: number): number {
  // A hair's breadth of slack: 1:10,000.0001 comes from arithmetic and means 1:10,000.
  const round = ROUND_SCALES.find((scale) => scale * 1.0005 >= scaleDenominator);
  return round ?? Math.ceil(scaleDenominator / 50_000) * 50_000;
}
