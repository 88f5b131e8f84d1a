import { type PlaneShape, type Projection, toPlane } from '../measure/index.ts';
import type { Geometry } from '../plan/types.ts';

/**
 * Outlines nearer than this are the same. A conversion between coordinate systems moves a point by under 1 mm (held by the tests against
 * PROJ), undoing a map provider's shift and rounding to eight decimals of a degree by a few; a boundary point of the first class may
 * be 5 cm off its true place (TD/T 1001-2012, table of boundary points' accuracy): nothing that is planned moves by less than 1 cm.
 */
const TOLERANCE_METRES = 0.01;
/** So many degrees of latitude, the longest there are at the poles, are less than the tolerance by either axis together. */
const TOLERANCE_DEGREES = TOLERANCE_METRES / 111_700 / Math.SQRT2;
/** More vertex × edge pairs than this are not looked through: such shapes count as different. */
const MAX_PAIRS = 4_000_000;

/**
 * Whether two geometries of degrees lie on the same ground within 1 cm. Rings may begin elsewhere and run the other way round, and a
 * part alone may be a multi-geometry; lines keep their direction.
 */
export function sameGround(a: Geometry, b: Geometry, projection: Projection): boolean {
  if (a.type === b.type && isNear(a.coordinates, b.coordinates)) return true;
  const [one, other] = [toPlane(a, projection), toPlane(b, projection)];
  if (one.kind !== other.kind) return false;
  return one.kind === 'areal' ? sameOutline(one, other) : hasSameVertices(one, other);
}

/** The usual case, without a projection: the same lists of the same positions, each within the tolerance. */
function isNear(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= TOLERANCE_DEGREES;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!isNear(a[index], b[index])) return false;
  return true;
}

/** Whether two areas have the same outline within 1 cm: every vertex of the one lies on the other's edge, and the other way round. */
export function sameOutline(a: PlaneShape, b: PlaneShape): boolean {
  if (!a.box.every((side, index) => Math.abs(side - (b.box[index] ?? Number.NaN)) <= TOLERANCE_METRES)) return false;
  if (hasSameVertices(a, b)) return true;
  if (a.paths.length !== b.paths.length || vertexCount(a) * vertexCount(b) > MAX_PAIRS) return false;
  return liesOn(a, b) && liesOn(b, a);
}

function vertexCount({ paths }: PlaneShape): number {
  return paths.reduce((sum, path) => sum + path.length / 2, 0);
}

/** Without a search: the same vertices in the same order. */
function hasSameVertices(a: PlaneShape, b: PlaneShape): boolean {
  return (
    a.paths.length === b.paths.length &&
    a.paths.every((path, ring) => {
      const other = b.paths[ring];
      return (
        other?.length === path.length &&
        path.every((value, index) => Math.abs(value - (other[index] ?? Number.NaN)) <= TOLERANCE_METRES)
      );
    })
  );
}

function liesOn(a: PlaneShape, b: PlaneShape): boolean {
  return a.paths.every((path) => {
    for (let index = 0; index + 1 < path.length; index += 2)
      if (!isOnEdge(path[index] ?? 0, path[index + 1] ?? 0, b)) return false;
    return true;
  });
}

function isOnEdge(x: number, y: number, shape: PlaneShape): boolean {
  for (const path of shape.paths) {
    for (let index = 0; index + 3 < path.length; index += 2) {
      const ax = path[index] ?? 0;
      const ay = path[index + 1] ?? 0;
      const dx = (path[index + 2] ?? 0) - ax;
      const dy = (path[index + 3] ?? 0) - ay;
      const length = dx * dx + dy * dy;
      const along = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
      if (Math.hypot(x - ax - along * dx, y - ay - along * dy) <= TOLERANCE_METRES) return true;
    }
  }
  return false;
}
