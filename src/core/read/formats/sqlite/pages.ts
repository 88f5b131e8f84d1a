import { SqliteFault } from './fault.ts';

const HEADER_BYTES = 100;
/** The format's own least: `page size - reserved bytes`. */
const SMALLEST_USABLE_BYTES = 480;
const ENCODINGS: Readonly<Record<number, string>> = { 0: 'utf-8', 1: 'utf-8', 2: 'utf-16le', 3: 'utf-16be' };

/** The pages of a database file (SQLite file format, https://www.sqlite.org/fileformat2.html, section 1). */
export interface Pages {
  view: DataView;
  bytes: Uint8Array;
  pageBytes: number;
  /** Bytes of a page that hold content: the rest is reserved by extensions. */
  usableBytes: number;
  /** Label of the text encoding, as `TextDecoder` knows it. */
  encoding: string;
  /** In write-ahead mode the latest changes may stand in another file. */
  isWriteAhead: boolean;
  /** Offset of a page's first byte. @throws {SqliteFault} when the file does not hold the page whole. */
  offsetOf(page: number): number;
}

/** @throws {SqliteFault} when the bytes are no database. */
export function openPages(bytes: Uint8Array): Pages {
  if (bytes.length < HEADER_BYTES) throw new SqliteFault(`${bytes.length} B`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = view.getUint16(16, false);
  const pageBytes = stated === 1 ? 65_536 : stated;
  const usableBytes = pageBytes - view.getUint8(20);
  if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0 || usableBytes < SMALLEST_USABLE_BYTES)
    throw new SqliteFault(`page size ${stated}`);
  const encoding = ENCODINGS[view.getUint32(56, false)];
  if (encoding === undefined) throw new SqliteFault(`text encoding ${view.getUint32(56, false)}`);
  return {
    view,
    bytes,
    pageBytes,
    usableBytes,
    encoding,
    isWriteAhead: view.getUint8(18) === 2 || view.getUint8(19) === 2,
    offsetOf(page) {
      const offset = (page - 1) * pageBytes;
      if (page < 1 || offset + pageBytes > bytes.length) throw new SqliteFault(`page ${page}`);
      return offset;
    },
  };
}
