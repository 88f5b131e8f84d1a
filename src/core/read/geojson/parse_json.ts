import { type ByteSource, sourceOfBytes } from '../byte_source.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import { decodeUtf8 } from '../text/decode_text.ts';
import { findJsonFault } from './json_fault.ts';
import { scanDocument } from './scan_document.ts';

/** Larger files are refused. 1.1 GB with a million plots was seen to open; beyond 2 GB Node reads no file at once. */
export const LARGEST_FILE_BYTES = 2_000_000_000;
/** What must become one string: engines end between 512 and 536 million characters, and damaged text decodes to more. */
export const LARGEST_TEXT_BYTES = 400_000_000;
/** A plan is nested about ten deep; beyond this a file is broken or hostile. */
export const DEEPEST_NESTING = 64;

const SIGNATURES: readonly { format: string; bytes: readonly number[] }[] = [
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'shapefile', bytes: [0x00, 0x00, 0x27, 0x0a] },
  { format: 'geopackage', bytes: [...'SQLite format 3'].map((letter) => letter.charCodeAt(0)) },
  { format: 'dwg', bytes: [0x41, 0x43, 0x31, 0x30] },
];
/** Pictures of a plan and documents about it. */
const PICTURES: readonly { format: string; bytes: readonly number[] }[] = [
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'image', bytes: [0xff, 0xd8, 0xff] },
  { format: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: 'image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { format: 'office', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
];
/** How MapInfo's tables begin, the native and the exchanged one. */
export const MAPINFO_START = /^\s*(?:!table\s|version\s+\d+\s+charset\s)/i;
/** Of a file that is nothing that is known these are shown. */
const SHOWN_BYTES = 8;
/** How much of a file's beginning tells what it is. */
const START_BYTES = 2000;

/**
 * The JSON value a file's bytes hold; undefined when they hold none, and the log then says why. The whole becomes one string: for
 * files of some kilobytes, or such as cannot be cut.
 */
export function parseJsonFile(bytes: Uint8Array, log: DiagnosticLog): { value: unknown } | undefined {
  if (refuseByStart(sourceOfBytes(bytes), log, LARGEST_TEXT_BYTES)) return undefined;
  const decoded = decodeUtf8(bytes);
  if ('fault' in decoded) return reportEncoding(bytes, log);
  if (decoded.byteOrderMark) log.add({ code: 'file-byte-order-mark', severity: 'info', data: {} });
  if (refuseDepth(scanDocument(bytes).depth, log)) return undefined;
  try {
    return { value: JSON.parse(decoded.text) };
  } catch {
    return reportBroken(decoded.byteOrderMark ? bytes.subarray(3) : bytes, log);
  }
}

/** Refuses what its size or its first bytes show to be no JSON; true when it did. */
export function refuseByStart(source: ByteSource, log: DiagnosticLog, limitBytes: number): boolean {
  const refuse = (code: string, data: Record<string, string | number> = {}): true => {
    log.add({ code, severity: 'error', data });
    return true;
  };
  const { sizeBytes } = source;
  if (sizeBytes > limitBytes) return refuse('file-too-large', { sizeBytes, limitBytes });
  if (sizeBytes === 0) return refuse('file-empty');
  const bytes = source.read(0, Math.min(sizeBytes, START_BYTES));
  const startsAs = (one: { bytes: readonly number[] }) => one.bytes.every((byte, index) => bytes[index] === byte);
  const picture = PICTURES.find(startsAs);
  if (picture) return refuse('file-picture', { format: picture.format });
  const signature = SIGNATURES.find(startsAs);
  if (signature) return refuse('file-other-format', { format: signature.format });
  const start = new TextDecoder('utf-8').decode(bytes).trimStart().toLowerCase();
  if (MAPINFO_START.test(start)) return refuse('file-other-format', { format: 'mapinfo' });
  if (start === '' && isBlank(source)) return refuse('file-empty');
  if (start.startsWith('<')) {
    const isPage = start.startsWith('<!doctype') || start.includes('<html');
    return isPage ? refuse('file-html') : refuse('file-other-format', { format: 'xml' });
  }
  return false;
}

/** Whether JSON is nested too deeply to be read safely; the log then says so. */
export function refuseDepth(depth: number, log: DiagnosticLog): boolean {
  if (depth <= DEEPEST_NESTING) return false;
  log.add({ code: 'file-nested-too-deep', severity: 'error', data: { depth, limit: DEEPEST_NESTING } });
  return true;
}

/** Reports that bytes are no UTF-8. */
export function reportEncoding(bytes: Uint8Array, log: DiagnosticLog): undefined {
  const decoded = decodeUtf8(bytes);
  if (!('fault' in decoded)) return undefined;
  const { byteOffset, line, looksLike } = decoded.fault;
  const start = bytes.subarray(0, START_BYTES);
  if (looksLike === undefined && start.some((byte) => byte < 0x09)) {
    const found = [...start.subarray(0, SHOWN_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    log.add({ code: 'file-unknown', severity: 'error', data: { found } });
    return undefined;
  }
  log.add({ code: 'file-not-utf8', severity: 'error', data: { byteOffset, line, encoding: looksLike ?? 'unknown' } });
  return undefined;
}

/** Reports where UTF-8 bytes without a byte order mark stop being JSON. */
export function reportBroken(bytes: Uint8Array, log: DiagnosticLog): undefined {
  const fault = findJsonFault(bytes);
  const { line, column, found, expected, hint } = fault ?? { line: 1, column: 1, found: '', expected: 'value' };
  // Named as something else and nothing like JSON from the first letter on.
  const isAtStart = line === 1 && column === 1 && hint === undefined && !fault?.truncated;
  if (isAtStart && !/json|ndjson|ldjson/i.test(log.file)) {
    log.add({ code: 'file-unknown', severity: 'error', data: { found } });
    return undefined;
  }
  if (fault?.truncated)
    log.add({ code: 'file-truncated', severity: 'error', data: { line, column, sizeBytes: bytes.length } });
  else {
    const data = { line, column, found, expected, hint: hint ?? 'none' };
    log.add({ code: 'file-json-broken', severity: 'error', data });
  }
  return undefined;
}

function isBlank(source: ByteSource): boolean {
  for (let start = 0; start < source.sizeBytes; start += START_BYTES) {
    const bytes = source.read(start, Math.min(source.sizeBytes, start + START_BYTES));
    const first = start === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    if (!bytes.subarray(first).every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) return false;
  }
  return true;
}
