import type { Areal, Linear, Position } from '../plan/types.ts';

/** An ellipsoid of revolution. */
export interface Ellipsoid {
  /** Semi-major axis in metres. */
  a: number;
  /** Flattening. */
  f: number;
}

/** CGCS2000, GB 22021-2008: what areas and lengths are measured on. */
export const CGCS2000: Ellipsoid = { a: 6378137, f: 1 / 298.257222101 };
/** WGS84 differs from CGCS2000 by 0.1 mm in the semi-minor axis; UTM is defined on it. */
export const WGS84: Ellipsoid = { a: 6378137, f: 1 / 298.257223563 };

const RADIANS = Math.PI / 180;
const E2 = CGCS2000.f * (2 - CGCS2000.f);
const E = Math.sqrt(E2);
const B = CGCS2000.a * (1 - CGCS2000.f);

/** Longitude difference the short way round, in radians: an edge may cross the antimeridian. */
function longitudeStepRadians(from: number, to: number): number {
  let step = to - from;
  if (step > 180) step -= 360;
  else if (step < -180) step += 360;
  return step * RADIANS;
}

/** Area between the equator and a latitude, per radian of longitude, in square metres (Snyder 1987, 3-12). */
function zoneArea(sine: number): number {
  return (B * B * (sine / (1 - E2 * sine * sine) + Math.atanh(E * sine) / E)) / 2;
}

/**
 * Signed area of a ring whose edges are geodesics, in square metres; counter-clockwise is positive.
 *
 * Each edge adds the area under its chord in the cylindrical equal-area (authalic) projection, and the sliver between that
 * chord and the geodesic. The sliver's leading term follows from the geodesic's equation in that projection,
 * Y'' = −sinφ (r² + 3 Y'² / r²) with r the parallel's radius; what is left out falls with the fifth power of the edge's length.
 */
function signedRingArea(ring: readonly Position[]): number {
  const first = ring[0];
  if (!first || ring.length < 3) return 0;
  // Heights are taken from the first vertex, so that a small plot is not the difference of two continents.
  const origin = zoneArea(Math.sin((first[1] ?? 0) * RADIANS));
  let sum = 0;
  let longitude = first[0] ?? 0;
  let latitude = first[1] ?? 0;
  let height = 0;
  for (let index = 1; index <= ring.length; index += 1) {
    const next = ring[index] ?? first;
    const nextLongitude = next[0] ?? 0;
    const nextLatitude = next[1] ?? 0;
    const nextHeight = zoneArea(Math.sin(nextLatitude * RADIANS)) - origin;
    const step = longitudeStepRadians(longitude, nextLongitude);
    if (step !== 0) {
      const sine = Math.sin(((latitude + nextLatitude) / 2) * RADIANS);
      const radiusSquared = (CGCS2000.a * CGCS2000.a * (1 - sine * sine)) / (1 - E2 * sine * sine);
      const rise = nextHeight - height;
      const sliver =
        radiusSquared > 0
          ? ((sine * step) / 12) * (step * step * radiusSquared + (3 * rise * rise) / radiusSquared)
          : 0;
      sum += (step * (height + nextHeight)) / 2 + sliver;
    }
    longitude = nextLongitude;
    latitude = nextLatitude;
    height = nextHeight;
  }
  return -sum;
}

/**
 * Area of a ring, polygon or multipolygon on the CGCS2000 ellipsoid in square metres: the area that decides. Edges are taken
 * as geodesics, as a surveyed boundary is straight on the ground; it agrees with GeographicLib to better than a part in ten
 * million for edges up to 100 km. Holes are subtracted, the rings' winding does not matter, and a ring may lack its closing
 * vertex. Rings must be simple and must not go round a pole; the parts of a multipolygon must not overlap.
 */
export function measureEllipsoidAreaSquareMetres(geometry: Areal): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let area = 0;
  for (const rings of polygons) {
    rings.forEach((ring, index) => {
      const size = Math.abs(signedRingArea(ring));
      area += index === 0 ? size : -size;
    });
  }
  return area;
}

