/** Metres of one CSS pixel (1/96 inch) on paper. */
const METRES_PER_CSS_PIXEL = 0.0254 / 96;

/** A scale bar: a round length (1, 2 or 5 × 10ⁿ metres) and how long it is drawn. */
export interface ScaleBar {
  metres: number;
  pixels: number;
}

/** The longest round bar that fits into `maxPixels` CSS pixels at 1:`denominator`. */
export function fitScaleBar(denominator: number, maxPixels: number): ScaleBar | undefined {
  const metresPerPixel = denominator * METRES_PER_CSS_PIXEL;
  const most = metresPerPixel * maxPixels;
  if (!(most > 0) || !Number.isFinite(most)) return undefined;
  const power = 10 ** Math.floor(Math.log10(most));
  const digit = most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1;
  const metres = digit * power;
  return { metres, pixels: metres / metresPerPixel };
}
