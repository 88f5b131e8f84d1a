/**
 * What bytes of text are, by themselves. ascii: any encoding. utf-8, gb18030: no other reading makes sense. either: too few characters
 * to tell. neither: not all of them fit one of the two.
 */
export type ToldEncoding = 'ascii' | 'utf-8' | 'gb18030' | 'either' | 'neither';

/**
 * Gathers pieces of text of one file and tells their encoding. A piece may end within a character, as a field of fixed width cuts it.
 *
 * Short Chinese words in GBK are valid UTF-8 by chance: 路 is C2 B7, which is `·`. But then they are two-byte characters, Latin,
 * Greek or Cyrillic, never Chinese: three-byte ones tell UTF-8, and pairs from the table of GB 2312 tell GBK.
 */
export class EncodingTeller {
  #isAscii = true;
  #isUtf8 = true;
  #isGbk = true;
  /** Characters of three bytes or more, which Chinese is written in. */
  #utf8Wide = 0;
  #gbkPairs = 0;
  #gb2312Pairs = 0;

  add(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length && (piece[at] ?? 0) < 0x80) at += 1;
    if (at === piece.length) return;
    this.#isAscii = false;
    if (this.#isUtf8) this.#addUtf8(piece, at);
    if (this.#isGbk) this.#addGbk(piece, at);
  }

  get told(): ToldEncoding {
    if (this.#isAscii) return 'ascii';
    if (this.#isUtf8 && this.#isGbk) {
      if (this.#utf8Wide > 0) return 'utf-8';
      return this.isLikelyGbk ? 'gb18030' : 'either';
    }
    if (this.#isUtf8) return 'utf-8';
    return this.#isGbk ? 'gb18030' : 'neither';
  }

  /** Whether its pairs are those Chinese is made of, and not accents followed by a letter. */
  get isLikelyGbk(): boolean {
    return this.#isGbk && this.#gbkPairs > 0 && this.#gb2312Pairs >= this.#gbkPairs * 0.6;
  }

  #addUtf8(piece: Uint8Array, from: number): void {
    for (let at = from; at < piece.length; ) {
      const length = utf8Length(piece, at);
      if (length === 0) {
        this.#isUtf8 = false;
        return;
      }
      if (length > 2) this.#utf8Wide += 1;
      at += length;
    }
  }

  #addGbk(piece: Uint8Array, from: number): void {
    for (let at = from; at < piece.length; ) {
      const lead = piece[at] ?? 0;
      if (lead <= 0x80) at += 1;
      else if (lead === 0xff) {
        this.#isGbk = false;
        return;
      } else {
        const trail = piece[at + 1];
        // Four bytes: the second is a digit.
        const isLong = trail !== undefined && trail >= 0x30 && trail <= 0x39;
        if (trail !== undefined && !isLong && (trail < 0x40 || trail === 0x7f || trail === 0xff)) {
          this.#isGbk = false;
          return;
        }
        if (trail !== undefined) {
          this.#gbkPairs += 1;
          const isHanzi = lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1;
          const isSign = lead >= 0xa1 && lead <= 0xa3 && trail >= 0xa1;
          if (isHanzi || isSign) this.#gb2312Pairs += 1;
        }
        at += isLong ? 4 : 2;
      }
    }
  }
}

/** Bytes of the UTF-8 character at a place, counting those a cut piece lost; 0 where there is none. */
function utf8Length(piece: Uint8Array, at: number): number {
  const lead = piece[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let k = 1; k < length && at + k < piece.length; k += 1) {
    const byte = piece[at + k] ?? 0;
    const lowest = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const highest = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < lowest || byte > highest) return 0;
  }
  return length;
}
