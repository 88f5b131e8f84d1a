import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { loadMessages } from '../messages/index.ts';
import { loadReadingMessages } from '../messages/reading.ts';
import { fileSource, hashFile } from './file_source.ts';
import { type CommandHost, runCommand } from './run.ts';

const host: CommandHost = {
  kindOf(path) {
    try {
      const stats = statSync(path);
      return stats.isDirectory() ? 'folder' : 'file';
    } catch {
      return undefined;
    }
  },
  openFile: fileSource,
  readStandardInput: () => new Uint8Array(readFileSync(0)),
  listFolder: (folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  writeFiles(files) {
    const parts: { part: string; path: string }[] = [];
    try {
      for (const { path, bytes } of files) {
        mkdirSync(dirname(path), { recursive: true });
        const part = `${path}.${process.pid}.part`;
        parts.push({ part, path });
        writeFileSync(part, bytes, { flag: 'wx' });
      }
      for (const { part, path } of parts) renameSync(part, path);
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

/** Writes all of a text before the process ends, also into a pipe that is full for a moment. */
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
    }
  }
}

await loadMessages('en');
await loadReadingMessages('zh-CN');
await loadReadingMessages('en');
process.exitCode = await runCommand(process.argv.slice(2), host);
