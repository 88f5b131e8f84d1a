const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The last bit says in which byte order checksums were reckoned. */
const MAGIC = 0x377f0682;

/**
 * A database with the changes that still stand in its write-ahead log (`-wal`), up to the last that was committed (SQLite file format,
 * section 4). Undefined when the log is damaged from its beginning, is another database's, or holds nothing that was committed.
 */
export function withWriteAheadLog(bytes: Uint8Array, log: Uint8Array): Uint8Array | undefined {
  if (log.length < HEADER_BYTES) return undefined;
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  const magic = view.getUint32(0, false);
  const pageBytes = view.getUint32(8, false);
  if ((magic & ~1) !== MAGIC || pageBytes < 512 || pageBytes > 65_536) return undefined;
  const sum = new Checksum(view, (magic & 1) === 0);
  sum.add(0, 24);
  if (!sum.equals(24)) return undefined;
  const pages = new Map<number, number>();
  let committed: { pages: Map<number, number>; pageCount: number } | undefined;
  const frameBytes = FRAME_HEADER_BYTES + pageBytes;
  for (let at = HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    // Frames of an earlier round that were not overwritten yet have other salts.
    if (view.getUint32(at + 8, false) !== view.getUint32(16, false)) break;
    if (view.getUint32(at + 12, false) !== view.getUint32(20, false)) break;
    sum.add(at, 8);
    sum.add(at + FRAME_HEADER_BYTES, pageBytes);
    if (!sum.equals(at + 16)) break;
    pages.set(view.getUint32(at, false), at + FRAME_HEADER_BYTES);
    const pageCount = view.getUint32(at + 4, false);
    if (pageCount > 0) committed = { pages: new Map(pages), pageCount };
  }
  // A database has no more pages than its file and its log together.
  if (!committed || committed.pageCount * pageBytes > bytes.length + log.length) return undefined;
  const whole = new Uint8Array(committed.pageCount * pageBytes);
  whole.set(bytes.subarray(0, whole.length));
  for (const [page, offset] of committed.pages)
    if (page >= 1 && page <= committed.pageCount)
      whole.set(log.subarray(offset, offset + pageBytes), (page - 1) * pageBytes);
  return whole;
}

/** The log's running checksum (section 4.2). */
class Checksum {
  #first = 0;
  #second = 0;
  readonly #view: DataView;
  readonly #littleEndian: boolean;

  constructor(view: DataView, littleEndian: boolean) {
    this.#view = view;
    this.#littleEndian = littleEndian;
  }

  add(from: number, length: number): void {
    for (let at = from; at < from + length; at += 8) {
      this.#first = (this.#first + this.#view.getUint32(at, this.#littleEndian) + this.#second) >>> 0;
      this.#second = (this.#second + this.#view.getUint32(at + 4, this.#littleEndian) + this.#first) >>> 0;
    }
  }

  equals(at: number): boolean {
    return this.#view.getUint32(at, false) === this.#first && this.#view.getUint32(at + 4, false) === this.#second;
  }
}
