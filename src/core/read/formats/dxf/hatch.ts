import { bulgePath, circleArc, ellipseArc, type Point, splinePath } from './curves.ts';
import { type Entity, numberOf } from './document.ts';
import { closedRing, type Ring } from './rings.ts';
import type { Tag } from './tags.ts';

/** Paths, edges or points a hatch may have: a broken count must not keep the reader busy. */
const MOST = 1_000_000;
const POLYLINE = 2;
const TEXT_BOX = 8;
/** Ends of edges this close, as a share of the path's size, are joined. */
const JOIN_SHARE = 1e-3;

/** How far nested boundaries count: hatch style 0 fills by turns, 1 up to the first hole, 2 everything. */
export function depthOfStyle(hatch: Entity): number {
  const style = numberOf(hatch, 75, 0);
  return style === 2 ? 1 : style === 1 ? 2 : Number.POSITIVE_INFINITY;
}

/**
 * The boundaries of a HATCH or an MPOLYGON as closed rings in its own plane, holes among them. Boundaries that do not close are counted and
 * left out.
 */
export function hatchRings(hatch: Entity, tolerance: number): { rings: Ring[]; brokenCount: number } {
  const walk = new HatchWalk(hatch.tags);
  const rings: Ring[] = [];
  let brokenCount = 0;
  const pathCount = Math.min(MOST, walk.skipTo(91) ?? 0);
  for (let path = 0; path < pathCount && walk.hasMore; path += 1) {
    const flags = walk.skipTo(92);
    if (flags === undefined) break;
    const points = (flags & POLYLINE) === 0 ? edgePath(walk, tolerance) : polylinePath(walk, tolerance);
    // Boxes around texts are gaps for the eye, not holes.
    if ((flags & TEXT_BOX) !== 0) continue;
    const ring = points && closedRing(points);
    if (ring) rings.push(ring);
    else brokenCount += 1;
  }
  return { rings, brokenCount };
}

