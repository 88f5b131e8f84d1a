import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { ByteSource } from '../core/read/byte_source.ts';

/** A file on the disk, read where it is asked for. Throws when there is none; reading throws when it has changed meanwhile. */
export function fileSource(path: string): ByteSource {
  return {
    sizeBytes: statSync(path).size,
    read(start, end) {
      const bytes = new Uint8Array(end - start);
      const file = openSync(path, 'r');
      try {
        for (let filled = 0; filled < bytes.length; ) {
          const count = readSync(file, bytes, filled, bytes.length - filled, start + filled);
          if (count === 0) throw new Error(`${path} ends before it should`);
          filled += count;
        }
      } finally {
        closeSync(file);
      }
      return bytes;
    },
  };
}

const HASHED_AT_ONCE_BYTES = 4 * 1024 * 1024;

/** SHA-256 of a file, as 64 hexadecimal digits. */
export function hashFile(source: ByteSource): string {
  const hash = createHash('sha256');
  for (let start = 0; start < source.sizeBytes; start += HASHED_AT_ONCE_BYTES)
    hash.update(source.read(start, Math.min(source.sizeBytes, start + HASHED_AT_ONCE_BYTES)));
  return hash.digest('hex');
}
