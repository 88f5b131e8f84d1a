import type { Areal, Geometry } from './types.ts';

/** Whether a shape has an area of its own. */
export function isAreal(geometry: Geometry): geometry is Areal {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}
