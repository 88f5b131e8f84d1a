import { createProjection } from '../../measure/index.ts';
import { fromBaiduMercator } from './baidu_mercator.ts';
import { toBd09, toGcj02, undoShift } from './map_shift.ts';

/** What a system's plane, axes and datum are like. */
export type SystemFamily =
  | 'degrees'
  | 'writtenDegrees'
  | 'cgcs2000'
  | 'xian80'
  | 'beijing54'
  | 'utm'
  | 'web-mercator'
  | 'baidu-mercator'
  | 'map-shift';

export interface CoordinateSystem {
  id: string;
  family: SystemFamily;
  /** Easting and northing in metres, or longitude and latitude in degrees, to WGS84 degrees. */
  toWgs84(x: number, y: number): [longitude: number, latitude: number];
}

/** Longitude and latitude on WGS84, CRS84 or CGCS2000, which agree far below a drawing's accuracy. */
const DEGREES = new Set(['EPSG:4326', 'EPSG:4979', 'EPSG:4490', 'EPSG:4480', 'CRS84']);
/**
 * Longitude and latitude on the older datums. The shift to CGCS2000 is not public, and PROJ knows none either (`cs2cs EPSG:4610 EPSG:4490`
 * gives back what it gets). For Beijing 1954 the parameters EPSG lists for other parts of China would give 40 to 60 m at the park.
 */
const OLDER_DEGREES: Readonly<Record<string, SystemFamily>> = { 'EPSG:4610': 'xian80', 'EPSG:4214': 'beijing54' };
const WEB_MERCATOR = new Set(['EPSG:3857', 'EPSG:900913', 'EPSG:102100']);
/** Spherical radius of EPSG:3857. */
const MERCATOR_RADIUS = 6_378_137;

/** Baidu's own Mercator, as a plane: what is written in it are BD-09 degrees, `BD_09_MERCATOR`. */
export const BAIDU_MERCATOR = 'BD09MC';
export const BD_09_MERCATOR = `BD-09@${BAIDU_MERCATOR}`;

/** The shifted degrees of Chinese map services. */
export const MAP_SERVICES = { 'GCJ-02': toGcj02, 'BD-09': toBd09 } as const;
export type MapService = keyof typeof MAP_SERVICES;

/** Degrees as some exports write them: packed D.MMSSss, or as whole millionths or ten-millionths. */
const WRITTEN_DEGREES: Readonly<Record<string, (value: number) => number>> = {
  DMS: unpackDegrees,
  'DEGREES-E6': (value) => value / 1e6,
  'DEGREES-E7': (value) => value / 1e7,
};

/** 117.0512345 as 117° 05′ 12.345″. The small addition undoes what binary fractions take from 0.05. */
function unpackDegrees(packed: number): number {
  const size = Math.abs(packed);
  const degrees = Math.floor(size + 1e-11);
  const hundreds = (size - degrees) * 100;
  const minutes = Math.floor(hundreds + 1e-9);
  const seconds = Math.max(0, (hundreds - minutes) * 100);
  return Math.sign(packed) * (degrees + minutes / 60 + seconds / 3600);
}

/** Whether all numbers of a sample (x and y in turn) could be packed degrees: no minutes and no seconds of 60 or more. */
export function arePacked(sample: Float64Array): boolean {
  for (const value of sample) {
    const hundreds = (Math.abs(value) % 1) * 100;
    const minutes = Math.floor(hundreds + 1e-9);
    if (minutes >= 60 || (hundreds - minutes) * 100 >= 60) return false;
  }
  return sample.length > 0;
}

/** The id of a map service's degrees as they were written in a system: `GCJ-02` for degrees, else `GCJ-02@EPSG:4548`. */
export function serviceIn(service: MapService, { id, family }: CoordinateSystem): string {
  return family === 'degrees' ? service : `${service}@${id}`;
}

/** A map service's id taken apart; undefined for other systems. `base` is what its degrees were projected to, where they were. */
export function serviceOf(id: string): { service: MapService; base?: string } | undefined {
  const [service = '', base, ...more] = id.split('@');
  if (!Object.hasOwn(MAP_SERVICES, service) || more.length > 0) return undefined;
  return { service: service as MapService, ...(base !== undefined && { base }) };
}

