import { type DiagnosticLog, excerptOf, isRecord } from '../diagnostic_log.ts';
import type { SourceLayer } from '../source.ts';
import type { InputFile } from '../types.ts';
import { parseJsonFile } from './parse_json.ts';

const GEOMETRY_TYPES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];

/** A GeoJSON file's features, not looked into yet; undefined when it holds none, and the log then says why. Never throws. */
export function openGeojson(file: InputFile, log: DiagnosticLog): SourceLayer | undefined {
  const parsed = parseJsonFile(file.bytes, log);
  const members = parsed && membersOf(parsed.value, log);
  if (!members) return undefined;
  return {
    name: file.name,
    file: file.name,
    format: 'geojson',
    features: members.values,
    pointerOf: (index) => (members.isCollection ? `/features/${index}` : ''),
    ...(members.crs !== undefined && {
      declaredCrs: { text: members.crs, kind: 'name', pointer: '/crs' },
    }),
  };
}

/** The features of a GeoJSON text, and the name of the system it declares. */
function membersOf(
  value: unknown,
  log: DiagnosticLog,
): { values: unknown[]; isCollection: boolean; crs: string | undefined } | undefined {
  const type = isRecord(value) ? value.type : undefined;
  if (!isRecord(value) || typeof type !== 'string') {
    log.add({ code: 'not-geojson', severity: 'error', pointer: '', data: { found: excerptOf(value) } });
    return undefined;
  }
  const crs = declaredName(Object.hasOwn(value, 'crs') ? value.crs : undefined);
  if (type === 'Feature') return { values: [value], isCollection: false, crs };
  if (type === 'FeatureCollection') {
    if (Array.isArray(value.features)) return { values: value.features, isCollection: true, crs };
    log.add({ code: 'features-missing', severity: 'error', pointer: '', data: { found: excerptOf(value.features) } });
    return undefined;
  }
  const isGeometry = GEOMETRY_TYPES.includes(type);
  log.add({
    code: isGeometry ? 'geometry-alone' : 'not-geojson',
    severity: 'error',
    pointer: '/type',
    data: { found: excerptOf(type) },
  });
  return undefined;
}

/** What an old-style `crs` member names. */
function declaredName(crs: unknown): string | undefined {
  if (crs === undefined || crs === null) return undefined;
  const properties = isRecord(crs) ? crs.properties : undefined;
  const record = isRecord(properties) ? properties : {};
  const name = record.name ?? record.href ?? (typeof record.code === 'number' ? `EPSG:${record.code}` : undefined);
  return typeof name === 'string' ? name.trim().slice(0, 100) : excerptOf(crs);
}
