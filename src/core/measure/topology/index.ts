/** Layers of shapes on the measuring plane as flat arrays, and what can be wrong with them. The overlay is loaded apart. */
export { type ShortestWay, shortestWay } from './border_distance.ts';
export { EdgeStrips } from './edge_strips.ts';
export { createFeatureIndex, type FeatureIndex } from './feature_index.ts';
export { findGapRings, type GapRing } from './gap_rings.ts';
export { SQUARE_UNITS_PER_SQUARE_METRE, UNITS_PER_METRE, WELD_METRES } from './grid.ts';
export { findLineFaces, type LineFace, type LineFaces } from './line_faces.ts';
export { findNearMisses, type NearMiss } from './near_misses.ts';
export { findOpenEdges, type OpenEdges } from './open_edges.ts';
export { findOverlapPairs, type OverlapPair, type OverlapPairs } from './overlaps.ts';
export {
  createEdgedLayer,
  createPlaneLayer,
  type EdgedLayer,
  featureAreaSquareUnits,
  type PlaneLayer,
  ringAreaSquareUnits,
  toDegrees,
  verticesOf,
} from './plane_layer.ts';
export { type CrossingKind, findRingCrossings, type RingCrossing } from './ring_crossings.ts';
export { findNestingFaults, type NestingFault } from './ring_nesting.ts';
export { findSameShapes, findSpikes, meanWidthUnits, type Spike } from './ring_shapes.ts';
export { centrelinesOf, corridorPieces } from './road_corridor.ts';
export { areaInsideRingSquareUnits, sharedAreaSquareUnits } from './shared_area.ts';
export { sharedSpot } from './shared_spot.ts';
export { findStrips, type Strip } from './strips.ts';
