import type { DiagnosticLog } from '../diagnostic_log.ts';
import { decodeUtf8 } from '../text/decode_text.ts';
import { LARGEST_TEXT_BYTES, reportEncoding } from './parse_json.ts';

/** Bytes that are UTF-8 without a byte order mark, as far as their beginning tells. */
export interface Recoded {
  bytes: Uint8Array;
  /** Label of the encoding they were in, where it was another. */
  encoding?: string;
}

/**
 * What a byte order mark, the zeros of UTF-16 or a person says of the bytes is done at once; other encodings show when the text is
 * decoded, see `recodeInvalid`. Undefined when the text cannot be had, and the log then says why.
 */
export function recodeByStart(
  bytes: Uint8Array,
  log: DiagnosticLog,
  { encoding, isOwnPlan }: { encoding?: string | undefined; isOwnPlan?: boolean },
): Recoded | undefined {
  const [first, second, third] = bytes;
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) return decodeAs(bytes, encoding, log);
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    log.add({ code: 'file-byte-order-mark', severity: 'info', data: {} });
    return { bytes: bytes.subarray(3) };
  }
  if (isOwnPlan) return { bytes };
  if ((first === 0xff && second === 0xfe) || (isOpening(first) && second === 0))
    return decodeAs(bytes, 'utf-16le', log);
  if ((first === 0xfe && second === 0xff) || (first === 0 && isOpening(second)))
    return decodeAs(bytes, 'utf-16be', log);
  return { bytes };
}

/** For bytes that turned out to be no UTF-8: GB18030 where every byte fits it, otherwise refused. */
export function recodeInvalid(bytes: Uint8Array, log: DiagnosticLog): Recoded | undefined {
  const decoded = decodeUtf8(bytes);
  if ('fault' in decoded && decoded.fault.looksLike === 'GBK') return decodeAs(bytes, 'gb18030', log);
  return reportEncoding(bytes, log);
}

/** Whether bytes are UTF-8, told piece by piece, because engines make no string of a file beyond 512 MB. */
export function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let start = 0; start < bytes.length; ) {
    let end = Math.min(bytes.length, start + PIECE_BYTES);
    // Not within a character: its later bytes are 10xxxxxx.
    for (let back = 0; back < 4 && end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80; back += 1) end -= 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return false;
    }
    start = end;
  }
  return true;
}

const PIECE_BYTES = 16 * 1024 * 1024;

function decodeAs(bytes: Uint8Array, encoding: string, log: DiagnosticLog): Recoded | undefined {
  if (bytes.length > LARGEST_TEXT_BYTES) {
    const data = { sizeBytes: bytes.length, limitBytes: LARGEST_TEXT_BYTES };
    log.add({ code: 'file-too-large', severity: 'error', data });
    return undefined;
  }
  const label = encoding.toUpperCase();
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    log.add({ code: 'file-recoded', severity: 'info', data: { encoding: label } });
    return { bytes: new TextEncoder().encode(text), encoding };
  } catch {
    log.add({ code: 'file-not-encoding', severity: 'error', data: { encoding: label } });
    return undefined;
  }
}

/** Whether a JSON document may begin with the byte. */
function isOpening(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b;
}
