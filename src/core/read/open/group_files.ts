import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { InputFile } from '../types.ts';
import { isArchive, unpack } from './archive.ts';

/** A file with those that belong to it (the `.dbf`, `.prj`, `.cpg` of a `.shp`), by lower-case ending without the dot. */
export interface FileGroup {
  main: InputFile;
  companions: ReadonlyMap<string, InputFile>;
}

/** Endings of what stands beside a `.shp`. Those behind the first four hold nothing that is read. */
const COMPANIONS = ['dbf', 'prj', 'cpg', 'shx', 'sbn', 'sbx', 'qix', 'qpj', 'shp.xml'];

/** Unpacks archives and brings together files that belong to each other. */
export async function groupFiles(
  files: readonly InputFile[],
  logOf: (file: string) => DiagnosticLog,
): Promise<FileGroup[]> {
  const all: InputFile[] = [];
  for (const file of files) {
    if (!isArchive(file)) all.push(file);
    else for (const one of await unpack(file, logOf(file.name))) all.push(one);
  }
  const shapes = new Map<string, Map<string, InputFile>>();
  for (const { name } of all) if (/\.shp$/i.test(name)) shapes.set(name.slice(0, -4).toLowerCase(), new Map());
  const groups: FileGroup[] = [];
  for (const file of all) {
    const name = file.name.toLowerCase();
    const ending = COMPANIONS.find((one) => name.endsWith(`.${one}`));
    const base = ending === undefined ? name.slice(0, -4) : name.slice(0, -ending.length - 1);
    const companions = shapes.get(base);
    if (ending !== undefined && companions) companions.set(ending, file);
    else if (ending !== undefined && ending !== 'dbf') {
      // It says nothing without its shapefile.
      logOf(file.name).add({ code: 'shapefile-part-alone', severity: 'info', data: {} });
    } else groups.push({ main: file, companions: (name.endsWith('.shp') && companions) || new Map() });
  }
  return groups;
}
