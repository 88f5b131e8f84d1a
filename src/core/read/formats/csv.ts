import type { SourceLayer } from '../source.ts';
import { decodeUtf8 } from '../text/decode_text.ts';
import type { FormatInput } from './format.ts';

/** A CSV's rows as attributes to join, pointers counting rows as a spreadsheet does. Never rejects for what is in the file. */
export async function openCsv({ main, log, choices }: FormatInput): Promise<SourceLayer[]> {
  const chosen = Object.hasOwn(choices, main.name) ? choices[main.name]?.encoding : undefined;
  const { text, encoding } = decode(main.bytes, chosen);
  const rows = splitRows(text);
  // Planners put titles above the heading: the heading is the first row as wide as the widest of the first twenty.
  const width = Math.max(0, ...rows.slice(0, 20).map(filledCount));
  const at = rows.findIndex((row) => filledCount(row) === width);
  const heading = rows[at];
  if (!heading || width < 2) {
    log.add({ code: 'table-heading-missing', severity: 'error', pointer: '/row/1', data: {} });
    return [];
  }
  const fieldUnits = new Map<string, string>();
  const names = heading.map((cell) => {
    const [, name, unit] = /^(.+?)\s*[（(]([^（）()]+)[）)]$/.exec(cell.trim()) ?? [];
    if (name && unit) fieldUnits.set(name, unit);
    return name ?? cell.trim();
  });
  const features: unknown[] = [];
  const numbers: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= at || filledCount(row) === 0) continue;
    const entries = names.flatMap((name, column) => (name === '' ? [] : [[name, cellOf(row[column] ?? '')] as const]));
    features.push({ type: 'Feature', geometry: null, properties: Object.fromEntries(entries) });
    numbers.push(index + 1);
  }
  return [
    {
      name: main.name,
      file: main.name,
      format: 'csv',
      features,
      pointerOf: (index) => `/row/${numbers[index] ?? index + 1}`,
      isTable: true,
      ...(encoding && { encoding }),
      ...(fieldUnits.size > 0 && { fieldUnits: Object.fromEntries(fieldUnits) }),
    },
  ];
}

function filledCount(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

/** Text stays text: a code's leading zeros count. `="0902"` is how spreadsheets are made to keep them. */
function cellOf(cell: string): string | null {
  const text = (/^="(.*)"$/.exec(cell)?.[1] ?? cell).trim();
  return text === '' ? null : text;
}

function decode(bytes: Uint8Array, chosen: string | undefined): { text: string; encoding?: string } {
  const utf8 = decodeUtf8(bytes);
  if (!chosen && 'text' in utf8) return { text: utf8.text };
  const told = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'gb18030';
  for (const encoding of [chosen ?? told, told])
    try {
      return { text: new TextDecoder(encoding).decode(bytes), encoding };
    } catch {
      // A label nobody knows: the next one is tried.
    }
  return { text: '' };
}

/** Splits by the separator that occurs most in the first lines; quotes keep separators and line ends, doubled quotes are one. */
function splitRows(text: string): string[][] {
  const start = text.slice(0, 4000);
  const separator = [',', ';', '\t'].sort((a, b) => start.split(b).length - start.split(a).length)[0];
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else {
        isQuoted = false;
        if (cell.startsWith('=')) cell += '"';
      }
    } else if (sign === '"' && (cell === '' || cell === '=')) {
      isQuoted = true;
      if (cell === '=') cell = '="';
    } else if (sign === separator || sign === '\n') {
      row.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
      cell = '';
      if (sign === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
