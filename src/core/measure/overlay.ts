/**
 * Shapes made of shapes: turf's overlay for the few shapes of the 5 km² check, clipper on the grid for layers of thousands. Heavy:
 * loaded with a dynamic import once a shape is wanted, so that a plan with nothing wrong never needs it.
 */
export { type Region, type Rings, remainingRegion, ringsOf, sharedRegion } from './topology/regions.ts';
export { intersectShapes, ShapeError, subtractShapes, uniteShapes } from './turf_overlay.ts';
