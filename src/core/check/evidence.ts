import { type PlaneLayer, toDegrees } from '../measure/topology/index.ts';
import type { Areal, Geometry, MultiPolygon } from '../plan/types.ts';
import type { Overlay } from './rule.ts';

/** What two shapes share, as evidence; absent where the overlay cannot work with them, and the figures then stand alone. */
export function sharedEvidence(overlay: Overlay, a: Areal, b: Areal): { evidence?: Areal } {
  return evidenceOf(overlay, () => overlay.intersectShapes(a, b));
}

/** What of a lies outside b, as evidence. */
export function outsideEvidence(overlay: Overlay, a: Areal, b: Areal): { evidence?: Areal } {
  return evidenceOf(overlay, () => overlay.subtractShapes(a, b));
}

/** Several shapes as the one piece of evidence they are together; they are not overlaid. */
export function gatherShapes(shapes: readonly Areal[]): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)),
  };
}

/** Places of the measuring plane (grid units, x and y in turn) as evidence. */
export function spotEvidence(plane: PlaneLayer, spots: readonly number[]): Geometry {
  const positions: [number, number][] = [];
  for (let index = 0; index < spots.length; index += 2)
    positions.push(toDegrees(plane, spots[index] as number, spots[index + 1] as number));
  const [first] = positions;
  return first && positions.length === 1
    ? { type: 'Point', coordinates: first }
    : { type: 'MultiPoint', coordinates: positions };
}

function evidenceOf(overlay: Overlay, make: () => Areal | undefined): { evidence?: Areal } {
  try {
    const evidence = make();
    return evidence ? { evidence } : {};
  } catch (error) {
    if (error instanceof overlay.ShapeError) return {};
    throw error;
  }
}
