/** What decoders make of bytes, turned round: the bytes a character was read from. */

/** The pair of bytes GBK has for a UTF-16 unit, the first in the higher eight bits; a single byte for ASCII; 0 where it has none. */
export type GbkTable = Uint16Array;

let gbk: GbkTable | undefined;
const EURO_BYTE = 0x80;

/** The table of GBK, made by its decoder on first use. Unassigned pairs are private-use characters, as decoders give them. */
export function gbkTable(): GbkTable {
  if (gbk) return gbk;
  const table = new Uint16Array(65_536);
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    // Each pair on a line of its own: one that is none must not take its neighbour along.
    const row: number[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail += 1) row.push(lead, trail, 0x0a);
    for (const [index, letter] of decoder.decode(Uint8Array.from(row)).split('\n').entries()) {
      const unit = letter.charCodeAt(0);
      if (letter.length === 1 && unit !== 0xfffd && table[unit] === 0) table[unit] = lead * 256 + 0x40 + index;
    }
  }
  for (let byte = 0; byte < 0x80; byte += 1) table[byte] = byte;
  // A lone 0x80, which UTF-8 is full of, is the euro sign to GBK decoders.
  table['€'.charCodeAt(0)] = EURO_BYTE;
  gbk = table;
  return table;
}

/** Windows-1252 from 0x80 to 0x9F (WHATWG Encoding). Not asked of the decoder: that of Node 20 reads ISO 8859-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The byte of a character in Windows-1252, or in ISO 8859-1 where that has none; ASCII is not in it. */
export const LATIN_BYTES: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 128 }, (_, index) => [String.fromCharCode(0x80 + index), 0x80 + index] as const),
  ...Array.from(WINDOWS_1252, (letter, index) => [letter, 0x80 + index] as const),
]);
