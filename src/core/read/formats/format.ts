import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { FileGroup } from '../open/group_files.ts';
import type { SourceFormat, SourceLayer } from '../source.ts';
import type { ChoicesBySource, InputFile } from '../types.ts';

export interface FormatInput extends FileGroup {
  log: DiagnosticLog;
  choices: ChoicesBySource;
}

/** One kind of file. Its reader and the libraries that needs are loaded when such a file arrives, not before. */
export interface Format {
  format: SourceFormat;
  /** By the bytes; by the name only where the bytes do not tell (a CSV). */
  matches(file: InputFile): boolean;
  /** Never rejects for what is in a file: what is wrong goes into the log. */
  open(input: FormatInput): Promise<SourceLayer[]>;
}
