import { CGCS2000, type Ellipsoid, WGS84 } from './ellipsoid.ts';

/** A transverse Mercator plane. Easting comes first, whatever axis order the EPSG entry declares. */
export interface Projection {
  /** For example `EPSG:4548`. */
  crs: string;
  centralMeridianDegrees: number;
  /** Longitude and latitude in degrees to easting and northing in metres. */
  forward(position: readonly number[]): [easting: number, northing: number];
  /** Easting and northing in metres to longitude and latitude in degrees. */
  inverse(point: readonly number[]): [longitude: number, latitude: number];
}

interface Parameters {
  ellipsoid: Ellipsoid;
  centralMeridianDegrees: number;
  scale: number;
  falseEasting: number;
}

const RADIANS = Math.PI / 180;
const FALSE_EASTING = 500_000;

/** Xian 1980 (IAG 1975) and Beijing 1954 (Krassowsky 1940), as in the EPSG register (ellipsoids 7049 and 7024). */
const IAG_1975: Ellipsoid = { a: 6_378_140, f: 1 / 298.257 };
const KRASSOWSKY: Ellipsoid = { a: 6_378_245, f: 1 / 298.3 };

/** EPSG numbers of Gauss–Krüger: the first with zone number and without it, of the 3° zones 25–45 and the 6° zones 13–23. */
const GAUSS_KRUGER_SERIES: readonly { ellipsoid: Ellipsoid; first: number; degrees: 3 | 6; hasZone: boolean }[] = [
  { ellipsoid: CGCS2000, first: 4513, degrees: 3, hasZone: true },
  { ellipsoid: CGCS2000, first: 4534, degrees: 3, hasZone: false },
  { ellipsoid: CGCS2000, first: 4491, degrees: 6, hasZone: true },
  { ellipsoid: CGCS2000, first: 4502, degrees: 6, hasZone: false },
  { ellipsoid: IAG_1975, first: 2349, degrees: 3, hasZone: true },
  { ellipsoid: IAG_1975, first: 2370, degrees: 3, hasZone: false },
  { ellipsoid: IAG_1975, first: 2327, degrees: 6, hasZone: true },
  { ellipsoid: IAG_1975, first: 2338, degrees: 6, hasZone: false },
  { ellipsoid: KRASSOWSKY, first: 2401, degrees: 3, hasZone: true },
  { ellipsoid: KRASSOWSKY, first: 2422, degrees: 3, hasZone: false },
  { ellipsoid: KRASSOWSKY, first: 21413, degrees: 6, hasZone: true },
  { ellipsoid: KRASSOWSKY, first: 21453, degrees: 6, hasZone: false },
];

/**
 * The EPSG entries this module knows: CGCS2000, Xian 1980 and Beijing 1954 Gauss–Krüger in 3° and 6° zones, each with the zone
 * number before the easting or without it, and WGS84 UTM north. The shift between the datums is not part of it.
 */
function parametersOf(code: number): Parameters | undefined {
  for (const { ellipsoid, first, degrees, hasZone } of GAUSS_KRUGER_SERIES) {
    const index = code - first;
    if (index < 0 || index > (degrees === 3 ? 20 : 10)) continue;
    const zone = (degrees === 3 ? 25 : 13) + index;
    return {
      ellipsoid,
      centralMeridianDegrees: 75 + degrees * index,
      scale: 1,
      falseEasting: (hasZone ? zone * 1_000_000 : 0) + FALSE_EASTING,
    };
  }
  if (code >= 32601 && code <= 32660)
    return {
      ellipsoid: WGS84,
      centralMeridianDegrees: 6 * (code - 32600) - 183,
      scale: 0.9996,
      falseEasting: FALSE_EASTING,
    };
  return undefined;
}

/**
 * Coefficients of Krüger's series in the third flattening n, to the sixth order: α forward, β inverse, δ from the conformal latitude to
 * the geographic one (Karney 2011, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, equations 35 and 36;
 * Krüger 1912, § 8, δ continued to the sixth order by Engsager and Poder 2007).
 */
