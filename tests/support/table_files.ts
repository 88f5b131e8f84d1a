/** Writers of small dBASE tables, point shapefiles and ZIPs, byte by byte, so that tests can make what no program writes any more. */
import { crc32 } from 'node:zlib';

/** Bytes of text in GBK, through the decoder's own table. */
export function gbk(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((letter) => gbkPairs().get(letter) ?? [letter.charCodeAt(0)]));
}

let pairs: Map<string, number[]> | undefined;
function gbkPairs(): Map<string, number[]> {
  if (pairs) return pairs;
  pairs = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const letter = decoder.decode(new Uint8Array([lead, trail]));
      if (letter.length === 1 && !pairs.has(letter)) pairs.set(letter, [lead, trail]);
    }
  return pairs;
}

export interface TableColumn {
  name: Uint8Array;
  type: string;
  length: number;
  decimals?: number;
}

/** A dBASE III table. A row is its cells' bytes, cut or filled with blanks to the width; `isDeleted` marks it with an asterisk. */
export function dbfOf(
  columns: readonly TableColumn[],
  rows: readonly { cells: readonly Uint8Array[]; isDeleted?: boolean }[],
  { driver = 0, version = 3 }: { driver?: number; version?: number } = {},
): Uint8Array {
  const start = 32 + columns.length * 32 + 1;
  const rowLength = columns.reduce((sum, { length }) => sum + length, 1);
  const bytes = new Uint8Array(start + rows.length * rowLength + 1).fill(0x20, start);
  const view = new DataView(bytes.buffer);
  bytes[0] = version;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, start, true);
  view.setUint16(10, rowLength, true);
  bytes[29] = driver;
  for (const [index, { name, type, length, decimals = 0 }] of columns.entries()) {
    const at = 32 + index * 32;
    bytes.set(name.subarray(0, 10), at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = length;
    bytes[at + 17] = decimals;
  }
  bytes[start - 1] = 0x0d;
  for (const [index, { cells, isDeleted }] of rows.entries()) {
    let at = start + index * rowLength;
    bytes[at] = isDeleted ? 0x2a : 0x20;
    at += 1;
    for (const [column, { length }] of columns.entries()) {
      bytes.set((cells[column] ?? new Uint8Array()).subarray(0, length), at);
      at += length;
    }
  }
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** A `.shp` of records as they are given (type number and content), and its index. */
export function shpOf(records: readonly Uint8Array[]): { shp: Uint8Array; shx: Uint8Array } {
  const total = 100 + records.reduce((sum, record) => sum + 8 + record.length, 0);
  const shp = new Uint8Array(total);
  const shx = new Uint8Array(100 + records.length * 8);
  const view = new DataView(shp.buffer);
  const index = new DataView(shx.buffer);
  for (const [one, length] of [
    [view, total],
    [index, shx.length],
  ] as const) {
    one.setInt32(0, 9994, false);
    one.setInt32(24, length / 2, false);
    one.setInt32(28, 1000, true);
  }
  let at = 100;
  for (const [number, record] of records.entries()) {
    view.setInt32(at, number + 1, false);
    view.setInt32(at + 4, record.length / 2, false);
    shp.set(record, at + 8);
    index.setInt32(100 + number * 8, at / 2, false);
    index.setInt32(104 + number * 8, record.length / 2, false);
    at += 8 + record.length;
  }
  return { shp, shx };
}

/** The content of a point's record. */
export function pointRecord(x: number, y: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(20));
  view.setInt32(0, 1, true);
  view.setFloat64(4, x, true);
  view.setFloat64(12, y, true);
  return new Uint8Array(view.buffer);
}

export interface PackedFile {
  name: Uint8Array;
  bytes: Uint8Array;
  /** General purpose flags: 1 encrypted, 0x800 the name is UTF-8. */
  flags?: number;
  method?: number;
}

/** A ZIP of stored files, with names, flags and methods as they are given. */
export function zipOf(files: readonly PackedFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, flags = 0, method = 0 } of files) {
    const header = new Uint8Array(30 + name.length);
    const entry = new Uint8Array(46 + name.length);
    const [one, other] = [new DataView(header.buffer), new DataView(entry.buffer)];
    one.setUint32(0, 0x04034b50, true);
    other.setUint32(0, 0x02014b50, true);
    for (const [view, at] of [
      [one, 6],
      [other, 8],
    ] as const) {
      view.setUint16(at, flags, true);
      view.setUint16(at + 2, method, true);
      view.setUint32(at + 8, crc32(bytes), true);
      view.setUint32(at + 12, bytes.length, true);
      view.setUint32(at + 16, bytes.length, true);
      view.setUint16(at + 20, name.length, true);
    }
    other.setUint32(42, offset, true);
    header.set(name, 30);
    entry.set(name, 46);
    parts.push(header, bytes);
    directory.push(entry);
    offset += header.length + bytes.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, files.length, true);
  view.setUint16(10, files.length, true);
  view.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  view.setUint32(16, offset, true);
  return Uint8Array.from(Buffer.concat([...parts, ...directory, end]));
}
