import { type TextPlace, textPlacesOf } from '../text/text_place.ts';

/** A value that is looked for, or one on the way to it. */
interface Wanted {
  below: Map<string, Wanted>;
  /** Where it begins: a member at its name. */
  offset?: number | undefined;
  isList?: boolean;
}

/**
 * Where the values that JSON pointers (RFC 6901) name begin in a JSON text: a member at its name, an item of a list at its value. A
 * member that is not there, such as a field that is missing, is looked for at the object it belongs in. Works over the bytes, so
 * that a file larger than the engine's longest string can be looked through; of bytes that are no JSON, what stands before the fault
 * is found. Pointers that lead nowhere are left out.
 */
export function locatePointers(bytes: Uint8Array, pointers: Iterable<string>): Map<string, TextPlace> {
  const root: Wanted = { below: new Map() };
  const paths = new Map<string, Wanted[]>();
  for (const pointer of pointers) {
    const path = [root];
    for (const token of tokensOf(pointer)) {
      const above = path.at(-1) ?? root;
      const next = above.below.get(token) ?? { below: new Map() };
      above.below.set(token, next);
      path.push(next);
    }
    paths.set(pointer, path);
  }
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const walk = new Walk(bytes, start);
  root.offset = walk.valueStart();
  walk.into(root);

  const found: [pointer: string, offset: number][] = [];
  for (const [pointer, path] of paths) {
    const offset = offsetOf(path);
    if (offset !== undefined) found.push([pointer, offset]);
  }
  const places = textPlacesOf(
    bytes,
    found.map(([, offset]) => offset),
  );
  return new Map(found.flatMap(([pointer], index) => (places[index] ? [[pointer, places[index]]] : [])));
}

/** Of the value itself, or of the object a missing member belongs in; of an item no list has, none. */
function offsetOf(path: readonly Wanted[]): number | undefined {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const { offset } = path[index] ?? {};
    if (offset !== undefined && (index > 0 || path.length === 1)) return offset;
    if (path[index - 1]?.isList) return undefined;
  }
  return undefined;
}

function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Goes through a JSON text once, into what is wanted and past everything else. */
class Walk {
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder();
  #at: number;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  valueStart(): number | undefined {
    this.#skipBlanks();
    return this.#at < this.#bytes.length ? this.#at : undefined;
  }

  /** Reads the value that begins here; false where the text ends or is no JSON. */
  into(wanted: Wanted): boolean {
    const opening = this.#bytes[this.#at];
    if (wanted.below.size === 0 || (opening !== 0x7b && opening !== 0x5b)) return this.#skipValue();
    wanted.isList = opening === 0x5b;
    const closing = wanted.isList ? 0x5d : 0x7d;
    this.#at += 1;
    for (let index = 0; ; index += 1) {
      this.#skipBlanks();
      if (this.#bytes[this.#at] === closing) {
        this.#at += 1;
        return true;
      }
      const nameStart = this.#at;
      const name = wanted.isList ? String(index) : this.#readName();
      if (name === undefined) return false;
      const value = wanted.below.get(name);
      if (value) value.offset = nameStart;
      if (!(value ? this.into(value) : this.#skipValue())) return false;
      this.#skipBlanks();
      if (this.#bytes[this.#at] === 0x2c) this.#at += 1;
      else if (this.#bytes[this.#at] !== closing) return false;
    }
  }

  /** The member's name, with the colon behind it gone past. */
  #readName(): string | undefined {
    if (this.#bytes[this.#at] !== 0x22) return undefined;
    const start = this.#at;
    this.#skipString();
    const text = this.#decoder.decode(this.#bytes.subarray(start, this.#at));
    this.#skipBlanks();
    if (this.#bytes[this.#at] !== 0x3a) return undefined;
    this.#at += 1;
    this.#skipBlanks();
    if (!text.includes('\\')) return text.slice(1, -1);
    try {
      return String(JSON.parse(text));
    } catch {
      return undefined;
    }
  }

  #skipValue(): boolean {
    const { length } = this.#bytes;
    const start = this.#at;
    let depth = 0;
    while (this.#at < length) {
      const byte = this.#bytes[this.#at];
      if (byte === 0x22) {
        this.#skipString();
        if (depth === 0) return true;
        continue;
      }
      if (byte === 0x7b || byte === 0x5b) depth += 1;
      else if (byte === 0x7d || byte === 0x5d) {
        // The end of a number or word is the end of what it stands in.
        if (depth === 0) return this.#at > start;
        depth -= 1;
        if (depth === 0) {
          this.#at += 1;
          return true;
        }
      } else if (byte === 0x2c && depth === 0) return this.#at > start;
      this.#at += 1;
    }
    return false;
  }

  #skipString(): void {
    for (this.#at += 1; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at];
      if (byte === 0x22) break;
      if (byte === 0x5c) this.#at += 1;
    }
    this.#at = Math.min(this.#at + 1, this.#bytes.length);
  }

  #skipBlanks(): void {
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
      this.#at += 1;
    }
  }
}
