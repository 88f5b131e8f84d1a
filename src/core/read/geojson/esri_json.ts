import { isRecord } from '../../value_kinds.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { SourceLayer } from '../source.ts';
import { signedAreaOf } from './tidy_geometry.ts';

/** Esri's own JSON, as ArcGIS servers answer and ArcGIS Pro exports: a list of features with `attributes` instead of properties. */
export function isEsriJson(value: unknown): value is Record<string, unknown> & { features: unknown[] } {
  if (!isRecord(value) || Object.hasOwn(value, 'type') || !Array.isArray(value.features)) return false;
  const first: unknown = value.features[0];
  return isRecord(first)
    ? isRecord(first.attributes) || Object.hasOwn(first, 'geometry')
    : typeof value.geometryType === 'string';
}

/** The features as GeoJSON has them. Curves are not drawn: the structure check reports such a shape as missing. */
export function featuresOfEsri(
  value: Record<string, unknown> & { features: unknown[] },
  log: DiagnosticLog,
): Pick<SourceLayer, 'features' | 'pointerOf' | 'declaredCrs'> {
  log.add({ code: 'file-esri-json', severity: 'info', data: { count: value.features.length } });
  const system = isRecord(value.spatialReference) ? value.spatialReference : {};
  const code = system.latestWkid ?? system.wkid;
  const wkt = system.wkt ?? system.wkt2;
  const pointer = '/spatialReference';
  const features = value.features.map((feature) => {
    const record = isRecord(feature) ? feature : {};
    const properties = isRecord(record.attributes) ? record.attributes : {};
    return { type: 'Feature', properties, geometry: geometryOf(record.geometry) };
  });
  return {
    features,
    pointerOf: (index) => `/features/${index}`,
    ...(typeof code === 'number'
      ? { declaredCrs: { text: `EPSG:${code}`, kind: 'name' as const, pointer } }
      : typeof wkt === 'string' && { declaredCrs: { text: wkt, kind: 'wkt' as const, pointer } }),
  };
}

function geometryOf(geometry: unknown): unknown {
  if (!isRecord(geometry)) return null;
  const { rings, paths, points } = geometry;
  if (Array.isArray(rings)) return polygonsOf(rings);
  if (Array.isArray(paths))
    return paths.length === 1
      ? { type: 'LineString', coordinates: paths[0] }
      : { type: 'MultiLineString', coordinates: paths };
  if (Array.isArray(points)) return { type: 'MultiPoint', coordinates: points };
  return Object.hasOwn(geometry, 'x') ? { type: 'Point', coordinates: [geometry.x, geometry.y] } : null;
}

/** Rings come in any order: those that run clockwise bound an area, each of the others is a hole of the one around it. */
function polygonsOf(rings: readonly unknown[]): unknown {
  const shells: unknown[][] = [];
  const holes: unknown[] = [];
  for (const ring of rings) {
    if (signedAreaOf(ring) > 0) holes.push(ring);
    else shells.push([ring]);
  }
  for (const hole of holes) {
    const shell = shells.find(([outer]) => holds(outer, firstOf(hole)));
    if (shell) shell.push(hole);
    else shells.push([hole]);
  }
  return shells.length === 1
    ? { type: 'Polygon', coordinates: shells[0] }
    : { type: 'MultiPolygon', coordinates: shells };
}

function firstOf(ring: unknown): unknown {
  return Array.isArray(ring) ? ring[0] : undefined;
}

/** Whether a position lies within a ring; false for what is neither. */
function holds(ring: unknown, position: unknown): boolean {
  if (!Array.isArray(ring) || !Array.isArray(position)) return false;
  const [x, y] = position as [number, number];
  let isInside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const from: unknown = ring[index - 1];
    const to: unknown = ring[index];
    if (!Array.isArray(from) || !Array.isArray(to)) return false;
    const [x1, y1] = from as [number, number];
    const [x2, y2] = to as [number, number];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  }
  return isInside;
}
