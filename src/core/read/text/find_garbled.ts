import { gbkTable, LATIN_BYTES } from './byte_tables.ts';

/**
 * How text was spoilt. lost: characters were replaced (`锟斤拷`, `�`, `????`) or never written (`烫烫烫`), and nothing here brings them back.
 * private: characters of somebody's own font. The others were read in the wrong encoding.
 */
export type GarbledKind = 'lost' | 'private' | 'utf8AsGbk' | 'gbkAsLatin' | 'utf8AsLatin';

export interface Garbled {
  kind: GarbledKind;
  /** What it said, where every character can be turned back. */
  meant?: string;
}

/** A replaced character; half of one that takes two; memory that was never written, as debuggers fill it. */
const REPLACED = /\ufffd|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|锟斤|烫{3,}|屯{3,}/;
/** One of these is in every replaced character that was written as UTF-8 and read as GBK: 锟斤拷. */
const OF_REPLACED = /[锟拷]/;
/** Question marks where characters were: three or more, two beside Chinese, or two and nothing that is a letter. */
const QUESTION_MARKS = /\?{3,}|[\u2e80-\u9fff]\?\?[^?\s]|(?:^|[^?])\?\?[\u2e80-\u9fff]|^[\s\d()_.-]*\?\?[\s\d()_.?-]*$/;
const PRIVATE = /[\ue000-\uf8ff]/;
/** Quick: what none of the checks looks at. */
const SUSPICIOUS = /[^\0-\x7f]|\?\?/;
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff]/;
/** Text that went wrong twice. */
const MOST_TURNS = 3;

/** Whether a text must be looked at more closely: most are plain ASCII. */
export function isSuspicious(text: string): boolean {
  return SUSPICIOUS.test(text);
}

/** Whether and how a text is garbled; undefined for one that is as it should be. Pure and cheap for text that is sound. */
export function findGarbled(text: string): Garbled | undefined {
  if (!isSuspicious(text)) return undefined;
  const misread = findMisread(text);
  if (misread) return turnedFurther(misread);
  if (isReplaced(text) || QUESTION_MARKS.test(text)) return { kind: 'lost' };
  return PRIVATE.test(text) ? { kind: 'private' } : undefined;
}

/** Whether a replaced character stands in the text, also as what GBK makes of its bytes EF BF BD and their neighbours: 锟侥憋拷. */
function isReplaced(text: string): boolean {
  if (REPLACED.test(text)) return true;
  if (!OF_REPLACED.test(text)) return false;
  const table = gbkTable();
  const bytes = [...text].flatMap((letter) => {
    const pair = table[letter.charCodeAt(0)] ?? 0;
    return pair > 0xff ? [pair >> 8, pair & 0xff] : [0];
  });
  return bytes.some((byte, at) => byte === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd);
}

function turnedFurther(first: Garbled): Garbled {
  let { meant } = first;
  for (let turn = 1; turn < MOST_TURNS && meant !== undefined; turn += 1) {
    const again = findMisread(meant);
    if (!again) break;
    meant = again.meant;
  }
  if (meant === undefined) return { kind: first.kind };
  // What comes out spoilt is no better than what went in.
  if (isReplaced(meant)) return { kind: 'lost' };
  if (PRIVATE.test(meant)) return { kind: first.kind };
  return { kind: first.kind, meant };
}

function findMisread(text: string): Garbled | undefined {
  return CHINESE.test(text) || PRIVATE.test(text) ? findUtf8AsGbk(text) : findAsLatin(text);
}

/** The euro sign is a lone byte 0x80 to GBK decoders, and a pair of its own besides. */
const EURO = 0x20ac;
const EURO_PAIR = 0xa2e3;
/** A byte that is not known any more: `?` or U+FFFD stands for it. */
const LOST = -1;

/**
 * Chinese in UTF-8 that was read as GBK: 测试 became 娴嬭瘯. The pairs GBK has for the characters must be UTF-8 again; a byte that was
 * left over at an end, or replaced, may be missing. Sound Chinese is this by chance in hardly any word: of a single character, what comes
 * out must be more common than what went in.
 */
function findUtf8AsGbk(text: string): Garbled | undefined {
  const table = gbkTable();
  const bytes: number[] = [];
  let pairCount = 0;
  let commonPairs = 0;
  // Bytes the character that was begun still needs.
  let missing = 0;
  const push = (byte: number) => {
    bytes.push(byte);
    missing = isContinuation(byte) ? missing - 1 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
  };
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isMark = unit === 0x3f && (isWide(text, index - 1) || isWide(text, index + 1));
    const next = table[text.charCodeAt(index + 1)] ?? 0;
    const pair =
      unit === EURO && missing === 1 && isContinuation(next > 0xff ? next >> 8 : next) ? EURO_PAIR : table[unit];
    if (unit === 0xfffd || isMark) push(LOST);
    else if (pair === undefined || (pair === 0 && unit !== 0)) return undefined;
    else if (pair <= 0xff) push(pair);
    else {
      // The first character of sound Chinese ends it here nearly always.
      if (pairCount === 0 && bytes.at(-1) !== LOST && pair < 0xc200) return undefined;
      push(pair >> 8);
      push(pair & 0xff);
      pairCount += 1;
      if (isCommon(pair)) commonPairs += 1;
    }
  }
  const reading = readLeniently(bytes);
  if (!reading || reading.wide === 0) return undefined;
  const { text: meant } = reading;
  const letters = [...meant].filter((letter) => letter > '\x7f' && letter !== '\ufeff');
  const common = letters.filter((letter) => isCommon(table[letter.charCodeAt(0)] ?? 0)).length;
  const isMarked = meant.startsWith('\ufeff');
  const becomesCommon = letters.length > 0 && common * pairCount > commonPairs * letters.length;
  const isChinese = reading.wide >= 2 && reading.narrow === 0;
  // Wrong twice, it comes out as rare characters and signs once more.
  if (!isChinese && !becomesCommon && !isMarked && !findUtf8AsGbk(meant)) return undefined;
  // Two pairs of bytes are read as the wide space.
  const isSure = !reading.isCut && !text.includes('\u3000');
  return { kind: 'utf8AsGbk', ...(isSure && { meant: meant.replace(/^\ufeff/, '') }) };
}

