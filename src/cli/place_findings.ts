import type { Diagnostic } from '../core/plan/findings.ts';
import { readWhole } from '../core/read/byte_source.ts';
import { locatePointers } from '../core/read/geojson/locate_pointers.ts';
import type { CommandHost } from './host.ts';

/** Only a text of JSON has lines that a pointer leads to. */
const JSON_NAME = /\.(?:geo|topo)?json$/i;
/** Pointers into a file of one text a line begin with its number. */
const LINE_POINTER = /^\/line\/(\d+)/;

/**
 * Findings with their line and column in the files they are of, as far as these lie at the paths the findings name.
 * @param encodings of files whose text is not UTF-8
 */
export function placeFindings(
  findings: readonly Diagnostic[],
  encodings: ReadonlyMap<string, string>,
  host: CommandHost,
): Diagnostic[] {
  const pointersOf = new Map<string, Set<string>>();
  for (const { file, pointer } of findings) {
    if (file === undefined || pointer === undefined || !JSON_NAME.test(file) || host.kindOf(file) !== 'file') continue;
    const pointers = pointersOf.get(file);
    if (pointers) pointers.add(pointer);
    else pointersOf.set(file, new Set([pointer]));
  }
  const placesOf = new Map(
    [...pointersOf].map(([file, pointers]) => {
      const bytes = readWhole(host.openFile(file));
      return [file, locatePointers(inUtf8(bytes, encodings.get(file)), pointers)];
    }),
  );
  return findings.map((finding) => {
    const place = (finding.file && placesOf.get(finding.file)?.get(finding.pointer ?? '')) || toldPlace(finding);
    return place ? { ...finding, place } : finding;
  });
}

/** A fault of the text itself says where it is. */
function toldPlace({ pointer, data }: Diagnostic): Diagnostic['place'] {
  const line = LINE_POINTER.exec(pointer ?? '')?.[1] ?? data.line;
  if (!(Number(line) >= 1)) return undefined;
  return { line: Number(line), ...(typeof data.column === 'number' && { column: data.column }) };
}

function inUtf8(bytes: Uint8Array, encoding: string | undefined): Uint8Array {
  return encoding === undefined ? bytes : new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}
