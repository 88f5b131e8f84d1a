import type {
  Building,
  Manifest,
  Phase,
  Plan,
  PlanLayers,
  Plot,
  Polygon,
  Water,
  Zone,
} from '../../../src/core/plan/types.ts';
import { rectangle } from '../measure/park_shapes.ts';

/** A plan of an invented park in metres from the test origin, so that every figure can be told by head. */
export function plan(layers: Partial<PlanLayers>, manifest: Partial<Manifest> = {}): Plan {
  return {
    manifest: {
      id: 'small-park',
      title: { zh: '小园区', en: 'Small park' },
      version: '1',
      date: '2025-01-01',
      status: 'draft',
      measuringCrs: 'EPSG:4548',
      layers: {},
      ...manifest,
    },
    layers: {
      zones: [],
      phases: [],
      water: [],
      green: [],
      roads: [],
      metro: [],
      plots: [],
      buildings: [],
      landmarks: [],
      ...layers,
    },
  };
}

function feature<F>(id: string, geometry: Polygon, properties: object): F {
  return { type: 'Feature', id, geometry, properties } as F;
}

export const zone = (id: string, geometry: Polygon, properties: Zone['properties'] = {}): Zone =>
  feature(id, geometry, properties);
export const phase = (id: string, geometry: Polygon, properties: Phase['properties']): Phase =>
  feature(id, geometry, properties);
export const plot = (id: string, geometry: Polygon, properties: Plot['properties'] = {}): Plot =>
  feature(id, geometry, properties);
export const building = (id: string, geometry: Polygon, properties: Building['properties'] = {}): Building =>
  feature(id, geometry, properties);
export const water = (id: string, geometry: Polygon): Water => feature(id, geometry, {});

/** A hectare whose south-west corner is x metres east of the origin. */
export const hectareAt = (x: number, y = 0): Polygon => rectangle(x, y, 100, 100);
