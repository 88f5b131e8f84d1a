import { fieldOfText } from '../../fields/text_fields.ts';

/** Of a longer description only this much is looked into. */
const LONGEST = 200_000;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * What a placemark's description says: the rows of the two-column table ArcGIS writes there, or lines such as `容积率：2.5`; else its
 * plain text. All as text: no markup is kept, and nothing of it is ever shown as HTML.
 */
export function readDescription(description: string): { fields: [string, string][]; text: string } {
  const html = description.slice(0, LONGEST);
  const fields = rowsOf(html).flatMap((cells): [string, string][] => {
    const [name = '', value = ''] = cells;
    return cells.length === 2 && name !== '' ? [[name, value]] : [];
  });
  if (fields.length > 0) return { fields, text: '' };
  const lines = plainText(html.replace(/<br\s*\/?>|<\/(?:p|div|li|tr)>/gi, '\n'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const rest: string[] = [];
  for (const line of lines) {
    const stated = fieldOfText(line);
    if (stated) fields.push([stated.field, stated.value]);
    else rest.push(line);
  }
  return { fields, text: rest.join('\n') };
}

/** The cells of each innermost table row. */
function rowsOf(html: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] | undefined;
  let cellStart: number | undefined;
  for (const tag of html.matchAll(/<(\/?)(tr|td|th)(?=[\s>/])[^<>]*>/gi)) {
    const [whole, slash, name = ''] = tag;
    const isCell = name.toLowerCase() !== 'tr';
    if (isCell && slash === '') cellStart = tag.index + whole.length;
    else if (isCell) {
      if (cells && cellStart !== undefined) cells.push(plainText(html.slice(cellStart, tag.index)).trim());
      cellStart = undefined;
    } else {
      if (slash !== '' && cells && cells.length > 0) rows.push(cells);
      // A row within a cell begins anew: the row around it is layout.
      cells = slash === '' ? [] : undefined;
      cellStart = undefined;
    }
  }
  return rows;
}

function plainText(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
      if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      const known = String(name).toLowerCase();
      return Object.hasOwn(ENTITIES, known) ? (ENTITIES[known] ?? whole) : whole;
    });
}
