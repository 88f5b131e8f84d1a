import { crc32 } from './crc32.ts';

export interface ZipEntry {
  /** Path in the archive, with `/` between folders. */
  name: string;
  bytes: Uint8Array;
}

const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER_BYTES = 46;
const END_BYTES = 22;
const VERSION_NEEDED = 20;
/** Bit 11: names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first date the format knows: the same files give the same archive, whenever they are saved. */
const FIXED_DATE = 0x0021;

/**
 * Puts files into one ZIP archive, stored and not compressed: a plan is a few megabytes, and this way any tool opens it and the
 * page needs no library. Throws a RangeError beyond 4 GB or 65,535 files, where the plain format ends.
 */
export function zipFiles(entries: readonly ZipEntry[], encodeUtf8: (text: string) => Uint8Array): Uint8Array {
  const files = entries.map((entry) => ({ ...entry, nameBytes: encodeUtf8(entry.name), checksum: crc32(entry.bytes) }));
  const localBytes = files.reduce(
    (sum, file) => sum + LOCAL_HEADER_BYTES + file.nameBytes.length + file.bytes.length,
    0,
  );
  const centralBytes = files.reduce((sum, file) => sum + CENTRAL_HEADER_BYTES + file.nameBytes.length, 0);
  const totalBytes = localBytes + centralBytes + END_BYTES;
  if (totalBytes > 0xffffffff || files.length > 0xffff) throw new RangeError('Too much for one ZIP archive.');

  const archive = new Uint8Array(totalBytes);
  const view = new DataView(archive.buffer);
  let at = 0;
  let centralAt = localBytes;
  for (const file of files) {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    writeCommonHeader(view, at + 4, file);
    archive.set(file.nameBytes, at + LOCAL_HEADER_BYTES);
    archive.set(file.bytes, at + LOCAL_HEADER_BYTES + file.nameBytes.length);
    at += LOCAL_HEADER_BYTES + file.nameBytes.length + file.bytes.length;

    view.setUint32(centralAt, 0x02014b50, true);
    view.setUint16(centralAt + 4, VERSION_NEEDED, true);
    writeCommonHeader(view, centralAt + 6, file);
    view.setUint32(centralAt + 42, start, true);
    archive.set(file.nameBytes, centralAt + CENTRAL_HEADER_BYTES);
    centralAt += CENTRAL_HEADER_BYTES + file.nameBytes.length;
  }
  view.setUint32(centralAt, 0x06054b50, true);
  view.setUint16(centralAt + 8, files.length, true);
  view.setUint16(centralAt + 10, files.length, true);
  view.setUint32(centralAt + 12, centralBytes, true);
  view.setUint32(centralAt + 16, localBytes, true);
  return archive;
}

/** The fields that a local and a central header share, from "version needed" to the length of the name. */
function writeCommonHeader(
  view: DataView,
  at: number,
  file: { nameBytes: Uint8Array; bytes: Uint8Array; checksum: number },
): void {
  view.setUint16(at, VERSION_NEEDED, true);
  view.setUint16(at + 2, FLAGS, true);
  view.setUint16(at + 8, FIXED_DATE, true);
  view.setUint32(at + 10, file.checksum, true);
  view.setUint32(at + 14, file.bytes.length, true);
  view.setUint32(at + 18, file.bytes.length, true);
  view.setUint16(at + 22, file.nameBytes.length, true);
}
