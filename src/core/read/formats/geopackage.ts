import type { Diagnostic } from '../../plan/findings.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { DeclaredCrs, SourceLayer } from '../source.ts';
import { encodingLabelOf } from '../text/encoding_label.ts';
import type { FormatInput } from './format.ts';
import { readGeopackageShape, ShapeFault, type WkbShape } from './geopackage_wkb.ts';
import { SqliteDatabase, type SqliteTable } from './sqlite/database.ts';
import { SqliteFault } from './sqlite/fault.ts';
import type { SqliteValue } from './sqlite/record.ts';
import { withWriteAheadLog } from './sqlite/write_ahead_log.ts';

/** Names of row numbers: they count rows and name no feature. */
const ROW_NUMBER_NAMES = new Set(['fid', 'ogc_fid', 'objectid', 'gid', 'rowid']);
/** Characters of what was found that a message shows. */
const LONGEST_FOUND = 120;

/** Every table of a GeoPackage that holds features or attributes. Never rejects for what is in the file. */
export async function openGeopackage({ main, companions, log, choices }: FormatInput): Promise<SourceLayer[]> {
  try {
    const database = openDatabase(main.bytes, companions.get('wal')?.bytes, log);
    if (!database.table('gpkg_contents')) {
      log.add({ code: 'geopackage-not-one', severity: 'error', data: {} });
      return [];
    }
    const sources: SourceLayer[] = [];
    const contents = recordsOf(database, 'gpkg_contents').filter(isLayer);
    for (const content of contents) {
      const name = String(content.get('table_name') ?? '');
      const table = database.table(name);
      // A view is a query of its own, which may run for ever.
      if (table?.kind !== 'table') {
        log.add({ code: 'geopackage-view', severity: 'warning', data: { found: name } });
        continue;
      }
      const source = `${main.name}/${name}`;
      const encoding = Object.hasOwn(choices, source) ? choices[source]?.encoding : undefined;
      sources.push(readTable(database, table, { source, file: main.name, content, encoding }, log));
    }
    if (contents.length === 0) log.add({ code: 'geopackage-without-tables', severity: 'error', data: {} });
    return sources;
  } catch (error) {
    reportDamage(error, log, '');
    return [];
  }
}

/** The database with what still stands in the log beside it. QGIS leaves files marked so, and the log often does not come with them. */
function openDatabase(bytes: Uint8Array, changes: Uint8Array | undefined, log: DiagnosticLog): SqliteDatabase {
  const whole = changes && withWriteAheadLog(bytes, changes);
  const database = new SqliteDatabase(whole ?? bytes);
  if (whole) log.add({ code: 'geopackage-journal-read', severity: 'info', data: {} });
  // An empty log has nothing that could be missing.
  else if (database.isWriteAhead && changes?.length !== 0)
    log.add({ code: 'geopackage-journal', severity: 'warning', data: {} });
  return database;
}

/** What QGIS keeps of itself in a GeoPackage: styles and projects. */
const TABLES_OF_PROGRAMS = new Set(['layer_styles', 'qgis_projects']);

function isLayer(content: ReadonlyMap<string, SqliteValue>): boolean {
  const kind = content.get('data_type');
  const isOwn = TABLES_OF_PROGRAMS.has(String(content.get('table_name')).toLowerCase());
  return (kind === 'features' || kind === 'attributes') && !isOwn;
}

function reportDamage(error: unknown, log: DiagnosticLog, pointer: string): void {
  if (!(error instanceof SqliteFault)) throw error;
  const data = { found: error.message.slice(0, LONGEST_FOUND) };
  log.add({ code: 'container-damaged', severity: 'error', ...(pointer && { pointer }), data });
}

/** The rows of one of GeoPackage's own tables by column name, in small letters; none where there is no such table. */
function recordsOf(database: SqliteDatabase, name: string): Map<string, SqliteValue>[] {
  const table = database.table(name);
  if (!table) return [];
  const records: Map<string, SqliteValue>[] = [];
  for (const values of database.rows(table)) {
    if (values instanceof SqliteFault) throw values;
    records.push(new Map(table.columns.map((column, index) => [column.name.toLowerCase(), values[index] ?? null])));
  }
  return records;
}

function isSameName(value: SqliteValue | undefined, name: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === name.toLowerCase();
}

interface TablePlace {
  source: string;
  file: string;
  /** Its row of `gpkg_contents`. */
  content: Map<string, SqliteValue>;
  /** Label of the encoding a person chose for its text. */
  encoding: string | undefined;
}

