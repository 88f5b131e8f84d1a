import { isRecord } from '../../value_kinds.ts';
import type { ByteSource } from '../byte_source.ts';
import { type DiagnosticLog, excerptOf } from '../diagnostic_log.ts';
import type { SourceLayer } from '../source.ts';
import { declaredCrsOf } from './declared_crs.ts';
import { findJsonFault } from './json_fault.ts';
import { DEEPEST_NESTING, LARGEST_TEXT_BYTES } from './parse_json.ts';
import { type DocumentScan, scanDocument } from './scan_document.ts';

const NAME = /\.(?:geojsonl|geojsons|geojsonseq|ndgeojson|ndjson|jsonl)$/i;
const RECORD_SEPARATOR = 0x1e;
const LINE_FEED = 0x0a;

/**
 * Whether a file holds a GeoJSON text per line, or a sequence of texts each behind a record separator (RFC 8142): by its name, by the
 * separator, or because a second object begins on the line behind the first, which fills one line.
 */
export function isLines(name: string, source: ByteSource, scan: DocumentScan): boolean {
  if (NAME.test(name) || source.read(0, Math.min(1, source.sizeBytes))[0] === RECORD_SEPARATOR) return true;
  if (!scan.isClosed || scan.next >= source.sizeBytes) return false;
  const bytes = source.read(0, scan.next + 1);
  if (bytes[scan.next] !== 0x7b) return false;
  const firstFeed = bytes.indexOf(LINE_FEED, firstOpening(bytes));
  return firstFeed >= scan.end && firstFeed < scan.next;
}

function firstOpening(bytes: Uint8Array): number {
  return Math.max(0, bytes.indexOf(0x7b));
}

/**
 * The features of a text per line. Each is read on its own: a broken one is an error that names its line, and the others are still
 * looked at, so that all that is wrong is told at once. A collection's features stand at its line.
 */
export function openLines(
  bytes: Uint8Array,
  log: DiagnosticLog,
): Pick<SourceLayer, 'features' | 'pointerOf' | 'declaredCrs'> | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const features: unknown[] = [];
  const pointers: string[] = [];
  let declared: Pick<SourceLayer, 'declaredCrs'> = {};
  let isBroken = false;
  const separator = bytes.includes(RECORD_SEPARATOR) ? RECORD_SEPARATOR : LINE_FEED;
  let line = 1;
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(separator, start);
    const end = found < 0 ? bytes.length : found;
    const record = bytes.subarray(start, end);
    const pointer = `/line/${line + leadingFeeds(record)}`;
    start = end + 1;
    line += separator === LINE_FEED ? 1 : countFeeds(record);
    if (isBlank(record)) continue;
    const value = parseRecord(record, decoder);
    if (value === undefined) {
      const fault = findJsonFault(record);
      const data = {
        line: Number(pointer.slice('/line/'.length)),
        column: fault?.column ?? 1,
        found: fault?.found ?? excerptOf(record.length),
      };
      log.add({ code: 'line-broken', severity: 'error', pointer, data });
      isBroken = true;
      continue;
    }
    const object = isRecord(value.value) ? value.value : {};
    if (!declared.declaredCrs) declared = declaredCrsOf(object);
    const members = object.type === 'FeatureCollection' && Array.isArray(object.features) ? object.features : undefined;
    if (members)
      for (const [index, member] of members.entries()) {
        features.push(member);
        pointers.push(`${pointer}/features/${index}`);
      }
    else {
      const isFeature = object.type === 'Feature' || !('coordinates' in object);
      features.push(isFeature ? value.value : { type: 'Feature', properties: {}, geometry: value.value });
      pointers.push(pointer);
    }
  }
  if (features.length === 0 && isBroken) return undefined;
  return { features, pointerOf: (index) => pointers[index] ?? '', ...declared };
}

function parseRecord(
  record: Uint8Array,
  decoder: { decode(bytes: Uint8Array): string },
): { value: unknown } | undefined {
  if (record.length > LARGEST_TEXT_BYTES || scanDocument(record).depth > DEEPEST_NESTING) return undefined;
  try {
    return { value: JSON.parse(decoder.decode(record)) };
  } catch {
    return undefined;
  }
}

function countFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

function leadingFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) {
    if (byte === LINE_FEED) count += 1;
    else if (byte > 0x20) break;
  }
  return count;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