function kruegerCoefficients(n: number): { alpha: number[]; beta: number[]; delta: number[]; radiusFactor: number } {
  const n2 = n * n;
  const n3 = n2 * n;
  const n4 = n3 * n;
  const n5 = n4 * n;
  const n6 = n5 * n;
  return {
    alpha: [
      n / 2 - (2 / 3) * n2 + (5 / 16) * n3 + (41 / 180) * n4 - (127 / 288) * n5 + (7891 / 37800) * n6,
      (13 / 48) * n2 - (3 / 5) * n3 + (557 / 1440) * n4 + (281 / 630) * n5 - (1983433 / 1935360) * n6,
      (61 / 240) * n3 - (103 / 140) * n4 + (15061 / 26880) * n5 + (167603 / 181440) * n6,
      (49561 / 161280) * n4 - (179 / 168) * n5 + (6601661 / 7257600) * n6,
      (34729 / 80640) * n5 - (3418889 / 1995840) * n6,
      (212378941 / 319334400) * n6,
    ],
    beta: [
      n / 2 - (2 / 3) * n2 + (37 / 96) * n3 - (1 / 360) * n4 - (81 / 512) * n5 + (96199 / 604800) * n6,
      (1 / 48) * n2 + (1 / 15) * n3 - (437 / 1440) * n4 + (46 / 105) * n5 - (1118711 / 3870720) * n6,
      (17 / 480) * n3 - (37 / 840) * n4 - (209 / 4480) * n5 + (5569 / 90720) * n6,
      (4397 / 161280) * n4 - (11 / 504) * n5 - (830251 / 7257600) * n6,
      (4583 / 161280) * n5 - (108847 / 3991680) * n6,
      (20648693 / 638668800) * n6,
    ],
    delta: [
      2 * n - (2 / 3) * n2 - 2 * n3 + (116 / 45) * n4 + (26 / 45) * n5 - (2854 / 675) * n6,
      (7 / 3) * n2 - (8 / 5) * n3 - (227 / 45) * n4 + (2704 / 315) * n5 + (2323 / 945) * n6,
      (56 / 15) * n3 - (136 / 35) * n4 - (1262 / 105) * n5 + (73814 / 2835) * n6,
      (4279 / 630) * n4 - (332 / 35) * n5 - (399572 / 14175) * n6,
      (4174 / 315) * n5 - (144838 / 6237) * n6,
      (601676 / 22275) * n6,
    ],
    radiusFactor: (1 + n2 / 4 + n4 / 64 + n6 / 256) / (1 + n),
  };
}

