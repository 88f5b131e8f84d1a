import type { OfferedFile } from '../../core/service.ts';

/** Largest file that is read in whole, and of any kind where the browser does not tell how much memory it gives a page. */
const MAXIMUM_MEGABYTES = 300;
/** Largest GeoJSON file, which is read in parts: 1,024 MB, 1.2 million plots, was measured to open. */
const MAXIMUM_GEOJSON_MEGABYTES = 1100;
/**
 * Bytes of objects a page's worker needs for a byte of GeoJSON. Of 1,024 MB it held 3.1 GB at most; what goes beyond the browser's limit
 * ends the page, and with it what the person was doing.
 */
const OBJECT_BYTES_PER_BYTE = 3.6;
/**
 * Bytes of objects the page and the worker that cuts its tiles hold of a feature that is shown, with a margin. With 600,000 shown a file of
 * 600,000 was read; with 1.2 million shown one of 1.2 million ended the page.
 */
const OBJECT_BYTES_PER_SHOWN = 1600;
/** Larger files are left on the disk, and the worker fetches of them what it needs. Small ones may be changed or deleted meanwhile. */
const HELD_MEGABYTES = 4;
/** A plan has nine layers, a shapefile up to eight parts; a folder with more files than this is not a plan. */
export const MAXIMUM_FILES = 500;

const BYTES_PER_MEGABYTE = 1_000_000;

/** Why files were not read. */
export type CollectProblem =
  /** littleMemory: the browser gives a page too little here. memoryUntold: it does not tell how much. tooLarge: nowhere is it read. */
  | { kind: 'tooLarge' | 'littleMemory' | 'memoryUntold'; name: string; megabytes: number; limit: number }
  | { kind: 'tooLargeTogether'; megabytes: number; limit: number }
  | { kind: 'tooManyFiles'; count: number; limit: number }
  | { kind: 'noFiles' }
  | { kind: 'unreadable'; name: string };

export type Collected = { files: OfferedFile[] } | { problem: CollectProblem };

/**
 * Reads files into bytes, or makes sure that they can be read; all or none.
 * @param shownFeatures of the plan that is shown meanwhile: of a million it and its tiles leave room for half as much
 * @param objectBytesOfAll most bytes of objects the browser gives this page and its workers; undefined where it does not tell
 */
export async function readFiles(
  files: readonly File[],
  shownFeatures = 0,
  objectBytesOfAll = objectBytesOfPage(),
): Promise<Collected> {
  const objectBytes =
    objectBytesOfAll === undefined ? undefined : objectBytesOfAll - shownFeatures * OBJECT_BYTES_PER_SHOWN;
  if (files.length === 0) return { problem: { kind: 'noFiles' } };
  if (files.length > MAXIMUM_FILES)
    return { problem: { kind: 'tooManyFiles', count: files.length, limit: MAXIMUM_FILES } };
  for (const file of files) {
    const problem = await refuse(file, objectBytes);
    if (problem) return { problem };
  }
  const megabytes = megabytesOf(files.reduce((sum, { size }) => sum + size, 0));
  const limit = objectBytes === undefined ? MAXIMUM_GEOJSON_MEGABYTES : fittingMegabytes(objectBytes);
  if (megabytes > limit) return { problem: { kind: 'tooLargeTogether', megabytes, limit } };
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

/** Why a file is not even begun with. */
async function refuse(file: File, objectBytes: number | undefined): Promise<CollectProblem | undefined> {
  const megabytes = megabytesOf(file.size);
  if (megabytes <= MAXIMUM_MEGABYTES) return undefined;
  const refused = (kind: 'tooLarge' | 'littleMemory' | 'memoryUntold', limit: number): CollectProblem | undefined =>
    megabytes > limit ? { kind, name: file.name, megabytes, limit } : undefined;
  try {
    if (!(await isCollection(file))) return refused('tooLarge', MAXIMUM_MEGABYTES);
  } catch {
    return { kind: 'unreadable', name: file.name };
  }
  if (objectBytes === undefined && megabytes <= MAXIMUM_GEOJSON_MEGABYTES)
    return refused('memoryUntold', MAXIMUM_MEGABYTES);
  return refused('tooLarge', MAXIMUM_GEOJSON_MEGABYTES) ?? refused('littleMemory', fittingMegabytes(objectBytes ?? 0));
}

const megabytesOf = (bytes: number): number => Math.ceil(bytes / BYTES_PER_MEGABYTE);

/** How large a GeoJSON file may be where there is room for so many bytes of objects; rounded down to what is easily remembered. */
function fittingMegabytes(objectBytes: number): number {
  const fitting = Math.floor(objectBytes / OBJECT_BYTES_PER_BYTE / BYTES_PER_MEGABYTE / 50) * 50;
  return Math.min(MAXIMUM_GEOJSON_MEGABYTES, Math.max(MAXIMUM_MEGABYTES, fitting));
}

/** So far into a collection its kind or its list of features has been named. */
const TELLING_BYTES = 16_384;

/** Only a GeoJSON collection is read in parts: not TopoJSON, nor features that stand one on a line. */
async function isCollection(file: File): Promise<boolean> {
  const start = await file.slice(0, TELLING_BYTES).text();
  return /^\ufeff?\s*\{/.test(start) && /"(FeatureCollection|features)"/.test(start);
}

/** Only Chromium's browsers tell. */
function objectBytesOfPage(): number | undefined {
  const { memory } = performance as { memory?: { jsHeapSizeLimit?: number } };
  return memory?.jsHeapSizeLimit;
}

/** Files are told apart by their names: two of the same name (from two folders) get a number. */
function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${number}-${name}`;
  taken.add(unique);
  return unique;
}
