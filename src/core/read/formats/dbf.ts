import type { DiagnosticLog } from '../diagnostic_log.ts';
import { EncodingTeller } from '../text/tell_encoding.ts';
import { dbfEncodingOf, type EncodingWords } from './dbf_encoding.ts';
import { type DbfCell, type DbfDialect, readDbfCell } from './dbf_value.ts';

const HEADER_END = 0x0d;
const DELETED = 0x2a;

export interface DbfTable {
  /** In file order; undefined where the row is marked as deleted. */
  rows: (Record<string, unknown> | undefined)[];
  /** Label of the encoding, as `TextDecoder` knows it. */
  encoding: string;
}

interface Column {
  name: Uint8Array;
  type: string;
  offset: number;
  length: number;
}

interface Layout {
  start: number;
  rowLength: number;
  count: number;
  columns: Column[];
}

/**
 * Reads a dBASE table (III to 7, FoxPro). Undefined when the bytes are none; the log says that, and what could not be read of it.
 * `labels` says what is known of its text from outside.
 */
export function readDbf(bytes: Uint8Array, log: DiagnosticLog, labels: EncodingWords): DbfTable | undefined {
  const layout = layoutOf(bytes, log);
  if (!layout) {
    log.add({ code: 'dbf-broken', severity: 'error', data: {} });
    return undefined;
  }
  const { start, rowLength, count, columns } = layout;
  const encoding = dbfEncodingOf(tellEncoding(bytes, layout), bytes[29] ?? 0, labels, log);
  const decoder = new TextDecoder(encoding);
  const dialect: DbfDialect = { isLevel7: isLevel7(bytes), textOf: (cell) => decoder.decode(cell) };
  const names = namesOf(columns, dialect);
  const rows: DbfTable['rows'] = [];
  const notes = new CellNotes();
  let deletedCount = 0;
  for (let row = 0; row < count; row += 1) {
    const at = start + row * rowLength;
    if (bytes[at] === DELETED) {
      deletedCount += 1;
      rows.push(undefined);
      continue;
    }
    rows.push(
      Object.fromEntries(
        columns.map(({ type, offset, length }, index): [string, unknown] => {
          const name = names[index] ?? '';
          const cell = readDbfCell(type, bytes.subarray(at + offset, at + offset + length), dialect);
          notes.add(cell, name, row);
          return [name, cell.value];
        }),
      ),
    );
  }
  if (deletedCount > 0) log.add({ code: 'dbf-rows-deleted', severity: 'info', data: { count: deletedCount } });
  notes.report(log);
  return { rows, encoding };
}

function layoutOf(bytes: Uint8Array, log: DiagnosticLog): Layout | undefined {
  if (bytes.length < 33) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = view.getUint32(4, true);
  const start = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  const columns = columnsOf(bytes, Math.min(start, bytes.length), rowLength);
  if (columns.length === 0 || rowLength < 2 || start < 33) return undefined;
  // The last row need not be followed by anything.
  const count = Math.max(0, Math.min(stated, Math.floor((bytes.length - start) / rowLength)));
  if (count < stated) log.add({ code: 'dbf-cut', severity: 'error', data: { count, expectedCount: stated } });
  return { start, rowLength, count, columns };
}

function isLevel7(bytes: Uint8Array): boolean {
  return ((bytes[0] ?? 0) & 7) === 4;
}

function columnsOf(bytes: Uint8Array, end: number, rowLength: number): Column[] {
  const [first, size, nameBytes] = isLevel7(bytes) ? [68, 48, 32] : [32, 32, 11];
  const columns: Column[] = [];
  for (let at = first; at + size <= end && bytes[at] !== HEADER_END; at += size) {
    const field = bytes.subarray(at, at + nameBytes);
    const zero = field.indexOf(0);
    const typeAt = at + nameBytes;
    columns.push({
      name: zero < 0 ? field : field.subarray(0, zero),
      type: String.fromCharCode(bytes[typeAt] ?? 0),
      offset: 0,
      length: bytes[nameBytes === 11 ? at + 16 : typeAt + 1] ?? 0,
    });
  }
  // Clipper and FoxPro keep the high byte of a long text's length where numbers have their decimals.
  const shortTotal = columns.reduce((sum, { length }) => sum + length, 1);
  if (shortTotal !== rowLength && nameBytes === 11) {
    const long = columns.map(({ type, length }, index) =>
      type === 'C' ? length + 256 * (bytes[first + index * size + 17] ?? 0) : length,
    );
    if (long.reduce((sum, length) => sum + length, 1) === rowLength)
      for (const [index, column] of columns.entries()) column.length = long[index] ?? 0;
  }
  let offset = 1;
  for (const column of columns) {
    column.offset = offset;
    offset += column.length;
  }
  // FoxPro's own column of bits that say which cells are null.
  return columns.filter(({ type, offset: from, length }) => type !== '0' && from + length <= Math.max(rowLength, 1));
}

function tellEncoding(bytes: Uint8Array, { start, rowLength, count, columns }: Layout): EncodingTeller {
  const teller = new EncodingTeller();
  for (const { name } of columns) teller.add(name);
  const texts = columns.filter(({ type }) => type === 'C');
  for (let row = 0; row < count; row += 1) {
    const at = start + row * rowLength;
    if (bytes[at] === DELETED) continue;
    for (const { offset, length } of texts) {
      const cell = bytes.subarray(at + offset, at + offset + length);
      const zero = cell.indexOf(0);
      teller.add(zero < 0 ? cell : cell.subarray(0, zero));
    }
  }
  return teller;
}

/** Names, without a last character that was cut in two; of equal ones the later get a number, so that none is lost. */
function namesOf(columns: readonly Column[], { textOf }: DbfDialect): string[] {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    const plain = textOf(name)
      .replace(/\ufffd$/, '')
      .trim();
    let own = plain;
    for (let number = 2; taken.has(own); number += 1) own = `${plain}_${number}`;
    taken.add(own);
    return own;
  });
}

const NOTE_CODES = { asterisks: 'dbf-number-asterisks', cut: 'dbf-text-cut', elsewhere: 'dbf-memo' } as const;

/** Counts by column what is worth telling once. */
class CellNotes {
  readonly #seen = new Map<string, { note: keyof typeof NOTE_CODES; field: string; row: number; count: number }>();

  add({ note }: DbfCell, field: string, row: number): void {
    if (!note) return;
    const key = `${note}|${field}`;
    const seen = this.#seen.get(key);
    if (seen) seen.count += 1;
    else this.#seen.set(key, { note, field, row, count: 1 });
  }

  report(log: DiagnosticLog): void {
    for (const { note, field, row, count } of this.#seen.values())
      log.add({
        code: NOTE_CODES[note],
        severity: note === 'elsewhere' ? 'warning' : 'info',
        pointer: `/row/${row + 1}`,
        data: { field, count },
      });
  }
}
