import { isRecord } from '../../value_kinds.ts';
import { type ByteSource, readWhole } from '../byte_source.ts';
import { FeatureReader, TooLargeForText } from './feature_reader.ts';
import { DEEPEST_NESTING, LARGEST_TEXT_BYTES } from './parse_json.ts';
import { MOST_REPEATED, type RepeatedName, repeatedNamesOf } from './repeated_names.ts';
import { type DocumentScan, scanDocument } from './scan_document.ts';

/** The value of a JSON document. */
export interface ReadDocument {
  value: unknown;
  /** Of each member of its `features` how deep the coordinates are nested where these need no second look, else 0. */
  tidyDepths?: readonly number[];
  /** Of each member the box around its coordinates (`SourceLayer.boxes`). */
  boxes?: Float64Array;
  /** Names that stand twice in one object, the first few. Looked for in features and their members, and beside them. */
  repeated?: readonly RepeatedName[];
}

/** So much of a file is looked at at once. */
const WINDOW_BYTES = 1024 * 1024;

export interface ReadDocumentOptions {
  /** Sizes other than the usual ones, for tests. */
  windowBytes?: number;
  textBytes?: number;
  onProgress?: ((share: number) => void) | undefined;
}

/** Scans a document as far as its list of features, or whole where it has none. */
export function scanToFeatures(source: ByteSource, windowBytes = WINDOW_BYTES): DocumentScan {
  for (let size = windowBytes; ; size *= 2) {
    const scan = scanDocument(source.read(0, Math.min(size, source.sizeBytes)), true);
    const isTold = scan.featuresStart !== undefined || (scan.isClosed && scan.next < size);
    if (isTold || size >= source.sizeBytes) return scan;
  }
}

/**
 * Builds the value of a document: its list of features from the bytes, window by window, then the rest around an empty list.
 * `broken` when it is no JSON or no UTF-8, `deep` when it is nested too deep, `large` when a part that must become one string is too
 * long for one. Throws only what the source throws.
 * @param head what `scanToFeatures` found
 */
export function readDocument(
  source: ByteSource,
  head: DocumentScan,
  { windowBytes = WINDOW_BYTES, textBytes, onProgress }: ReadDocumentOptions = {},
): ReadDocument | 'broken' | 'deep' | 'large' {
  if (head.depth > DEEPEST_NESTING) return 'deep';
  const { featuresStart } = head;
  if (featuresStart === undefined) return parseWhole(source);
  if (featuresStart > LARGEST_TEXT_BYTES) return 'large';
  const before = source.read(0, featuresStart);
  const reader = new FeatureReader(textBytes);
  const closing = guarded(() => readFeatures(reader, source, featuresStart, windowBytes, onProgress));
  if (typeof closing === 'string') return closing;
  if (source.sizeBytes - closing + featuresStart > LARGEST_TEXT_BYTES) return 'large';
  const after = source.read(closing, source.sizeBytes);
  const around = new Uint8Array(before.length + after.length);
  around.set(before);
  around.set(after, before.length);
  if (Math.max(scanDocument(around).depth, FEATURE_DEPTH + reader.deepest) > DEEPEST_NESTING) return 'deep';
  return guarded(() => {
    const rest = decode(around.subarray(before.length));
    const text = decode(before) + rest;
    const value: unknown = JSON.parse(text);
    const repeated = repeatedNamesOf(text, MOST_REPEATED);
    for (const one of reader.repeated) repeated.push({ ...one, pointer: `/features${one.pointer}` });
    // Of two members of one name the last counts: it may stand behind this list, its name spelled with an escape.
    if (/features|\\/.test(rest)) return parseWhole(source);
    if (isRecord(value) && Array.isArray(value.features)) value.features = reader.features;
    return { value, tidyDepths: reader.tidyDepths, boxes: reader.boxes.values, repeated };
  });
}

/** The top object and its list. */
const FEATURE_DEPTH = 2;

/** Reads features until their list closes; the index of its bracket. */
function readFeatures(
  reader: FeatureReader,
  source: ByteSource,
  start: number,
  windowBytes: number,
  onProgress: ((share: number) => void) | undefined,
): number | 'broken' {
  const { sizeBytes } = source;
  let from = start;
  for (let size = windowBytes; ; ) {
    const bytes = source.read(from, Math.min(from + size, sizeBytes));
    const stretch = reader.read(bytes, 0);
    if (stretch?.isClosed) return from + stretch.end;
    if (from + size >= sizeBytes) return 'broken';
    // A feature longer than the window needs a longer one.
    if (!stretch) size *= 2;
    else {
      size = windowBytes;
      from += stretch.end;
      onProgress?.(from / sizeBytes);
    }
  }
}

function parseWhole(source: ByteSource): ReadDocument | 'broken' | 'large' {
  if (source.sizeBytes > LARGEST_TEXT_BYTES) return 'large';
  const bytes = readWhole(source);
  return guarded(() => {
    const text = decode(bytes);
    const value = JSON.parse(text) as unknown;
    return { value, repeated: repeatedNamesOf(text, MOST_REPEATED) };
  });
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** What engines throw of text becomes a word; what a source throws passes. */
function guarded<T>(make: () => T): T | 'broken' | 'large' {
  try {
    return make();
  } catch (error) {
    if (error instanceof TooLargeForText) return 'large';
    if (error instanceof SyntaxError || error instanceof TypeError) return 'broken';
    throw error;
  }
}
