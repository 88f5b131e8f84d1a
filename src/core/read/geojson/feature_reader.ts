import { isRecord } from '../../value_kinds.ts';
import { CoordinateReader } from './coordinate_reader.ts';
import { isBlank } from './json_blank.ts';
import { LARGEST_TEXT_BYTES } from './parse_json.ts';
import { MOST_REPEATED, type RepeatedName, repeatedNamesOf } from './repeated_names.ts';

/** How reading a stretch of a list of features ended. */
export interface Stretch {
  /** Behind the last comma or, where the list ended, at its closing bracket. */
  end: number;
  /** The list ended. */
  isClosed: boolean;
}

/** So much text is parsed at once: long enough that the calls into the engine do not count, short enough to stay in its nursery. */
const TEXT_BYTES = 48 * 1024;
const GEOMETRY = asciiOf('geometry');
const COORDINATES = asciiOf('coordinates');
const NULL = asciiOf('null');

/** What a byte is to the walk: 0 is passed over. */
const QUOTE = 1;
const COLON = 2;
const COMMA = 3;
const OPEN = 4;
const CLOSE = 5;
const KINDS = new Uint8Array(256);
for (const [letters, kind] of [
  ['"', QUOTE],
  [':', COLON],
  [',', COMMA],
  ['{[', OPEN],
  ['}]', CLOSE],
] as const)
  for (const byte of asciiOf(letters)) KINDS[byte] = kind;

/**
 * Builds the members of a GeoJSON `features` list from bytes, some hundred at a time. The coordinates are most of a file: they are
 * read straight from the bytes, the text around them is left to the engine's parser, which so decides what is JSON. Never makes a
 * string of more than some features.
 */
export class FeatureReader {
  readonly features: unknown[] = [];
  /** Of each feature how deep its coordinates are nested, where they need no second look (`CoordinateReader.isTidy`), else 0. */
  readonly tidyDepths: number[] = [];
  /** Of each feature the box around its coordinates, NaN where these were left to the parser. */
  readonly boxes = new BoxList();
  /** Names that stand twice in a feature or one of its members, the first few of them. Pointers begin with the feature's index. */
  readonly repeated: RepeatedName[] = [];
  /** How deep arrays and objects were nested within the list. */
  deepest = 0;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #coordinates = new CoordinateReader();
  readonly #textBytes: number;
  #text: Uint8Array;
  /** Of the features in the text: their coordinates where these stand in it as null, and their depth where tidy. */
  #taken: (unknown[] | undefined)[] = [];
  #takenDepths: number[] = [];
  /** Names counted in them and their members. */
  #nameCounts: number[] = [];
  readonly #takenBoxes = new BoxList();

  constructor(textBytes = TEXT_BYTES) {
    this.#textBytes = textBytes;
    this.#text = new Uint8Array(2 * textBytes);
  }

  /**
   * Reads on from the start of a feature as far as the bytes hold whole ones. Undefined when they do not hold one: the caller then
   * gives more of them. Throws where the engine's parser or decoder does.
   */
  read(bytes: Uint8Array, start: number): Stretch | undefined {
    let from = start;
    for (;;) {
      const stretch = this.#readText(bytes, from);
      if (!stretch) return from > start ? { end: from, isClosed: false } : undefined;
      if (stretch.isClosed) return stretch;
      from = stretch.end;
    }
  }