class HatchWalk {
  readonly #tags: readonly Tag[];
  #at = 0;
  constructor(tags: readonly Tag[]) {
    this.#tags = tags;
  }
  get hasMore(): boolean {
    return this.#at < this.#tags.length;
  }
  /** The value of the next pair if it has this code. */
  take(code: number): number | undefined {
    const tag = this.#tags[this.#at];
    if (tag?.code !== code) return undefined;
    this.#at += 1;
    const value = Number(tag.value);
    return Number.isFinite(value) ? value : undefined;
  }
  /** Goes behind the next pair with the code and gives its value. */
  skipTo(code: number): number | undefined {
    for (; this.#at < this.#tags.length; this.#at += 1) if (this.#tags[this.#at]?.code === code) return this.take(code);
    return undefined;
  }
  point(codeX: number, codeY: number): Point | undefined {
    const x = this.take(codeX);
    const y = this.take(codeY);
    return x === undefined || y === undefined ? undefined : [x, y];
  }
}

function polylinePath(walk: HatchWalk, tolerance: number): Point[] | undefined {
  // An MPOLYGON has them the other way round.
  const isFirst = walk.take(72);
  walk.take(73);
  const hasBulges = (isFirst ?? walk.take(72)) === 1;
  const count = Math.min(MOST, walk.take(93) ?? 0);
  const vertices: { point: Point; bulge: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    const point = walk.point(10, 20);
    if (!point) return undefined;
    vertices.push({ point, bulge: (hasBulges ? walk.take(42) : 0) ?? 0 });
  }
  return bulgePath(vertices, true, tolerance);
}

const RADIANS = Math.PI / 180;

function edgePath(walk: HatchWalk, tolerance: number): Point[] | undefined {
  const count = Math.min(MOST, walk.take(93) ?? 0);
  const edges: Point[][] = [];
  for (let index = 0; index < count && walk.hasMore; index += 1) {
    const kind = walk.take(72);
    const edge = kind === undefined ? undefined : readEdge(kind, walk, tolerance);
    if (!edge || edge.length === 0) return undefined;
    edges.push(edge);
  }
  return joined(edges);
}

function readEdge(kind: number, walk: HatchWalk, tolerance: number): Point[] | undefined {
  if (kind === 1) {
    const from = walk.point(10, 20);
    const to = walk.point(11, 21);
    return from && to ? [from, to] : undefined;
  }
  if (kind === 2) {
    const centre = walk.point(10, 20);
    const radius = walk.take(40);
    const span = readSpan(walk);
    return centre && radius !== undefined && span
      ? circleArc(centre, radius, span.start, span.sweep, tolerance)
      : undefined;
  }
  if (kind === 3) {
    const centre = walk.point(10, 20);
    const major = walk.point(11, 21);
    const ratio = walk.take(40);
    const span = readSpan(walk);
    if (!centre || !major || ratio === undefined || !span) return undefined;
    return ellipseArc(centre, major, [-major[1] * ratio, major[0] * ratio], span.start, span.sweep, tolerance);
  }
  return kind === 4 ? readSpline(walk, tolerance) : undefined;
}

/** Start and sweep of an arc; one that runs clockwise has its angles measured clockwise. */
function readSpan(walk: HatchWalk): { start: number; sweep: number } | undefined {
  const from = walk.take(50);
  const to = walk.take(51);
  const isCounterClockwise = walk.take(73) !== 0;
  if (from === undefined || to === undefined) return undefined;
  let sweep = (to - from) * RADIANS;
  while (sweep <= 1e-12) sweep += 2 * Math.PI;
  sweep = Math.min(sweep, 2 * Math.PI);
  return isCounterClockwise ? { start: from * RADIANS, sweep } : { start: -from * RADIANS, sweep: -sweep };
}

function readSpline(walk: HatchWalk, tolerance: number): Point[] | undefined {
  const degree = walk.take(94) ?? 3;
  const isRational = walk.take(73) === 1;
  walk.take(74);
  const knotCount = Math.min(MOST, walk.take(95) ?? 0);
  const controlCount = Math.min(MOST, walk.take(96) ?? 0);
  const knots: number[] = [];
  for (let index = 0; index < knotCount; index += 1) {
    const knot = walk.take(40);
    if (knot === undefined) return undefined;
    knots.push(knot);
  }
  const controls: Point[] = [];
  const weights: number[] = [];
  for (let index = 0; index < controlCount; index += 1) {
    const point = walk.point(10, 20);
    if (!point) return undefined;
    controls.push(point);
    const weight = isRational ? walk.take(42) : undefined;
    if (weight !== undefined) weights.push(weight);
  }
  const fitCount = Math.min(MOST, walk.take(97) ?? 0);
  for (let index = 0; index < fitCount; index += 1) walk.point(11, 21);
  walk.point(12, 22);
  walk.point(13, 23);
  const path = splinePath(degree, knots, controls, weights, tolerance);
  return path.length > 1 ? path : undefined;
}

/** Edges one behind the other, each turned so that it begins where the last one ends; undefined where they do not close. */
function joined(edges: readonly Point[][]): Point[] | undefined {
  const [first, second] = edges;
  if (!first) return undefined;
  const size = Math.max(...edges.map((edge) => distance(edge[0], edge.at(-1))), 1e-9);
  const isNear = (a: Point | undefined, b: Point | undefined) => distance(a, b) <= size * JOIN_SHARE;
  const start =
    second && !isNear(first.at(-1), second[0]) && !isNear(first.at(-1), second.at(-1)) ? reversed(first) : first;
  const path = [...start];
  for (const edge of edges.slice(1)) {
    const end = path.at(-1);
    if (isNear(end, edge[0])) for (const point of edge.slice(1)) path.push(point);
    else if (isNear(end, edge.at(-1))) for (const point of reversed(edge).slice(1)) path.push(point);
    else return undefined;
  }
  return edges.length === 1 || isNear(path[0], path.at(-1)) ? path : undefined;
}

function reversed(edge: readonly Point[]): Point[] {
  return [...edge].reverse();
}

function distance(a: Point | undefined, b: Point | undefined): number {
  return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : Number.POSITIVE_INFINITY;
}
