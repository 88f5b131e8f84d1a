import { type ByteSource, readWhole } from '../byte_source.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import { FORMATS } from '../formats/registry.ts';
import { guardedRead } from '../guarded_read.ts';
import { isManifestFile } from '../read_plan.ts';
import type { GivenFile, InputFile } from '../types.ts';

/** Kinds are told by the start and the end of a file. */
const TELLING_BYTES = 64 * 1024;

/** What files of one reading hold in bytes, and those that stay where they are. */
export interface HeldFiles {
  /** All of them; of those read in parts only what tells their kind. */
  files: InputFile[];
  inParts: ReadonlyMap<string, ByteSource>;
}

/** Fetches large files whole unless the reader of their kind fetches what it needs itself. */
export function holdFiles(given: readonly GivenFile[], logOf: (file: string) => DiagnosticLog): HeldFiles {
  const inParts = new Map<string, ByteSource>();
  const files = given.flatMap((file): InputFile[] => {
    if ('bytes' in file) return [file];
    const { name, source } = file;
    const held = guardedRead(source, logOf(name), () => {
      const ends = { name, bytes: endsOf(source) };
      const format = isManifestFile(ends) ? undefined : FORMATS.find((one) => one.matches(ends));
      if (!format?.readsInParts) return { name, bytes: readWhole(source) };
      inParts.set(name, source);
      return ends;
    });
    return held ? [held] : [];
  });
  return { files, inParts };
}

function endsOf(source: ByteSource): Uint8Array {
  const { sizeBytes } = source;
  if (sizeBytes <= 2 * TELLING_BYTES) return readWhole(source);
  const ends = new Uint8Array(2 * TELLING_BYTES);
  ends.set(source.read(0, TELLING_BYTES));
  ends.set(source.read(sizeBytes - TELLING_BYTES, sizeBytes), TELLING_BYTES);
  return ends;
}