function readTable(
  database: SqliteDatabase,
  table: SqliteTable,
  { source, file, content, encoding }: TablePlace,
  log: DiagnosticLog,
): SourceLayer {
  const isTable = content.get('data_type') === 'attributes';
  const shape = isTable
    ? undefined
    : recordsOf(database, 'gpkg_geometry_columns').find((one) => isSameName(one.get('table_name'), table.name));
  const declaredCrs = shape && declaredSystem(database, shape.get('srs_id'));
  const kinds = columnKinds(database, table, isTable ? undefined : shape?.get('column_name'));
  for (const name of table.computed)
    log.add({ code: 'geopackage-computed', severity: 'warning', data: { field: name, table: table.name } });
  const features: unknown[] = [];
  const shapeFaults = new Map<number, Diagnostic[]>();
  const chosen = encodingLabelOf(encoding);
  try {
    for (const values of database.rows(table, chosen)) {
      const pointer = `/row/${features.length + 1}`;
      if (values instanceof SqliteFault) {
        const data = { found: values.message.slice(0, LONGEST_FOUND), table: table.name };
        shapeFaults.set(features.length, [{ code: 'container-row-damaged', severity: 'error', pointer, data }]);
        features.push({ type: 'Feature', geometry: null, properties: {} });
        continue;
      }
      const properties: [string, unknown][] = [];
      let geometry: unknown = null;
      for (let index = 0; index < values.length; index += 1) {
        const value = values[index] ?? null;
        const { name, kind } = kinds[index] ?? { name: '', kind: 'plain' };
        if (kind === 'row-number') continue;
        if (kind === 'shape') {
          const shape = shapeOf(value, table.name, pointer);
          if (shape.fault) shapeFaults.set(features.length, [shape.fault]);
          geometry = shape.geometry;
        } else if (value instanceof Uint8Array)
          log.add({ code: 'container-blob', severity: 'info', pointer, data: { field: name, table: table.name } });
        else properties.push([name, plainValue(value, kind)]);
      }
      features.push({ type: 'Feature', geometry, properties: Object.fromEntries(properties) });
    }
  } catch (error) {
    reportDamage(error, log, `/row/${features.length + 1}`);
  }
  return {
    name: source,
    file,
    format: 'geopackage',
    features,
    shapeFaults,
    pointerOf: (index) => `/row/${index + 1}`,
    ...(isTable && { isTable: true }),
    ...(declaredCrs && { declaredCrs }),
    ...(chosen !== undefined && chosen !== 'utf-8' && { encoding: chosen }),
  };
}

type ColumnKind = 'shape' | 'row-number' | 'boolean' | 'json' | 'plain';

function columnKinds(
  database: SqliteDatabase,
  table: SqliteTable,
  shapeColumn: SqliteValue | undefined,
): { name: string; kind: ColumnKind }[] {
  const notes = recordsOf(database, 'gpkg_data_columns').filter(
    (one) => isSameName(one.get('table_name'), table.name) && one.get('mime_type') === 'application/json',
  );
  return table.columns.map(({ name, type, isPrimaryKey }) => {
    if (isSameName(shapeColumn, name)) return { name, kind: 'shape' };
    if (isPrimaryKey && ROW_NUMBER_NAMES.has(name.toLowerCase())) return { name, kind: 'row-number' };
    if (/^bool/i.test(type)) return { name, kind: 'boolean' };
    return { name, kind: notes.some((one) => isSameName(one.get('column_name'), name)) ? 'json' : 'plain' };
  });
}

function plainValue(value: SqliteValue, kind: ColumnKind): unknown {
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

function shapeOf(
  value: SqliteValue,
  table: string,
  pointer: string,
): { geometry: WkbShape | null; fault?: Diagnostic } {
  if (value === null) return { geometry: null };
  try {
    if (value instanceof Uint8Array) return { geometry: readGeopackageShape(value) };
    throw new ShapeFault('damaged', String(value).slice(0, 60));
  } catch (error) {
    const isCurve = error instanceof ShapeFault && error.kind === 'curve';
    const found = error instanceof Error ? error.message : String(error);
    const code = isCurve ? 'container-curve' : 'container-shape-damaged';
    return { geometry: null, fault: { code, severity: 'error', pointer, data: { found, table } } };
  }
}

/** A table's coordinate system; -1 and 0 are GeoPackage's numbers for an unknown one. */
function declaredSystem(database: SqliteDatabase, id: SqliteValue | undefined): DeclaredCrs | undefined {
  const row = recordsOf(database, 'gpkg_spatial_ref_sys').find((one) => one.get('srs_id') === id);
  const organisation = String(row?.get('organization') ?? '').trim();
  const number = row?.get('organization_coordsys_id');
  const definition = String(row?.get('definition') ?? '').trim();
  if (/^epsg$/i.test(organisation) && typeof number === 'number' && number > 0)
    return { text: `EPSG:${number}`, kind: 'name' };
  return definition !== '' && definition.toLowerCase() !== 'undefined' ? { text: definition, kind: 'wkt' } : undefined;
}
