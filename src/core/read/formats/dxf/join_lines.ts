import { findLineFaces, type LineFaces, UNITS_PER_METRE } from '../../../measure/topology/index.ts';
import { isBesideThePlan, layerByName } from '../../fields/tell_layer.ts';
import type { AcrossLayers } from '../../source.ts';
import { layersTogether, type OpenLayer } from './across_layers.ts';
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
  /** Joining across layers, where it encloses more than each layer by itself does. */
  across?: AcrossLayers;
}

/**
 * Makes areas of loose lines: plots whose borders were drawn as lines, arcs and open polylines, one for two neighbours. Closed
 * outlines stay what they are; only one that lines divide into parts with numbers of their own gives way to these. A layer whose
 * name says nothing is joined only where most of its faces have a number that no outline has.
 * @param areAcross whether layers whose lines end on each other's are joined together; else it is only told what that would enclose
 */
export function joinLines(
  shapes: readonly Shape[],
  lettering: ReadLettering,
  hiddenLayers: ReadonlySet<string>,
  metresPerCoordinate: number,
  areAcross = false,
): JoinedLines {
  const result: JoinedLines = { shapes: [...shapes], notes: [], crowded: [] };
  const layers = linesByLayer(shapes, hiddenLayers);
  if (layers.length === 0) return result;
  const numbered = numberedOutlines(shapes, lettering, hiddenLayers);
  const joins = new Map<string, LayerJoin>();
  const open: OpenLayer[] = [];
  for (const one of layers) {
    const isNamed = layerByName(one.layer, undefined) !== undefined;
    if (!isNamed && lettering.lines.length === 0) continue;
    const found = facesOf(one, metresPerCoordinate);
    if (found) {
      joins.set(one.layer, new LayerJoin(one, found, lettering, numbered, SNAP_METRES));
      open.push({ lines: one, found });
    } else if (isNamed) result.crowded.push(one.layer);
  }
  const apart = settled([...joins.values()], numbered);
  const lenders = allLayers(shapes, hiddenLayers).filter(
    ({ layer }) => !joins.has(layer) && !result.crowded.includes(layer) && !isBesideThePlan(layer),
  );
  const groups = layersTogether(open, lenders, SNAP_METRES / metresPerCoordinate).flatMap((group) => {
    const found = facesOf(group.lines, metresPerCoordinate);
    return found ? [{ ...group, join: new LayerJoin(group.lines, found, lettering, numbered, SNAP_METRES) }] : [];
  });
  result.notes = apart;
  if (groups.length > 0) {
    const members = new Set(groups.flatMap((group) => group.members));
    const others = [...joins].flatMap(([layer, join]) => (members.has(layer) ? [] : [join]));
    const together = settled([...others, ...groups.map(({ join }) => join)], numbered);
    const [apartCount, togetherCount] = [countFaces(apart), countFaces(together)];
    if (togetherCount > apartCount) {
      const names = groups.map((group) => [...group.members, ...group.lenders]);
      result.across = { layers: names, apartCount, togetherCount, isDone: areAcross };
      if (areAcross) result.notes = together;
    }
  }
  const gone = new Set(result.notes.flatMap(({ lines, divided }) => [...lines, ...divided.map((one) => one.outline)]));
  result.shapes = [...shapes.filter((shape) => !gone.has(shape)), ...result.notes.flatMap(({ faces }) => faces)];
  return result;
}

/** The same plots may be drawn on two layers: first those that are named after plots, then those with most numbers. */
function settled(joins: readonly LayerJoin[], numbered: ReadonlyMap<Shape, string>): JoinNotes[] {
  const taken = new Set(numbered.values());
  return [...joins].sort((one, other) => other.rank - one.rank).flatMap((join) => join.settle(taken) ?? []);
}

function countFaces(notes: readonly JoinNotes[]): number {
  return notes.reduce((sum, { faces }) => sum + faces.length, 0);
}

/** Lines and outlines by layer, of the layers that are shown. */
function allLayers(shapes: readonly Shape[], hiddenLayers: ReadonlySet<string>): LayerLines[] {
  const layers = new Map<string, LayerLines>();
  for (const shape of shapes) {
    const { layer, geometry } = shape;
    if (geometry.type === 'Point' || hiddenLayers.has(layer)) continue;
    const known = layers.get(layer) ?? { layer, lines: [], outlines: [] };
    layers.set(layer, known);
    (geometry.type === 'Polygon' ? known.outlines : known.lines).push(shape);
  }
  return [...layers.values()];
}

/** Layers whose lines may bound areas. */
function linesByLayer(shapes: readonly Shape[], hiddenLayers: ReadonlySet<string>): LayerLines[] {
  return allLayers(shapes, hiddenLayers).filter(({ layer, lines }) => {
    const named = layerByName(layer, undefined);
    const isOfAreas = !named || !NOT_AREAS.includes(named);
    return lines.length > 0 && isOfAreas && !isBesideThePlan(layer);
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