function transverseMercator(crs: string, parameters: Parameters): Projection {
  const { ellipsoid, centralMeridianDegrees, scale, falseEasting } = parameters;
  const e = Math.sqrt(ellipsoid.f * (2 - ellipsoid.f));
  const { alpha, beta, delta, radiusFactor } = kruegerCoefficients(ellipsoid.f / (2 - ellipsoid.f));
  const radius = ellipsoid.a * radiusFactor * scale;

  /** Tangent of the conformal latitude from the tangent of the geographic one. */
  function conformal(tau: number): number {
    // Math.hypot takes several times as long, and a tangent is too small to overflow.
    const secant = Math.sqrt(1 + tau * tau);
    const sigma = Math.sinh(e * Math.atanh((e * tau) / secant));
    return tau * Math.sqrt(1 + sigma * sigma) - sigma * secant;
  }

  let real = 0;
  let imaginary = 0;
  /**
   * Σ cⱼ sin 2jζ of the complex ζ = ξ + iη from sin 2ξ, cos 2ξ, sinh 2η and cosh 2η, after Clenshaw: one complex multiplication a term.
   * Left in `real` and `imaginary`, for this is done for every vertex and makes no garbage so.
   */
  function sumSines(
    coefficients: readonly number[],
    sine: number,
    cosine: number,
    hyperbolicSine: number,
    hyperbolicCosine: number,
  ): void {
    // Twice the cosine of 2ζ.
    const stepReal = 2 * cosine * hyperbolicCosine;
    const stepImaginary = -2 * sine * hyperbolicSine;
    let oneReal = 0;
    let oneImaginary = 0;
    let twoReal = 0;
    let twoImaginary = 0;
    for (let index = coefficients.length - 1; index >= 0; index -= 1) {
      const nextReal = stepReal * oneReal - stepImaginary * oneImaginary - twoReal + (coefficients[index] ?? 0);
      const nextImaginary = stepReal * oneImaginary + stepImaginary * oneReal - twoImaginary;
      twoReal = oneReal;
      twoImaginary = oneImaginary;
      oneReal = nextReal;
      oneImaginary = nextImaginary;
    }
    const lastReal = sine * hyperbolicCosine;
    const lastImaginary = cosine * hyperbolicSine;
    real = oneReal * lastReal - oneImaginary * lastImaginary;
    imaginary = oneReal * lastImaginary + oneImaginary * lastReal;
  }

  return {
    crs,
    centralMeridianDegrees,
    forward(position) {
      let step = (position[0] ?? Number.NaN) - centralMeridianDegrees;
      if (step > 180) step -= 360;
      else if (step < -180) step += 360;
      const sine = Math.sin(step * RADIANS);
      const cosine = Math.cos(step * RADIANS);
      const tau = conformal(Math.tan((position[1] ?? Number.NaN) * RADIANS));
      const squared = tau * tau + cosine * cosine;
      const sinhEta = sine / Math.sqrt(squared);
      const sinh2Eta = 2 * sinhEta * Math.sqrt(1 + sinhEta * sinhEta);
      const cosh2Eta = 1 + 2 * sinhEta * sinhEta;
      sumSines(alpha, (2 * tau * cosine) / squared, ((cosine - tau) * (cosine + tau)) / squared, sinh2Eta, cosh2Eta);
      const xi = Math.atan2(tau, cosine) + real;
      const eta = Math.asinh(sinhEta) + imaginary;
      return [falseEasting + radius * eta, radius * xi];
    },
    inverse(point) {
      const xi = (point[1] ?? Number.NaN) / radius;
      const eta = ((point[0] ?? Number.NaN) - falseEasting) / radius;
      const growth = Math.exp(2 * eta);
      sumSines(beta, Math.sin(2 * xi), Math.cos(2 * xi), (growth - 1 / growth) / 2, (growth + 1 / growth) / 2);
      const xiPrime = xi - real;
      const sine = Math.sin(xiPrime);
      const cosine = Math.cos(xiPrime);
      const hyperbolicSine = Math.sinh(eta - imaginary);
      const lambda = Math.atan2(hyperbolicSine, cosine);
      const chi = Math.atan2(sine, Math.sqrt(hyperbolicSine * hyperbolicSine + cosine * cosine));
      sumSines(delta, Math.sin(2 * chi), Math.cos(2 * chi), 0, 1);
      return [centralMeridianDegrees + lambda / RADIANS, (chi + real) / RADIANS];
    },
  };
}

/**
 * The plane a CRS name such as `EPSG:4548` stands for; undefined for any other than Gauss–Krüger of CGCS2000
 * (EPSG 4491–4554), Xian 1980 (2327–2390), Beijing 1954 (2401–2442, 21413–21463) and WGS84 UTM north (32601–32660). Accurate to well under a millimetre within 10° of the central meridian.
 */
export function createProjection(crs: string): Projection | undefined {
  const code = /^(?:urn:ogc:def:crs:)?EPSG:(?::|[\d.]+:)?(\d{4,5})$/i.exec(crs.trim())?.[1];
  const parameters = code === undefined ? undefined : parametersOf(Number(code));
  return parameters && transverseMercator(`EPSG:${code}`, parameters);
}

/**
 * The plane nearest to a place, for a plan whose measuring CRS is not known here: the 3° CGCS2000 zone where China has one, else
 * the UTM zone. Areas on it are within 0.2 % of the ellipsoid's.
 */
export function nearestProjection(longitudeDegrees: number): Projection {
  const zone = Math.round((longitudeDegrees - 75) / 3);
  const utm = Math.min(60, Math.max(1, Math.floor((longitudeDegrees + 180) / 6) + 1));
  const code = zone >= 0 && zone <= 20 ? 4534 + zone : 32600 + utm;
  const parameters = parametersOf(code);
  if (!parameters) throw new RangeError(`No projection for longitude ${longitudeDegrees}`);
  return transverseMercator(`EPSG:${code}`, parameters);
}
