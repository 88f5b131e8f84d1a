import { Clipper64, ClipType, FillRule, type Paths64, type Point64, type PolyPath64, PolyTree64 } from 'clipper2-ts';
import type { Areal, Position } from '../../plan/types.ts';
import { type PlaneLayer, toDegrees } from './plane_layer.ts';

/**
 * Shapes made of shapes, exactly, on the grid: for the few that are shown, and for outlines that cross themselves. The library is
 * heavy: load this file with a dynamic import once a shape is wanted.
 */
export interface Region {
  areaSquareUnits: number;
  /** In degrees. */
  geometry: Areal;
}

/** Outer rings counter-clockwise, holes clockwise; each ring is x and y in turn, in grid units. */
export type Rings = readonly (readonly number[])[];

/** The rings of one feature. Of an outline that crosses itself every lobe is filled. */
export function ringsOf(layer: PlaneLayer, feature: number, isUnsound = false): Rings {
  const outer: number[][] = [];
  const holes: number[][] = [];
  const last = layer.featureRing[feature + 1] as number;
  for (let ring = layer.featureRing[feature] as number; ring < last; ring += 1) {
    const path: number[] = [];
    const to = layer.ringStart[ring + 1] as number;
    for (let vertex = layer.ringStart[ring] as number; vertex < to; vertex += 1)
      path.push(layer.x[vertex] as number, layer.y[vertex] as number);
    (layer.ringIsHole[ring] === 1 ? holes : outer).push(path);
  }
  if (!isUnsound) return [...outer, ...holes];
  const origin = originOf(outer);
  const filled = new PolyTree64();
  run(ClipType.Difference, toPaths(outer, origin), toPaths(holes, origin), filled);
  return ringsOfTree(filled, origin);
}

/** What two sets of rings share; undefined where that is nothing. */
export function sharedRegion(layer: PlaneLayer, a: Rings, b: Rings): Region | undefined {
  return regionOf(layer, ClipType.Intersection, a, b);
}

/** What is left of one set of rings without another; undefined where that is nothing. */
export function remainingRegion(layer: PlaneLayer, a: Rings, b: Rings): Region | undefined {
  return regionOf(layer, ClipType.Difference, a, b);
}

interface Origin {
  x: number;
  y: number;
}

/** Products of coordinates stay exact when they are small: the library reckons from a corner of the first ring. */
function originOf(rings: Rings): Origin {
  return { x: rings[0]?.[0] ?? 0, y: rings[0]?.[1] ?? 0 };
}

function toPaths(rings: Rings, origin: Origin): Paths64 {
  return rings.flatMap((ring) => {
    const path: Point64[] = [];
    for (let index = 0; index < ring.length; index += 2)
      path.push({
        x: Math.round((ring[index] as number) - origin.x),
        y: Math.round((ring[index + 1] as number) - origin.y),
      });
    const kept = withoutSpikes(path);
    return kept.length > 2 ? [kept] : [];
  });
}

/**
 * A ring without the places where it goes on and comes straight back: they bound nothing, and the library (2.0.1) never ends on
 * those that lie along the x axis (its pull request 36).
 */
function withoutSpikes(ring: readonly Point64[]): Point64[] {
  const path: Point64[] = [];
  for (const point of ring) {
    path.push(point);
    while (path.length > 2 && isSpike(path.at(-3), path.at(-2), path.at(-1))) path.splice(-2, 1);
    if (path.length > 1 && isSame(path.at(-2), path.at(-1))) path.pop();
  }
  // The ring closes: what ends and begins it may be a spike too.
  for (let before = 0; path.length > 2 && before !== path.length; ) {
    before = path.length;
    if (isSame(path.at(-1), path[0]) || isSpike(path.at(-2), path.at(-1), path[0])) path.pop();
    else if (isSpike(path.at(-1), path[0], path[1])) path.shift();
  }
  return path;
}

function isSame(a: Point64 | undefined, b: Point64 | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y;
}

function isSpike(before: Point64 | undefined, tip: Point64 | undefined, after: Point64 | undefined): boolean {
  if (!before || !tip || !after) return false;
  const ux = before.x - tip.x;
  const uy = before.y - tip.y;
  const vx = after.x - tip.x;
  const vy = after.y - tip.y;
  return ux * vy === uy * vx && ux * vx + uy * vy >= 0;
}

function run(operation: ClipType, subject: Paths64, clip: Paths64, tree: PolyTree64): void {
  const clipper = new Clipper64();
  clipper.addSubject(subject);
  clipper.addClip(clip);
  clipper.execute(operation, FillRule.NonZero, tree);
}

function regionOf(layer: PlaneLayer, operation: ClipType, a: Rings, b: Rings): Region | undefined {
  const origin = originOf(a);
  const tree = new PolyTree64();
  run(operation, toPaths(a, origin), toPaths(b, origin), tree);
  const areaSquareUnits = tree.area();
  if (!(areaSquareUnits > 0)) return undefined;
  const polygons: Position[][][] = [];
  const collect = (node: PolyPath64) => {
    for (let index = 0; index < node.count; index += 1) {
      const outer = node.child(index);
      const rings = [outer, ...childrenOf(outer)].map((ring) => toRing(layer, ring, origin));
      polygons.push(rings);
      for (const hole of childrenOf(outer)) collect(hole);
    }
  };
  collect(tree);
  // Clipper's own order depends on which shape came first and where its outline begins.
  polygons.sort(compareCorners);
  const [first] = polygons;
  if (!first) return undefined;
  return {
    areaSquareUnits,
    geometry:
      polygons.length === 1 ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: polygons },
  };
}

function compareCorners(
  [[[ax = 0, ay = 0] = []] = []]: Position[][],
  [[[bx = 0, by = 0] = []] = []]: Position[][],
): number {
  return ax - bx || ay - by;
}

function childrenOf(node: PolyPath64): PolyPath64[] {
  return Array.from({ length: node.count }, (_, index) => node.child(index));
}

function toRing(layer: PlaneLayer, node: PolyPath64, origin: Origin): Position[] {
  const ring: Position[] = (node.poly ?? []).map(({ x, y }) => toDegrees(layer, x + origin.x, y + origin.y));
  return ring[0] ? [...ring, [...ring[0]]] : ring;
}

function ringsOfTree(tree: PolyTree64, origin: Origin): number[][] {
  const rings: number[][] = [];
  const collect = (node: PolyPath64) => {
    for (const child of childrenOf(node)) {
      rings.push((child.poly ?? []).flatMap(({ x, y }) => [x + origin.x, y + origin.y]));
      collect(child);
    }
  };
  collect(tree);
  return rings;
}
