import { sameValue } from '../../src/core/compare/same_value.ts';
import { measureEllipsoidDistanceMetres } from '../../src/core/measure/index.ts';
import type { Geometry, LayerId, Plan, Position } from '../../src/core/plan/types.ts';

/** A vertex may lie this far off after a change of coordinates. */
const TOLERANCE_METRES = 0.001;

/**
 * What differs between two plans' features, feature by feature, field by field and vertex by vertex; empty when they are the same.
 * A ring may start at another vertex and run the other way, and features may come in another order: formats have their own ways.
 * @param withoutFields fields that are not looked at, because the format cannot hold them
 */
export function planDifferences(
  before: Plan,
  after: Plan,
  layers: readonly LayerId[],
  withoutFields: readonly string[] = [],
): string[] {
  return layers.flatMap((layer) => {
    const found = new Map(after.layers[layer].map((feature) => [feature.id, feature]));
    const differences: string[] = [];
    for (const { id, geometry, properties } of before.layers[layer]) {
      const own = found.get(id);
      found.delete(id);
      const say = (what: string) => differences.push(`${layer}/${id}: ${what}`);
      if (!own) {
        say('missing');
        continue;
      }
      const given: Record<string, unknown> = own.properties;
      for (const [field, value] of Object.entries(properties))
        if (!withoutFields.includes(field) && !sameValue(value, given[field]))
          say(`${field} ${JSON.stringify(value)} → ${JSON.stringify(given[field])}`);
      for (const field of Object.keys(given))
        if (!Object.hasOwn(properties, field) && !withoutFields.includes(field))
          say(`${field} added: ${JSON.stringify(given[field])}`);
      const off = geometryDifference(geometry, own.geometry);
      if (off) say(off);
    }
    for (const id of found.keys()) differences.push(`${layer}/${id}: added`);
    return differences;
  });
}

function geometryDifference(before: Geometry, after: Geometry): string | undefined {
  if (before.type !== after.type) return `${before.type} → ${after.type}`;
  if (before.type === 'Polygon' && after.type === 'Polygon')
    return ringsDifference(before.coordinates, after.coordinates);
  if (before.type === 'MultiPolygon' && after.type === 'MultiPolygon') {
    if (before.coordinates.length !== after.coordinates.length) return 'number of polygons';
    return before.coordinates
      .map((rings, index) => ringsDifference(rings, after.coordinates[index] ?? []))
      .find(Boolean);
  }
  const [own, given] = [positionsOf(before.coordinates), positionsOf(after.coordinates)];
  if (own.length !== given.length) return `${own.length} → ${given.length} vertices`;
  return own.every((position, index) => isNear(position, given[index])) ? undefined : 'a vertex lies off';
}

function ringsDifference(before: Position[][], after: Position[][]): string | undefined {
  if (before.length !== after.length) return `${before.length} → ${after.length} rings`;
  return before.map((ring, index) => ringDifference(ring, after[index] ?? [])).find(Boolean);
}

function ringDifference(before: Position[], after: Position[]): string | undefined {
  if (before.length !== after.length) return `ring of ${before.length} → ${after.length} vertices`;
  const own = before.slice(0, -1);
  const given = after.slice(0, -1);
  if (!isNear(after[0], after.at(-1))) return 'ring is not closed';
  for (const ring of [given, [...given].reverse()])
    for (let start = 0; start < ring.length; start += 1)
      if (own.every((position, index) => isNear(position, ring[(start + index) % ring.length]))) return undefined;
  return 'a vertex of a ring lies off';
}

function positionsOf(coordinates: unknown): Position[] {
  if (!Array.isArray(coordinates)) return [];
  return typeof coordinates[0] === 'number' ? [coordinates] : coordinates.flatMap(positionsOf);
}

function isNear(
  [x = Number.NaN, y = Number.NaN]: Position = [],
  [u = Number.NaN, v = Number.NaN]: Position = [],
): boolean {
  return x === u && y === v ? true : measureEllipsoidDistanceMetres([x, y], [u, v]) <= TOLERANCE_METRES;
}
