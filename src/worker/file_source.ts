import { type ByteSource, sourceOfBytes } from '../core/read/byte_source.ts';
import type { GivenFile } from '../core/read/types.ts';
import type { FileHold, OfferedFile } from '../core/service.ts';

/** Only a worker has it: the page must not wait for a disk. */
declare const FileReaderSync: { new (): { readAsArrayBuffer(blob: FileHold): ArrayBuffer } };

/** A file's bytes, fetched from the disk as they are asked for where the browser only holds it. */
export function sourceOfFile(file: OfferedFile): ByteSource {
  if ('bytes' in file) return sourceOfBytes(file.bytes);
  const { hold } = file;
  const reader = new FileReaderSync();
  return {
    sizeBytes: hold.size,
    read: (start, end) => new Uint8Array(reader.readAsArrayBuffer(hold.slice(start, end))),
  };
}

/** What the reader of updates takes. */
export function givenFile(file: OfferedFile): GivenFile {
  return 'bytes' in file ? file : { name: file.name, source: sourceOfFile(file) };
}
