import { textPlacesOf } from '../text/text_place.ts';
import { isBlank } from './json_blank.ts';

/** What should have stood where a JSON text goes wrong: a key of the message table. */
export type JsonExpectation =
  | 'value'
  | 'propertyName'
  | 'colon'
  | 'commaOrBrace'
  | 'commaOrBracket'
  | 'endOfFile'
  | 'stringEnd'
  | 'escape'
  | 'number';

/** A usual way to get it wrong, where the text looks like one. */
export type JsonFaultHint =
  | 'trailingComma'
  | 'singleQuote'
  | 'comment'
  | 'notANumber'
  | 'notNull'
  | 'fullWidth'
  | 'controlCharacter';

export interface JsonFault {
  /** From 1; the column counts UTF-16 units, as editors do. */
  line: number;
  column: number;
  expected: JsonExpectation;
  /** The first characters that stand there, at most twelve, of the same line. */
  found: string;
  /** The text ends before the value does. */
  truncated: boolean;
  hint?: JsonFaultHint;
}

const LITERALS = ['true', 'false', 'null'];
const FULL_WIDTH = '，：；“”‘’｛｝［］【】　';
const FOUND_CHARACTERS = 12;
/** A character takes at most so many bytes. */
const CHARACTER_BYTES = 4;

/**
 * Finds where UTF-8 bytes stop being JSON. Engines word the place of a syntax error each in their own way, some not at all, so the
 * text is walked once more: over the bytes, because a large file is no string, and without recursion, so that no depth can exhaust
 * the stack.
 */
export function findJsonFault(bytes: Uint8Array): JsonFault | undefined {
  const closers: (0x7d | 0x5d)[] = [];
  let expected = 'value' as JsonExpectation;
  let offset = 0;
  let afterComma = false;
  let mayClose = false;

  const fault = (at: number, what: JsonExpectation, hint = hintFor(bytes, at)) => faultAt(bytes, at, what, hint);
  const afterValue = () => {
    const closer = closers.at(-1);
    expected = closer === undefined ? 'endOfFile' : closer === 0x7d ? 'commaOrBrace' : 'commaOrBracket';
    afterComma = false;
    mayClose = false;
  };

  for (;;) {
    while (isBlank(bytes[offset])) offset += 1;
    const byte = bytes[offset];
    if (byte === undefined) return expected === 'endOfFile' ? undefined : fault(bytes.length, expected);
    if (expected === 'endOfFile') return fault(offset, expected);

    if (expected === 'commaOrBrace' || expected === 'commaOrBracket') {
      if (byte === 0x2c) {
        expected = expected === 'commaOrBrace' ? 'propertyName' : 'value';
        afterComma = true;
      } else if (byte === closers.at(-1)) {
        closers.pop();
        afterValue();
      } else return fault(offset, expected);
      offset += 1;
    } else if (expected === 'colon') {
      if (byte !== 0x3a) return fault(offset, expected);
      expected = 'value';
      offset += 1;
    } else if (byte === closers.at(-1) && mayClose) {
      closers.pop();
      afterValue();
      offset += 1;
    } else if (byte === 0x22) {
      const end = endOfString(bytes, offset);
      if (end.fault) return fault(end.at, end.fault, end.hint);
      offset = end.at;
      if (expected === 'propertyName') {
        expected = 'colon';
        mayClose = false;
        afterComma = false;
      } else afterValue();
    } else if (expected === 'propertyName') {
      return afterComma && byte === 0x7d ? fault(offset, expected, 'trailingComma') : fault(offset, expected);
    } else if (byte === 0x7b || byte === 0x5b) {
      closers.push(byte === 0x7b ? 0x7d : 0x5d);
      expected = byte === 0x7b ? 'propertyName' : 'value';
      mayClose = true;
      afterComma = false;
      offset += 1;
    } else {
      const end = endOfScalar(bytes, offset);
      if (end === undefined && isCutScalar(bytes, offset)) return fault(bytes.length, 'value');
      if (end === undefined)
        return afterComma && byte === 0x5d ? fault(offset, 'value', 'trailingComma') : fault(offset, 'value');
      offset = end;
      afterValue();
    }
  }
}

