import { BAIDU_MERCATOR, serviceOf } from '../core/read/coordinates/systems.ts';
import { fill } from './fill.ts';
import type { ReadingMessages } from './reading.ts';

type Words = ReadingMessages['review']['systems'];
type Datum = 'cgcs2000' | 'xian80' | 'beijing54';

/** Runs of EPSG codes: of a datum, its zones' width, whether the zone's number stands before the easting, and the first zone. */
const RUNS: readonly { from: number; to: number; datum: Datum; width: 3 | 6; isNumbered: boolean; zone: number }[] = [
  { from: 4491, to: 4501, datum: 'cgcs2000', width: 6, isNumbered: true, zone: 13 },
  { from: 4502, to: 4512, datum: 'cgcs2000', width: 6, isNumbered: false, zone: 13 },
  { from: 4513, to: 4533, datum: 'cgcs2000', width: 3, isNumbered: true, zone: 25 },
  { from: 4534, to: 4554, datum: 'cgcs2000', width: 3, isNumbered: false, zone: 25 },
  { from: 2327, to: 2337, datum: 'xian80', width: 6, isNumbered: true, zone: 13 },
  { from: 2338, to: 2348, datum: 'xian80', width: 6, isNumbered: false, zone: 13 },
  { from: 2349, to: 2369, datum: 'xian80', width: 3, isNumbered: true, zone: 25 },
  { from: 2370, to: 2390, datum: 'xian80', width: 3, isNumbered: false, zone: 25 },
  { from: 21413, to: 21423, datum: 'beijing54', width: 6, isNumbered: true, zone: 13 },
  { from: 21453, to: 21463, datum: 'beijing54', width: 6, isNumbered: false, zone: 13 },
  { from: 2401, to: 2421, datum: 'beijing54', width: 3, isNumbered: true, zone: 25 },
  { from: 2422, to: 2442, datum: 'beijing54', width: 3, isNumbered: false, zone: 25 },
];

/** What a planner calls a coordinate system, with its code behind it; the code alone where nothing is known of it. */
export function systemName(id: string, words: Words): string {
  const { service, base } = serviceOf(id) ?? {};
  if (service && base !== undefined) return fill(words.serviceIn, { service, base: systemName(base, words) });
  const name = wordsOf(id, words);
  return name === undefined ? id : name.includes(id) ? name : `${name} · ${id}`;
}

function wordsOf(id: string, words: Words): string | undefined {
  if (id === 'GCJ-02') return words.gcj;
  if (id === 'BD-09') return words.bd;
  if (['CRS84', 'EPSG:4326', 'EPSG:4490', 'EPSG:4979', 'EPSG:4480'].includes(id)) return words.geographic;
  if (id === 'DMS') return words.dms;
  if (id === 'DEGREES-E6') return words.millionths;
  if (id === 'DEGREES-E7') return words.tenMillionths;
  if (id === 'EPSG:4610') return fill(words.degreesOf, { datum: words.xian80 });
  if (id === 'EPSG:4214') return fill(words.degreesOf, { datum: words.beijing54 });
  if (id === 'EPSG:3857') return words.mercator;
  if (id === BAIDU_MERCATOR) return words.baiduMercator;
  const code = Number(/^EPSG:(\d+)$/.exec(id)?.[1]);
  if (code > 32600 && code <= 32660) return fill(words.utm, { zone: code - 32600 });
  const run = RUNS.find(({ from, to }) => code >= from && code <= to);
  if (!run) return undefined;
  const zone = run.zone + code - run.from;
  const datum = words[run.datum];
  if (run.isNumbered) return fill(words.zone, { datum, width: run.width, zone });
  return fill(words.meridian, { datum, width: run.width, meridian: run.width === 3 ? zone * 3 : zone * 6 - 3 });
}
