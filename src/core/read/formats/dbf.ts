import type { DiagnosticLog } from '../diagnostic_log.ts';

/** Language drivers of a DBF header (byte 29) that are Chinese; others are left to the text itself. */
const CHINESE_DRIVERS = new Set([0x4d, 0x7a]);
const HEADER_END = 0x0d;

export interface DbfTable {
  rows: Record<string, unknown>[];
  /** Label of the encoding, as `TextDecoder` knows it. */
  encoding: string;
}

interface Column {
  name: Uint8Array;
  type: string;
  offset: number;
  length: number;
}

/**
 * Reads a dBASE table. Its text is in the encoding chosen, else that of the `.cpg`, else that of the header's language byte, else in
 * UTF-8 where every cell is, else in GB18030.
 */
export function readDbf(
  bytes: Uint8Array,
  log: DiagnosticLog,
  labels: { chosen?: string | undefined; cpg?: string | undefined },
): DbfTable | undefined {
  if (bytes.length < 33) {
    log.add({ code: 'dbf-broken', severity: 'error', data: {} });
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = view.getUint32(4, true);
  const start = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  const columns = columnsOf(bytes, Math.min(start, bytes.length));
  if (columns.length === 0 || rowLength < 2) {
    log.add({ code: 'dbf-broken', severity: 'error', data: {} });
    return undefined;
  }
  const count = Math.max(0, Math.min(stated, Math.floor((bytes.length - start + 1) / rowLength)));
  if (count < stated) log.add({ code: 'shapefile-cut', severity: 'error', data: { count, expectedCount: stated } });
  const encoding = encodingOf(bytes, columns, { start, rowLength, count }, labels);
  const decoder = new TextDecoder(encoding);
  const names = columns.map(({ name }) => decoder.decode(name).trim());
  const rows: Record<string, unknown>[] = [];
  for (let row = 0; row < count; row += 1) {
    const at = start + row * rowLength;
    const cells = columns.map(({ type, offset, length }, index): [string, unknown] => {
      const cell = bytes.subarray(at + offset, at + offset + length);
      return [names[index] ?? '', cellValueOf(type, cell, decoder)];
    });
    rows.push(Object.fromEntries(cells));
  }
  return { rows, encoding };
}

function columnsOf(bytes: Uint8Array, end: number): Column[] {
  const columns: Column[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= end && bytes[at] !== HEADER_END; at += 32) {
    const field = bytes.subarray(at, at + 11);
    const zero = field.indexOf(0);
    const length = bytes[at + 16] ?? 0;
    columns.push({
      name: zero < 0 ? field : field.subarray(0, zero),
      type: String.fromCharCode(bytes[at + 11] ?? 0),
      offset,
      length,
    });
    offset += length;
  }
  return columns;
}

function cellValueOf(type: string, cell: Uint8Array, decoder: TextDecoder): unknown {
  // A character cut in two by the field's width shows as a replacement at the end: it is left out.
  const text = decoder
    .decode(cell)
    .replace(/\0+/g, '')
    .replace(/\ufffd$/, '')
    .trim();
  if (text === '' || /^\*+$/.test(text)) return null;
  switch (type) {
    case 'N':
    case 'F': {
      const number = Number(text);
      return Number.isFinite(number) ? number : text;
    }
    case 'L':
      return /[tTyY]/.test(text) ? true : /[fFnN]/.test(text) ? false : null;
    case 'D':
      return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
    default:
      return text;
  }
}

function encodingOf(
  bytes: Uint8Array,
  columns: readonly Column[],
  { start, rowLength, count }: { start: number; rowLength: number; count: number },
  { chosen, cpg }: { chosen?: string | undefined; cpg?: string | undefined },
): string {
  for (const label of [chosen, cpgLabel(cpg)]) if (label && isKnownLabel(label)) return label;
  if (CHINESE_DRIVERS.has(bytes[29] ?? 0)) return 'gb18030';
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const texts = columns.filter(({ type }) => type === 'C');
  for (const { name } of columns) if (!isUtf8(utf8, name)) return 'gb18030';
  for (let row = 0; row < count; row += 1)
    for (const { offset, length } of texts) {
      const at = start + row * rowLength + offset;
      if (!isUtf8(utf8, bytes.subarray(at, at + length))) return 'gb18030';
    }
  return 'utf-8';
}

function isUtf8(decoder: TextDecoder, cell: Uint8Array): boolean {
  if (cell.every((byte) => byte < 0x80)) return true;
  // The last character may have been cut by the field's width.
  for (let cut = 0; cut < 4; cut += 1)
    try {
      decoder.decode(cell.subarray(0, cell.length - cut));
      return true;
    } catch {
      // Not yet.
    }
  return false;
}

/** `.cpg` files name encodings by code page, by ESRI's word or as they like. */
function cpgLabel(cpg: string | undefined): string | undefined {
  const name = cpg?.trim().toLowerCase();
  if (!name) return undefined;
  if (/936|gbk|gb2312|gb18030/.test(name)) return 'gb18030';
  return /^(?:65001|utf-?8|oem utf-?8)$/.test(name) ? 'utf-8' : name;
}

function isKnownLabel(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
