import { isRecord } from '../../value_kinds.ts';
import type { SoundFeature } from './check_structure.ts';

/** How deep the coordinates of each type are nested. */
const COORDINATE_DEPTHS: ReadonlyMap<unknown, number> = new Map([
  ['Point', 1],
  ['MultiPoint', 2],
  ['LineString', 2],
  ['MultiLineString', 3],
  ['Polygon', 3],
  ['MultiPolygon', 4],
]);

/**
 * The feature itself where it has nothing but what the standard names, each of its kind: `checkStructure` would find nothing in it
 * either. Undefined where that has to look.
 * @param tidyDepth how deep its coordinates are nested, of which the reader saw that they are sound and need no mending
 */
export function plainFeature(value: unknown, tidyDepth: number): SoundFeature | undefined {
  if (tidyDepth === 0 || !isRecord(value)) return undefined;
  for (const name in value)
    if (name !== 'type' && name !== 'id' && name !== 'properties' && name !== 'geometry') return undefined;
  const { type, id, properties, geometry } = value;
  if (type !== 'Feature' || !isRecord(properties) || !isRecord(geometry)) return undefined;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') return undefined;
  for (const name in geometry) if (name !== 'type' && name !== 'coordinates') return undefined;
  return COORDINATE_DEPTHS.get(geometry.type) === tidyDepth ? (value as unknown as SoundFeature) : undefined;
}
