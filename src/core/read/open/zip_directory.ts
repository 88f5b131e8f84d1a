import { EncodingTeller } from '../text/tell_encoding.ts';

/** One file of a ZIP, as the archive's directory has it (APPNOTE.TXT 6.3.10, section 4.3.12). */
export interface ZipEntry {
  name: string;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated; others are not unpacked. */
  method: number;
  crc32: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Offset of its local header. */
  offset: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const LONG_END_LOCATOR = 0x07064b50;
const LONG_END_RECORD = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const LONGEST_COMMENT_BYTES = 65_535;
const IN_LONG_FIELD = 0xffffffff;
const LONG_SIZES_FIELD = 1;
const UNICODE_NAME_FIELD = 0x7075;

/** The files a ZIP's directory names, without the folders; undefined when there is no whole directory. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordOf(view);
  if (end === undefined) return undefined;
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LONG_END_LOCATOR) {
    const record = Number(view.getBigUint64(locator + 8, true));
    if (record + 56 <= bytes.length && view.getUint32(record, true) === LONG_END_RECORD) {
      count = Number(view.getBigUint64(record + 32, true));
      at = Number(view.getBigUint64(record + 48, true));
    }
  }
  const raw: { name: Uint8Array; isUtf8: boolean; entry: ZipEntry }[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + DIRECTORY_ENTRY_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) return undefined;
    const name = bytes.subarray(at + DIRECTORY_ENTRY_BYTES, nameEnd);
    const entry: ZipEntry = {
      name: '',
      isEncrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const unicodeName = readExtraFields(bytes, view, nameEnd, extraEnd, entry);
    if (name.at(-1) !== 0x2f)
      raw.push({ name: unicodeName ?? name, isUtf8: !!unicodeName || (flags & 0x800) !== 0, entry });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  const textOf = nameReader(raw.filter(({ isUtf8 }) => !isUtf8).map(({ name }) => name));
  const utf8 = new TextDecoder('utf-8');
  return raw.map(({ name, isUtf8, entry }) => ({ ...entry, name: isUtf8 ? utf8.decode(name) : textOf(name) }));
}

/** The packed bytes of an entry; undefined when the archive does not hold them whole. */
export function packedBytesOf(bytes: Uint8Array, { offset, packedBytes }: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_HEADER_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) return undefined;
  // The lengths of name and extra fields here need not be those of the directory.
  const start = offset + LOCAL_HEADER_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedBytes <= bytes.length ? bytes.subarray(start, start + packedBytes) : undefined;
}

function endRecordOf(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_RECORD_BYTES - LONGEST_COMMENT_BYTES);
  for (let at = view.byteLength - END_RECORD_BYTES; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === END_RECORD) return at;
  return undefined;
}

/** Sizes beyond 32 bits, and the name in UTF-8 where it stands beside that in the system's own encoding. */
function readExtraFields(
  bytes: Uint8Array,
  view: DataView,
  from: number,
  end: number,
  entry: ZipEntry,
): Uint8Array | undefined {
  let unicodeName: Uint8Array | undefined;
  for (let at = from; at + 4 <= end; ) {
    const id = view.getUint16(at, true);
    const next = at + 4 + view.getUint16(at + 2, true);
    if (next > end) break;
    if (id === UNICODE_NAME_FIELD && next - at > 9) unicodeName = bytes.subarray(at + 9, next);
    if (id === LONG_SIZES_FIELD) {
      let value = at + 4;
      for (const name of ['unpackedBytes', 'packedBytes', 'offset'] as const) {
        if (entry[name] !== IN_LONG_FIELD || value + 8 > next) continue;
        entry[name] = Number(view.getBigUint64(value, true));
        value += 8;
      }
    }
    at = next;
  }
  return unicodeName;
}

/**
 * Reads names that do not say their encoding: Chinese Windows packs them in GBK, macOS in UTF-8. All names of an archive are held
 * together, for one alone may be too short to tell.
 */
function nameReader(names: readonly Uint8Array[]): (name: Uint8Array) => string {
  const teller = new EncodingTeller();
  for (const name of names) teller.add(name);
  const decoder = new TextDecoder(teller.told === 'utf-8' || teller.told === 'ascii' ? 'utf-8' : 'gb18030');
  return (name) => decoder.decode(name);
}