  /** One text: until it is long enough, the list ends or the bytes do. */
  #readText(bytes: Uint8Array, start: number): Stretch | undefined {
    const { length } = bytes;
    this.#text[0] = 0x5b;
    this.#taken.length = 0;
    this.#takenDepths.length = 0;
    this.#nameCounts.length = 0;
    this.#takenBoxes.clear();
    let size = 1;
    // From here on the bytes are not in the text yet.
    let pending = start;
    let featureStart = start;
    let featureSize = size;
    let commaAt = -1;
    let sizeAtComma = size;
    let depth = 0;
    let deepest = 0;
    let keyStart = 0;
    let keyEnd = 0;
    let isInGeometry = false;
    let taken: unknown[] | undefined;
    let takenDepth = 0;
    let nameCount = 0;
    // The feature holds something else than one geometry with one list of coordinates: it goes to the parser as it is.
    let isOdd = false;
    for (let i = start; i < length; i += 1) {
      const kind = KINDS[bytes[i] as number];
      if (kind === 0) continue;
      if (kind === QUOTE) {
        const from = i + 1;
        let isEscaped = false;
        for (i = from; i < length; i += 1) {
          const byte = bytes[i];
          if (byte === 0x22) break;
          if (byte === 0x5c) {
            isEscaped = true;
            i += 1;
          }
        }
        if (depth <= 2) {
          keyStart = from;
          keyEnd = isEscaped ? -1 : i;
        }
      } else if (kind === COLON) {
        if (depth <= 2) nameCount += 1;
        if (isOdd || depth > 2 || (depth === 2 && !isInGeometry)) continue;
        let isPlain = true;
        // An escape may spell any name.
        if (keyEnd < 0) isPlain = false;
        else if (depth === 1) isInGeometry = isWord(bytes, keyStart, keyEnd, GEOMETRY);
        else if (isWord(bytes, keyStart, keyEnd, COORDINATES)) {
          let opening = i + 1;
          while (isBlank(bytes[opening])) opening += 1;
          // Of two lists the last counts.
          taken = bytes[opening] === 0x5b ? this.#coordinates.read(bytes, opening) : undefined;
          if (taken) {
            takenDepth = this.#coordinates.isTidy ? this.#coordinates.depth : 0;
            deepest = Math.max(deepest, depth + this.#coordinates.depth);
            size = this.#append(bytes, pending, opening, size);
            this.#text.set(NULL, size);
            size += NULL.length;
            pending = this.#coordinates.end;
            i = pending - 1;
          } else isPlain = false;
        }
        if (isPlain) continue;
        isOdd = true;
        taken = undefined;
        takenDepth = 0;
        size = featureSize;
        pending = featureStart;
      } else if (kind === OPEN) {
        depth += 1;
        if (depth > deepest) deepest = depth;
      } else {
        if (kind === CLOSE) depth -= 1;
        // Within the feature.
        if (depth > (kind === CLOSE ? -1 : 0)) continue;
        size = this.#append(bytes, pending, i, size);
        this.#taken.push(taken);
        this.#takenDepths.push(takenDepth);
        this.#nameCounts.push(nameCount);
        this.#takenBoxes.push(this.#coordinates.box, 0);
        if (deepest > this.deepest) this.deepest = deepest;
        if (kind === CLOSE) {
          this.#parse(size, true);
          return { end: i, isClosed: true };
        }
        commaAt = i;
        sizeAtComma = size;
        if (size >= this.#textBytes) break;
        size = this.#append(bytes, i, i + 1, size);
        pending = i + 1;
        featureStart = pending;
        featureSize = size;
        taken = undefined;
        takenDepth = 0;
        nameCount = 0;
        isOdd = false;
        isInGeometry = false;
      }
    }
    if (commaAt < 0) return undefined;
    this.#parse(sizeAtComma, false);
    return { end: commaAt + 1, isClosed: false };
  }

  /** Writes bytes behind the text, and leaves room for what may follow; how long it is then. */
  #append(bytes: Uint8Array, start: number, end: number, size: number): number {
    const next = size + end - start;
    if (next + ROOM_BYTES > this.#text.length) {
      const longer = new Uint8Array(Math.max(2 * this.#text.length, next + ROOM_BYTES));
      longer.set(this.#text.subarray(0, size));
      this.#text = longer;
    }
    this.#text.set(bytes.subarray(start, end), size);
    return next;
  }

  /** Parses the text and puts the coordinates back into its features. */
  #parse(size: number, isLast: boolean): void {
    if (size > LARGEST_TEXT_BYTES) throw new TooLargeForText();
    this.#text[size] = 0x5d;
    const text = this.#decoder.decode(this.#text.subarray(0, size + 1));
    const parsed = JSON.parse(text) as unknown[];
    const isEmptyList = isLast && parsed.length === 0 && this.features.length === 0;
    // A comma with nothing beside it.
    if (parsed.length !== this.#taken.length && !isEmptyList) throw new SyntaxError('A member is missing');
    let hasRepeats = false;
    const before = this.features.length;
    for (let index = 0; index < parsed.length; index += 1) {
      const feature = parsed[index];
      const coordinates = this.#taken[index];
      hasRepeats ||= namesOf(feature) !== this.#nameCounts[index];
      let tidyDepth = 0;
      let isBoxKnown = false;
      if (coordinates && isRecord(feature)) {
        const { geometry } = feature;
        // Of two geometries the last counts, which may be another.
        if (isRecord(geometry) && geometry.coordinates === null) {
          geometry.coordinates = coordinates;
          isBoxKnown = true;
          tidyDepth = this.#takenDepths[index] ?? 0;
        }
      }
      this.features.push(feature);
      this.tidyDepths.push(tidyDepth);
      if (isBoxKnown) this.boxes.push(this.#takenBoxes.values, 4 * index);
      else this.boxes.push(UNKNOWN_BOX, 0);
    }
    if (hasRepeats) this.#findRepeated(text, before);
  }

  #findRepeated(text: string, before: number): void {
    for (const { pointer, name } of repeatedNamesOf(text, MOST_REPEATED - this.repeated.length)) {
      const [, index = '', ...rest] = pointer.split('/');
      this.repeated.push({ pointer: ['', String(before + Number(index)), ...rest].join('/'), name });
    }
  }
}

/** How many names a feature has, with those of the objects in it. */
function namesOf(feature: unknown): number {
  if (!isRecord(feature)) return 0;
  let count = 0;
  for (const name in feature) {
    count += 1;
    const member = feature[name];
    if (isRecord(member)) for (const _ in member) count += 1;
  }
  return count;
}

const UNKNOWN_BOX = new Float64Array(4).fill(Number.NaN);

/** Boxes one behind the other: a million of them are no million objects. */
class BoxList {
  values = new Float64Array(4 * 256);
  #length = 0;

  push(from: Float64Array, at: number): void {
    if (this.#length + 4 > this.values.length) {
      const longer = new Float64Array(2 * this.values.length);
      longer.set(this.values);
      this.values = longer;
    }
    for (let side = 0; side < 4; side += 1) this.values[this.#length + side] = from[at + side] as number;
    this.#length += 4;
  }

  clear(): void {
    this.#length = 0;
  }
}

/** Enough for `null`, a comma and the closing bracket. */
const ROOM_BYTES = 16;

/** What must become one string is too long for one. */
export class TooLargeForText extends Error {}

function asciiOf(word: string): number[] {
  return [...word].map((letter) => letter.charCodeAt(0));
}

function isWord(bytes: Uint8Array, start: number, end: number, word: readonly number[]): boolean {
  if (end - start !== word.length) return false;
  for (let index = 0; index < word.length; index += 1) if (bytes[start + index] !== word[index]) return false;
  return true;
}
