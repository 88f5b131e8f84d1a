import { LAYERS } from '../../plan/fields.ts';
import type { Diagnostic } from '../../plan/findings.ts';
import type { Geometry, Plan } from '../../plan/types.ts';
import { isRecord } from '../../value_kinds.ts';
import { type DiagnosticLog, excerptOf } from '../diagnostic_log.ts';
import { tellTableLayer } from '../fields/tell_layer.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { ShapeFaults, SourceLayer } from '../source.ts';
import type { SourceChoices } from '../types.ts';
import { type BoundaryPoint, shapeOfPoints } from './boundary_rings.ts';
import { isNumberColumn } from './column_names.ts';
import { type CoordinateColumn, coordinateColumnOf } from './coordinate_columns.ts';
import { looksLikeWkt, readWkt } from './wkt.ts';

type Row = Record<string, unknown>;
type Columns = Partial<Record<CoordinateColumn, string>>;
/** Which two columns give a position, the one to the right first. */
type Pair = readonly [x: string, y: string];

/** As many rows a plot must have, in the middle of all, for its rows to be corners. */
const FEWEST_CORNERS = 3;

/**
 * Makes features of a table that says where things are: a column of well-known text, boundary points (several rows a plot), or a
 * position a row. Anything else is given back as it came, to be joined by number; so is a table of positions whose layer consists of
 * areas, which says where plots are but not what they cover.
 */
export function shapeTable(
  source: SourceLayer,
  log: DiagnosticLog,
  { plan, choice }: { plan: Plan; choice: SourceChoices | undefined },
): SourceLayer {
  const rows = source.features.map((feature) => {
    const properties = isRecord(feature) ? feature.properties : undefined;
    return isRecord(properties) ? properties : {};
  });
  const columns = columnsOf(rows[0] ?? {});
  const { wkt } = columns;
  const texts = wkt === undefined ? [] : rows.map((row) => row[wkt]).filter((value) => value !== null && value !== '');
  if (wkt !== undefined && texts.some((text) => typeof text === 'string' && looksLikeWkt(text)))
    return shapedByText(source, rows, wkt, log);
  const pair = pairOf(columns);
  if (!pair) return source;
  const own = Object.keys(rows[0] ?? {}).find(isNumberColumn);
  if (own !== undefined && (columns.point !== undefined || isSeveralRowsEach(rows, own)))
    return shapedByCorners(source, rows, { ...columns, own, pair }, log);
  const layer = choice?.layer ?? tellTableLayer(source.features as SoundFeature[], source.name, plan);
  if (layer !== undefined && !LAYERS[layer].geometryTypes.includes('Point')) {
    log.add({ code: 'table-positions-unused', severity: 'info', layer, data: { columns: [...pair] } });
    return source;
  }
  return shapedByPosition(source, rows, pair);
}

function columnsOf(row: Row): Columns {
  const columns: Columns = {};
  for (const name of Object.keys(row)) {
    const column = coordinateColumnOf(name);
    if (column !== undefined) columns[column] ??= name;
  }
  return columns;
}

/** Degrees go before metres: a table that has both states degrees for a map. X and Y may be either way round; the coordinates tell. */
function pairOf({ longitude, latitude, east, north, x, y }: Columns): Pair | undefined {
  if (longitude !== undefined && latitude !== undefined) return [longitude, latitude];
  if (east !== undefined && north !== undefined) return [east, north];
  return x !== undefined && y !== undefined ? [x, y] : undefined;
}

