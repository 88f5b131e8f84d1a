import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileSource, hashFile } from './file_source.ts';
import type { CommandHost } from './host.ts';

/** The machine the command runs on. Relative paths are meant from a folder, the one the person is in where none is given. */
export function nodeHost(folder = '.'): CommandHost {
  const at = (path: string) => resolve(folder, path);
  return {
    kindOf(path) {
      try {
        return statSync(at(path)).isDirectory() ? 'folder' : 'file';
      } catch {
        return undefined;
      }
    },
    openFile: (path) => fileSource(at(path)),
    readStandardInput: () => new Uint8Array(readFileSync(0)),
    listFolder: (path) =>
      readdirSync(at(path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => relative(at(path), join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    writeFiles(files) {
      const parts: { part: string; place: string }[] = [];
      try {
        for (const { path, bytes } of files) {
          const place = at(path);
          mkdirSync(dirname(place), { recursive: true });
          const part = `${place}.${process.pid}.part`;
          parts.push({ part, place });
          writeFileSync(part, bytes);
        }
        for (const { part, place } of parts) renameSync(part, place);
      } finally {
        for (const { part } of parts) rmSync(part, { force: true });
      }
    },
    join,
    folderOf: dirname,
    now: () => new Date().toISOString(),
    sha256: hashFile,
    localeNames() {
      const { LC_ALL, LC_MESSAGES, LANG } = process.env;
      // Windows says it elsewhere.
      const spoken = process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined;
      return [LC_ALL, LC_MESSAGES, LANG, spoken];
    },
    out: (text) => write(1, text),
    error: (text) => write(2, text),
  };
}

/** How long a full pipe is left to its reader. */
const PIPE_WAIT_MILLISECONDS = 5;

/** Writes all of a text before the process ends, also into a pipe that is full for a moment; one that nobody reads is left alone. */
function write(stream: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(stream, bytes, written);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PIPE_WAIT_MILLISECONDS);
    }
  }
}
