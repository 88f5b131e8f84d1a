import type { ByteSource } from '../byte_source.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { FileGroup } from '../open/group_files.ts';
import type { SourceFormat, SourceLayer } from '../source.ts';
import type { ChoicesBySource, InputFile } from '../types.ts';

export interface FormatInput extends FileGroup {
  log: DiagnosticLog;
  choices: ChoicesBySource;
  /** Of a format that reads in parts: the whole file, of which `main` then holds the ends alone. */
  source?: ByteSource | undefined;
  onProgress?: ((share: number) => void) | undefined;
}

/** One kind of file. Its reader and the libraries that needs are loaded when such a file arrives, not before. */
export interface Format {
  format: SourceFormat;
  /** By the bytes; by the name only where the bytes do not tell (a CSV). */
  matches(file: InputFile): boolean;
  /** Takes a large file's `source` instead of its bytes. */
  readsInParts?: true;
  /** Never rejects for what is in a file: what is wrong goes into the log. */
  open(input: FormatInput): Promise<SourceLayer[]>;
}
