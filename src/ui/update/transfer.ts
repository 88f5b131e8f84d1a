import { MAXIMUM_FILES } from './collect_files.ts';

/** What systems leave in folders. */
const HIDDEN_FILE = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;
const MAXIMUM_FOLDER_DEPTH = 6;

/** Whether a drag brings files, and not a piece of the page. */
export function carriesFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}

/** The ending a file with this text would have: GeoJSON, KML, else a table. */
export function endingOfText(text: string): 'geojson' | 'kml' | 'csv' {
  if (/^\s*[{[]/.test(text)) return 'geojson';
  return /^\s*</.test(text) ? 'kml' : 'csv';
}

/** GeoJSON, KML, or cells copied from a spreadsheet: a row of heads and more below, with tabs between them. */
function isMeantAsData(text: string): boolean {
  return /^\s*(?:[{[]|<\?xml|<kml)/.test(text) || /^[^\n]*\S\t[^\n]*\n[^\n]*\S/.test(text);
}

/**
 * What a paste on the page brings, text as a file of this name; undefined when it is none of our business: it goes into a text
 * field, or it is text that is not meant as data. A paste that is taken is not handled by the browser any more.
 */
export function pastedData(event: ClipboardEvent, name: string): Promise<File[]> | File[] | undefined {
  const data = event.clipboardData;
  if (!data || isEditable(event.composedPath()[0])) return undefined;
  if (data.files.length > 0) {
    event.preventDefault();
    return filesOfTransfer(data);
  }
  const text = data.getData('text/plain');
  if (!isMeantAsData(text)) return undefined;
  event.preventDefault();
  return [new File([text], `${name}.${endingOfText(text)}`)];
}

function isEditable(target: EventTarget | undefined): boolean {
  const field = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])';
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(field));
}

/**
 * The files of a drop or a paste, those inside folders too; the reader tells which of them are planning data. Must be called while the
 * event is being handled.
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

/** Of the files of a folder that was chosen those that a drop of it would give: nothing hidden, and nothing too deep in it. */
export function withoutHidden(files: readonly File[]): File[] {
  return files.filter(({ name, webkitRelativePath }) => {
    // The folder itself comes first, whatever it is called.
    const steps = webkitRelativePath === '' ? [name] : webkitRelativePath.split('/').slice(1);
    return steps.length <= MAXIMUM_FOLDER_DEPTH && !steps.some((step) => HIDDEN_FILE.test(step));
  });
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
        if (depth < MAXIMUM_FOLDER_DEPTH && !HIDDEN_FILE.test(entry.name))
          found.push(...(await filesOfFolder(entry, depth + 1)));
      } else if (isFile(entry) && !HIDDEN_FILE.test(entry.name)) {
        found.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
      }
      if (found.length > MAXIMUM_FILES) return found;
    }
  }
}
