import { type ByteSource, readWhole, sourceOfBytes, withoutStart } from '../byte_source.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import { decodeUtf8 } from '../text/decode_text.ts';
import { LARGEST_TEXT_BYTES, reportEncoding } from './parse_json.ts';

/** Bytes that are UTF-8 without a byte order mark, as far as their beginning tells. */
export interface Recoded {
  source: ByteSource;
  /** Label of the encoding they were in, where it was another. */
  encoding?: string;
}

/**
 * What a byte order mark, the zeros of UTF-16 or a person says of the bytes is done at once; other encodings show when the text is
 * decoded, see `recodeInvalid`. Undefined when the text cannot be had, and the log then says why.
 */
export function recodeByStart(
  source: ByteSource,
  log: DiagnosticLog,
  { encoding, isOwnPlan }: { encoding?: string | undefined; isOwnPlan?: boolean },
): Recoded | undefined {
  const [first, second, third] = source.read(0, Math.min(3, source.sizeBytes));
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) return decodeAs(source, encoding, log);
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    log.add({ code: 'file-byte-order-mark', severity: 'info', data: {} });
    return { source: withoutStart(source, 3) };
  }
  if (isOwnPlan) return { source };
  if ((first === 0xff && second === 0xfe) || (isOpening(first) && second === 0))
    return decodeAs(source, 'utf-16le', log);
  if ((first === 0xfe && second === 0xff) || (first === 0 && isOpening(second)))
    return decodeAs(source, 'utf-16be', log);
  return { source };
}

/** For bytes that turned out to be no UTF-8: GB18030 where every byte fits it, otherwise refused. */
export function recodeInvalid(source: ByteSource, log: DiagnosticLog): Recoded | undefined {
  const bytes = readWhole(source);
  const decoded = decodeUtf8(bytes);
  if ('fault' in decoded && decoded.fault.looksLike === 'GBK') return decodeAs(source, 'gb18030', log);
  return reportEncoding(bytes, log);
}

/**
 * Whether bytes are UTF-8, told piece by piece, because engines make no string of a file beyond 512 MB. A last character that is not
 * whole only tells that the file was cut short.
 */
export function isUtf8(source: ByteSource): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const { sizeBytes } = source;
  try {
    for (let start = 0; start < sizeBytes; start += PIECE_BYTES)
      decoder.decode(source.read(start, Math.min(sizeBytes, start + PIECE_BYTES)), { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const PIECE_BYTES = 16 * 1024 * 1024;

function decodeAs(source: ByteSource, encoding: string, log: DiagnosticLog): Recoded | undefined {
  if (source.sizeBytes > LARGEST_TEXT_BYTES) {
    const data = { sizeBytes: source.sizeBytes, limitBytes: LARGEST_TEXT_BYTES };
    log.add({ code: 'file-too-large', severity: 'error', data });
    return undefined;
  }
  const label = encoding.toUpperCase();
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(readWhole(source));
    log.add({ code: 'file-recoded', severity: 'info', data: { encoding: label } });
    return { source: sourceOfBytes(new TextEncoder().encode(text)), encoding };
  } catch {
    log.add({ code: 'file-not-encoding', severity: 'error', data: { encoding: label } });
    return undefined;
  }
}

/** Whether a JSON document may begin with the byte. */
function isOpening(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b;
}
