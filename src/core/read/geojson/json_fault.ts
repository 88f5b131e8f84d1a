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
  | 'fullWidth'
  | 'controlCharacter';

export interface JsonFault {
  /** Index into the text, in UTF-16 units. */
  offset: number;
  /** From 1. */
  line: number;
  column: number;
  expected: JsonExpectation;
  /** The text ends before the value does. */
  truncated: boolean;
  hint?: JsonFaultHint;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS = ['true', 'false', 'null'];
const FULL_WIDTH = '，：；“”‘’｛｝［］【】　';

/**
 * Finds where a text stops being JSON. Engines word the place of a syntax error each in their own way, some not at all, so the
 * text is walked once more; there is no recursion, so that no depth can exhaust the stack.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const closers: ('}' | ']')[] = [];
  let expected = 'value' as JsonExpectation;
  let offset = 0;
  let afterComma = false;
  let mayClose = false;

  const faultAt = (at: number, what: JsonExpectation, hint?: JsonFaultHint): JsonFault => {
    const before = text.slice(0, at);
    const lineStart = before.lastIndexOf('\n') + 1;
    let line = 1;
    for (let i = before.indexOf('\n'); i >= 0; i = before.indexOf('\n', i + 1)) line += 1;
    return {
      offset: at,
      line,
      column: at - lineStart + 1,
      expected: what,
      truncated: at >= text.length,
      ...(hint && { hint }),
    };
  };
  const afterValue = () => {
    const closer = closers.at(-1);
    expected = closer === undefined ? 'endOfFile' : closer === '}' ? 'commaOrBrace' : 'commaOrBracket';
    afterComma = false;
    mayClose = false;
  };

  for (;;) {
    while (' \t\n\r'.includes(text.charAt(offset)) && offset < text.length) offset += 1;
    const character = text.charAt(offset);
    if (character === '') return expected === 'endOfFile' ? undefined : faultAt(text.length, expected);
    if (expected === 'endOfFile') return faultAt(offset, expected, hintFor(text, offset));

    if (expected === 'commaOrBrace' || expected === 'commaOrBracket') {
      if (character === ',') {
        expected = expected === 'commaOrBrace' ? 'propertyName' : 'value';
        afterComma = true;
      } else if (character === closers.at(-1)) {
        closers.pop();
        afterValue();
      } else return faultAt(offset, expected, hintFor(text, offset));
      offset += 1;
    } else if (expected === 'colon') {
      if (character !== ':') return faultAt(offset, expected, hintFor(text, offset));
      expected = 'value';
      offset += 1;
    } else if (character === closers.at(-1) && mayClose) {
      closers.pop();
      afterValue();
      offset += 1;
    } else if (character === '"') {
      const end = endOfString(text, offset);
      if (end.fault) return faultAt(end.at, end.fault, end.hint);
      offset = end.at;
      if (expected === 'propertyName') {
        expected = 'colon';
        mayClose = false;
        afterComma = false;
      } else afterValue();
    } else if (expected === 'propertyName') {
      return faultAt(offset, expected, afterComma && character === '}' ? 'trailingComma' : hintFor(text, offset));
    } else if (character === '{' || character === '[') {
      closers.push(character === '{' ? '}' : ']');
      expected = character === '{' ? 'propertyName' : 'value';
      mayClose = true;
      afterComma = false;
      offset += 1;
    } else {
      const literal = LITERALS.find((word) => text.startsWith(word, offset));
      NUMBER.lastIndex = offset;
      const number = NUMBER.exec(text);
      if (literal) offset += literal.length;
      else if (number) offset += number[0].length;
      else if (LITERALS.some((word) => word.startsWith(text.slice(offset))) || text.slice(offset) === '-')
        return faultAt(text.length, 'value');
      else return faultAt(offset, 'value', afterComma && character === ']' ? 'trailingComma' : hintFor(text, offset));
      afterValue();
    }
  }
}

function hintFor(text: string, offset: number): JsonFaultHint | undefined {
  const character = text.charAt(offset);
  if (character === "'") return 'singleQuote';
  if (text.startsWith('//', offset) || text.startsWith('/*', offset)) return 'comment';
  if (/^-?(?:NaN|Infinity|nan|inf)/.test(text.slice(offset, offset + 10))) return 'notANumber';
  if (FULL_WIDTH.includes(character)) return 'fullWidth';
  return undefined;
}

/** Index behind the closing quote of the string that opens at `start`, or where it goes wrong. */
function endOfString(text: string, start: number): { at: number; fault?: JsonExpectation; hint?: JsonFaultHint } {
  for (let i = start + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x22) return { at: i + 1 };
    if (code < 0x20) return { at: i, fault: 'stringEnd', hint: 'controlCharacter' };
    if (code === 0x5c) {
      const sequence = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(i + 1, i + 6));
      if (!sequence) {
        const rest = text.slice(i + 1);
        const cut = rest === '' || (rest.length < 5 && /^u[0-9a-fA-F]*$/.test(rest));
        return { at: cut ? text.length : i, fault: 'escape' };
      }
      i += sequence[0].length;
    }
  }
  return { at: text.length, fault: 'stringEnd' };
}

/** How deep arrays and objects are nested, counted over the bytes before anything is built from them. */
export function measureJsonDepth(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (inString) {
      if (byte === 0x5c) i += 1;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return deepest;
}
