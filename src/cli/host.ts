/** What the command needs of the machine it runs on. Paths are as the person wrote them. */
export interface CommandHost {
  /** What lies at a path; undefined when nothing does or it may not be read. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** Throws when the file cannot be read. */
  readFile(path: string): Uint8Array;
  readStandardInput(): Uint8Array;
  /** Paths of all files in a folder and the folders in it, relative to it, with `/`. */
  listFolder(folder: string): string[];
  /** Writes a file and the folders it lies in. Throws when it cannot. */
  writeFile(path: string, bytes: Uint8Array): void;
  join(folder: string, name: string): string;
  folderOf(path: string): string;
  /** YYYY-MM-DD. */
  today(): string;
  out(text: string): void;
  error(text: string): void;
}

export const EXIT = { clean: 0, errorsFound: 1, unusable: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Input that cannot be read, or output that cannot be written: told in one line, and the status is 2. */
export class UnreadableInput extends Error {}
