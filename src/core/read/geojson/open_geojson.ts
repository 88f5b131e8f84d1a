import { type DiagnosticLog, excerptOf, isRecord } from '../diagnostic_log.ts';
import { baseNameOf } from '../fields/layer_name.ts';
import type { SourceLayer } from '../source.ts';
import type { InputFile } from '../types.ts';
import { declaredCrsOf } from './declared_crs.ts';
import { featuresOfEsri, isEsriJson } from './esri_json.ts';
import { isLines, openLines } from './open_lines.ts';
import { parseDocument } from './parse_document.ts';
import {
  DEEPEST_NESTING,
  LARGEST_FILE_BYTES,
  LARGEST_TEXT_BYTES,
  refuseByStart,
  refuseDepth,
  reportBroken,
  reportEncoding,
} from './parse_json.ts';
import { isUtf8, type Recoded, recodeByStart, recodeInvalid } from './recode.ts';
import { scanDocument } from './scan_document.ts';

const GEOMETRY_TYPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

export interface OpenGeojsonOptions {
  /** Label of the encoding a person chose for the text. */
  encoding?: string | undefined;
  /** A plan's own folder is GeoJSON proper, in UTF-8: nothing else is looked for. */
  isOwnPlan?: boolean;
}

/**
 * A GeoJSON file's features, not looked into yet: of a collection, a feature, a bare geometry, newline-delimited texts, or Esri's
 * dialect. Undefined when the file holds none, and the log then says why. Works over the bytes, so that a file larger than the
 * engine's longest string opens. Never throws.
 */
export function openGeojson(
  file: InputFile,
  log: DiagnosticLog,
  options: OpenGeojsonOptions = {},
): SourceLayer | undefined {
  if (refuseByStart(file.bytes, log, LARGEST_FILE_BYTES)) return undefined;
  const start = recodeByStart(file.bytes, log, options);
  const opened = start && openText(file, start, log, options);
  if (opened !== 'not-utf8') return opened;
  if (options.isOwnPlan || !start) return reportEncoding(file.bytes, log);
  const recoded = recodeInvalid(start.bytes, log);
  const again = recoded && openText(file, recoded, log, options);
  return again === 'not-utf8' ? undefined : again;
}

function openText(
  file: InputFile,
  { bytes, encoding }: Recoded,
  log: DiagnosticLog,
  { isOwnPlan = false }: OpenGeojsonOptions,
): SourceLayer | 'not-utf8' | undefined {
  const base = { name: file.name, file: file.name, ...(encoding !== undefined && { encoding }) };
  const scan = scanDocument(bytes);
  if (!isOwnPlan && isLines(file.name, bytes, scan)) {
    if (!isUtf8(bytes)) return 'not-utf8';
    const lines = openLines(bytes, log);
    return lines && { ...base, format: 'geojson-lines', ...lines };
  }
  const parsed = scan.depth > DEEPEST_NESTING ? 'deep' : parseDocument(bytes, scan);
  if (parsed === 'large') {
    const data = { sizeBytes: bytes.length, limitBytes: LARGEST_TEXT_BYTES };
    log.add({ code: 'file-too-large', severity: 'error', data });
    return undefined;
  }
  if (typeof parsed === 'string') {
    // Text in another encoding may look like anything: that is said before what it looks like.
    if (!isUtf8(bytes)) return 'not-utf8';
    if (parsed === 'broken') return reportBroken(bytes, log);
    refuseDepth(scan.depth, log);
    return undefined;
  }
  const members = membersOf(parsed.value, file.name, log, isOwnPlan);
  return members && { ...base, format: 'geojson', ...members };
}

type Members = Pick<SourceLayer, 'features' | 'pointerOf' | 'declaredCrs'>;

/** The features of a GeoJSON document, and the name of the system it declares. */
function membersOf(value: unknown, fileName: string, log: DiagnosticLog, isOwnPlan: boolean): Members | undefined {
  if (!isOwnPlan && isEsriJson(value)) return featuresOfEsri(value, log);
  const type = isRecord(value) && Object.hasOwn(value, 'type') ? value.type : undefined;
  if (!isRecord(value) || typeof type !== 'string') {
    log.add({ code: 'not-geojson', severity: 'error', pointer: '', data: { found: excerptOf(value) } });
    return undefined;
  }
  const crs = declaredCrsOf(value);
  if (type === 'Feature') return { features: [value], pointerOf: () => '', ...crs };
  if (type === 'FeatureCollection') {
    const features = Object.hasOwn(value, 'features') ? value.features : undefined;
    if (Array.isArray(features)) {
      reportMisplaced(value, log);
      return { features, pointerOf: (index) => `/features/${index}`, ...crs };
    }
    log.add({ code: 'features-missing', severity: 'error', pointer: '', data: { found: excerptOf(features) } });
    return undefined;
  }
  if (!GEOMETRY_TYPES.includes(type) || isOwnPlan) {
    const isGeometry = type === 'GeometryCollection' || GEOMETRY_TYPES.includes(type);
    const code = isGeometry ? 'geometry-alone' : 'not-geojson';
    log.add({ code, severity: 'error', pointer: '/type', data: { found: excerptOf(type) } });
    return undefined;
  }
  // Whoever saves one shape to a file names the file after it.
  const id = baseNameOf(fileName).replace(/\.[^.]*$/, '');
  log.add({ code: 'geometry-named-after-file', severity: 'info', pointer: '', data: { id, found: type } });
  return {
    features: [{ type: 'Feature', id, properties: {}, geometry: value }],
    // The structure check points into `/geometry`, which the file does not have.
    pointerOf: () => '',
    ...crs,
  };
}

/** Members that make something a geometry or a feature have no place in a collection (RFC 7946, 7.1). They are not read. */
function reportMisplaced(value: Record<string, unknown>, log: DiagnosticLog): void {
  for (const member of ['coordinates', 'geometries', 'geometry', 'properties'])
    if (Object.hasOwn(value, member))
      log.add({ code: 'member-misplaced', severity: 'warning', pointer: `/${member}`, data: { member } });
  const box = Object.hasOwn(value, 'bbox') ? value.bbox : undefined;
  if (
    box !== undefined &&
    !(Array.isArray(box) && box.length % 2 === 0 && box.length >= 4 && box.every(Number.isFinite))
  )
    log.add({ code: 'bbox-ignored', severity: 'info', pointer: '/bbox', data: { found: excerptOf(box), count: 1 } });
}
