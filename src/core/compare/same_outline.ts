import type { PlaneShape } from '../measure/index.ts';

/** Outlines nearer than this are the same: what a conversion between coordinate systems or a file's rounding may move. */
const TOLERANCE_METRES = 0.01;
/** More vertex × edge pairs than this are not looked through: such shapes count as different. */
const MAX_PAIRS = 4_000_000;

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

/** The usual case, without a search: the same vertices in the same order. */
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
