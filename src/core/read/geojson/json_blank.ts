/** Whether a byte is what JSON allows between its parts (RFC 8259, 2). */
export function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