function isSeveralRowsEach(rows: readonly Row[], own: string): boolean {
  const counts = new Map<unknown, number>();
  for (const row of rows) if (row[own] !== null) counts.set(row[own], (counts.get(row[own]) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0) >= FEWEST_CORNERS;
}

function shapedByText(source: SourceLayer, rows: readonly Row[], column: string, log: DiagnosticLog): SourceLayer {
  const srids = new Set<number>();
  const faults = new Map<number, Diagnostic[]>();
  const features = rows.map((row, index) => {
    const text = row[column];
    const reading = typeof text === 'string' ? readWkt(text) : undefined;
    if (!reading && text !== null && text !== '')
      faults.set(index, [
        {
          code: 'wkt-unreadable',
          severity: 'error',
          pointer: source.pointerOf(index),
          data: { found: excerptOf(text) },
        },
      ]);
    if (reading?.srid) srids.add(reading.srid);
    return featureOf(source.features[index], reading?.geometry ?? null, without(row, [column]));
  });
  const [srid] = srids;
  if (srids.size > 1)
    log.add({ code: 'wkt-srids-differ', severity: 'error', data: { found: [...srids].map((one) => `EPSG:${one}`) } });
  return shaped(source, features, faults, undefined, srid);
}

function shapedByPosition(source: SourceLayer, rows: readonly Row[], pair: Pair): SourceLayer {
  const faults = new Map<number, Diagnostic[]>();
  const features = rows.map((row, index) => {
    const position = positionOf(row, pair, source.pointerOf(index));
    const isRead = Array.isArray(position);
    if (!isRead) faults.set(index, [position]);
    const geometry: Geometry | null = isRead ? { type: 'Point', coordinates: position } : null;
    return featureOf(source.features[index], geometry, without(row, pair));
  });
  return shaped(source, features, faults);
}

function shapedByCorners(
  source: SourceLayer,
  rows: readonly Row[],
  { own, pair, point, ring }: Columns & { own: string; pair: Pair },
  log: DiagnosticLog,
): SourceLayer {
  const plots = new Map<string, { first: number; rows: Row[]; points: BoundaryPoint[]; faults: Diagnostic[] }>();
  let number = '';
  for (const [index, row] of rows.entries()) {
    // The number stands in a plot's first row alone where it was merged over all of them.
    const stated = textOf(row[own]);
    if (stated !== '') number = stated;
    const plot = plots.get(number) ?? { first: index, rows: [], points: [], faults: [] };
    plots.set(number, plot);
    plot.rows.push(row);
    const position = positionOf(row, pair, source.pointerOf(index), number);
    if (!Array.isArray(position)) {
      plot.faults.push(position);
      continue;
    }
    const label = point === undefined ? '' : textOf(row[point]);
    plot.points.push({ label, ring: ring === undefined ? '' : textOf(row[ring]), position });
  }
  const firsts: number[] = [];
  const shapeFaults = new Map<number, Diagnostic[]>();
  const features = [...plots].map(([id, { first, rows: members, points, faults }], index) => {
    // Without one of its corners it would be another shape.
    const geometry = faults.length > 0 ? undefined : shapeOfPoints(points);
    firsts.push(first);
    const at = { feature: id, pointer: source.pointerOf(first) };
    if (faults.length > 0) shapeFaults.set(index, faults);
    else if (!geometry)
      shapeFaults.set(index, [
        { code: 'boundary-too-short', severity: 'error', ...at, data: { count: points.length } },
      ]);
    const properties = {
      ...commonOf(members, [...pair, ...[point, ring].filter((one) => one !== undefined)]),
      [own]: id,
    };
    return featureOf(undefined, geometry ?? null, properties);
  });
  log.add({
    code: 'boundary-points-read',
    severity: 'info',
    data: { count: features.length, pointCount: rows.length },
  });
  return shaped(source, features, shapeFaults, (index) => source.pointerOf(firsts[index] ?? index));
}

function shaped(
  source: SourceLayer,
  features: unknown[],
  shapeFaults: ShapeFaults,
  pointerOf: SourceLayer['pointerOf'] = source.pointerOf,
  srid?: number,
): SourceLayer {
  const { isTable: _, ...rest } = source;
  return {
    ...rest,
    features,
    shapeFaults,
    pointerOf,
    ...(srid !== undefined && { declaredCrs: { text: `EPSG:${srid}`, kind: 'name' as const } }),
  };
}

function featureOf(row: unknown, geometry: Geometry | null | undefined, properties: Row): unknown {
  const id = isRecord(row) && row.id !== undefined ? { id: row.id } : {};
  return { type: 'Feature', ...id, geometry: geometry ?? null, properties };
}

/** What all rows of a plot say alike; the length of a side or a remark on one corner is none of the plot's. */
function commonOf(rows: readonly Row[], left: readonly string[]): Row {
  const common: Row = {};
  for (const name of Object.keys(rows[0] ?? {})) {
    const values = new Set(rows.map((row) => row[name]).filter((value) => value !== null && value !== ''));
    if (!left.includes(name) && values.size <= 1) common[name] = [...values][0] ?? null;
  }
  return common;
}

function without(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).trim();
}

function positionOf(row: Row, [x, y]: Pair, pointer: string, feature?: string): [number, number] | Diagnostic {
  const [first, second] = [numberOf(row[x]), numberOf(row[y])];
  if (first !== undefined && second !== undefined) return [first, second];
  const found = excerptOf(first === undefined ? row[x] : row[y]);
  const named = feature === undefined || feature === '' ? {} : { feature };
  return { code: 'table-position-unreadable', severity: 'error', pointer, ...named, data: { found } };
}

const SEXAGESIMAL =
  /^(\d{1,3})\s*[°度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″秒]|''|′′)\s*)?[NE]?$/i;

/** A coordinate as a table has it: a number, or degrees, minutes and seconds. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const [whole, degrees, minutes = '0', seconds = '0'] = SEXAGESIMAL.exec(text) ?? [];
  if (whole !== undefined) return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  const plain = text.normalize('NFKC').replace(/\s*(?:m|米|°|度)$/i, '');
  const number = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? Number(plain.replaceAll(',', '')) : Number(plain);
  return plain !== '' && Number.isFinite(number) ? number : undefined;
}
