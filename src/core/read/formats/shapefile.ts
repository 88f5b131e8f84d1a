import type { Diagnostic } from '../../plan/findings.ts';
import type { Geometry } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { SourceLayer } from '../source.ts';
import { readDbf } from './dbf.ts';
import type { FormatInput } from './format.ts';
import { readShapes, recordStarts, type ShapeFaultCode } from './shp.ts';

/** Opens a shapefile: the `.shp` with its `.dbf`, `.shx`, `.prj` and `.cpg`, or a `.dbf` alone as a table. Never rejects. */
export async function openShapefile({ main, companions, log, choices }: FormatInput): Promise<SourceLayer[]> {
  const chosen = Object.hasOwn(choices, main.name) ? choices[main.name]?.encoding : undefined;
  const isTable = /\.dbf$/i.test(main.name);
  const dbf = isTable ? main : companions.get('dbf');
  const text = (ending: string) => {
    const file = companions.get(ending);
    return (
      file &&
      new TextDecoder('utf-8')
        .decode(file.bytes)
        .replace(/^\ufeff/, '')
        .trim()
    );
  };
  const table = dbf && readDbf(dbf.bytes, log, { chosen, cpg: text('cpg') });
  const rows = table?.rows ?? [];
  const { shapes, isCut } = isTable
    ? { shapes: rows.map(() => null), isCut: false }
    : shapesOf(main.bytes, companions.get('shx')?.bytes, rows.length, log);
  if (!isTable && !dbf) log.add({ code: 'shapefile-without-dbf', severity: 'warning', data: {} });
  // Of a file that breaks off it is said already, and why.
  else if (!isTable && table && rows.length !== shapes.length && !isCut)
    log.add({
      code: 'shapefile-counts-differ',
      severity: 'error',
      data: { count: shapes.length, rowCount: rows.length },
    });
  const wkt = text('prj');
  const features: unknown[] = [];
  const numbers: number[] = [];
  const shapeFaults = new Map<number, Diagnostic[]>();
  for (const [index, shape] of shapes.entries()) {
    // The shape of a deleted row is left behind in the file.
    if (index < rows.length && rows[index] === undefined) continue;
    const isFault = typeof shape === 'string';
    if (isFault)
      shapeFaults.set(features.length, [{ code: shape, severity: 'error', pointer: `/row/${index + 1}`, data: {} }]);
    features.push({ type: 'Feature', geometry: isFault ? null : shape, properties: rows[index] ?? {} });
    numbers.push(index + 1);
  }
  return [
    {
      name: main.name,
      file: main.name,
      format: 'shapefile',
      features,
      shapeFaults,
      pointerOf: (index) => `/row/${numbers[index] ?? index + 1}`,
      ...(isTable && { isTable }),
      ...(wkt && { declaredCrs: { text: wkt, kind: 'wkt' as const } }),
      ...(table && table.encoding !== 'utf-8' && { encoding: table.encoding }),
    },
  ];
}

/**
 * The shapes in file order. Where the index names others and these alone are as many as the table has rows, the index decides: a
 * program that edits a shapefile may leave the old shape behind and add the new one at the end.
 */
function shapesOf(
  bytes: Uint8Array,
  index: Uint8Array | undefined,
  rowCount: number,
  log: DiagnosticLog,
): { shapes: (Geometry | null | ShapeFaultCode)[]; isCut: boolean } {
  const { starts, isCut } = recordStarts(bytes);
  const indexed = index && indexedStarts(index, bytes);
  const differs = index !== undefined && !(indexed && isSame(indexed, starts));
  const decides = differs && indexed !== undefined && indexed.length === rowCount;
  if (isCut && !decides) log.add({ code: 'shapefile-cut', severity: 'error', data: { count: starts.length } });
  if (differs && (decides || !isCut))
    log.add({
      code: decides ? 'shapefile-index-followed' : 'shapefile-index-differs',
      severity: 'warning',
      data: { count: starts.length, other: indexed?.length ?? 0 },
    });
  return { shapes: readShapes(bytes, decides ? indexed : starts), isCut: isCut && !decides };
}

/**
 * Offsets of the records an index (`.shx`) names, eight bytes each; undefined where it names what is no whole record (ESRI Shapefile
 * Technical Description, 1998).
 */
function indexedStarts(index: Uint8Array, bytes: Uint8Array): number[] | undefined {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const shapes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = [];
  for (let at = 100; at + 8 <= index.length; at += 8) {
    const start = view.getUint32(at, false) * 2;
    const words = view.getUint32(at + 4, false);
    const isWhole = start >= 100 && words >= 2 && start + 8 + words * 2 <= bytes.length;
    if (!isWhole || shapes.getUint32(start + 4, false) !== words) return undefined;
    starts.push(start);
  }
  return starts;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
