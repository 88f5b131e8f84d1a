import { scanXml } from '../../xml/scan_xml.ts';
import { type NumberFormat, numberFormatOf } from './number_format.ts';
import { isTrue } from './sheet_cells.ts';

export interface SheetEntry {
  name: string;
  isHidden: boolean;
  /** Where its cells are, in the package. */
  path: string;
}

/** A workbook may not unpack to more than this. */
const LARGEST_UNPACKED_BYTES = 1024 ** 3;
const MOST_PARTS = 5000;

/** The parts of a workbook that are read, by their path in lower case. Undefined where it unpacks to too much. @throws where the ZIP is broken */
export async function unpackWorkbook(bytes: Uint8Array): Promise<Map<string, Uint8Array> | undefined> {
  const { unzipSync } = await import('fflate');
  let total = 0;
  let count = 0;
  const isWithin = () => total <= LARGEST_UNPACKED_BYTES && count <= MOST_PARTS;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      // Pictures, charts and macros are no cells.
      if (!/\.(?:xml|rels)$/i.test(name) || /(?:^|\/)(?:media|drawings|charts|theme)\//i.test(name)) return false;
      total += originalSize;
      count += 1;
      return isWithin();
    },
  });
  if (!isWithin()) return undefined;
  return new Map(Object.entries(parts).map(([name, part]) => [name.toLowerCase(), part]));
}

/**
 * The sheets of a workbook in their order, and how it counts dates.
 * @throws {XmlFault}
 */
export function readSheetList(parts: ReadonlyMap<string, Uint8Array>): { sheets: SheetEntry[]; from1904: boolean } {
  const path = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = new Map(relationsOf(parts, path).map((one) => [one.id, one]));
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  scanXml(parts.get(path) ?? new Uint8Array(), {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      const relation = relations.get(id);
      // A sheet of a chart has no cells.
      if (relation?.type !== 'worksheet') return;
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', isHidden, path: relation.target });
    },
  });
  return { sheets, from1904 };
}

/** Where the texts cells share are, and the number formats; both may be absent. */
export function commonParts(parts: ReadonlyMap<string, Uint8Array>): {
  strings: Uint8Array | undefined;
  styles: Uint8Array | undefined;
} {
  const path = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const of = (type: string) => {
    const target = relationsOf(parts, path).find((one) => one.type === type)?.target;
    return target === undefined ? undefined : parts.get(target);
  };
  return { strings: of('sharedStrings'), styles: of('styles') };
}

/**
 * Number formats by the index a cell names.
 * @throws {XmlFault}
 */
export function readFormats(styles: Uint8Array): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isInCells = false;
  scanXml(styles, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(numberFormatOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}

interface Relation {
  id: string;
  /** Last word of its type, which transitional and strict files have in common. */
  type: string;
  target: string;
}

/** What a part of the package refers to; paths in lower case from the package's root. */
function relationsOf(parts: ReadonlyMap<string, Uint8Array>, path: string): Relation[] {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const file = parts.get(`${folder}_rels/${path.slice(slash)}.rels`);
  const relations: Relation[] = [];
  if (file)
    scanXml(file, {
      open(name, { Id = '', Type = '', Target = '', TargetMode }) {
        if (name !== 'Relationship' || TargetMode === 'External') return;
        const type = Type.slice(Type.lastIndexOf('/') + 1);
        relations.push({ id: Id, type, target: resolved(folder, Target.toLowerCase()) });
      },
    });
  return relations;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}
