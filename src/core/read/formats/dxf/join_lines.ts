import { findLineFaces, type LineFaces, UNITS_PER_METRE } from '../../../measure/topology/index.ts';
import { isBesideThePlan, layerByName } from '../../fields/tell_layer.ts';
import type { Point } from './curves.ts';
import { type JoinNotes, LayerJoin, type LayerLines } from './layer_join.ts';
import { type ReadLettering, readOutlineTexts } from './outline_texts.ts';
import type { Shape } from './shapes.ts';

/**
 * Ends this near to another line were meant to meet it: the mean error of a first-class boundary point in the cadastral survey
 * (TD/T 1001). What is moved by so much stays the same plot; a wider gap may be a path between two.
 */
export const SNAP_METRES = 0.05;
/** A gap up to this wide is told where it is: more likely a slip than a line that ends on purpose. */
const NEAR_METRES = 2;
/** Farther out than the earth is round a line bounds no plot, and the grid of `measure/topology` has no places that far apart. */
const FARTHEST_METRES = 1e8;
/** Layers of the plan whose shapes are lines or points. */
const NOT_AREAS = ['roads', 'metro', 'landmarks'];

export interface JoinedLines {
  /** The shapes of the drawing, faces in place of the lines around them. */
  shapes: Shape[];
  notes: JoinNotes[];
  /** Layers with so many lines or crossings that they were left as they are. */
  crowded: string[];
}

/**
 * Makes areas of loose lines: plots whose borders were drawn as lines, arcs and open polylines, one for two neighbours. Closed
 * outlines stay what they are; only one that lines divide into parts with numbers of their own gives way to these. A layer whose
 * name says nothing is joined only where most of its faces have a number that no outline has.
 */
export function joinLines(
  shapes: readonly Shape[],
  lettering: ReadLettering,
  hiddenLayers: ReadonlySet<string>,
  metresPerCoordinate: number,
): JoinedLines {
  const result: JoinedLines = { shapes: [...shapes], notes: [], crowded: [] };
  const layers = linesByLayer(shapes, hiddenLayers);
  if (layers.length === 0) return result;
  const numbered = numberedOutlines(shapes, lettering, hiddenLayers);
  const joins: LayerJoin[] = [];
  for (const one of layers) {
    const isNamed = layerByName(one.layer, undefined) !== undefined;
    if (!isNamed && lettering.lines.length === 0) continue;
    const found = facesOf(one, metresPerCoordinate);
    if (found) joins.push(new LayerJoin(one, found, lettering, numbered, SNAP_METRES));
    else if (isNamed) result.crowded.push(one.layer);
  }
  // The same plots may be drawn on two layers: first those that are named after plots, then those with most numbers.
  joins.sort((one, other) => other.rank - one.rank);
  const taken = new Set(numbered.values());
  const gone = new Set<Shape>();
  const faces: Shape[] = [];
  for (const join of joins) {
    const notes = join.settle(taken);
    if (!notes) continue;
    result.notes.push(notes);
    for (const line of notes.lines) gone.add(line);
    for (const { outline } of notes.divided) gone.add(outline);
    faces.push(...notes.faces);
  }
  result.shapes = [...shapes.filter((shape) => !gone.has(shape)), ...faces];
  return result;
}

function linesByLayer(shapes: readonly Shape[], hiddenLayers: ReadonlySet<string>): LayerLines[] {
  const layers = new Map<string, LayerLines>();
  for (const shape of shapes) {
    const { layer, geometry } = shape;
    if (geometry.type === 'Point') continue;
    const known = layers.get(layer) ?? { layer, lines: [], outlines: [] };
    layers.set(layer, known);
    (geometry.type === 'Polygon' ? known.outlines : known.lines).push(shape);
  }
  return [...layers.values()].filter(({ layer, lines }) => {
    const named = layerByName(layer, undefined);
    const isOfAreas = !named || !NOT_AREAS.includes(named);
    return lines.length > 0 && isOfAreas && !hiddenLayers.has(layer) && !isBesideThePlan(layer);
  });
}

/** Closed outlines with their numbers. Phases and the like may hold a single plot's by chance, so theirs do not count. */
function numberedOutlines(
  shapes: readonly Shape[],
  lettering: ReadLettering,
  hiddenLayers: ReadonlySet<string>,
): Map<Shape, string> {
  const outlines = shapes.filter(({ layer, geometry }) => {
    const named = layerByName(layer, undefined);
    return geometry.type === 'Polygon' && !hiddenLayers.has(layer) && (!named || named === 'plots');
  });
  const numbers = new Map<Shape, string>();
  for (const [shape, properties] of readOutlineTexts(outlines, lettering).properties)
    if (properties.地块编号 !== undefined) numbers.set(shape, properties.地块编号);
  return numbers;
}

function facesOf({ lines, outlines }: LayerLines, metresPerCoordinate: number): LineFaces | undefined {
  const farthest = FARTHEST_METRES / metresPerCoordinate;
  const isOnEarth = (path: readonly Point[]) =>
    path.every(([x, y]) => Math.abs(x) <= farthest && Math.abs(y) <= farthest);
  // An outline may be the border of a plot beside it as well.
  const paths = [...lines, ...outlines].map(({ geometry }) => {
    const own =
      geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'Polygon' ? geometry.coordinates : [];
    return own.every(isOnEarth) ? own : [];
  });
  return findLineFaces(paths, {
    unitsPerCoordinate: UNITS_PER_METRE * metresPerCoordinate,
    snapUnits: SNAP_METRES * UNITS_PER_METRE,
    nearUnits: NEAR_METRES * UNITS_PER_METRE,
  });
}
