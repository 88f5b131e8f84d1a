import type { ByteSource } from '../core/read/byte_source.ts';

/** A file to be written. */
export interface OutputFile {
  path: string;
  bytes: Uint8Array;
}

/** What the command needs of the machine it runs on. Paths are as the person wrote them. */
export interface CommandHost {
  /** What lies at a path; undefined when nothing does or it may not be read. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** A file to be read in parts. Throws when it cannot be read. */
  openFile(path: string): ByteSource;
  readStandardInput(): Uint8Array;
  /** Paths of all files in a folder and the folders in it, relative to it, with `/`. */
  listFolder(folder: string): string[];
  /**
   * Writes files and the folders they lie in: all of them beside their places first, and only then into them, so that what was there
   * stays until the new is whole. Throws when it cannot.
   */
  writeFiles(files: readonly OutputFile[]): void;
  join(folder: string, name: string): string;
  folderOf(path: string): string;
  /** ISO 8601, in UTC. */
  now(): string;
  /** SHA-256 as 64 hexadecimal digits. */
  sha256(source: ByteSource): string;
  /** Names the system has for what the person speaks, the first that counts first: `zh_CN.UTF-8`. */
  localeNames(): (string | undefined)[];
  out(text: string): void;
  error(text: string): void;
}

export const EXIT = { clean: 0, errorsFound: 1, unusable: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
