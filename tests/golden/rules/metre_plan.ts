import type { AnyFeature, Geometry, LayerId, Manifest, Plan, PlanLayers } from '../../../src/core/plan/types.ts';
import { emptyLayers } from '../../../src/core/read/read_plan.ts';
import { MANIFEST, place, planOf } from '../../support/sample_plan.ts';

type Corner = readonly [x: number, y: number];

/** A feature drawn in metres on the samples' ground: a box, one ring, several, several polygons, a line or a point. */
export interface MetreFeature {
  id: string;
  /** x, y, width, height. */
  box?: readonly [number, number, number, number];
  ring?: readonly Corner[];
  rings?: readonly (readonly Corner[])[];
  polygons?: readonly (readonly (readonly Corner[])[])[];
  line?: readonly Corner[];
  point?: Corner;
  properties?: Record<string, unknown>;
}

/** A plan small enough to be read: what its manifest adds to the samples' and its features in metres. */
export interface MetrePlan {
  manifest?: Partial<Manifest>;
  layers: Partial<Record<LayerId, readonly MetreFeature[]>>;
}

/** The plan in degrees, as a file would hold it. */
export function expand({ manifest = {}, layers }: MetrePlan): Plan {
  const expanded: Record<string, AnyFeature[]> = { ...emptyLayers() };
  for (const [layer, features] of Object.entries(layers))
    expanded[layer] = features.map(({ id, properties = {}, ...shape }) => ({
      type: 'Feature',
      id,
      properties,
      geometry: geometryOf(shape),
    }));
  const files = Object.fromEntries(Object.keys(layers).map((layer) => [layer, `${layer}.geojson`]));
  return planOf(expanded as unknown as PlanLayers, { layers: { ...MANIFEST.layers, ...files }, ...manifest });
}

function geometryOf({ box, ring, rings, polygons, line, point }: Omit<MetreFeature, 'id' | 'properties'>): Geometry {
  if (point) return { type: 'Point', coordinates: place(point) };
  if (line) return { type: 'LineString', coordinates: line.map(place) };
  if (polygons) return { type: 'MultiPolygon', coordinates: polygons.map((one) => one.map(closedRing)) };
  if (rings) return { type: 'Polygon', coordinates: rings.map(closedRing) };
  if (ring) return { type: 'Polygon', coordinates: [closedRing(ring)] };
  if (!box) throw new Error('A feature needs a shape');
  const [x, y, width, height] = box;
  const corners: readonly Corner[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  return { type: 'Polygon', coordinates: [closedRing(corners)] };
}

function closedRing(corners: readonly Corner[]): number[][] {
  const positions = corners.map(place);
  const [first = []] = positions;
  return [...positions, [...first]];
}
