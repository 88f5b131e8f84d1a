import type { InputFile } from '../../core/read/types.ts';

/**
 * Largest file that is read. Browsers decode at most 512 MB of text into one string, and reading needs several times the file's
 * size in memory.
 */
export const MAXIMUM_MEGABYTES = 400;
/** A plan has nine layers and a manifest; a folder with hundreds of files is not a plan. */
export const MAXIMUM_FILES = 50;

const BYTES_PER_MEGABYTE = 1_000_000;
const PLAN_FILE = /\.(geo)?json$/i;
const MAXIMUM_FOLDER_DEPTH = 6;

/** Why files were not read. */
export type CollectProblem =
  | { kind: 'tooLarge'; name: string; megabytes: number; limit: number }
  | { kind: 'tooManyFiles'; count: number; limit: number }
  | { kind: 'noFiles' }
  | { kind: 'unreadable'; name: string };

export type Collected = { files: InputFile[] } | { problem: CollectProblem };

/**
 * The files of a drop or a paste, those inside folders too. Of a folder only GeoJSON counts; a file that was dropped by itself is
 * always kept, so that its review can say what is wrong with it. Must be called while the event is being handled.
 */
export async function filesOfTransfer(transfer: DataTransfer): Promise<File[]> {
  // The entries are gone once the event is over: take them all before the first await.
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  if (entries.length === 0) return [...transfer.files];
  const found: File[] = [];
  for (const { entry, file } of entries) {
    if (entry && isDirectory(entry)) found.push(...(await filesOfFolder(entry, 1)));
    else if (file) found.push(file);
  }
  return found;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

async function filesOfFolder(folder: FileSystemDirectoryEntry, depth: number): Promise<File[]> {
  const reader = folder.createReader();
  const found: File[] = [];
  // A reader gives at most a hundred entries at a time, and an empty list at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    for (const entry of entries) {
      if (isDirectory(entry)) {
        if (depth < MAXIMUM_FOLDER_DEPTH) found.push(...(await filesOfFolder(entry, depth + 1)));
      } else if (isFile(entry) && PLAN_FILE.test(entry.name)) {
        found.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
      }
      if (found.length > MAXIMUM_FILES) return found;
    }
  }
}

/** Reads files into bytes, all or none. */
export async function readFiles(files: readonly File[]): Promise<Collected> {
  if (files.length === 0) return { problem: { kind: 'noFiles' } };
  if (files.length > MAXIMUM_FILES)
    return { problem: { kind: 'tooManyFiles', count: files.length, limit: MAXIMUM_FILES } };
  const large = files.find((file) => file.size > MAXIMUM_MEGABYTES * BYTES_PER_MEGABYTE);
  if (large) {
    const megabytes = Math.ceil(large.size / BYTES_PER_MEGABYTE);
    return { problem: { kind: 'tooLarge', name: large.name, megabytes, limit: MAXIMUM_MEGABYTES } };
  }
  const names = new Set<string>();
  const read: InputFile[] = [];
  for (const file of files) {
    try {
      read.push({ name: uniqueName(file.name, names), bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      return { problem: { kind: 'unreadable', name: file.name } };
    }
  }
  return { files: read };
}

/** Files are told apart by their names: two of the same name (from two folders) get a number. */
function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${number}-${name}`;
  taken.add(unique);
  return unique;
}
