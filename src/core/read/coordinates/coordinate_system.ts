/** Longitude and latitude on WGS84, CRS84 or CGCS2000, which agree far below a drawing's accuracy. */
const GEOGRAPHIC = /(?:CRS:?84h?|EPSG:{1,2}(?:[\d.]*:)?(?:4326|4979|4490|4480))$/i;

/** Whether a declared name means longitude and latitude as GeoJSON has it. */
export function isGeographicName(name: string): boolean {
  return GEOGRAPHIC.test(name.trim());
}

/** What coordinates beyond ±180/±90 most likely are. */
export type CoordinateGuess =
  | { kind: 'swapped' }
  | { kind: 'projected'; crs: string; swapped: boolean }
  | { kind: 'unknown' };

/**
 * Guesses the system of a position that cannot be degrees, from its size alone: Chinese Gauss–Krüger eastings carry their zone
 * in the millions, Web Mercator reaches 20,037,508.
 */
export function guessCoordinateSystem(x: number, y: number): CoordinateGuess {
  if (Math.abs(x) <= 90 && Math.abs(y) > 90 && Math.abs(y) <= 180) return { kind: 'swapped' };
  const direct = crsOf(x, y);
  if (direct) return { kind: 'projected', crs: direct, swapped: false };
  const turned = crsOf(y, x);
  return turned ? { kind: 'projected', crs: turned, swapped: true } : { kind: 'unknown' };
}

function crsOf(easting: number, northing: number): string | undefined {
  const zone = Math.floor(easting / 1_000_000);
  const withinZone = easting - zone * 1_000_000;
  const isGaussKrueger = withinZone >= 150_000 && withinZone <= 850_000 && northing >= 300_000 && northing <= 6_200_000;
  // EPSG numbers: 3° zones 25–45 are 4513–4533, 6° zones 13–23 are 4491–4501.
  if (isGaussKrueger && zone >= 25 && zone <= 45) return `EPSG:${4513 + zone - 25}`;
  if (isGaussKrueger && zone >= 13 && zone <= 23) return `EPSG:${4491 + zone - 13}`;
  if (isGaussKrueger && zone === 0 && northing > 1_000_000) return 'EPSG:4548';
  const isWebMercator =
    Math.abs(easting) > 1_000_000 && Math.abs(easting) <= 20_037_509 && Math.abs(northing) <= 20_048_967;
  return isWebMercator ? 'EPSG:3857' : undefined;
}
