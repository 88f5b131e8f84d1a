import { decodeUtf8 } from '../text/decode_text.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import { findJsonFault, measureJsonDepth } from './json_fault.ts';

/** Larger files are refused: a browser cannot hold their text and what is read from it at the same time. */
export const LARGEST_FILE_BYTES = 200 * 1024 * 1024;
/** A plan is nested about ten deep; beyond this a file is broken or hostile. */
export const DEEPEST_NESTING = 64;

const SIGNATURES: readonly { format: string; bytes: readonly number[] }[] = [
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'shapefile', bytes: [0x00, 0x00, 0x27, 0x0a] },
  { format: 'geopackage', bytes: [...'SQLite format 3'].map((letter) => letter.charCodeAt(0)) },
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'dwg', bytes: [0x41, 0x43, 0x31, 0x30] },
];

/** The JSON value a file's bytes hold; undefined when they hold none, and the log then says why. */
export function parseJsonFile(bytes: Uint8Array, log: DiagnosticLog): { value: unknown } | undefined {
  const refuse = (code: string, data: Record<string, string | number> = {}): undefined => {
    log.add({ code, severity: 'error', data });
    return undefined;
  };

  if (bytes.length > LARGEST_FILE_BYTES)
    return refuse('file-too-large', { sizeBytes: bytes.length, limitBytes: LARGEST_FILE_BYTES });
  if (bytes.length === 0) return refuse('file-empty');
  const signature = SIGNATURES.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (signature) return refuse('file-other-format', { format: signature.format });

  const decoded = decodeUtf8(bytes);
  if ('fault' in decoded) {
    const { byteOffset, line, looksLike } = decoded.fault;
    return refuse('file-not-utf8', { byteOffset, line, encoding: looksLike ?? 'unknown' });
  }
  const { text } = decoded;
  if (decoded.byteOrderMark) log.add({ code: 'file-byte-order-mark', severity: 'info', data: {} });

  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (start === '' && text.trim() === '') return refuse('file-empty');
  if (start.startsWith('<')) {
    const isPage = start.startsWith('<!doctype') || start.includes('<html');
    return isPage ? refuse('file-html') : refuse('file-other-format', { format: 'xml' });
  }
  const depth = measureJsonDepth(bytes);
  if (depth > DEEPEST_NESTING) return refuse('file-nested-too-deep', { depth, limit: DEEPEST_NESTING });

  try {
    return { value: JSON.parse(text) };
  } catch {
    const fault = findJsonFault(text);
    const line = fault?.line ?? 1;
    const column = fault?.column ?? 1;
    if (fault?.truncated) return refuse('file-truncated', { line, column, sizeBytes: bytes.length });
    const found = text.slice(fault?.offset ?? 0, (fault?.offset ?? 0) + 12).split('\n')[0] ?? '';
    return refuse('file-json-broken', {
      line,
      column,
      found,
      expected: fault?.expected ?? 'value',
      hint: fault?.hint ?? 'none',
    });
  }
}