function serviceSystem(id: string): CoordinateSystem | undefined {
  const { service, base } = serviceOf(id) ?? {};
  if (!service) return undefined;
  const shift = MAP_SERVICES[service];
  if (base === undefined) return { id, family: 'map-shift', toWgs84: (x, y) => undoShift(shift, [x, y]) };
  const system = base.includes('@') ? undefined : systemOf(base);
  if (!system || system.family === 'degrees' || system.family === 'map-shift') return undefined;
  return { id, family: 'map-shift', toWgs84: (x, y) => undoShift(shift, system.toWgs84(x, y)) };
}

/**
 * The system an id stands for (`EPSG:4527`, `CRS84`, `GCJ-02`, `BD-09`; `GCJ-02@EPSG:4548` where a map service's degrees were projected
 * as if they were right, `BD-09@BD09MC` for Baidu's own Mercator; `DMS`, `DEGREES-E6`, `DEGREES-E7` for degrees in another writing); undefined when it is not known here.
 */
export function systemOf(id: string): CoordinateSystem | undefined {
  if (DEGREES.has(id)) return { id, family: 'degrees', toWgs84: (x, y) => [x, y] };
  const older = Object.hasOwn(OLDER_DEGREES, id) ? OLDER_DEGREES[id] : undefined;
  if (older) return { id, family: older, toWgs84: (x, y) => [x, y] };
  const service = serviceSystem(id);
  if (service) return service;
  if (WEB_MERCATOR.has(id))
    return {
      id: 'EPSG:3857',
      family: 'web-mercator',
      toWgs84: (x, y) => [
        (x / MERCATOR_RADIUS / Math.PI) * 180,
        ((2 * Math.atan(Math.exp(y / MERCATOR_RADIUS)) - Math.PI / 2) / Math.PI) * 180,
      ],
    };
  if (id === BAIDU_MERCATOR) return { id, family: 'baidu-mercator', toWgs84: fromBaiduMercator };
  if (Object.hasOwn(WRITTEN_DEGREES, id)) {
    const read = WRITTEN_DEGREES[id] ?? Number;
    return { id, family: 'writtenDegrees', toWgs84: (x, y) => [read(x), read(y)] };
  }
  const projection = createProjection(id);
  if (!projection) return undefined;
  return { id, family: familyOf(Number(id.slice(5))), toWgs84: (x, y) => projection.inverse([x, y]) };
}

/** Whether it stands on Xian 1980 or Beijing 1954: only its projection is undone, if it has one. */
export function isOfOlderDatum({ family }: CoordinateSystem): boolean {
  return family === 'xian80' || family === 'beijing54';
}

function familyOf(code: number): SystemFamily {
  if (code >= 32_601 && code <= 32_660) return 'utm';
  if (code >= 2327 && code <= 2390) return 'xian80';
  return code >= 4491 && code <= 4554 ? 'cgcs2000' : 'beijing54';
}

/** Systems of older datums whose numbers look like those of a CGCS2000 plane: the same zones of Xian 1980 and Beijing 1954. */
export function lookAlikesOf(id: string): string[] {
  const code = Number(/^EPSG:(\d+)$/.exec(id)?.[1]);
  const series: readonly (readonly [first: number, last: number, xian80: number, beijing54: number])[] = [
    [4491, 4501, 2327, 21_413],
    [4502, 4512, 2338, 21_453],
    [4513, 4533, 2349, 2401],
    [4534, 4554, 2370, 2422],
  ];
  for (const [first, last, xian80, beijing54] of series)
    if (code >= first && code <= last) return [`EPSG:${xian80 + code - first}`, `EPSG:${beijing54 + code - first}`];
  return [];
}

/** Systems a person may choose from by hand, those of the longitude first. */
export function choosableSystems(longitudeDegrees: number): string[] {
  const zone = Math.min(20, Math.max(0, Math.round((longitudeDegrees - 75) / 3)));
  const six = Math.min(10, Math.max(0, Math.round((longitudeDegrees - 75) / 6)));
  const near = [4534 + zone, 4513 + zone, 4502 + six, 4491 + six, 2370 + zone, 2349 + zone, 2422 + zone, 2401 + zone];
  const utm = 32_600 + Math.floor((longitudeDegrees + 180) / 6) + 1;
  const others = Array.from({ length: 21 }, (_, index) => 4534 + index);
  const codes = [...new Set([...near, utm, 3857, ...others])].map((code) => `EPSG:${code}`);
  const odd = [BD_09_MERCATOR, 'GCJ-02@EPSG:3857', ...Object.keys(OLDER_DEGREES), ...Object.keys(WRITTEN_DEGREES)];
  return ['EPSG:4490', 'GCJ-02', 'BD-09', ...codes, ...odd];
}
