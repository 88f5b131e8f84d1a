import { parseCreateTable, type SqliteColumn } from './create_table.ts';
import { SqliteFault } from './fault.ts';
import { openPages, type Pages } from './pages.ts';
import { readRecord, type SqliteValue, type TextOf, textReader } from './record.ts';
import { type Row, tableRows } from './table_rows.ts';

/** A table or view of a database. */
export interface SqliteTable {
  name: string;
  /** view: a query. other: kept in a way that is not read (`WITHOUT ROWID`, virtual). */
  kind: 'table' | 'view' | 'other';
  /** Those whose values are kept, in the order of the values `rows` gives. */
  columns: SqliteColumn[];
  /** Columns computed by the database itself, whose values no file holds. */
  computed: string[];
  rootPage: number;
}

/** A SQLite database that lies in memory as a file: its tables, and their rows one by one. Nothing is ever written. */
export class SqliteDatabase {
  readonly isWriteAhead: boolean;
  readonly encoding: string;
  readonly tables: readonly SqliteTable[];
  readonly #pages: Pages;

  /** @throws {SqliteFault} when the bytes are no database or its schema cannot be read. */
  constructor(bytes: Uint8Array) {
    this.#pages = openPages(bytes);
    this.encoding = this.#pages.encoding;
    this.isWriteAhead = this.#pages.isWriteAhead;
    this.tables = schemaOf(this.#pages);
  }

  /** A table by its name, whose case does not count. */
  table(name: string): SqliteTable | undefined {
    return this.tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
  }

  /**
   * The rows of a table, as the values of its columns; a fault in the place of one whose record is damaged. `encoding` reads text that
   * was written in another encoding than the file says.
   * @throws {SqliteFault} where the table's pages are damaged, so that rows may be missing; the rows before have been given.
   */
  *rows({ kind, columns, rootPage }: SqliteTable, encoding = this.encoding): Generator<SqliteValue[] | SqliteFault> {
    if (kind !== 'table') return;
    const textOf = textReader(encoding);
    for (const { rowId, payload } of tableRows(this.#pages, rootPage)) {
      const values = readRow(payload, textOf);
      if (values instanceof SqliteFault) {
        yield values;
        continue;
      }
      for (let index = 0; index < columns.length; index += 1) {
        const column = columns[index];
        if (column?.isRowId) values[index] = rowId;
        else if (values[index] === undefined) values[index] = column?.fallback ?? null;
      }
      values.length = columns.length;
      yield values;
    }
  }
}

function readRow(payload: Row['payload'], textOf: TextOf): SqliteValue[] | SqliteFault {
  if (payload instanceof SqliteFault) return payload;
  try {
    return readRecord(payload, textOf);
  } catch (error) {
    if (error instanceof SqliteFault) return error;
    // DataView refuses to read beyond the end.
    if (error instanceof RangeError) return new SqliteFault(`record of ${payload.length} B`);
    throw error;
  }
}

/** What the schema's own table, whose tree begins on the first page, says there is. */
function schemaOf(pages: Pages): SqliteTable[] {
  const tables: SqliteTable[] = [];
  const textOf = textReader(pages.encoding);
  for (const { payload } of tableRows(pages, 1)) {
    const row = readRow(payload, textOf);
    // Which tables there are must be known for certain.
    if (row instanceof SqliteFault) throw row;
    const [type, name, , rootPage, sql] = row;
    if (typeof name !== 'string' || (type !== 'table' && type !== 'view')) continue;
    const definition = type === 'table' && typeof sql === 'string' ? parseCreateTable(sql) : undefined;
    const isKept = definition && !definition.isWithoutRowId && typeof rootPage === 'number' && rootPage > 0;
    tables.push({
      name,
      kind: type === 'view' ? 'view' : isKept ? 'table' : 'other',
      columns: definition?.columns.filter(({ isComputed }) => !isComputed) ?? [],
      computed: definition?.columns.filter(({ isComputed }) => isComputed).map((column) => column.name) ?? [],
      rootPage: Number(rootPage),
    });
  }
  return tables;
}
