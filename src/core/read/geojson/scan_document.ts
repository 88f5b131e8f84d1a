import { isBlank } from './json_blank.ts';

/** Where the parts of a JSON document stand, found without building anything. Offsets are bytes. */
export interface DocumentScan {
  /** How deep arrays and objects are nested. */
  depth: number;
  /** Behind the opening bracket of the top object's first `features` list; undefined when it has none. */
  featuresStart?: number;
  /** Behind the first value; the length of the bytes when that does not end. */
  end: number;
  /** The first value ended. */
  isClosed: boolean;
  /** First byte behind the first value that is not blank; the length of the bytes when there is none. */
  next: number;
}

const FEATURES = [...'features'].map((letter) => letter.charCodeAt(0));

/**
 * Walks the bytes of a JSON document: strings are skipped, brackets counted, the list of features found. What is no JSON is not
 * judged: it shows when the parts are parsed.
 * @param stopsAtFeatures ends at the list of features, with the scan of what stands before it
 */
export function scanDocument(bytes: Uint8Array, stopsAtFeatures = false): DocumentScan {
  const { length } = bytes;
  const scan: DocumentScan = { depth: 0, end: length, isClosed: false, next: length };
  let depth = 0;
  let deepest = 0;
  let isObject = false;
  // The last string of the top object.
  let textStart = 0;
  let textEnd = 0;
  let isFeaturesNext = false;
  let i = 0;
  walk: for (; i < length; i += 1) {
    switch (bytes[i]) {
      case 0x22: {
        const start = i + 1;
        for (i = start; i < length; i += 1) {
          const byte = bytes[i];
          if (byte === 0x22) break;
          if (byte === 0x5c) i += 1;
        }
        if (depth === 1) {
          textStart = start;
          textEnd = i;
        }
        break;
      }
      case 0x3a:
        if (depth === 1) isFeaturesNext = isObject && isWord(bytes, textStart, textEnd);
        break;
      case 0x2c:
        if (depth === 1) isFeaturesNext = false;
        break;
      case 0x7b:
      case 0x5b:
        if (depth === 0) isObject = bytes[i] === 0x7b;
        else if (depth === 1 && isFeaturesNext && bytes[i] === 0x5b && scan.featuresStart === undefined) {
          scan.featuresStart = i + 1;
          if (stopsAtFeatures) {
            scan.depth = Math.max(deepest, 2);
            return scan;
          }
        }
        depth += 1;
        if (depth > deepest) deepest = depth;
        break;
      case 0x7d:
      case 0x5d:
        depth -= 1;
        if (depth <= 0) {
          scan.isClosed = true;
          break walk;
        }
        break;
      default:
    }
  }
  scan.depth = deepest;
  scan.end = Math.min(length, i + 1);
  let next = scan.end;
  while (next < length && isBlank(bytes[next])) next += 1;
  scan.next = next;
  return scan;
}

function isWord(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === FEATURES.length && FEATURES.every((byte, index) => bytes[start + index] === byte);
}
