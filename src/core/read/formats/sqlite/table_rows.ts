import { SqliteFault } from './fault.ts';
import type { Pages } from './pages.ts';
import { readVarint } from './record.ts';

const INTERIOR_TABLE = 5;
const LEAF_TABLE = 13;
/** Trees of 2^48 rows are no deeper. */
const DEEPEST_TREE = 20;

/** One row: its number and its record's bytes. */
export interface Row {
  rowId: number;
  /** A fault where the record reaches beyond its page, or goes on in a page that is not there. */
  payload: Uint8Array | SqliteFault;
}

/**
 * The rows of a table's b-tree in the order of their numbers (section 1.6 of the format). No page is visited twice and all records
 * together are never longer than the file, so that a damaged or hostile one ends.
 * @throws {SqliteFault} at the first page that cannot be read; the rows before it have been given.
 */
export function* tableRows(pages: Pages, root: number): Generator<Row> {
  const { bytes, view } = pages;
  const visited = new Set<number>();
  let givenBytes = 0;
  // The pages still to be read, the next one last.
  const waiting = [{ page: root, depth: 0 }];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { page, depth } = one;
    if (visited.has(page)) throw new SqliteFault(`page ${page} twice`);
    if (depth > DEEPEST_TREE) throw new SqliteFault(`page ${page}, depth ${depth}`);
    visited.add(page);
    const start = pages.offsetOf(page);
    // The file's own header stands before the content of the first page.
    const header = start + (page === 1 ? 100 : 0);
    const kind = view.getUint8(header);
    if (kind !== INTERIOR_TABLE && kind !== LEAF_TABLE) throw new SqliteFault(`page ${page}, type ${kind}`);
    const count = view.getUint16(header + 3, false);
    const pointers = header + (kind === LEAF_TABLE ? 8 : 12);
    if (pointers + count * 2 > start + pages.usableBytes) throw new SqliteFault(`page ${page}, ${count} cells`);
    const cellAt = (index: number) => {
      const offset = view.getUint16(pointers + index * 2, false);
      if (offset + 4 > pages.usableBytes) throw new SqliteFault(`page ${page}, cell ${index + 1}`);
      return start + offset;
    };
    if (kind === INTERIOR_TABLE) {
      waiting.push({ page: view.getUint32(header + 8, false), depth: depth + 1 });
      for (let index = count - 1; index >= 0; index -= 1)
        waiting.push({ page: view.getUint32(cellAt(index), false), depth: depth + 1 });
      continue;
    }
    for (let index = 0; index < count; index += 1) {
      const length = readVarint(bytes, cellAt(index));
      const rowId = readVarint(bytes, length.next);
      givenBytes += length.value;
      if (!(length.value >= 0 && givenBytes <= bytes.length))
        throw new SqliteFault(`page ${page}, record of ${length.value} B`);
      yield { rowId: rowId.value, payload: guardedPayload(pages, page, rowId.next, length.value) };
    }
  }
}

function guardedPayload(pages: Pages, page: number, at: number, length: number): Uint8Array | SqliteFault {
  try {
    return payloadOf(pages, page, at, length);
  } catch (error) {
    if (error instanceof SqliteFault) return error;
    throw error;
  }
}

/** A record's bytes: those in its cell, and those of the overflow pages it goes on in (section 1.6, "Cell Payload Overflow Pages"). */
function payloadOf(pages: Pages, page: number, at: number, length: number): Uint8Array {
  const { bytes, view, usableBytes } = pages;
  const end = pages.offsetOf(page) + usableBytes;
  const mostLocal = usableBytes - 35;
  if (length <= mostLocal) {
    if (at + length > end) throw new SqliteFault(`page ${page}, record of ${length} B`);
    return bytes.subarray(at, at + length);
  }
  const leastLocal = Math.floor(((usableBytes - 12) * 32) / 255) - 23;
  const fitting = leastLocal + ((length - leastLocal) % (usableBytes - 4));
  const local = fitting <= mostLocal ? fitting : leastLocal;
  if (at + local + 4 > end) throw new SqliteFault(`page ${page}, record of ${length} B`);
  const payload = new Uint8Array(length);
  payload.set(bytes.subarray(at, at + local));
  let next = view.getUint32(at + local, false);
  for (let filled = local; filled < length; ) {
    const start = pages.offsetOf(next);
    const part = Math.min(usableBytes - 4, length - filled);
    payload.set(bytes.subarray(start + 4, start + 4 + part), filled);
    filled += part;
    next = view.getUint32(start, false);
  }
  return payload;
}
