import { bulgePath, circleArc, ellipseArc, type Point, splinePath } from './curves.ts';
import { type Entity, numberOf } from './document.ts';

/** The line an entity draws, in its own plane. */
export interface Path {
  points: readonly Point[];
  /** It bounds an area. */
  isClosed: boolean;
  /** Between the ends of an open line that was probably meant to close. */
  gap?: number;
}

/** An open line whose ends are nearer than this share of its length was meant to close. */
const NEARLY_CLOSED_SHARE = 0.02;
const RADIANS = Math.PI / 180;
/** Flags of a POLYLINE that is a mesh or a body of faces. */
const MESH = 16 | 64;

/** Insertion point, centre or start of an entity. */
export function placeOf(entity: Entity): Point {
  return cornerOf(entity, 0);
}

function cornerOf(entity: Entity, index: number): Point {
  return [numberOf(entity, 10 + index, 0), numberOf(entity, 20 + index, 0)];
}

/** The path of an entity that draws one; undefined for all others. */
export function pathOf(entity: Entity, tolerance: number): Path | undefined {
  switch (entity.type) {
    case 'LINE':
      return { points: [placeOf(entity), cornerOf(entity, 1)], isClosed: false };
    case 'LWPOLYLINE':
      return polyline(entity, lightVertices(entity), tolerance);
    case 'POLYLINE':
      return (numberOf(entity, 70, 0) & MESH) === 0 ? polyline(entity, heavyVertices(entity), tolerance) : undefined;
    case 'CIRCLE':
      return { points: circleArc(placeOf(entity), numberOf(entity, 40, 0), 0, 2 * Math.PI, tolerance), isClosed: true };
    case 'ARC': {
      const start = numberOf(entity, 50, 0) * RADIANS;
      const sweep = positiveSweep(numberOf(entity, 51, 0) * RADIANS - start);
      return { points: circleArc(placeOf(entity), numberOf(entity, 40, 0), start, sweep, tolerance), isClosed: false };
    }
    case 'ELLIPSE':
      return ellipse(entity, tolerance);
    case 'SPLINE':
      return spline(entity, tolerance);
    case 'SOLID':
    case 'TRACE':
    case '3DFACE': {
      const hasFourth = entity.tags.some(({ code }) => code === 13);
      const [third, last] = [cornerOf(entity, 2), cornerOf(entity, hasFourth ? 3 : 2)];
      // The corners of a SOLID go crosswise.
      const rest = entity.type === '3DFACE' ? [third, last] : [last, third];
      return { points: [placeOf(entity), cornerOf(entity, 1), ...rest], isClosed: true };
    }
    default:
      return undefined;
  }
}

interface Vertex {
  point: Point;
  bulge: number;
}

function polyline(entity: Entity, vertices: readonly Vertex[], tolerance: number): Path {
  const isMarked = (numberOf(entity, 70, 0) & 1) === 1;
  const points = bulgePath(vertices, isMarked, tolerance);
  const [first] = vertices;
  const last = vertices.at(-1);
  if (isMarked || !first || !last || vertices.length <= 3) return { points, isClosed: isMarked };
  const length = vertices.reduce((sum, { point }, index) => {
    const [x, y] = vertices[index - 1]?.point ?? point;
    return sum + Math.hypot(point[0] - x, point[1] - y);
  }, 0);
  const gap = Math.hypot(first.point[0] - last.point[0], first.point[1] - last.point[1]);
  // Drawn back to its start, or to what is its start within rounding.
  const isClosed = gap <= Math.max(tolerance, length * 1e-9);
  return { points, isClosed, ...(!isClosed && gap <= length * NEARLY_CLOSED_SHARE && { gap }) };
}

function ellipse(entity: Entity, tolerance: number): Path {
  const major = cornerOf(entity, 1);
  const ratio = numberOf(entity, 40, 1) * (numberOf(entity, 230, 1) < 0 ? -1 : 1);
  const start = numberOf(entity, 41, 0);
  const sweep = positiveSweep(numberOf(entity, 42, 2 * Math.PI) - start);
  const minor: Point = [-major[1] * ratio, major[0] * ratio];
  const points = ellipseArc(placeOf(entity), major, minor, start, sweep, tolerance);
  return { points, isClosed: 2 * Math.PI - sweep < 1e-6 };
}

function spline(entity: Entity, tolerance: number): Path {
  const all = (code: number) => entity.tags.filter((tag) => tag.code === code).map(({ value }) => Number(value));
  const pointsOf = (codeX: number, codeY: number) => {
    const ys = all(codeY);
    return all(codeX).map((x, index): Point => [x, ys[index] ?? 0]);
  };
  const path = splinePath(numberOf(entity, 71, 3), all(40), pointsOf(10, 20), all(41), tolerance);
  // Older programs keep only the points a spline goes through.
  const points = path.length > 1 ? path : pointsOf(11, 21);
  const [first] = points;
  const last = points.at(-1);
  const isMarked = (numberOf(entity, 70, 0) & 1) === 1;
  const meets = first && last && Math.hypot(first[0] - last[0], first[1] - last[1]) <= tolerance;
  return { points, isClosed: points.length > 3 && (isMarked || meets === true) };
}

function positiveSweep(sweep: number): number {
  const turn = 2 * Math.PI;
  if (!Number.isFinite(sweep)) return turn;
  const rest = sweep % turn;
  return rest <= 1e-12 ? rest + turn : rest;
}

function lightVertices(entity: Entity): Vertex[] {
  const vertices: Vertex[] = [];
  for (const { code, value } of entity.tags) {
    const last = vertices.at(-1);
    if (code === 10) vertices.push({ point: [Number(value), 0], bulge: 0 });
    else if (code === 20 && last) last.point[1] = Number(value);
    else if (code === 42 && last) last.bulge = Number(value);
  }
  return vertices;
}

function heavyVertices(entity: Entity): Vertex[] {
  // The frame of a spline's control points is not its line.
  const drawn = entity.children.filter(({ type, tags }) => type === 'VERTEX' && (numberOf({ tags }, 70, 0) & 16) === 0);
  return drawn.map((child) => ({ point: placeOf(child), bulge: numberOf(child, 42, 0) }));
}
