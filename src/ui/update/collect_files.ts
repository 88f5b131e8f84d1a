import type { OfferedFile } from '../../core/service.ts';

/**
 * Largest file that is read. A review of 298 MB, 350,000 plots, was measured to take the browser 5 GB, most of it in the worker; a page and its
 * workers may have 4 GB of objects, and what goes beyond ends the page, and with it what the person was doing.
 */
const MAXIMUM_MEGABYTES = 300;
/** Larger files are left on the disk, and the worker fetches of them what it needs. Small ones may be changed or deleted meanwhile. */
const HELD_MEGABYTES = 4;
/** A plan has nine layers, a shapefile up to eight parts; a folder with more files than this is not a plan. */
export const MAXIMUM_FILES = 500;

const BYTES_PER_MEGABYTE = 1_000_000;

/** Why files were not read. */
export type CollectProblem =
  | { kind: 'tooLarge'; name: string; megabytes: number; limit: number }
  | { kind: 'tooManyFiles'; count: number; limit: number }
  | { kind: 'noFiles' }
  | { kind: 'unreadable'; name: string };

export type Collected = { files: OfferedFile[] } | { problem: CollectProblem };

/** Reads files into bytes, or makes sure that they can be read; all or none. */
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
  const read: OfferedFile[] = [];
  for (const file of files) {
    try {
      const isHeld = file.size > HELD_MEGABYTES * BYTES_PER_MEGABYTE;
      const bytes = new Uint8Array(await (isHeld ? file.slice(0, 1) : file).arrayBuffer());
      const name = uniqueName(file.name, names);
      read.push(isHeld ? { name, hold: file } : { name, bytes });
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
