import { isRecord } from '../../value_kinds.ts';
import { type ByteSource, readWhole, sourceOfBytes } from '../byte_source.ts';
import { type DiagnosticLog, excerptOf } from '../diagnostic_log.ts';
import { baseNameOf } from '../fields/layer_name.ts';
import type { SourceLayer } from '../source.ts';
import type { InputFile } from '../types.ts';
import { declaredCrsOf } from './declared_crs.ts';
import { featuresOfEsri, isEsriJson } from './esri_json.ts';
import { isLines, openLines } from './open_lines.ts';
import {
  LARGEST_FILE_BYTES,
  LARGEST_TEXT_BYTES,
  refuseByStart,
  refuseDepth,
  reportBroken,
  reportEncoding,
} from './parse_json.ts';
import { type ReadDocument, readDocument, scanToFeatures } from './read_document.ts';
import { isUtf8, type Recoded, recodeByStart, recodeInvalid } from './recode.ts';
import type { RepeatedName } from './repeated_names.ts';
import { scanDocument } from './scan_document.ts';

const GEOMETRY_TYPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

export interface OpenGeojsonOptions {
  /** Label of the encoding a person chose for the text. */
  encoding?: string | undefined;
  /** A plan's own folder is GeoJSON proper, in UTF-8: nothing else is looked for. */
  isOwnPlan?: boolean;
  onProgress?: ((share: number) => void) | undefined;
}

/**
 * A GeoJSON file's features, not looked into yet: of a collection, a feature, a bare geometry, newline-delimited texts, or Esri's
 * dialect. Undefined when the file holds none, and the log then says why. Works over the bytes, so that a file larger than the
 * engine's longest string opens. Never throws.
 */
export function openGeojson(
  { name, bytes }: InputFile,
  log: DiagnosticLog,
  options: OpenGeojsonOptions = {},
): SourceLayer | undefined {
  return openGeojsonSource(name, sourceOfBytes(bytes), log, options);
}

/** The same of a file that is fetched in parts. Throws what its source throws. */
export function openGeojsonSource(
  name: string,
  source: ByteSource,
  log: DiagnosticLog,
  options: OpenGeojsonOptions = {},
): SourceLayer | undefined {
  if (refuseByStart(source, log, LARGEST_FILE_BYTES)) return undefined;
  const start = recodeByStart(source, log, options);
  const opened = start && openText(name, start, log, options);
  if (opened !== 'not-utf8') return opened;
  if (options.isOwnPlan || !start) return reportEncoding(readWhole(source), log);
  const recoded = recodeInvalid(start.source, log);
  const again = recoded && openText(name, recoded, log, options);
  return again === 'not-utf8' ? undefined : again;
}

function openText(
  name: string,
  { source, encoding }: Recoded,
  log: DiagnosticLog,
  { isOwnPlan = false, onProgress }: OpenGeojsonOptions,
): SourceLayer | 'not-utf8' | undefined {
  const base = { name, file: name, ...(encoding !== undefined && { encoding }) };
  const head = scanToFeatures(source);
  const parsed = !isOwnPlan && isLines(name, source, head) ? 'lines' : readDocument(source, head, { onProgress });
  if (typeof parsed !== 'string') {
    reportRepeated(parsed.repeated ?? [], log);
    const members = membersOf(parsed, name, log, isOwnPlan);
    return members && { ...base, format: 'geojson', ...members };
  }
  const { sizeBytes } = source;
  if (parsed === 'large') {
    log.add({ code: 'file-too-large', severity: 'error', data: { sizeBytes, limitBytes: LARGEST_TEXT_BYTES } });
    return undefined;
  }
  // Text in another encoding may look like anything: that is said before what it looks like.
  if (!isUtf8(source)) return 'not-utf8';
  const bytes = readWhole(source);
  const scan = scanDocument(bytes);
  // Collections may stand one on a line, too: that shows behind the first.
  if (!isOwnPlan && (parsed === 'lines' || isLines(name, source, scan))) {
    const lines = openLines(bytes, log);
    return lines && { ...base, format: 'geojson-lines', ...lines };
  }
  return refuseDepth(scan.depth, log) ? undefined : reportBroken(bytes, log);
}

/** Tells each name once, with how often it was repeated. */
function reportRepeated(repeated: readonly RepeatedName[], log: DiagnosticLog): void {
  const names = new Map<string, RepeatedName[]>();
  for (const one of repeated) {
    const known = names.get(one.name);
    if (known) known.push(one);
    else names.set(one.name, [one]);
  }
  for (const [name, [first, ...rest]] of names)
    if (first) {
      const data = { found: name, count: rest.length + 1 };
      log.add({ code: 'json-name-repeated', severity: 'warning', pointer: first.pointer, data });
    }
}

type Members = Pick<SourceLayer, 'features' | 'tidyDepths' | 'boxes' | 'pointerOf' | 'declaredCrs'>;

/** The features of a GeoJSON document, and the name of the system it declares. */
function membersOf(
  { value, tidyDepths, boxes }: ReadDocument,
  fileName: string,
  log: DiagnosticLog,
  isOwnPlan: boolean,
): Members | undefined {
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
      return {
        features,
        ...(tidyDepths && { tidyDepths }),
        ...(boxes && { boxes }),
        pointerOf: (index) => `/features/${index}`,
        ...crs,
      };
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
