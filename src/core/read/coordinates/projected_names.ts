/** EPSG codes of Gauss–Krüger by datum: the first of the 3° zones with and without the zone's number, then of the 6° zones. */
const GAUSS_KRUGER_CODES = {
  cgcs2000: [4513, 4534, 4491, 4502],
  xian80: [2349, 2370, 2327, 2338],
  beijing54: [2401, 2422, 21_413, 21_453],
} as const;
export type ChineseDatum = keyof typeof GAUSS_KRUGER_CODES;

/** The datum a name or a well-known text means. */
export function datumIn(text: string): ChineseDatum | undefined {
  if (/xian|西安|IAG_?\s?(?:19)?75|1980/i.test(text)) return 'xian80';
  if (/beijing|北京|krass?ows?ky|krasovsky|1954/i.test(text)) return 'beijing54';
  return /CGCS_?\s?2000|China[_ ]?2000|China[_ ]Geodetic|国家大地|国家\s?2000|大地2000|2000坐标/i.test(text)
    ? 'cgcs2000'
    : undefined;
}

/**
 * The EPSG code of a Gauss–Krüger zone; undefined for one that is not defined.
 * @param width of a zone, in degrees
 * @param isNumbered whether the zone's number stands before the easting
 */
export function gaussKrugerCode(
  datum: ChineseDatum,
  width: 3 | 6,
  meridianDegrees: number,
  isNumbered: boolean,
): string | undefined {
  const index = (meridianDegrees - 75) / width;
  if (!Number.isInteger(index) || index < 0 || index > (width === 3 ? 20 : 10)) return undefined;
  const first = GAUSS_KRUGER_CODES[datum][(width === 3 ? 0 : 2) + (isNumbered ? 0 : 1)];
  return first === undefined ? undefined : `EPSG:${first + index}`;
}

/**
 * Systems by the names programs give them: `CGCS2000_3_Degree_GK_Zone_39`, `CGCS2000 / 3-degree Gauss-Kruger CM 117E`,
 * `Beijing_1954_GK_Zone_20N`, `WGS 84 / UTM zone 50N`, `2000国家大地坐标系 3度带 中央经线117`.
 */
export function parseProjectedName(name: string): string | undefined {
  const text = name.normalize('NFKC').replaceAll('_', ' ').trim();
  const utm = /UTM\s*zone\s*(\d{1,2})\s*N/i.exec(text)?.[1];
  if (utm !== undefined && /WGS|CGCS|China/i.test(text)) return `EPSG:${32_600 + Number(utm)}`;
  if (/pseudo.?mercator|web mercator|auxiliary sphere/i.test(text)) return 'EPSG:3857';
  const datum = datumIn(text);
  const isProjected = /gauss|GK|度带|带号|中央/i.test(text);
  if (!isProjected) {
    if (/^(?:GCS )?WGS\s?(?:19)?84$/i.test(text)) return 'EPSG:4326';
    if (datum === undefined || /\//.test(text)) return undefined;
    return { cgcs2000: 'EPSG:4490', xian80: 'EPSG:4610', beijing54: 'EPSG:4214' }[datum];
  }
  if (datum === undefined) return undefined;
  const width = /\b3[- ]?degree|3\s?度/i.test(text) ? 3 : 6;
  const zone = /zone\s*(\d{1,2})(N?)\b|(?:第\s*)?(\d{1,2})\s*带/i.exec(text.replace(/\b[36]\s?度\s?带/g, ''));
  const meridian = /(?:CM|中央(?:经线|子午线)?)\s*(\d{2,3})/i.exec(text)?.[1];
  if (meridian !== undefined) return gaussKrugerCode(datum, width, Number(meridian), false);
  const number = Number(zone?.[1] ?? zone?.[3] ?? Number.NaN);
  // ESRI writes an N behind zones whose easting goes without their number.
  return gaussKrugerCode(datum, width, width === 3 ? number * 3 : number * 6 - 3, zone?.[2] !== 'N');
}
