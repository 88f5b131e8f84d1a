/** Semi-major axis of CGCS2000 in metres. */
const EQUATORIAL_RADIUS_METRES = 6_378_137;
/** First eccentricity squared of CGCS2000 (1/f = 298.257222101). */
const ECCENTRICITY_SQUARED = 0.006694380022903416;
/** Size of the world in CSS pixels at zoom 0. */
const WORLD_PIXELS = 512;
/** One CSS pixel is 1/96 inch. */
const METRES_PER_CSS_PIXEL_ON_PAPER = 0.0254 / 96;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Ground metres per CSS pixel at a latitude (degrees) and zoom. The map is a spherical Mercator of geodetic latitudes, whose
 * scale on the ellipsoid differs by 0.5% between east–west and north–south; this is their geometric mean, the radius √(MN).
 */
export function metresPerPixelAt(latitude: number, zoom: number): number {
  const sine = Math.sin(radians(latitude));
  const meanRadius =
    (EQUATORIAL_RADIUS_METRES * Math.sqrt(1 - ECCENTRICITY_SQUARED)) / (1 - ECCENTRICITY_SQUARED * sine * sine);
  return (2 * Math.PI * meanRadius * Math.cos(radians(latitude))) / (WORLD_PIXELS * 2 ** zoom);
}

/** N of 1:N at a latitude (degrees) and zoom, on a screen of 96 CSS pixels per inch. */
export function scaleDenominatorAt(latitude: number, zoom: number): number {
  return metresPerPixelAt(latitude, zoom) / METRES_PER_CSS_PIXEL_ON_PAPER;
}

/** The zoom at which a latitude (degrees) is drawn at 1:N. The inverse of `scaleDenominatorAt`. */
export function zoomAtScale(latitude: number, scaleDenominator: number): number {
  return Math.log2(scaleDenominatorAt(latitude, 0) / scaleDenominator);
}
