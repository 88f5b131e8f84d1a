import type { ByteSource } from './byte_source.ts';
import type { DiagnosticLog } from './diagnostic_log.ts';

/** Does what reads a source; where that cannot be read, or not be held, the log says so. */
export function guardedRead<T>(source: ByteSource, log: DiagnosticLog, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    // Engines throw this of an array or a buffer they have no memory for.
    const code = error instanceof RangeError ? 'file-beyond-memory' : 'file-unreadable';
    log.add({ code, severity: 'error', data: { sizeBytes: source.sizeBytes } });
    return undefined;
  }
}
