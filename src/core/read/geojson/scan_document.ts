/** Where the parts of a JSON document stand, found without building anything. Offsets are bytes. */
export interface DocumentScan {
  /** How deep arrays and objects are nested. */
  depth: number;
  /** The content of the top object's `features`, without the brackets; undefined when it has no such list. */
  features?: { start: number; end: number };
  /** Starts of the runs the content is cut into, each but the first behind a comma between two features. */
  runStarts: number[];
  /** Behind the first value; the length of the bytes when that does not end. */
  end: number;
  /** First byte behind the first value that is not blank; the length of the bytes when there is none. */
  next: number;
}

/** Long enough that the calls into the engine do not count, short enough that the text of a run is nothing beside the file. */
const RUN_BYTES = 4 * 1024 * 1024;
const FEATURES = [...'features'].map((letter) => letter.charCodeAt(0));

/**
 * Walks the bytes of a JSON document once: strings are skipped, brackets counted, and the list of features cut into runs that can be
 * parsed one by one, because engines make no string of a file beyond 512 MB. What is no JSON is not judged: it shows when the parts
 * are parsed.
 */
export function scanDocument(bytes: Uint8Array, runBytes = RUN_BYTES): DocumentScan {
  const { length } = bytes;
  const scan: DocumentScan = { depth: 0, runStarts: [], end: length, next: length };
  let depth = 0;
  let deepest = 0;
  let isObject = false;
  // The last string and the last key of the top object.
  let textStart = 0;
  let textEnd = 0;
  let isFeaturesNext = false;
  let isInFeatures = false;
  let runStart = 0;
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
        else if (depth === 2 && isInFeatures && i - runStart >= runBytes) {
          runStart = i + 1;
          scan.runStarts.push(runStart);
        }
        break;
      case 0x7b:
      case 0x5b:
        if (depth === 0) isObject = bytes[i] === 0x7b;
        else if (depth === 1 && isFeaturesNext && bytes[i] === 0x5b) {
          isInFeatures = true;
          runStart = i + 1;
          scan.features = { start: runStart, end: length };
          scan.runStarts = [runStart];
        }
        depth += 1;
        if (depth > deepest) deepest = depth;
        break;
      case 0x7d:
      case 0x5d:
        depth -= 1;
        if (depth === 1 && isInFeatures) {
          isInFeatures = false;
          if (scan.features) scan.features.end = i;
        }
        if (depth <= 0) break walk;
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

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
