import type { Areal } from '../../plan/types.ts';

/** A boundary point as a table has it. */
export interface BoundaryPoint {
  /** J1 …: where it comes again, its ring is closed. */
  label: string;
  /** Rings of one plot are told apart by it; empty where the table does not number them. */
  ring: string;
  position: [number, number];
}

type Ring = [number, number][];

/**
 * The shape whose boundary points follow each other: a new ring begins where the ring's number changes or after the first point has
 * come again. A ring within another is a hole in it. Undefined where a ring has fewer than three corners.
 */
export function shapeOfPoints(points: readonly BoundaryPoint[]): Areal | undefined {
  const rings: Ring[] = [];
  let ring: Ring = [];
  let first: BoundaryPoint | undefined;
  const end = () => {
    if (ring.length > 0) rings.push(ring);
    ring = [];
    first = undefined;
  };
  for (const point of points) {
    if (first && point.ring !== first.ring) end();
    if (!first) first = point;
    else if (isSame(first, point)) {
      end();
      continue;
    }
    ring.push(point.position);
  }
  end();
  if (rings.length === 0 || rings.some((one) => one.length < 3)) return undefined;
  const closed = rings.map((one) => [...one, [...(one[0] ?? [0, 0])] as [number, number]]);
  return shapeOfRings(closed);
}

function isSame(first: BoundaryPoint, { label, position }: BoundaryPoint): boolean {
  if (first.position[0] === position[0] && first.position[1] === position[1]) return true;
  return label !== '' && first.label === label;
}

/** Rings by which lies in which: those within an even number of others are outlines, the others holes of the smallest around them. */
function shapeOfRings(rings: readonly Ring[]): Areal {
  const around = rings.map((ring) => rings.filter((other) => other !== ring && holds(other, ring)));
  const outlines = rings
    .filter((_, index) => (around[index]?.length ?? 0) % 2 === 0)
    .map((ring) => ({ ring, area: Math.abs(areaOf(ring)), holes: [] as Ring[] }));
  for (const [index, ring] of rings.entries()) {
    const outer = around[index] ?? [];
    if (outer.length % 2 === 0) continue;
    const parents = outlines.filter((one) => outer.includes(one.ring)).sort((a, b) => a.area - b.area);
    parents[0]?.holes.push(ring);
  }
  const polygons = outlines.map(({ ring, holes }) => [ring, ...holes]);
  const [only] = polygons;
  return only && polygons.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Twice the area in the ring's own numbers, measured from its first corner so that large ones lose no digits. */
function areaOf(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[index + 1] ?? [x0, y0];
    sum += (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  }
  return sum;
}

/** Whether a ring lies within another: more of its corners inside than outside, so that a shared corner does not matter. */
function holds(outer: Ring, inner: Ring): boolean {
  const inside = inner.slice(0, -1).filter((corner) => isInside(corner, outer)).length;
  return inside * 2 > inner.length - 1 && Math.abs(areaOf(outer)) > Math.abs(areaOf(inner));
}

function isInside([x, y]: [number, number], ring: Ring): boolean {
  let isIn = false;
  for (const [index, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[index + 1] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isIn = !isIn;
  }
  return isIn;
}
