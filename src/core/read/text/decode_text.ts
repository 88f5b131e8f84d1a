/** What the bytes are, where they are not UTF-8 text. */
export interface EncodingFault {
  /** Index of the first byte that is not UTF-8. */
  byteOffset: number;
  /** From 1. */
  line: number;
  /** What the bytes look like; absent when nothing fits. */
  looksLike?: 'UTF-16' | 'GBK';
}

export type DecodedText = { text: string; byteOrderMark: boolean } | { fault: EncodingFault };

/** Reads bytes as strict UTF-8, without a byte order mark. Nothing is ever replaced silently. */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { fault: { byteOffset: 0, line: 1, looksLike: 'UTF-16' } };
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), byteOrderMark };
  } catch {
    const byteOffset = firstInvalidByte(bytes);
    let line = 1;
    for (let i = 0; i < byteOffset; i += 1) if (bytes[i] === 0x0a) line += 1;
    return { fault: { byteOffset, line, ...(looksLikeGbk(bytes) && { looksLike: 'GBK' as const }) } };
  }
}

function firstInvalidByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    const length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 4;
    if (length === 4 && (lead < 0xf0 || lead > 0xf4)) return i;
    for (let k = 1; k < length; k += 1) {
      const byte = bytes[i + k] ?? 0;
      const lowest = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const highest = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < lowest || byte > highest) return i;
    }
    i += length;
  }
  return bytes.length;
}

/** Whether every byte above ASCII is part of a GBK pair: with some text this is no accident. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  let pairs = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const next = bytes[i + 1] ?? 0;
    if (byte === 0x80 || byte === 0xff || next < 0x40 || next === 0x7f || next === 0xff) return false;
    pairs += 1;
    i += 1;
  }
  return pairs > 0;
}
