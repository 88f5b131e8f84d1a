import type { Topology } from 'topojson-specification';
import type { Diagnostic } from '../../plan/findings.ts';
import { isRecord } from '../../value_kinds.ts';
import { pointerStep } from '../diagnostic_log.ts';
import { parseJsonFile } from '../geojson/parse_json.ts';
import type { SourceLayer } from '../source.ts';
import type { FormatInput } from './format.ts';

/** A shared arc may be named any number of times: beyond this many points in all a small file would fill the memory. */
const MOST_POINTS = 20_000_000;
/** An arc is drawn by its neighbours too, but a byte is not worth a point: a few arcs named again and again would fill the memory. */
const FEWEST_TOO_MANY = 1_000_000;

/** Every object of a topology is a source. Never rejects for what is in the file. */
export async function openTopojson({ main, log }: FormatInput): Promise<SourceLayer[]> {
  const { feature } = await import('topojson-client');
  const topology = parseJsonFile(main.bytes, log)?.value;
  if (topology === undefined) return [];
  if (!isRecord(topology) || !isRecord(topology.objects) || !Array.isArray(topology.arcs)) {
    log.add({ code: 'topojson-incomplete', severity: 'error', pointer: '', data: {} });
    return [];
  }
  const arcs: unknown[] = topology.arcs;
  const most = Math.min(MOST_POINTS, Math.max(FEWEST_TOO_MANY, main.bytes.length));
  let points = 0;
  const sound = new Set<unknown>();
  const toFeature = (object: unknown, pointer: string, fault: (diagnostic: Diagnostic) => void): unknown => {
    const id = isRecord(object) ? object.id : undefined;
    const properties = isRecord(object) && isRecord(object.properties) ? object.properties : {};
    const base = { type: 'Feature', ...(id !== undefined && { id }), properties, geometry: null };
    if (!isRecord(object)) {
      fault({ code: 'topojson-object', severity: 'error', pointer, data: { found: typeof object } });
      return base;
    }
    // It was said; what follows would be looked at in vain, an object after the other.
    if (points > most) return base;
    const arcsRead = arcFault(object, arcs, sound, most);
    if (arcsRead.broken !== undefined) {
      fault({
        code: 'topojson-arc',
        severity: 'error',
        pointer: `${pointer}/arcs`,
        data: { found: arcsRead.broken, count: arcs.length },
      });
      return base;
    }
    points += arcsRead.points;
    if (points > most) {
      log.add({ code: 'topojson-too-large', severity: 'error', pointer, data: { limit: most } });
      return base;
    }
    try {
      const read = feature(topology as unknown as Topology, { ...object, properties: {} } as never) as unknown;
      return { ...base, geometry: isRecord(read) ? (read.geometry ?? null) : null };
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      fault({ code: 'container-shape-damaged', severity: 'error', pointer, data: { found, table: main.name } });
      return base;
    }
  };
  const entries = Object.entries(topology.objects);
  if (entries.length === 0) log.add({ code: 'topojson-incomplete', severity: 'error', pointer: '/objects', data: {} });
  return entries.map(([name, object]): SourceLayer => {
    const pointer = `/objects${pointerStep(name)}`;
    // A collection of the whole object, not one inside another, is the table.
    const members =
      isRecord(object) && object.type === 'GeometryCollection' && Array.isArray(object.geometries)
        ? (object.geometries as unknown[])
        : undefined;
    const pointerOf = (index: number) => (members ? `${pointer}/geometries/${index}` : pointer);
    const shapeFaults = new Map<number, Diagnostic[]>();
    return {
      name: `${main.name}/${name}`,
      file: main.name,
      format: 'topojson',
      features: (members ?? [object]).map((member, index) =>
        toFeature(member, pointerOf(index), (fault) => shapeFaults.set(index, [fault])),
      ),
      shapeFaults,
      pointerOf,
      ...declared(topology),
    };
  });
}

/** TopoJSON has no `crs` member, but some programs write GeoJSON's into it. */
function declared(topology: Record<string, unknown>): Pick<SourceLayer, 'declaredCrs'> {
  const crs = topology.crs;
  const name = isRecord(crs) && isRecord(crs.properties) ? crs.properties.name : undefined;
  return typeof name === 'string' ? { declaredCrs: { text: name.slice(0, 100), kind: 'name', pointer: '/crs' } } : {};
}

/**
 * The first arc an object names that is not there or is no line of numbers, and the points it would bring.
 * @param sound arcs that were looked at already
 */
function arcFault(
  object: Record<string, unknown>,
  arcs: readonly unknown[],
  sound: Set<unknown>,
  most: number,
): { broken?: string; points: number } {
  let points = 0;
  const waiting: unknown[] = [object];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'number') {
      const arc = Number.isInteger(one) ? arcs[one < 0 ? ~one : one] : undefined;
      if (!Array.isArray(arc) || arc.length === 0) return { broken: String(one), points };
      if (!sound.has(arc) && !arc.every(Array.isArray)) return { broken: String(one), points };
      sound.add(arc);
      points += arc.length;
      if (points > most) return { points };
    } else if (Array.isArray(one)) for (const part of one) waiting.push(part);
    else if (isRecord(one)) {
      if (Array.isArray(one.geometries)) for (const part of one.geometries) waiting.push(part);
      if (Array.isArray(one.arcs)) for (const part of one.arcs) waiting.push(part);
      else if (/^(Multi)?(LineString|Polygon)$/.test(String(one.type))) return { broken: 'undefined', points };
    } else return { broken: String(one), points };
  }
  return { points };
}
