/**
 * Baidu's own Mercator (BD09MC): metres of an ellipsoidal Mercator in which Baidu writes its BD-09 degrees. Its formula is not published;
 * Baidu's programs carry these coefficients (`MCBAND`, `MC2LL` of the JavaScript API's MercatorProjection and of the Android SDK, found
 * alike in many places): a polynomial of the sixth degree for each band of 15° of latitude. The bands that reach into China are kept.
 *
 * Baidu's way there (`LL2MC`) is a fit of its own and no exact inverse: there and back lies within 4 cm up to 45° N and within 30 cm north
 * of it (the tests hold both). What a file was made with cannot be told closer than that.
 */
interface Band {
  /** Northing from which on it holds, in metres. */
  fromMetres: number;
  /** Degrees of longitude: `offset + perMetre · x`. */
  offset: number;
  perMetre: number;
  /** The northing this many metres is 1 for the polynomial. */
  unitMetres: number;
  /** Degrees of latitude: coefficients from the constant up. */
  latitude: readonly number[];
}

const BANDS: readonly Band[] = [
  {
    fromMetres: 5_591_021,
    offset: -3.030883460898826e-8,
    perMetre: 0.000_008_983_055_099_835_78,
    unitMetres: 6_856_817.37,
    latitude: [
      0.300_713_162_876_16, 59.742_936_184_422_77, 7.357_984_074_871, -25.383_710_026_647_45, 13.453_805_211_109_08,
      -3.298_837_672_355_84, 0.327_109_053_634_75,
    ],
  },
  {
    fromMetres: 3_481_989.83,
    offset: -1.981981304930552e-8,
    perMetre: 0.000_008_983_055_099_779_535,
    unitMetres: 4_482_777.06,
    latitude: [
      0.032_781_828_525_91, 40.316_785_277_057_44, 0.656_592_986_772_77, -4.442_555_344_774_92, 0.853_419_118_052_63,
      0.129_233_479_982_04, -0.046_257_360_075_61,
    ],
  },
  {
    fromMetres: 1_678_043.12,
    offset: 3.09191371068437e-9,
    perMetre: 0.000_008_983_055_096_812_155,
    unitMetres: 2_555_164.4,
    latitude: [
      0.000_069_957_240_62, 23.109_343_041_449_01, -0.000_236_634_905_11, -0.632_181_781_024_2, -0.006_634_944_672_73,
      0.034_300_823_979_53, -0.004_660_438_763_32,
    ],
  },
  {
    fromMetres: 0,
    offset: 2.890871144776878e-9,
    perMetre: 0.000_008_983_055_095_805_407,
    unitMetres: 826_088.5,
    latitude: [
      -3.068_298e-8, 7.471_370_254_680_32, -0.000_003_539_379_94, -0.021_451_448_610_37, -0.000_012_344_265_96,
      0.000_103_229_527_73, -0.000_003_238_903_64,
    ],
  },
];

/** Easting and northing in metres of Baidu's Mercator to BD-09 degrees. North of 60° and south of the equator it is not China's. */
export function fromBaiduMercator(x: number, y: number): [longitude: number, latitude: number] {
  const band = BANDS.find(({ fromMetres }) => y >= fromMetres) ?? (BANDS[BANDS.length - 1] as Band);
  const share = y / band.unitMetres;
  const latitude = band.latitude.reduceRight((sum, coefficient) => sum * share + coefficient, 0);
  return [band.offset + band.perMetre * x, latitude];
}
