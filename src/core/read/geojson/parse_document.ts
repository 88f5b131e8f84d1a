import { isRecord } from '../diagnostic_log.ts';
import { LARGEST_TEXT_BYTES } from './parse_json.ts';
import type { DocumentScan } from './scan_document.ts';

/**
 * Builds the value of a scanned document: the list of features run by run, then the rest around an empty list. `broken` when it is
 * no JSON or no UTF-8, `large` when a part that must become one string is too long for one.
 */
export function parseDocument(bytes: Uint8Array, scan: DocumentScan): { value: unknown } | 'broken' | 'large' {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const { features: content, runStarts } = scan;
  try {
    if (!content) {
      if (bytes.length > LARGEST_TEXT_BYTES) return 'large';
      return { value: JSON.parse(decoder.decode(bytes)) };
    }
    if (bytes.length - (content.end - content.start) > LARGEST_TEXT_BYTES) return 'large';
    // The rest goes first: it is short, and shows at once when the file breaks off.
    const head = decoder.decode(bytes.subarray(0, content.start));
    const tail = decoder.decode(bytes.subarray(content.end));
    const value: unknown = JSON.parse(head + tail);
    const features: unknown[] = [];
    for (const [index, start] of runStarts.entries()) {
      const next = runStarts[index + 1];
      const end = next === undefined ? content.end : next - 1;
      if (end - start > LARGEST_TEXT_BYTES) return 'large';
      const run = JSON.parse(`[${decoder.decode(bytes.subarray(start, end))}]`) as unknown[];
      if (run.length === 0 && runStarts.length > 1) return 'broken';
      for (const feature of run) features.push(feature);
    }
    // A second member of the name, spelled with an escape, would stand; it is then not this list.
    if (isRecord(value) && Array.isArray(value.features) && value.features.length === 0) value.features = features;
    return { value };
  } catch {
    return 'broken';
  }
}