function isWide(text: string, index: number): boolean {
  return text.charCodeAt(index) > 0x7f;
}

/** Signs, and the characters of everyday use: the first level of GB 2312. */
function isCommon(pair: number): boolean {
  const [lead, trail] = [pair >> 8, pair & 0xff];
  return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
}

interface LenientReading {
  text: string;
  /** Characters of three bytes and more that are whole. */
  wide: number;
  /** Those of two bytes. */
  narrow: number;
  /** Something was missing. */
  isCut: boolean;
}

/** Reads bytes as UTF-8 where bytes may be lost, and characters cut before ASCII or an end; undefined where anything else is wrong. */
function readLeniently(bytes: readonly number[]): LenientReading | undefined {
  const whole: number[] = [];
  let wide = 0;
  let narrow = 0;
  let isCut = false;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead === LOST) {
      isCut = true;
      at += 1;
      // What is left of the character whose beginning was lost.
      while ((bytes[at] ?? 0) >= 0x80 && (bytes[at] ?? 0) < 0xc0) at += 1;
      continue;
    }
    if (lead < 0x80) {
      whole.push(lead);
      at += 1;
      continue;
    }
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    if (length === 0) return undefined;
    let count = 1;
    while (count < length && isContinuation(bytes[at + count])) count += 1;
    if (count === length) {
      for (let k = 0; k < length; k += 1) whole.push(bytes[at + k] ?? 0);
      if (length > 2) wide += 1;
      else narrow += 1;
    } else {
      const next = bytes[at + count];
      if (count === 1 && next !== LOST && next !== undefined) return undefined;
      if (next !== undefined && next !== LOST && next >= 0x80) return undefined;
      isCut = true;
    }
    at += count;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(whole));
    return { text, wide, narrow, isCut };
  } catch {
    return undefined;
  }
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/** What stands in sound text two and more at a time: `××路` masks a name, `m²·d` is a unit. */
const SIGNS = /^[°±²³´·×÷§µ¶¹º»¼½¾«¡¿¢£¤¥©®¨¸¦¬¯…‘’“”–—•€™‰\xa0]*$/;

/** Chinese that was read as Latin letters: 测试 in GBK became ²âÊÔ, in UTF-8 æµ‹è¯•. */
function findAsLatin(text: string): Garbled | undefined {
  const bytes: number[] = [];
  let high = '';
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    const unit = text.charCodeAt(index);
    const byte = unit < 0x80 ? unit : LATIN_BYTES.get(letter);
    if (unit === 0xfffd) bytes.push(LOST);
    else if (byte === undefined) return undefined;
    else bytes.push(byte);
    if (unit >= 0x80) high += letter;
  }
  if (high === '' || (new Set(high).size === 1 && SIGNS.test(high))) return undefined;
  const utf8 = readLeniently(bytes);
  const gbk = findGbkAsLatin(high, bytes);
  if (utf8 && utf8.wide > 0 && (!gbk || (CHINESE.test(utf8.text) && utf8.narrow === 0)))
    return { kind: 'utf8AsLatin', ...(!utf8.isCut && { meant: utf8.text.replace(/^\ufeff/, '') }) };
  // `mÂ²` is m²; ÍõÂ· is 王路 and hardly Greek.
  const isSign = utf8 && !utf8.isCut && /^[\0-\x7f\xa0-\xff]*$/.test(utf8.text) && utf8.text !== text;
  return isSign && (!gbk || /[a-z\d]/i.test(text)) ? { kind: 'utf8AsLatin', meant: utf8.text } : gbk;
}

function findGbkAsLatin(high: string, bytes: readonly number[]): Garbled | undefined {
  let pairs = 0;
  let chinesePairs = 0;
  let letters = 0;
  for (let at = 0; at < bytes.length; ) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead <= 0x80) {
      if (lead === LOST) return undefined;
      if (/[a-z]/i.test(String.fromCharCode(lead))) letters += 1;
      at += 1;
      continue;
    }
    if (lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) return undefined;
    pairs += 1;
    if (isChinesePair(lead, trail)) chinesePairs += 1;
    at += 2;
  }
  // An accent followed by a letter is a pair too: words of letters need better evidence than a name of rare characters.
  if (chinesePairs === 0 || chinesePairs < pairs * (letters > 0 ? 0.6 : 0.5)) return undefined;
  if (high.length < 4 && (SIGNS.test(high) || letters > 0)) return undefined;
  const meant = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  return { kind: 'gbkAsLatin', ...(!meant.includes('\ufffd') && { meant }) };
}

/** Whether two bytes are a character or a sign of GB 2312, of which Chinese is written but for rare names. */
function isChinesePair(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3));
}
