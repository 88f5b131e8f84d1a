import { createProjection } from '../../measure/index.ts';
import { toBd09, toGcj02, undoShift } from './map_shift.ts';

/** What a system's plane, axes and datum are like. */
export type SystemFamily = 'degrees' | 'cgcs2000' | 'xian80' | 'beijing54' | 'utm' | 'web-mercator' | 'map-shift';

export interface CoordinateSystem {
  id: string;
  family: SystemFamily;
  /** Easting and northing in metres, or longitude and latitude in degrees, to WGS84 degrees. */
  toWgs84(x: number, y: number): [longitude: number, latitude: number];
}

/** Longitude and latitude on WGS84, CRS84 or CGCS2000, which agree far below a drawing's accuracy. */
const DEGREES = new Set(['EPSG:4326', 'EPSG:4979', 'EPSG:4490', 'EPSG:4480', 'CRS84']);
const WEB_MERCATOR = new Set(['EPSG:3857', 'EPSG:900913', 'EPSG:102100']);
/** Spherical radius of EPSG:3857. */
const MERCATOR_RADIUS = 6_378_137;

/** The system an id stands for (`EPSG:4527`, `CRS84`, `GCJ-02`, `BD-09`); undefined when it is not known here. */
export function systemOf(id: string): CoordinateSystem | undefined {
  if (DEGREES.has(id)) return { id, family: 'degrees', toWgs84: (x, y) => [x, y] };
  if (id === 'GCJ-02') return { id, family: 'map-shift', toWgs84: (x, y) => undoShift(toGcj02, [x, y]) };
  if (id === 'BD-09') return { id, family: 'map-shift', toWgs84: (x, y) => undoShift(toBd09, [x, y]) };
  if (WEB_MERCATOR.has(id))
    return {
      id: 'EPSG:3857',
      family: 'web-mercator',
      toWgs84: (x, y) => [
        (x / MERCATOR_RADIUS / Math.PI) * 180,
        ((2 * Math.atan(Math.exp(y / MERCATOR_RADIUS)) - Math.PI / 2) / Math.PI) * 180,
      ],
    };
  const projection = createProjection(id);
  if (!projection) return undefined;
  return { id, family: familyOf(Number(id.slice(5))), toWgs84: (x, y) => projection.inverse([x, y]) };
}

function familyOf(code: number): SystemFamily {
  if (code >= 32_601 && code <= 32_660) return 'utm';
  if (code >= 2327 && code <= 2390) return 'xian80';
  return code >= 4491 && code <= 4554 ? 'cgcs2000' : 'beijing54';
}

/** Systems a person may choose from by hand, those of the longitude first. */
export function choosableSystems(longitudeDegrees: number): string[] {
  const zone = Math.min(20, Math.max(0, Math.round((longitudeDegrees - 75) / 3)));
  const six = Math.min(10, Math.max(0, Math.round((longitudeDegrees - 75) / 6)));
  const near = [4534 + zone, 4513 + zone, 4502 + six, 4491 + six, 2370 + zone, 2349 + zone, 2422 + zone, 2401 + zone];
  const utm = 32_600 + Math.floor((longitudeDegrees + 180) / 6) + 1;
  const others = Array.from({ length: 21 }, (_, index) => 4534 + index);
  const codes = [...new Set([...near, utm, 3857, ...others])].map((code) => `EPSG:${code}`);
  return ['EPSG:4490', 'GCJ-02', 'BD-09', ...codes];
}
