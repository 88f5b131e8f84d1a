import { strToU8, zipSync } from 'fflate';

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** A cell as a test writes it: text (shared string), a number, or the XML of a `<c>` with `@` where its reference goes. */
export type TestCell = string | number | null | { xml: string };
export interface TestSheet {
  name: string;
  rows: readonly (readonly TestCell[])[];
  merges?: readonly string[];
  state?: 'hidden' | 'veryHidden';
  hiddenRows?: readonly number[];
}

/** A workbook's bytes, written by hand so that the reader is not tested by the product's own writer. */
export function workbookOf(
  sheets: readonly TestSheet[],
  {
    strict = false,
    formats = [],
    date1904 = false,
  }: { strict?: boolean; formats?: readonly string[]; date1904?: boolean } = {},
): Uint8Array {
  const { main, relations } = strict ? STRICT : TRANSITIONAL;
  const strings: string[] = [];
  const sheetXml = ({ rows, merges = [], hiddenRows = [] }: TestSheet) => {
    const lines = rows.map((cells, index) => {
      const row = index + 1;
      const xml = cells
        .map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row}`, strings))
        .join('');
      return `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${xml}</row>`;
    });
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
  };
  const parts = sheets.map(sheetXml);
  const numFmts = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`);
  // Styles 1 and 2 are percent and date as built in; those behind them are the test's own.
  const xfs = [0, 10, 14, ...formats.map((_, index) => 200 + index)].map((id) => `<xf numFmtId="${id}"/>`);
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="s${index}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, index) =>
          `<Relationship Id="s${index}" Type="${relations}/worksheet" Target="worksheets/sheet${index}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="x" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="y" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  };
  for (const [index, xml] of parts.entries()) files[`xl/worksheets/sheet${index}.xml`] = xml;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function cellXml(cell: TestCell, reference: string, strings: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.xml.replace('@', reference);
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  strings.push(cell);
  return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
