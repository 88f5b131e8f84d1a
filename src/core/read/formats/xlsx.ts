import { excerptOf, pointerStep } from '../diagnostic_log.ts';
import type { SourceLayer } from '../source.ts';
import { sourceOfGrid } from '../tables/table_source.ts';
import { XmlFault } from '../xml/scan_xml.ts';
import type { FormatInput } from './format.ts';
import { readSharedStrings, readSheetCells, type SheetCells } from './workbook/sheet_cells.ts';
import { type WorkbookKind, workbookKindOf } from './workbook/workbook_kind.ts';
import { commonParts, readFormats, readSheetList, unpackWorkbook } from './workbook/workbook_parts.ts';

/** What is told of documents that are no workbook that is read. */
const UNREAD: Readonly<Record<Exclude<WorkbookKind, 'workbook'>, string>> = {
  compound: 'workbook-compound',
  encrypted: 'workbook-encrypted',
  binary: 'workbook-binary',
  openDocument: 'workbook-open-document',
  webPage: 'workbook-web-page',
  xml2003: 'workbook-xml-2003',
  word: 'workbook-word',
  slides: 'workbook-slides',
};

/** What programs call a sheet. */
const UNNAMED = /^(?:sheet|table|工作表|表)\s*\d*$/i;

/** Cells that are named when something is wrong with several. */
const NAMED_CELLS = 5;

/**
 * Opens a workbook: each visible sheet that holds a table is a source of attributes to join. Other kinds of spreadsheets are
 * recognised and told. Never rejects for what is in the file.
 */
export async function openXlsx({ main, log }: FormatInput): Promise<SourceLayer[]> {
  const kind = workbookKindOf(main);
  if (kind !== 'workbook') {
    log.add({ code: kind ? UNREAD[kind] : 'workbook-broken', severity: 'error', data: {} });
    return [];
  }
  try {
    const parts = await unpackWorkbook(main.bytes);
    if (!parts) {
      log.add({ code: 'workbook-too-large', severity: 'error', data: { sizeBytes: main.bytes.length } });
      return [];
    }
    const { sheets, from1904 } = readSheetList(parts);
    const { strings, styles } = commonParts(parts);
    const context = {
      strings: strings ? readSharedStrings(strings) : [],
      formats: styles ? readFormats(styles) : [],
      from1904,
    };
    const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
    if (hidden.length > 0)
      log.add({ code: 'sheets-hidden', severity: 'warning', data: { sheets: hidden, count: hidden.length } });
    const visible = sheets.filter(({ isHidden }) => !isHidden);
    const sources: SourceLayer[] = [];
    const without: string[] = [];
    for (const { name, path } of visible) {
      const part = parts.get(path);
      const cells = part && readSheetCells(part, context);
      // A lone sheet that nobody named says nothing.
      const isNamed = sheets.length > 1 || !UNNAMED.test(name);
      const source =
        cells &&
        sourceOfGrid(
          cells,
          { name: isNamed ? `${main.name}/${name}` : main.name, file: main.name, format: 'xlsx', sheet: name },
          log,
        );
      if (!source) without.push(name);
      else {
        reportCells(cells, name, log);
        sources.push(source);
      }
    }
    if (sources.length === 0)
      log.add({
        code: 'table-heading-missing',
        severity: 'error',
        ...(without[0] && { pointer: pointerStep(without[0]) }),
        data: {},
      });
    else if (without.length > 0)
      log.add({ code: 'sheets-without-table', severity: 'info', data: { sheets: without, count: without.length } });
    return sources;
  } catch (error) {
    const found = error instanceof XmlFault ? `${error.line}:${error.column} ${error.message}` : 'ZIP';
    log.add({ code: 'workbook-broken', severity: 'error', data: { found: excerptOf(found) } });
    return [];
  }
}

/** What a sheet's cells do not say although they look as if they did. */
function reportCells(cells: SheetCells, sheet: string, log: FormatInput['log']): void {
  const { uncalculated, errors, hiddenRowCount, cutCount } = cells;
  const of = (list: readonly string[]) => ({ cells: list.slice(0, NAMED_CELLS), count: list.length });
  const pointer = pointerStep(sheet);
  if (uncalculated.length > 0)
    log.add({ code: 'cells-uncalculated', severity: 'warning', pointer, data: { sheet, ...of(uncalculated) } });
  if (errors.length > 0)
    log.add({ code: 'cells-in-error', severity: 'warning', pointer, data: { sheet, ...of(errors) } });
  if (hiddenRowCount > 0)
    log.add({ code: 'rows-hidden', severity: 'info', pointer, data: { sheet, count: hiddenRowCount } });
  if (cutCount > 0) log.add({ code: 'columns-cut', severity: 'warning', pointer, data: { sheet, count: cutCount } });
}
