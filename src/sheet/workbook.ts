import type { CellValue } from './plot_csv.ts';

/** One sheet of a workbook: a heading and rows, cell by cell below it. */
export interface WorkbookSheet {
  /** What its tab says; shortened and made unique where it has to be. */
  name: string;
  heading: readonly string[];
  rows: readonly (readonly (CellValue | boolean)[])[];
}

/** Media type of a workbook. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Styles by their index in `STYLES`: the heading is bold on grey, text stays text also when a cell is edited (format 49 is `@`). */
const HEADING_STYLE = 1;
const TEXT_STYLE = 2;
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF0"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const NAME_LENGTH = 31;
const NARROWEST = 8;
const WIDEST = 48;
/** Rows that are looked at for how wide a column should be. */
const MEASURED_ROWS = 500;

/**
 * Sheets as an Excel workbook (Office Open XML, transitional), readable by Excel, WPS and LibreOffice: text as text, so that codes
 * keep their zeros and nothing is run as a formula; numbers as numbers with all their digits; the heading stays in view.
 * A workbook needs at least one sheet.
 * @param pause called after every some hundred rows, so that a page does something else in between
 */
export async function writeWorkbook(
  sheets: readonly WorkbookSheet[],
  pause?: () => Promise<void>,
): Promise<Uint8Array> {
  const { strToU8, Zip, ZipDeflate } = await import('fflate');
  const names = sheetNames(sheets.map(({ name }) => name));
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets
      .map(
        (_, index) =>
          `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  };
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(bytes);
  });
  const add = async (name: string, pieces: Iterable<string>): Promise<void> => {
    const entry = new ZipDeflate(name, { level: 6 });
    // A fixed date: the same plan gives the same bytes.
    entry.mtime = '2000-01-01';
    zip.add(entry);
    for (const piece of pieces) {
      entry.push(strToU8(piece));
      await pause?.();
    }
    entry.push(new Uint8Array(0), true);
  };
  for (const [name, xml] of Object.entries(parts)) await add(name, [DECLARATION + xml]);
  for (const [index, sheet] of sheets.entries()) await add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet));
  await add('xl/styles.xml', [STYLES]);
  zip.end();
  return joined(packed);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Rows in one piece of a sheet's text. */
const ROWS_AT_ONCE = 500;

function* sheetXml({ heading, rows }: WorkbookSheet): Generator<string> {
  const rowXml = (cells: WorkbookSheet['rows'][number], row: number): string => {
    const xml = cells.map((value, column) => cellXml(value, `${columnName(column)}${row}`, row === 1)).join('');
    return `<row r="${row}">${xml}</row>`;
  };
  const columns = heading
    .map((title, column) => {
      const shown = rows.slice(0, MEASURED_ROWS).map((cells) => String(cells[column] ?? ''));
      const width = Math.min(WIDEST, Math.max(NARROWEST, ...[title, ...shown].map((text) => widthOf(text) + 2)));
      return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
    })
    .join('');
  const last = `${columnName(Math.max(0, heading.length - 1))}${rows.length + 1}`;
  yield `${DECLARATION}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columns && `<cols>${columns}</cols>`}<sheetData>${rowXml(heading, 1)}`;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    yield rows
      .slice(start, start + ROWS_AT_ONCE)
      .map((cells, index) => rowXml(cells, start + index + 2))
      .join('');
  yield `</sheetData><ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

function cellXml(value: CellValue | boolean, reference: string, isHeading: boolean): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${Number(value)}</v></c>`;
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${reference}"><v>${value + 0}</v></c>` : '';
  const style = isHeading ? HEADING_STYLE : TEXT_STYLE;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** Text for XML; characters XML cannot hold, and texts that look like their replacement, as Excel writes them. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
/** Controls, a carriage return (a reader of XML makes it a line feed), lone halves of a pair, and the two non-characters. */
const UNWRITABLE =
  /(?![\t\n])\p{Cc}|[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** Letters of a column, from 0. */
function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Width in the digits of a Latin font; a Chinese character is as wide as two. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign > '\u2e7f' ? 2 : 1;
  return width;
}

/** Tabs take no more than 31 characters, none of `[]:*?/\`, and no name twice. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[\s']+|[\s']+$/g, '') || 'Sheet';
    let unique = plain.slice(0, NAME_LENGTH);
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
      const end = ` (${count})`;
      unique = plain.slice(0, NAME_LENGTH - end.length) + end;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
