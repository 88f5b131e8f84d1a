import type { Database, SqlValue } from 'sql.js/dist/sql-asm-memory-growth.js';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { DeclaredCrs, SourceLayer } from '../source.ts';
import type { FormatInput } from './format.ts';
import { readGeopackageShape, ShapeFault } from './geopackage_wkb.ts';

/** Names of row numbers: they count rows and name no feature. */
const ROW_NUMBER_NAMES = new Set(['fid', 'ogc_fid', 'objectid', 'gid', 'rowid']);

/** Every table of a GeoPackage that holds features or attributes. Never rejects for what is in the file. */
export async function openGeopackage({ main, log }: FormatInput): Promise<SourceLayer[]> {
  const { default: initialise } = await import('sql.js/dist/sql-asm-memory-growth.js');
  const sources: SourceLayer[] = [];
  let database: Database | undefined;
  try {
    const sql = await initialise();
    database = new sql.Database(withoutJournal(main.bytes, log));
    const tables = query(
      database,
      `SELECT c.table_name, c.data_type, m.type FROM gpkg_contents c LEFT JOIN sqlite_master m ON m.name = c.table_name COLLATE NOCASE AND m.type IN ('table', 'view') WHERE c.data_type IN ('features', 'attributes')`,
    );
    for (const [table, dataType, kind] of tables) {
      // A view is a query of its own, which may run for ever.
      if (kind !== 'table')
        log.add({ code: 'geopackage-view', severity: 'warning', data: { found: String(table ?? '') } });
      else sources.push(readTable(database, main.name, String(table), dataType === 'attributes', log));
    }
    if (tables.length === 0) log.add({ code: 'geopackage-without-tables', severity: 'error', data: {} });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const code = /no such table: gpkg_contents/.test(found) ? 'geopackage-not-one' : 'container-damaged';
    log.add({ code, severity: 'error', data: { found: found.slice(0, 120) } });
  } finally {
    close(database);
  }
  return sources;
}

/** The bytes as a database without a write-ahead log beside it: QGIS leaves files marked so, and the log does not come with them. */
function withoutJournal(bytes: Uint8Array, log: DiagnosticLog): Uint8Array {
  if (bytes[18] !== 2 && bytes[19] !== 2) return bytes;
  log.add({ code: 'geopackage-journal', severity: 'warning', data: {} });
  const copy = bytes.slice();
  copy[18] = 1;
  copy[19] = 1;
  return copy;
}

function close(database: Database | undefined): void {
  try {
    database?.close();
  } catch {
    // A damaged database may refuse to close; what is wrong with it has been said.
  }
}

function query(database: Database, sql: string, values: SqlValue[] = []): SqlValue[][] {
  const statement = database.prepare(sql);
  try {
    statement.bind(values);
    const rows: SqlValue[][] = [];
    while (statement.step()) rows.push(statement.get());
    return rows;
  } finally {
    statement.free();
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function readTable(database: Database, file: string, table: string, isTable: boolean, log: DiagnosticLog): SourceLayer {
  const features: unknown[] = [];
  const [geometryRow] = isTable
    ? []
    : query(database, 'SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?1 COLLATE NOCASE', [
        table,
      ]);
  const shapeColumn = String(geometryRow?.[0] ?? '').toLowerCase();
  const declaredCrs = geometryRow && declaredSystem(database, geometryRow[1] ?? null);
  const kinds = columnKinds(database, table);
  const statement = database.prepare(`SELECT * FROM ${quoted(table)}`);
  try {
    const names = statement.getColumnNames();
    while (statement.step()) {
      const pointer = `/row/${features.length + 1}`;
      const properties: [string, unknown][] = [];
      let geometry: unknown = null;
      for (const [index, value] of statement.get().entries()) {
        const name = names[index] ?? '';
        const kind = kinds.get(name);
        if (!isTable && name.toLowerCase() === shapeColumn) geometry = shapeOf(value, table, pointer, log);
        else if (kind === 'row-number') continue;
        else if (value instanceof Uint8Array)
          log.add({ code: 'container-blob', severity: 'info', pointer, data: { field: name, table } });
        else properties.push([name, plainValue(value, kind)]);
      }
      features.push({ type: 'Feature', geometry, properties: Object.fromEntries(properties) });
    }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const pointer = `/row/${features.length + 1}`;
    log.add({ code: 'container-damaged', severity: 'error', pointer, data: { found: found.slice(0, 120) } });
  } finally {
    statement.free();
  }
  return {
    name: `${file}/${table}`,
    file,
    format: 'geopackage',
    features,
    pointerOf: (index) => `/row/${index + 1}`,
    ...(isTable && { isTable: true }),
    ...(declaredCrs && { declaredCrs }),
  };
}

type ColumnKind = 'row-number' | 'boolean' | 'json' | 'plain';

function columnKinds(database: Database, table: string): Map<string, ColumnKind> {
  const kinds = new Map<string, ColumnKind>();
  for (const [, name, type, , , key] of query(database, `PRAGMA table_info(${quoted(table)})`)) {
    const isRowNumber = key === 1 && ROW_NUMBER_NAMES.has(String(name).toLowerCase());
    kinds.set(String(name), isRowNumber ? 'row-number' : /^bool/i.test(String(type)) ? 'boolean' : 'plain');
  }
  const hasNotes = query(database, "SELECT 1 FROM sqlite_master WHERE name = 'gpkg_data_columns'").length > 0;
  const notes = hasNotes
    ? query(
        database,
        "SELECT column_name FROM gpkg_data_columns WHERE table_name = ?1 COLLATE NOCASE AND mime_type = 'application/json'",
        [table],
      )
    : [];
  for (const [name] of notes) kinds.set(String(name), 'json');
  return kinds;
}

function plainValue(value: SqlValue, kind: ColumnKind | undefined): unknown {
  if (kind === 'boolean' && (value === 0 || value === 1)) return value === 1;
  if (kind === 'json' && typeof value === 'string') {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  return value;
}

function shapeOf(value: SqlValue, table: string, pointer: string, log: DiagnosticLog): unknown {
  if (value === null) return null;
  try {
    if (value instanceof Uint8Array) return readGeopackageShape(value);
    throw new ShapeFault('damaged', String(value).slice(0, 60));
  } catch (error) {
    const isCurve = error instanceof ShapeFault && error.kind === 'curve';
    const found = error instanceof Error ? error.message : String(error);
    log.add({
      code: isCurve ? 'container-curve' : 'container-shape-damaged',
      severity: 'error',
      pointer,
      data: { found, table },
    });
    return null;
  }
}

/** A table's coordinate system; -1 and 0 are GeoPackage's numbers for an unknown one. */
function declaredSystem(database: Database, id: SqlValue): DeclaredCrs | undefined {
  const [row] = query(
    database,
    'SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?1',
    [id],
  );
  const organisation = String(row?.[0] ?? '').trim();
  const number = row?.[1];
  const definition = String(row?.[2] ?? '').trim();
  if (/^epsg$/i.test(organisation) && typeof number === 'number' && number > 0)
    return { text: `EPSG:${number}`, kind: 'name' };
  return definition !== '' && definition.toLowerCase() !== 'undefined' ? { text: definition, kind: 'wkt' } : undefined;
}
