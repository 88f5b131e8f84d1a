/** One pair of a DXF file: its group code says what the value is. Numbers may still be text. */
export interface Tag {
  code: number;
  value: string | number;
}
/** The pairs of a file one after the other; undefined at its end. */
export interface TagReader {
  next(): Tag | undefined;
  /** Where the reader is, for people: the line, or the byte of a binary file. */
  readonly place: number;
}

/** Where pairs stop being pairs. */
export class TagFault extends Error {
  readonly place: number;
  readonly found: string;
  constructor(place: number, found: string) {
    super(`no group code at ${place}`);
    this.place = place;
    this.found = found;
  }
}

/** The pairs of a text DXF: a line with the group code, a line with the value. */
export class TextTags implements TagReader {
  readonly #text: string;
  #at = 0;
  #line = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get place(): number {
    return this.#line;
  }

  /** @throws {TagFault} where a group code is not a whole number */
  next(): Tag | undefined {
    let codeText = this.#nextLine();
    // Some programs end a file, or a long text, with empty lines.
    while (codeText?.trim() === '') codeText = this.#nextLine();
    if (codeText === undefined) return undefined;
    const code = Number(codeText);
    if (!Number.isInteger(code)) throw new TagFault(this.#line, codeText.trim().slice(0, 40));
    const value = this.#nextLine();
    return value === undefined ? undefined : { code, value };
  }

  #nextLine(): string | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const found = this.#text.indexOf('\n', this.#at);
    const end = found < 0 ? this.#text.length : found;
    const line = this.#text.slice(this.#at, this.#text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    this.#at = end + 1;
    this.#line += 1;
    return line;
  }
}

const BINARY_START = 'AutoCAD Binary DXF\r\n\u001a\u0000';

/** Whether bytes are a binary DXF: they begin with its sentinel. */
export function isBinaryDxf(bytes: Uint8Array): boolean {
  return [...BINARY_START].every((sign, index) => bytes[index] === sign.charCodeAt(0));
}

type ValueKind = 'text' | 'double' | 'int16' | 'int32' | 'int64' | 'byte' | 'chunk';
/** Up to which code a kind of value goes, after the table of the DXF reference (Group Codes in Numerical Order). */
const VALUE_KINDS: readonly (readonly [to: number, kind: ValueKind])[] = [
  [9, 'text'],
  [59, 'double'],
  [79, 'int16'],
  [99, 'int32'],
  [109, 'text'],
  [149, 'double'],
  [169, 'int64'],
  [179, 'int16'],
  [239, 'double'],
  [289, 'int16'],
  [299, 'byte'],
  [309, 'text'],
  [319, 'chunk'],
  [369, 'text'],
  [389, 'int16'],
  [399, 'text'],
  [409, 'int16'],
  [419, 'text'],
  [429, 'int32'],
  [439, 'text'],
  [459, 'int32'],
  [469, 'double'],
  [1003, 'text'],
  [1004, 'chunk'],
  [1009, 'text'],
  [1059, 'double'],
  [1070, 'int16'],
  [1071, 'int32'],
];
const SIZES = { double: 8, int16: 2, int32: 4, int64: 8, byte: 1 } as const;

/** The pairs of a binary DXF. Release 12 and older have group codes of one byte. */
export class BinaryTags implements TagReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #hasShortCodes: boolean;
  #at = BINARY_START.length;

  constructor(bytes: Uint8Array, decode: (bytes: Uint8Array) => string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#decode = decode;
    // A file begins with the code 0 and the text SECTION: after two zeros, or after one.
    this.#hasShortCodes = bytes[this.#at + 1] !== 0;
  }

  get place(): number {
    return this.#at;
  }

  /** @throws {TagFault} where a code is none of the reference */
  next(): Tag | undefined {
    const start = this.#at;
    const code = this.#code();
    if (code === undefined) return undefined;
    const kind = VALUE_KINDS.find(([to]) => code <= to)?.[1];
    if (code < 0 || kind === undefined || (code > 481 && code < 999)) throw new TagFault(start, String(code));
    if (kind === 'text') {
      const end = this.#bytes.indexOf(0, this.#at);
      if (end < 0) return this.#end();
      const value = this.#decode(this.#bytes.subarray(this.#at, end));
      this.#at = end + 1;
      return { code, value };
    }
    if (kind === 'chunk') {
      this.#at += 1 + (this.#bytes[this.#at] ?? 0);
      return { code, value: '' };
    }
    const at = this.#at;
    this.#at += SIZES[kind];
    if (this.#at > this.#bytes.length) return this.#end();
    if (kind === 'double') return { code, value: this.#view.getFloat64(at, true) };
    if (kind === 'int16') return { code, value: this.#view.getInt16(at, true) };
    if (kind === 'int32') return { code, value: this.#view.getInt32(at, true) };
    if (kind === 'byte') return { code, value: this.#view.getUint8(at) };
    return { code, value: Number(this.#view.getBigInt64(at, true)) };
  }

  #code(): number | undefined {
    if (this.#hasShortCodes && this.#bytes[this.#at] !== 255) {
      const code = this.#bytes[this.#at];
      this.#at += 1;
      return code;
    }
    if (this.#hasShortCodes) this.#at += 1;
    if (this.#at + 2 > this.#bytes.length) return this.#end();
    const code = this.#view.getInt16(this.#at, true);
    this.#at += 2;
    return code;
  }

  #end(): undefined {
    this.#at = this.#bytes.length;
    return undefined;
  }
}
