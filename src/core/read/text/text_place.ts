/** A place in a text as editors count it: both from 1, the column in UTF-16 units. */
export interface TextPlace {
  line: number;
  column: number;
}

/** Where offsets of UTF-8 bytes stand in the text they are, in the order given. A byte order mark is no part of it. */
export function textPlacesOf(bytes: Uint8Array, offsets: readonly number[]): TextPlace[] {
  const places: TextPlace[] = offsets.map(() => ({ line: 1, column: 1 }));
  const inOrder = offsets.map((offset, index) => ({ offset, index })).sort((a, b) => a.offset - b.offset);
  let line = 1;
  let column = 1;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (const { offset, index } of inOrder) {
    for (; at < offset; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x0a) {
        line += 1;
        column = 1;
      } else if (byte >= 0xf0) column += 2;
      else if (byte < 0x80 || byte >= 0xc0) column += 1;
    }
    places[index] = { line, column };
  }
  return places;
}
