import type { Areal, Geometry, Position } from '../plan/types.ts';
import type { Projection } from './gauss_kruger.ts';

/** West, south, east, north: metres on a plane, or degrees. */
export type Box = [minX: number, minY: number, maxX: number, maxY: number];

/**
 * A geometry on a plane, ready for fast sums: each path is x, y, x, y … in metres. An areal shape's paths are closed rings,
 * outer rings counter-clockwise and holes clockwise whatever they were; a linear shape's are its lines; a point shape has one
 * path per point.
 */
export interface PlaneShape {
  kind: 'areal' | 'linear' | 'point';
  paths: Float64Array[];
  box: Box;
}

function project(positions: readonly Position[], projection: Projection): Float64Array {
  const path = new Float64Array(positions.length * 2);
  positions.forEach((position, index) => {
    const [x, y] = projection.forward(position);
    path[2 * index] = x;
    path[2 * index + 1] = y;
  });
  return path;
}

/** Signed area of a closed path, counter-clockwise positive. Taken about its first vertex, so that false eastings do not matter. */
function signedPathArea(path: Float64Array): number {
  const originX = path[0] ?? 0;
  const originY = path[1] ?? 0;
  let twice = 0;
  for (let index = 2; index + 3 < path.length; index += 2) {
    const ax = (path[index] ?? 0) - originX;
    const ay = (path[index + 1] ?? 0) - originY;
    const bx = (path[index + 2] ?? 0) - originX;
    const by = (path[index + 3] ?? 0) - originY;
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

function reversed(path: Float64Array): Float64Array {
  const result = new Float64Array(path.length);
  for (let index = 0; index < path.length; index += 2) {
    result[index] = path[path.length - 2 - index] ?? 0;
    result[index + 1] = path[path.length - 1 - index] ?? 0;
  }
  return result;
}

function closed(ring: readonly Position[]): readonly Position[] {
  const first = ring[0];
  const last = ring.at(-1);
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

function boxOf(paths: Float64Array[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of paths) {
    for (let index = 0; index < path.length; index += 2) {
      const x = path[index] ?? 0;
      const y = path[index + 1] ?? 0;
      if (x < box[0]) box[0] = x;
      if (x > box[2]) box[2] = x;
      if (y < box[1]) box[1] = y;
      if (y > box[3]) box[3] = y;
    }
  }
  return box;
}

function ringsOf(geometry: Areal): { ring: Position[]; isHole: boolean }[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((rings) => rings.map((ring, index) => ({ ring, isHole: index > 0 })));
}

/** Brings a geometry in degrees onto a plane. */
export function toPlane(geometry: Geometry, projection: Projection): PlaneShape {
  switch (geometry.type) {
    case 'Polygon':
    case 'MultiPolygon': {
      const paths = ringsOf(geometry).map(({ ring, isHole }) => {
        const path = project(closed(ring), projection);
        return signedPathArea(path) < 0 !== isHole ? reversed(path) : path;
      });
      return { kind: 'areal', paths, box: boxOf(paths) };
    }
    case 'LineString':
    case 'MultiLineString': {
      const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
      const paths = lines.map((line) => project(line, projection));
      return { kind: 'linear', paths, box: boxOf(paths) };
    }
    default: {
      const points = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates;
      const paths = points.map((point) => project([point], projection));
      return { kind: 'point', paths, box: boxOf(paths) };
    }
  }
}

const known = new Map<string, WeakMap<Geometry, PlaneShape>>();

/**
 * `toPlane`, made once for each geometry and plane. Geometries are never changed: what the ledger and the checks ask for in turn
 * is the same shape, and what an update leaves alone keeps its shape from one plan to the next.
 */
export function rememberedPlaneShape(geometry: Geometry, projection: Projection): PlaneShape {
  let shapes = known.get(projection.crs);
  if (!shapes) {
    shapes = new WeakMap();
    known.set(projection.crs, shapes);
  }
  let shape = shapes.get(geometry);
  if (!shape) {
    shape = toPlane(geometry, projection);
    shapes.set(geometry, shape);
  }
  return shape;
}

/** Area on the plane in square metres, holes subtracted; 0 for lines and points. */
export function measurePlaneAreaSquareMetres(shape: PlaneShape): number {
  if (shape.kind !== 'areal') return 0;
  let area = 0;
  for (const path of shape.paths) area += signedPathArea(path);
  return area;
}

/** Whether two boxes share a point. */
export function boxesTouch(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/**
 * Whether an areal shape contains a point of the plane (even-odd rule, so holes are outside). A point on the boundary may be
 * counted either way. Always false for lines and points.
 */
export function containsPoint(shape: PlaneShape, x: number, y: number): boolean {
  if (shape.kind !== 'areal') return false;
  const { box } = shape;
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  let inside = false;
  for (const path of shape.paths) {
    for (let index = 0; index + 3 < path.length; index += 2) {
      const ay = path[index + 1] ?? 0;
      const by = path[index + 3] ?? 0;
      if (ay > y === by > y) continue;
      const ax = path[index] ?? 0;
      const bx = path[index + 2] ?? 0;
      if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}
