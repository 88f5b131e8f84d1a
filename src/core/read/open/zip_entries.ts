/** Entries looked at; an archive of more is told by the first of them. */
const MOST_ENTRIES = 5000;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;

/** Names in a ZIP's directory, nothing unpacked. Empty where it has none that can be read. */
export function zipEntryNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const earliest = Math.max(0, end - 0xffff);
  while (end >= earliest && view.getUint32(end, true) !== END_RECORD) end -= 1;
  if (end < earliest || end < 0) return [];
  const decoder = new TextDecoder('latin1');
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && names.length < MOST_ENTRIES && view.getUint32(at, true) === CENTRAL_HEADER) {
    const nameLength = view.getUint16(at + 28, true);
    names.push(decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}