/**
 * Length of the geodesic between two positions on the CGCS2000 ellipsoid in metres, by Vincenty's inverse formula (1975), good
 * to 0.1 mm. Nearly antipodal points, where the formula does not converge, get the distance on the mean sphere, off by up to
 * 0.6 %. Positions that are not finite give NaN.
 */
export function measureEllipsoidDistanceMetres(from: Position, to: Position): number {
  const { a, f } = CGCS2000;
  const longitude = longitudeStepRadians(from[0] ?? Number.NaN, to[0] ?? Number.NaN);
  const reduced1 = Math.atan((1 - f) * Math.tan((from[1] ?? Number.NaN) * RADIANS));
  const reduced2 = Math.atan((1 - f) * Math.tan((to[1] ?? Number.NaN) * RADIANS));
  const sin1 = Math.sin(reduced1);
  const cos1 = Math.cos(reduced1);
  const sin2 = Math.sin(reduced2);
  const cos2 = Math.cos(reduced2);
  let lambda = longitude;
  for (let round = 0; round < 100; round += 1) {
    const sinLambda = Math.sin(lambda);
    const cosLambda = Math.cos(lambda);
    const sinSigma = Math.hypot(cos2 * sinLambda, cos1 * sin2 - sin1 * cos2 * cosLambda);
    if (sinSigma === 0) return 0;
    const cosSigma = sin1 * sin2 + cos1 * cos2 * cosLambda;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cos1 * cos2 * sinLambda) / sinSigma;
    const cosSquaredAlpha = 1 - sinAlpha * sinAlpha;
    const cosTwoSigma = cosSquaredAlpha > 1e-14 ? cosSigma - (2 * sin1 * sin2) / cosSquaredAlpha : 0;
    const c = (f / 16) * cosSquaredAlpha * (4 + f * (4 - 3 * cosSquaredAlpha));
    const previous = lambda;
    lambda =
      longitude +
      (1 - c) *
        f *
        sinAlpha *
        (sigma + c * sinSigma * (cosTwoSigma + c * cosSigma * (-1 + 2 * cosTwoSigma * cosTwoSigma)));
    if (Number.isNaN(lambda)) return Number.NaN;
    if (Math.abs(lambda) > Math.PI) break;
    if (Math.abs(lambda - previous) < 1e-13) {
      const uSquared = (cosSquaredAlpha * (a * a - B * B)) / (B * B);
      const bigA = 1 + (uSquared / 16384) * (4096 + uSquared * (-768 + uSquared * (320 - 175 * uSquared)));
      const bigB = (uSquared / 1024) * (256 + uSquared * (-128 + uSquared * (74 - 47 * uSquared)));
      const correction =
        bigB *
        sinSigma *
        (cosTwoSigma +
          (bigB / 4) *
            (cosSigma * (-1 + 2 * cosTwoSigma * cosTwoSigma) -
              (bigB / 6) * cosTwoSigma * (-3 + 4 * sinSigma * sinSigma) * (-3 + 4 * cosTwoSigma * cosTwoSigma)));
      return B * bigA * (sigma - correction);
    }
  }
  return sphereDistanceMetres(from, to);
}

function sphereDistanceMetres(from: Position, to: Position): number {
  const latitude1 = (from[1] ?? 0) * RADIANS;
  const latitude2 = (to[1] ?? 0) * RADIANS;
  const longitude = longitudeStepRadians(from[0] ?? 0, to[0] ?? 0);
  const haversine =
    Math.sin((latitude2 - latitude1) / 2) ** 2 +
    Math.cos(latitude1) * Math.cos(latitude2) * Math.sin(longitude / 2) ** 2;
  return 2 * ((2 * CGCS2000.a + B) / 3) * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

/** Length of a line or of all parts of a multi-line on the CGCS2000 ellipsoid, in metres. */
export function measureEllipsoidLengthMetres(line: Linear): number {
  const parts = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  let length = 0;
  for (const part of parts) {
    let previous: Position | undefined;
    for (const position of part) {
      if (previous) length += measureEllipsoidDistanceMetres(previous, position);
      previous = position;
    }
  }
  return length;
}
