import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { InputFile } from '../types.ts';

/** A file with those that belong to it (the `.dbf`, `.prj`, `.cpg` of a `.shp`), by lower-case ending without the dot. */
export interface FileGroup {
  main: InputFile;
  companions: ReadonlyMap<string, InputFile>;
}

/** Unpacks archives and brings together files that belong to each other. */
export function groupFiles(files: readonly InputFile[], _logOf: (file: string) => DiagnosticLog): FileGroup[] {
  return files.map((main) => ({ main, companions: new Map() }));
}
