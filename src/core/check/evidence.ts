import { intersectShapes, ShapeError, subtractShapes } from '../measure/index.ts';
import type { Areal } from '../plan/types.ts';

/** What two shapes share, as evidence; absent where the overlay cannot work with them, and the figures then stand alone. */
export function sharedEvidence(a: Areal, b: Areal): { evidence?: Areal } {
  return evidenceOf(() => intersectShapes(a, b));
}

/** What of a lies outside b, as evidence. */
export function outsideEvidence(a: Areal, b: Areal): { evidence?: Areal } {
  return evidenceOf(() => subtractShapes(a, b));
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
