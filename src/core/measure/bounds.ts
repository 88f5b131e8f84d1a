import { boxesOf as boxesOfRows } from '../packing/boxes.ts';
import { type Geometry, LAYER_IDS, type LayerId, type Plan, type Position } from '../plan/types.ts';
import type { Box } from './plane.ts';

/** Calls back with every position of a geometry. */
function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  switch (geometry.type) {
    case 'Point':
      visit(geometry.coordinates);
      return;
    case 'MultiPoint':
    case 'LineString':
      geometry.coordinates.forEach(visit);
      return;
    case 'MultiLineString':
    case 'Polygon':
      for (const part of geometry.coordinates) part.forEach(visit);
      return;
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) for (const ring of polygon) ring.forEach(visit);
  }
}

/** West, south, east, north of each geometry in degrees, four numbers each; Infinity before −Infinity for one without a position. */
export function boxesOf(geometries: readonly Geometry[]): Float64Array {
  const boxes = new Float64Array(4 * geometries.length);
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  const widen = (position: Position) => {
    const longitude = position[0] as number;
    const latitude = position[1] as number;
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  };
  for (const [place, geometry] of geometries.entries()) {
    west = Infinity;
    south = Infinity;
    east = -Infinity;
    north = -Infinity;
    eachPosition(geometry, widen);
    const isPlaced = west <= east && south <= north;
    boxes[4 * place] = isPlaced ? west : Infinity;
    boxes[4 * place + 1] = isPlaced ? south : Infinity;
    boxes[4 * place + 2] = isPlaced ? east : -Infinity;
    boxes[4 * place + 3] = isPlaced ? north : -Infinity;
  }
  return boxes;
}

/** West, south, east, north of all geometries together, in degrees; undefined when there is no position. */
export function boundsOf(geometries: Iterable<Geometry>): Box | undefined {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    eachPosition(geometry, ([longitude = Number.NaN, latitude = Number.NaN]) => {
      if (longitude < box[0]) box[0] = longitude;
      if (longitude > box[2]) box[2] = longitude;
      if (latitude < box[1]) box[1] = latitude;
      if (latitude > box[3]) box[3] = latitude;
    });
  }
  return box[0] <= box[2] ? box : undefined;
}

/** What the first view of a plan shows: its manifest's bounds, else those of its planning layers, else of everything it has. */
export function boundsOfPlan(plan: Plan): Box | undefined {
  if (plan.manifest.bounds) return plan.manifest.bounds;
  return boundsOfLayers(plan, ['zones', 'phases', 'plots']) ?? boundsOfLayers(plan, LAYER_IDS);
}

function boundsOfLayers({ layers }: Plan, ids: readonly LayerId[]): Box | undefined {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    const features: readonly { geometry: Geometry }[] = layers[id];
    // A large layer's shapes are not made for where they lie.
    const boxes = boxesOfRows(features) ?? boundsOf(features.map(({ geometry }) => geometry)) ?? [];
    for (let at = 0; at < boxes.length; at += 4) {
      box[0] = Math.min(box[0], boxes[at] as number);
      box[1] = Math.min(box[1], boxes[at + 1] as number);
      box[2] = Math.max(box[2], boxes[at + 2] as number);
      box[3] = Math.max(box[3], boxes[at + 3] as number);
    }
  }
  return box[0] <= box[2] ? box : undefined;
}
