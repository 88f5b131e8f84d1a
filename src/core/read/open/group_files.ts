import type { DiagnosticLog } from '../diagnostic_log.ts';
import { isDwg, releaseOfDwg } from '../formats/dxf/dwg.ts';
import { MAPINFO_START } from '../geojson/parse_json.ts';
import type { InputFile } from '../types.ts';
import { isArchive, otherArchiveOf, UnpackBudget, unpack } from './archive.ts';

/** A file with those that belong to it (the `.dbf`, `.prj`, `.cpg` of a `.shp`), by lower-case ending without the dot. */
export interface FileGroup {
  main: InputFile;
  companions: ReadonlyMap<string, InputFile>;
}

/** Endings of what stands beside a `.shp`. Those of the second row hold nothing that is read: indexes, memos, style, notes. */
const COMPANIONS = [
  ...['dbf', 'prj', 'cpg', 'shx'],
  ...[
    'sbn',
    'sbx',
    'qix',
    'fix',
    'fbn',
    'fbx',
    'ain',
    'aih',
    'ixs',
    'mxs',
    'dbt',
    'fpt',
    'qpj',
    'cst',
    'shp.xml',
    'dbf.xml',
  ],
  ...['qml', 'qmd', 'sld', 'lyr', 'lyrx'],
];
/** What SQLite leaves beside a database that is open. */
const DATABASE_COMPANION = /^(.+)-(wal|shm|journal)$/i;
/** What a MapInfo table (`.tab`, `.mif`) keeps its records and shapes in. */
const MAPINFO_PART = /^(.+)\.(?:dat|map|id|ind|mid)$/;
/** An index of one attribute is named after it too: `plots.DKBH.atx`. */
const ATTRIBUTE_INDEX = /^(.+)\.[^./]+\.atx$/i;
/** What comes along in folders and archives and is no data: reports, pictures, projects, styles, databases of licences. */
const BESIDE =
  /\.(?:pdf|docx?|pptx?|md|jpe?g|png|gif|tiff?|tfw|bmp|qgz|qgs|mxd|aprx|qml|qmd|sld|lyrx?|qlr|lock|log|xml|html?|css|js|exe|dll)$/i;

/**
 * Unpacks archives and brings together files that belong to each other. What is no planning data is left out when it comes along with
 * other files, and the log says so.
 */
export async function groupFiles(
  files: readonly InputFile[],
  logOf: (file: string) => DiagnosticLog,
): Promise<FileGroup[]> {
  const all: InputFile[] = [];
  const budget = new UnpackBudget();
  for (const file of files) {
    const other = otherArchiveOf(file);
    if (other !== undefined)
      logOf(file.name).add({ code: 'archive-other-kind', severity: 'error', data: { found: other } });
    else if (!isArchive(file)) all.push(file);
    else for (const one of await unpack(file, logOf(file.name), budget)) all.push(one);
  }
  // A shapefile's parts are named after it without its ending, and so are a table's own; others keep theirs.
  const mains = new Map<string, Map<string, InputFile>>();
  const baseOf = (name: string) => name.toLowerCase().replace(/\.(?:shp|dbf)$/, '');
  for (const { name } of all) if (!DATABASE_COMPANION.test(name)) mains.set(baseOf(name), new Map());
  const shapes = new Set(all.filter(({ name }) => /\.shp$/i.test(name)).map(({ name }) => baseOf(name)));
  const mapInfo = new Set(all.filter(isMapInfo).map(({ name }) => name.toLowerCase().replace(/\.[^.]*$/, '')));
  const groups: FileGroup[] = [];
  const beside: InputFile[] = [];
  for (const file of all) {
    // Its main file is refused, and that says it all.
    if (mapInfo.has(MAPINFO_PART.exec(file.name.toLowerCase())?.[1] ?? '')) continue;
    const { base, ending } = partOf(file.name.toLowerCase());
    const isOwnTable = ending === 'dbf' && !shapes.has(base);
    const companions = ending === undefined || isOwnTable ? undefined : mains.get(base);
    if (ending !== undefined && companions) companions.set(ending, file);
    else if ((BESIDE.test(file.name) && !looksLikeData(file)) || isDwg(file.bytes)) beside.push(file);
    else if (DATABASE_COMPANION.test(file.name))
      logOf(file.name).add({ code: 'file-beside', severity: 'info', data: {} });
    else if (ending !== undefined && !isOwnTable) {
      // It says nothing without its shapefile.
      logOf(file.name).add({ code: 'shapefile-part-alone', severity: 'info', data: {} });
    } else groups.push({ main: file, companions: mains.get(baseOf(file.name)) ?? new Map() });
  }
  // Alone it is what the person means to load, and its reader says what it is.
  for (const file of beside)
    if (groups.length === 0) groups.push({ main: file, companions: new Map() });
    else if (isDwg(file.bytes))
      // A drawing often lies beside what was exported of it.
      logOf(file.name).add({ code: 'dwg-not-read', severity: 'warning', data: { found: releaseOfDwg(file.bytes) } });
    else logOf(file.name).add({ code: 'file-beside', severity: 'info', data: {} });
  return groups;
}

/** The name of what a file belongs to, and what part of it the file is. */
function partOf(name: string): { base: string; ending?: string } {
  const [, database, part] = DATABASE_COMPANION.exec(name) ?? [];
  if (database !== undefined && part !== undefined) return { base: database, ending: part };
  const [, indexed] = ATTRIBUTE_INDEX.exec(name) ?? [];
  if (indexed !== undefined) return { base: indexed, ending: 'atx' };
  const ending = COMPANIONS.find((one) => name.endsWith(`.${one}`));
  return ending === undefined ? { base: name } : { base: name.slice(0, -ending.length - 1), ending };
}

/** Whether a file is the main one of a MapInfo table: the others say nothing by themselves. */
function isMapInfo({ bytes }: InputFile): boolean {
  return MAPINFO_START.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)));
}

/** Whether a file begins as JSON does: its name then says nothing. */
function looksLikeData({ bytes }: InputFile): boolean {
  const first = bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  return first === 0x7b || first === 0x5b;
}
