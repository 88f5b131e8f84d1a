import { SqliteFault } from './fault.ts';

/** A 64-bit number that no JavaScript number holds exactly comes as its decimal digits. */
export type SqliteValue = number | string | Uint8Array | null;
export type TextOf = (bytes: Uint8Array) => string;

/** Beyond this a call to the decoder costs less than the letters one by one. */
const SHORT_BYTES = 24;

/** Reads text of one encoding; short ASCII, which most is, without the decoder. */
export function textReader(encoding: string): TextOf {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  if (encoding.startsWith('utf-16')) return (bytes) => decoder.decode(bytes);
  return (bytes) => {
    if (bytes.length > SHORT_BYTES) return decoder.decode(bytes);
    let text = '';
    for (const byte of bytes) {
      if (byte >= 0x80) return decoder.decode(bytes);
      text += String.fromCharCode(byte);
    }
    return text;
  };
}

/** A number of one to nine bytes, seven bits each but the ninth (section 1.6 of the format). */
export function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } {
  // In halves of 28 bits: together they are more than a number holds exactly.
  let high = 0;
  let low = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index] ?? 0;
    if (index < 4) low = low * 128 + (byte & 0x7f);
    else {
      high = high * 128 + Math.floor(low / 2 ** 21);
      low = (low % 2 ** 21) * 128 + (byte & 0x7f);
    }
    if (byte < 0x80) return { value: high * 2 ** 28 + low, next: at + index + 1 };
  }
  // Nine bytes are the whole 64 bits, with the sign: a negative row number, say.
  const whole = (BigInt(high) << 36n) | (BigInt(low) << 8n) | BigInt(bytes[at + 8] ?? 0);
  return { value: Number(BigInt.asIntN(64, whole)), next: at + 9 };
}

/**
 * The values of one record (section 2.1 of the format). A blob is a view of the record's bytes.
 * @throws {SqliteFault} when they reach beyond the record.
 */
export function readRecord(payload: Uint8Array, textOf: TextOf): SqliteValue[] {
  const values: SqliteValue[] = [];
  const head = readVarint(payload, 0);
  if (!(head.value >= head.next && head.value <= payload.length))
    throw new SqliteFault(`record header ${head.value} B`);
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  let at = head.next;
  let body = head.value;
  while (at < head.value) {
    const { value: type, next } = readVarint(payload, at);
    at = next;
    const length = lengthOf(type);
    if (body + length > payload.length) throw new SqliteFault(`value of ${length} B beyond its record`);
    values.push(readValue(type, payload, view, body, length, textOf));
    body += length;
  }
  return values;
}

const NUMBER_BYTES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  const length = NUMBER_BYTES[type];
  if (length === undefined) throw new SqliteFault(`value type ${type}`);
  return length;
}

function readValue(
  type: number,
  payload: Uint8Array,
  view: DataView,
  at: number,
  length: number,
  textOf: TextOf,
): SqliteValue {
  switch (type) {
    case 0:
      return null;
    case 1:
      return view.getInt8(at);
    case 2:
      return view.getInt16(at, false);
    case 3:
      return view.getInt8(at) * 65_536 + view.getUint16(at + 1, false);
    case 4:
      return view.getInt32(at, false);
    case 5:
      return view.getInt16(at, false) * 4_294_967_296 + view.getUint32(at + 2, false);
    case 6: {
      const whole = view.getBigInt64(at, false);
      const number = Number(whole);
      return Number.isSafeInteger(number) ? number : String(whole);
    }
    case 7:
      return view.getFloat64(at, false);
    case 8:
      return 0;
    case 9:
      return 1;
    default: {
      const bytes = payload.subarray(at, at + length);
      return type % 2 === 0 ? bytes : textOf(bytes);
    }
  }
}
