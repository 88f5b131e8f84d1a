/** The ways in which Chinese text goes wrong between programs, made by decoders themselves. */
import { gbk } from './table_files.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);
const bytesAsLetters = (bytes: Uint8Array) => String.fromCharCode(...bytes);

/** Node 20's own decoder reads ISO 8859-1 under this name; browsers do not. */
const FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const windows1252 = (bytes: Uint8Array) =>
  bytesAsLetters(bytes).replace(/[\x80-\x9f]/g, (letter) => FROM_80[letter.charCodeAt(0) - 0x80] ?? letter);

export const GARBLINGS = {
  'UTF-8 read as GBK': (text) => read(utf8(text), 'gb18030'),
  'UTF-8 read as GBK, with question marks for what was left over': (text) =>
    read(utf8(text), 'gb18030').replaceAll('\ufffd', '?'),
  'UTF-8 read as GBK twice': (text) => read(utf8(read(utf8(text), 'gb18030')), 'gb18030'),
  'GBK read as Windows-1252': (text) => windows1252(gbk(text)),
  'GBK read as Latin-1': (text) => bytesAsLetters(gbk(text)),
  'UTF-8 read as Windows-1252': (text) => windows1252(utf8(text)),
  'UTF-8 read as Latin-1': (text) => bytesAsLetters(utf8(text)),
  'replacement characters': (text) => text.replace(/[^\0-\x7f]/g, '\ufffd'),
  'replacement characters read as GBK': (text) => read(utf8(text.replace(/[^\0-\x7f]/g, '\ufffd\ufffd')), 'gb18030'),
  'question marks': (text) => text.replace(/[^\0-\x7f]/g, '??'),
  'memory that was never written': (text) => text.replace(/[\u4e00-\u9fff]+/g, '烫烫烫'),
  'private-use characters': (text) => text.replace(/[\u4e00-\u9fff]/, '\ue5e5'),
} satisfies Record<string, (text: string) => string>;

/** Those nothing was lost in. */
export const LOSSLESS = [
  'GBK read as Windows-1252',
  'GBK read as Latin-1',
  'UTF-8 read as Windows-1252',
  'UTF-8 read as Latin-1',
] as const satisfies (keyof typeof GARBLINGS)[];
