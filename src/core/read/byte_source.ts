/**
 * Bytes that are fetched where they are needed, so that a large file is never in the memory as a whole. Reading is synchronous: a
 * worker may wait for a disk. What is read is not to be changed. Throws where the file can no longer be read.
 */
export interface ByteSource {
  readonly sizeBytes: number;
  read(start: number, end: number): Uint8Array;
}

/** Bytes that are there already, as a source. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return { sizeBytes: bytes.length, read: (start, end) => bytes.subarray(start, end) };
}

/** A source without its first bytes. */
export function withoutStart(source: ByteSource, skipped: number): ByteSource {
  return {
    sizeBytes: source.sizeBytes - skipped,
    read: (start, end) => source.read(start + skipped, end + skipped),
  };
}

/** All bytes of a source. */
export function readWhole(source: ByteSource): Uint8Array {
  return source.read(0, source.sizeBytes);
}
