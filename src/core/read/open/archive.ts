import { crc32Of } from '../../crc32.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import { workbookKindOf } from '../formats/workbook/workbook_kind.ts';
import type { InputFile } from '../types.ts';
import { packedBytesOf, readZipDirectory, type ZipEntry } from './zip_directory.ts';

/** Archives of one reading may not unpack to more than this: no plan does, and a hostile one could fill the memory. */
const LARGEST_UNPACKED_BYTES = 2 * 1024 ** 3;
const MOST_ENTRIES = 2000;
const PICTURES = /\.(?:png|jpe?g|gif|bmp|svg|dae)$/i;
/** Archives within archives: a colleague's ZIP sent on in another, and once more. */
const DEEPEST_ARCHIVE = 4;
/** Deflate's own limit is 1032. */
const MOST_PACKED_RATIO = 1040;
/** What systems leave in archives and folders. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$|~\$)/i;

/** Whether a file is a ZIP, also an empty one. KMZ and workbooks are too, and have readers of their own. */
export function isArchive(file: InputFile): boolean {
  const [first, second, third, fourth] = file.bytes;
  const isZip = first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
  return isZip && !/\.kmz$/i.test(file.name) && workbookKindOf(file) === undefined;
}

const OTHER_ARCHIVES: readonly { kind: string; bytes: readonly number[] }[] = [
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: 'gzip', bytes: [0x1f, 0x8b, 0x08] },
  { kind: 'bzip2', bytes: [0x42, 0x5a, 0x68] },
  { kind: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
];

/** The kind of an archive that is not unpacked, told from its first bytes. */
export function otherArchiveOf({ bytes }: InputFile): string | undefined {
  return OTHER_ARCHIVES.find((one) => one.bytes.every((byte, index) => bytes[index] === byte))?.kind;
}

/** What the archives of one reading may still unpack to. */
export class UnpackBudget {
  bytes = LARGEST_UNPACKED_BYTES;
  entries = MOST_ENTRIES;
}

/**
 * The files of a ZIP and of those in it, named with the archives before them. What cannot be unpacked is left out, and the log says so.
 */
export async function unpack(
  archive: InputFile,
  log: DiagnosticLog,
  budget = new UnpackBudget(),
  depth = 1,
): Promise<InputFile[]> {
  const directory = readZipDirectory(archive.bytes);
  if (!directory) {
    log.add({ code: 'archive-broken', severity: 'error', data: { sizeBytes: archive.bytes.length } });
    return [];
  }
  // A KMZ by another name: its pictures belong to its markers.
  const isKmz = directory.some(({ name }) => name === 'doc.kml');
  const entries = directory.filter(({ name }) => !LITTER.test(name) && !(isKmz && PICTURES.test(name)));
  if (entries.length === 0) log.add({ code: 'archive-empty', severity: 'error', data: {} });
  budget.entries -= entries.length;
  budget.bytes -= entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (budget.entries < 0 || budget.bytes < 0) {
    const count = MOST_ENTRIES - budget.entries;
    const sizeBytes = LARGEST_UNPACKED_BYTES - budget.bytes;
    log.add({ code: 'archive-too-large', severity: 'error', data: { count, sizeBytes } });
    return [];
  }
  const { inflateSync } = await import('fflate');
  const files: InputFile[] = [];
  const taken = new Set<string>();
  for (const entry of entries) {
    const bytes = unpackedBytesOf(archive, entry, inflateSync, log);
    if (!bytes) continue;
    let name = `${archive.name}/${entry.name}`;
    // Two files of one name stay apart, and with them the parts of two shapefiles.
    for (let number = 2; taken.has(name); number += 1) name = `${archive.name} (${number})/${entry.name}`;
    taken.add(name);
    const file = { name, bytes };
    if (!isArchive(file)) files.push(file);
    else if (depth === DEEPEST_ARCHIVE)
      log.add({ code: 'archive-too-deep', severity: 'error', data: { found: entry.name, limit: DEEPEST_ARCHIVE } });
    else for (const one of await unpack(file, log, budget, depth + 1)) files.push(one);
  }
  return files;
}

function unpackedBytesOf(
  { bytes, name }: InputFile,
  entry: ZipEntry,
  inflate: (packed: Uint8Array, options: { out: Uint8Array }) => Uint8Array,
  log: DiagnosticLog,
): Uint8Array | undefined {
  const refuse = (code: string): undefined => {
    log.add({ code, severity: 'error', data: { found: entry.name, archive: name, method: entry.method } });
    return undefined;
  };
  // AES names itself as a method.
  if (entry.isEncrypted || entry.method === 99) return refuse('archive-encrypted');
  const packed = packedBytesOf(bytes, entry);
  // A size no packing reaches is made up, and is not made room for.
  if (!packed || entry.unpackedBytes > packed.length * MOST_PACKED_RATIO + 64) return refuse('archive-entry-broken');
  if (entry.method !== 0 && entry.method !== 8) return refuse('archive-method');
  try {
    const unpacked = entry.method === 0 ? packed : inflate(packed, { out: new Uint8Array(entry.unpackedBytes) });
    const isWhole = unpacked.length === entry.unpackedBytes && crc32Of(unpacked) === entry.crc32;
    return isWhole ? unpacked : refuse('archive-entry-broken');
  } catch {
    return refuse('archive-entry-broken');
  }
}
