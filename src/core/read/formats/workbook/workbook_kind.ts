import { readZipDirectory } from '../../open/zip_directory.ts';
import type { InputFile } from '../../types.ts';

/**
 * What a spreadsheet file is, told from its bytes. compound: the binary form of Excel 97–2003 and WPS (`.xls`, `.et`). encrypted: a
 * workbook with a password. binary: `.xlsb`. openDocument: `.ods`. webPage, xml2003: what programs write under the name `.xls`.
 */
export type WorkbookKind =
  | 'workbook'
  | 'compound'
  | 'encrypted'
  | 'binary'
  | 'openDocument'
  | 'webPage'
  | 'xml2003'
  | 'word'
  | 'slides';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What tells a document packed as a ZIP. */
const MEMBERS: readonly (readonly [RegExp, WorkbookKind])[] = [
  [/^xl\/workbook\.xml$/i, 'workbook'],
  [/^xl\/workbook\.bin$/i, 'binary'],
  [/^word\/document\.xml$/i, 'word'],
  [/^ppt\/presentation\.xml$/i, 'slides'],
];

/** The kind of spreadsheet a file is; undefined for anything else. */
export function workbookKindOf({ name, bytes }: InputFile): WorkbookKind | undefined {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte))
    return holdsUtf16(bytes, 'EncryptedPackage') ? 'encrypted' : 'compound';
  // One that was cut short has lost its directory.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return documentKindOf(bytes) ?? (/\.xlsx$/i.test(name) ? 'workbook' : undefined);
  if (!/\.(?:xlsx?|et)$/i.test(name)) return undefined;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2000));
  if (/mso-application|urn:schemas-microsoft-com:office:spreadsheet/i.test(start)) return 'xml2003';
  return /<(?:!doctype|html|table|meta|head)\b/i.test(start) ? 'webPage' : undefined;
}

/** The kind of office document a ZIP is; undefined for a ZIP of files. */
function documentKindOf(bytes: Uint8Array): WorkbookKind | undefined {
  const names = readZipDirectory(bytes)?.map(({ name }) => name) ?? [];
  for (const [pattern, kind] of MEMBERS) if (names.some((name) => pattern.test(name))) return kind;
  if (names.includes('mimetype') && names.includes('content.xml')) return 'openDocument';
  // A workbook may keep its parts elsewhere; its list of content types it must have.
  return names.includes('[Content_Types].xml') && names.some((name) => /worksheets?\//i.test(name))
    ? 'workbook'
    : undefined;
}

/** Names of streams in a compound file are UTF-16. Its directory may lie anywhere, most often near an end. */
function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
