/** Areas, lengths, distances. The overlay is heavy and loaded apart (`overlay.ts`), once a shape is wanted. */
export { boundsOf, boundsOfPlan, boxesOf } from './bounds.ts';
export { type BoxIndex, createBoxIndex } from './box_index.ts';
export {
  CGCS2000,
  type Ellipsoid,
  measureEllipsoidAreaSquareMetres,
  measureEllipsoidDistanceMetres,
  measureEllipsoidLengthMetres,
  WGS84,
} from './ellipsoid.ts';
export { createProjection, nearestProjection, type Projection } from './gauss_kruger.ts';
export { labelPointOf } from './label_point.ts';
export {
  type Box,
  boxesTouch,
  containsPoint,
  measurePlaneAreaSquareMetres,
  type PlaneShape,
  rememberedPlaneShape,
  toPlane,
} from './plane.ts';
export { measureDistanceMetres } from './plane_distance.ts';
export { measureOverlapSquareMetres } from './plane_overlap.ts';
export { measureSphereAreaSquareMetres } from './sphere_area.ts';
