import type { DiagnosticLog } from '../diagnostic_log.ts';
import { workbookKindOf } from '../formats/workbook/workbook_kind.ts';
import type { InputFile } from '../types.ts';

/** An archive may not unpack to more than this: no plan does, and a hostile one could fill the memory. */
const LARGEST_UNPACKED_BYTES = 2 * 1024 ** 3;
const MOST_ENTRIES = 2000;
const PICTURES = /\.(?:png|jpe?g|gif|bmp|svg|dae)$/i;
/** What systems leave in archives and folders. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$|~\$)/i;

/** Whether a file is a ZIP. KMZ and workbooks are too, and have readers of their own. */
export function isArchive(file: InputFile): boolean {
  const { name, bytes } = file;
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
  return isZip && !/\.kmz$/i.test(name) && workbookKindOf(file) === undefined;
}

/** The files of a ZIP, named with the archive before them. An archive that cannot be unpacked gives none, and the log says so. */
export async function unpack(archive: InputFile, log: DiagnosticLog): Promise<InputFile[]> {
  const { unzipSync } = await import('fflate');
  let total = 0;
  let count = 0;
  try {
    const entries = unzipSync(archive.bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || LITTER.test(name)) return false;
        total += originalSize;
        count += 1;
        return total <= LARGEST_UNPACKED_BYTES && count <= MOST_ENTRIES;
      },
    });
    if (total > LARGEST_UNPACKED_BYTES || count > MOST_ENTRIES) {
      log.add({ code: 'archive-too-large', severity: 'error', data: { count, sizeBytes: total } });
      return [];
    }
    // A KMZ by another name: its pictures belong to its markers.
    const isKmz = Object.hasOwn(entries, 'doc.kml');
    const files = Object.entries(entries)
      .filter(([name]) => !isKmz || !PICTURES.test(name))
      .map(([name, bytes]) => ({
        name: `${archive.name}/${readableName(name)}`,
        bytes,
      }));
    if (files.length === 0) log.add({ code: 'archive-empty', severity: 'error', data: {} });
    return files;
  } catch {
    log.add({ code: 'archive-broken', severity: 'error', data: { sizeBytes: archive.bytes.length } });
    return [];
  }
}

/** Names packed under Chinese Windows are GBK, which comes out of the archive as single bytes. */
function readableName(name: string): string {
  if (!/[\u0080-\u00ff]/.test(name) || /[\u0100-\uffff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0));
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return name;
  }
}
