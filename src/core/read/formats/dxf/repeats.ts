import { layerByName } from '../../fields/tell_layer.ts';
import { landUseOfLayer } from './land_use_of_layer.ts';
import { areaOf, boxOf } from './rings.ts';
import type { Shape } from './shapes.ts';

/** Outlines whose extents agree to this much are one: a boundary and its fill, or a line drawn twice. */
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
 * Shapes without those that repeat another. On one layer the boundary stays, for it is what a person edits, with the holes of its
 * fill. A boundary on one layer and its fill on another, a plot's outline on 地块 and on 用地-R2, are one too: it stays on the layer
 * that says more.
 */
export function mergeRepeats(shapes: readonly Shape[]): { shapes: Shape[]; repeatCount: number } {
  const cells = new Map<string, Outline[]>();
  const kept = new Set<Shape>();
  let repeatCount = 0;
  for (const shape of shapes) {
    kept.add(shape);
    const outer = shape.geometry.type === 'Polygon' ? shape.geometry.coordinates[0] : undefined;
    if (!outer) continue;
    const outline = { shape, box: boxOf(outer), areaSquareMetres: areaOf(outer) };
    const [x, y] = [Math.floor(outline.box[0]), Math.floor(outline.box[1])];
    const same = neighbours(x, y)
      .flatMap((cell) => cells.get(cell) ?? [])
      .find((other) => isSame(other, outline) && areOne(other.shape, shape));
    if (same) {
      repeatCount += 1;
      const stays = merged(same.shape, shape);
      kept.delete(stays === shape ? same.shape : shape);
      same.shape = stays;
      continue;
    }
    const key = `${x} ${y}`;
    const known = cells.get(key);
    if (known) known.push(outline);
    else cells.set(key, [outline]);
  }
  return { shapes: [...kept], repeatCount };
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

function isFill({ type }: Shape): boolean {
  return type === 'HATCH' || type === 'SOLID';
}

/** Whether coinciding outlines are the same thing drawn twice; a phase may well coincide with a key area, and a park with its plot. */
function areOne(a: Shape, b: Shape): boolean {
  if (a.layer === b.layer) return true;
  const [first, second] = [layerByName(a.layer, undefined), layerByName(b.layer, undefined)];
  const [firstUse, secondUse] = [landUseOfLayer(a.layer), landUseOfLayer(b.layer)];
  if (firstUse && secondUse) return false;
  if (first !== undefined && second !== undefined && first !== second) return false;
  if (isFill(a) !== isFill(b)) return true;
  return (firstUse !== undefined || secondUse !== undefined) && (first === 'plots' || second === 'plots');
}

/** Makes one shape of two and gives the one that stays. */
function merged(a: Shape, b: Shape): Shape {
  const rank = (shape: Shape) =>
    (landUseOfLayer(shape.layer) ? 4 : 0) + (layerByName(shape.layer, undefined) ? 2 : 0) + (isFill(shape) ? 0 : 1);
  const [stays, goes] = rank(b) > rank(a) ? [b, a] : [a, b];
  if (stays.geometry.type === 'Polygon' && goes.geometry.type === 'Polygon') {
    const [own, other] = [stays.geometry.coordinates, goes.geometry.coordinates];
    const boundary = isFill(stays) && !isFill(goes) ? other : own;
    const holes = other.length > own.length ? other.slice(1) : own.slice(1);
    stays.geometry = { type: 'Polygon', coordinates: [...boundary.slice(0, 1), ...holes] };
  }
  if (!stays.attributes && goes.attributes) stays.attributes = goes.attributes;
  return stays;
}
