import { intersectShapes, ShapeError, subtractShapes } from '../measure/index.ts';
import type { Areal, MultiPolygon } from '../plan/types.ts';

/** What two shapes share, as evidence; absent where the overlay cannot work with them, and the figures then stand alone. */
export function sharedEvidence(a: Areal, b: Areal): { evidence?: Areal } {
  return evidenceOf(() => intersectShapes(a, b));
}

/** What of a lies outside b, as evidence. */
export function outsideEvidence(a: Areal, b: Areal): { evidence?: Areal } {
  return evidenceOf(() => subtractShapes(a, b));
}

/** Several shapes as the one piece of evidence they are together; they are not overlaid. */
export function gatherShapes(shapes: readonly Areal[]): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)),
  };
}

function evidenceOf(overlay: () => Areal | undefined): { evidence?: Areal } {
  try {
    const evidence = overlay();
    return evidence ? { evidence } : {};
  } catch (error) {
    if (error instanceof ShapeError) return {};
    throw error;
  }
}
