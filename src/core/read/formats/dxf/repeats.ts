import { areaOf, boxOf } from './rings.ts';
import type { Shape } from './shapes.ts';

/** Outlines of one CAD layer whose extents agree to this much are one: a boundary and its fill, or a line drawn twice. */
const SAME_METRES = 0.02;
/** So may their areas, as a share: arcs are cut into chords in more than one way. */
const SAME_AREA_SHARE = 0.001;

interface Outline {
  shape: Shape;
  /** West, south, east, north in metres. */
  box: readonly number[];
  areaSquareMetres: number;
}

/**
 * Shapes without those that repeat another of their layer. Of a boundary and its fill the boundary stays, for it is what a person
 * edits, with the holes of the fill.
 */
export function mergeRepeats(shapes: readonly Shape[]): { shapes: Shape[]; repeatCount: number } {
  const cells = new Map<string, Outline[]>();
  const kept: Shape[] = [];
  let repeatCount = 0;
  for (const shape of shapes) {
    const outer = shape.geometry.type === 'Polygon' ? shape.geometry.coordinates[0] : undefined;
    if (!outer) {
      kept.push(shape);
      continue;
    }
    const outline = { shape, box: boxOf(outer), areaSquareMetres: areaOf(outer) };
    const [x, y] = [Math.floor(outline.box[0]), Math.floor(outline.box[1])];
    const same = neighbours(x, y)
      .flatMap((cell) => cells.get(`${shape.layer}|${cell}`) ?? [])
      .find((other) => isSame(other, outline));
    if (same) {
      repeatCount += 1;
      merge(same.shape, shape);
      continue;
    }
    kept.push(shape);
    const key = `${shape.layer}|${x} ${y}`;
    const known = cells.get(key);
    if (known) known.push(outline);
    else cells.set(key, [outline]);
  }
  return { shapes: kept, repeatCount };
}

/** The cell of a metre and those around it. */
function neighbours(x: number, y: number): string[] {
  return [x, x - 1, x + 1].flatMap((column) => [y, y - 1, y + 1].map((row) => `${column} ${row}`));
}

function isSame(a: Outline, b: Outline): boolean {
  const largest = Math.max(a.areaSquareMetres, b.areaSquareMetres);
  return (
    Math.abs(a.areaSquareMetres - b.areaSquareMetres) <= largest * SAME_AREA_SHARE &&
    a.box.every((side, index) => Math.abs(side - (b.box[index] ?? 0)) <= SAME_METRES)
  );
}

function merge(same: Shape, other: Shape): void {
  const [a, b] = [same.geometry, other.geometry];
  if (a.type !== 'Polygon' || b.type !== 'Polygon') return;
  const holes = b.coordinates.length > a.coordinates.length ? b.coordinates.slice(1) : a.coordinates.slice(1);
  const isBoundary = same.type === 'HATCH' && other.type !== 'HATCH';
  const outer = (isBoundary ? b : a).coordinates.slice(0, 1);
  same.geometry = { type: 'Polygon', coordinates: [...outer, ...holes] };
  if (isBoundary) {
    same.type = other.type;
    same.handle = other.handle;
  }
  if (!same.attributes && other.attributes) same.attributes = other.attributes;
}
