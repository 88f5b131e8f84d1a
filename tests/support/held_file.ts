import { sourceOfBytes } from '../../src/core/read/byte_source.ts';
import type { GivenFile } from '../../src/core/read/types.ts';
import type { FileHold, OfferedFile } from '../../src/core/service.ts';

/** The browser's hold on a file, with the bytes it would fetch. */
export class HeldBytes implements FileHold {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get size(): number {
    return this.bytes.length;
  }

  slice(start: number, end: number): HeldBytes {
    return new HeldBytes(this.bytes.subarray(start, end));
  }
}

/** What a worker makes of a file it is given. */
export function fetched(file: OfferedFile): GivenFile {
  if ('bytes' in file) return file;
  return {
    name: file.name,
    source: sourceOfBytes(file.hold instanceof HeldBytes ? file.hold.bytes : new Uint8Array()),
  };
}