function faultAt(bytes: Uint8Array, at: number, expected: JsonExpectation, hint?: JsonFaultHint): JsonFault {
  const [place = { line: 1, column: 1 }] = textPlacesOf(bytes, [at]);
  const found = textAt(bytes, at, FOUND_CHARACTERS).split('\n')[0] ?? '';
  return { ...place, expected, found, truncated: at >= bytes.length, ...(hint && { hint }) };
}

/** A few characters of the text, for a message. */
function textAt(bytes: Uint8Array, at: number, characters: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(bytes.subarray(at, at + characters * CHARACTER_BYTES))
    .slice(0, characters);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Index behind the number or literal at `offset`; undefined when none stands there. */
function endOfScalar(bytes: Uint8Array, offset: number): number | undefined {
  const literal = LITERALS.find((word) => startsWith(bytes, offset, word));
  if (literal) return offset + literal.length;
  const digitsFrom = (at: number) => {
    let end = at;
    while (isDigit(bytes[end])) end += 1;
    return end;
  };
  const first = bytes[offset] === 0x2d ? offset + 1 : offset;
  if (!isDigit(bytes[first])) return undefined;
  let end = bytes[first] === 0x30 ? first + 1 : digitsFrom(first);
  if (bytes[end] === 0x2e && isDigit(bytes[end + 1])) end = digitsFrom(end + 1);
  if (bytes[end] === 0x65 || bytes[end] === 0x45) {
    const signed = bytes[end + 1] === 0x2b || bytes[end + 1] === 0x2d ? end + 2 : end + 1;
    if (isDigit(bytes[signed])) end = digitsFrom(signed);
  }
  return end;
}

/** Whether the text ends within a word or behind a minus sign. */
function isCutScalar(bytes: Uint8Array, offset: number): boolean {
  if (bytes.length - offset > 5) return false;
  const rest = textAt(bytes, offset, 5);
  return rest === '-' || LITERALS.some((word) => word.startsWith(rest));
}

function startsWith(bytes: Uint8Array, offset: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1)
    if (bytes[offset + index] !== word.charCodeAt(index)) return false;
  return true;
}

function hintFor(bytes: Uint8Array, offset: number): JsonFaultHint | undefined {
  const text = textAt(bytes, offset, 10);
  if (text === '') return undefined;
  if (text.startsWith("'")) return 'singleQuote';
  if (text.startsWith('//') || text.startsWith('/*')) return 'comment';
  if (/^-?(?:NaN|Infinity|nan|inf)/.test(text)) return 'notANumber';
  if (/^(?:undefined|None|NULL|Null|True|False|TRUE|FALSE)\b/.test(text)) return 'notNull';
  if (FULL_WIDTH.includes(text.charAt(0))) return 'fullWidth';
  return undefined;
}

/** Index behind the closing quote of the string that opens at `start`, or where it goes wrong. */
function endOfString(bytes: Uint8Array, start: number): { at: number; fault?: JsonExpectation; hint?: JsonFaultHint } {
  for (let i = start + 1; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x22) return { at: i + 1 };
    if (byte < 0x20) return { at: i, fault: 'stringEnd', hint: 'controlCharacter' };
    if (byte === 0x5c) {
      const rest = textAt(bytes, i + 1, 5);
      const sequence = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(rest);
      if (!sequence) {
        const cut = i + 1 + rest.length >= bytes.length && /^(?:u[0-9a-fA-F]{0,3})?$/.test(rest);
        return { at: cut ? bytes.length : i, fault: 'escape' };
      }
      i += sequence[0].length;
    }
  }
  return { at: bytes.length, fault: 'stringEnd' };
}
