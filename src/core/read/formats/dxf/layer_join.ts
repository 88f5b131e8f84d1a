import { createBoxIndex } from '../../../measure/index.ts';
import {
  type LineFace,
  type LineFaces,
  SQUARE_UNITS_PER_SQUARE_METRE,
  UNITS_PER_METRE,
} from '../../../measure/topology/index.ts';
import type { LayerId } from '../../../plan/types.ts';
import { layerByName } from '../../fields/tell_layer.ts';
import type { Point } from './curves.ts';
import { NUMBERS_OF_ONE_OUTLINE, type ReadLettering, readOutlineTexts } from './outline_texts.ts';
import { areaOf, boxOf, contains, pointWithin } from './rings.ts';
import type { Shape } from './shapes.ts';

/** What a CAD layer has of lines, and of closed outlines. */
export interface LayerLines {
  layer: string;
  lines: Shape[];
  outlines: Shape[];
  /** Those of the lines that are another layer's, such as a road's: they bound areas here and stay there. */
  lent?: ReadonlySet<Shape>;
}

/** What became of the loose lines of one CAD layer. */
export interface JoinNotes {
  layer: string;
  faces: Shape[];
  /** Lines around these faces. */
  lines: Shape[];
  /** Ends that were brought to a line they fell short of, by less than the tolerance. */
  snappedCount: number;
  /** Ends that miss the nearest line by more. */
  gaps: { line: Shape; point: Point; gapMetres: number }[];
  /** Closed outlines that gave way to their parts, and how many these are. */
  divided: { outline: Shape; count: number }[];
  /** Faces left out because they enclose no number where others of the layer do: how many, and the largest. */
  unnumbered?: { count: number; point: Point; areaSquareMetres: number };
}

interface Face {
  shape: Shape;
  face: LineFace;
  /** The closed outline it lies in. */
  outline: Shape | undefined;
  number: string | undefined;
  /** It encloses several numbers, but not those of a whole quarter: a dividing line is missing. */
  hasFewNumbers: boolean;
}

/** Which faces of one CAD layer's lines are taken. */
export class LayerJoin {
  readonly #source: LayerLines;
  readonly #found: LineFaces;
  readonly #named: LayerId | undefined;
  readonly #hasNumberedOutlines: boolean;
  readonly #faces: Face[];
  readonly #divided: { outline: Shape; count: number }[] = [];

  /** @param snapMetres a face no wider than this lies between a line and its slightly different copy */
  constructor(
    source: LayerLines,
    found: LineFaces,
    lettering: ReadLettering,
    numbered: ReadonlyMap<Shape, string>,
    snapMetres: number,
  ) {
    this.#source = source;
    this.#found = found;
    this.#named = layerByName(source.layer, undefined);
    this.#hasNumberedOutlines = source.outlines.some((outline) => numbered.has(outline));
    const wide = found.faces.filter(({ widthUnits }) => widthUnits > snapMetres * UNITS_PER_METRE);
    // Ground that other layers' lines alone enclose is a plot only where it says so.
    this.#faces = this.#withTexts(this.#outsideOutlines(wide), lettering).filter(
      ({ number, hasFewNumbers, face }) => number !== undefined || hasFewNumbers || this.#ownLinesOf(face).length > 0,
    );
  }

  /** Layers named after plots go before others, then those with more numbers. */
  get rank(): number {
    const numberedCount = this.#faces.filter(({ number }) => number !== undefined).length;
    return numberedCount + (this.#named === undefined ? 0 : this.#named === 'plots' ? 2e9 : 1e9);
  }

  /** @param taken numbers of plots that are drawn already; those of the faces that are taken join them */
  settle(taken: Set<string>): JoinNotes | undefined {
    const free = this.#faces.filter(({ number }) => number === undefined || !taken.has(number));
    const numbered = free.filter(({ number }) => number !== undefined);
    const unnumbered = free.filter(({ number, hasFewNumbers }) => number === undefined && !hasFewNumbers);
    const areMostNumbered = numbered.length > 0 && numbered.length >= unnumbered.length;
    if (this.#named === undefined && !(areMostNumbered && numbered.length > 1)) return undefined;
    // Lines beside the closed outlines of phases or buildings are something else.
    if (this.#named !== undefined && this.#named !== 'plots' && this.#source.outlines.length > 0) return undefined;
    const isOnlyNumbered = areMostNumbered || this.#hasNumberedOutlines;
    if (this.#named === 'plots' && this.#source.outlines.length > 0 && !isOnlyNumbered) return undefined;
    const leftOut = new Set(isOnlyNumbered ? unnumbered : []);
    const kept = free.filter((face) => !leftOut.has(face));
    for (const { number } of kept) if (number !== undefined) taken.add(number);
    const gaps = this.#gaps();
    if (kept.length === 0 && (gaps.length === 0 || this.#named !== 'plots')) return undefined;
    const lines = new Set(kept.flatMap(({ face }) => this.#ownLinesOf(face)));
    return {
      layer: this.#source.layer,
      faces: kept.map(({ shape }) => shape),
      lines: [...lines],
      snappedCount: this.#found.snappedCount,
      gaps,
      divided: this.#divided,
      ...(leftOut.size > 0 && { unnumbered: describeLeftOut([...leftOut]) }),
    };
  }

  /** The lines around a face that are the layer's own. */
  #ownLinesOf({ lines }: LineFace): Shape[] {
    const { lines: all, lent } = this.#source;
    return lines.flatMap((line) => {
      const shape = all[line];
      return shape && !lent?.has(shape) ? [shape] : [];
    });
  }

  #gaps(): JoinNotes['gaps'] {
    return this.#found.looseEnds.flatMap(({ point, line, gapUnits }) => {
      const shape = this.#source.lines[line];
      return shape && gapUnits !== undefined && !this.#source.lent?.has(shape)
        ? [{ line: shape, point, gapMetres: gapUnits / UNITS_PER_METRE }]
        : [];
    });
  }

  /** Faces that are no closed outline, with the outline they are a part of. */
  #outsideOutlines(faces: readonly LineFace[]): { face: LineFace; outline: Shape | undefined }[] {
    const { outlines } = this.#source;
    const rings = outlines.map(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates : []));
    const areas = rings.map(([outer]) => (outer ? areaOf(outer) : 0));
    const index = createBoxIndex(rings.map(([outer]) => boxOf(outer ?? [])));
    const parts = faces.map((face) => {
      const [x, y] = pointWithin(face.rings);
      let smallest: number | undefined;
      for (const at of index.search([x, y, x, y])) {
        const [outer, ...holes] = rings[at] ?? [];
        const isSmaller = smallest === undefined || (areas[at] ?? 0) < (areas[smallest] ?? 0);
        if (isSmaller && outer && contains(outer, [x, y]) && !holes.some((hole) => contains(hole, [x, y])))
          smallest = at;
      }
      return { face, outline: smallest === undefined ? undefined : outlines[smallest] };
    });
    const counts = new Map<Shape, number>();
    for (const { outline } of parts) if (outline) counts.set(outline, (counts.get(outline) ?? 0) + 1);
    return parts.filter(({ outline }) => !outline || (counts.get(outline) ?? 0) > 1);
  }

  /** The faces with what is written in them. Of a closed outline only the parts that have numbers of their own are left. */
  #withTexts(parts: readonly { face: LineFace; outline: Shape | undefined }[], lettering: ReadLettering): Face[] {
    const counts = new Map<Shape, number>();
    const shapes = parts.map(({ face }) => this.#shapeOf(face, counts));
    const { properties, notes } = readOutlineTexts(shapes, lettering);
    const several = new Map(
      (notes.get(this.#source.layer)?.several ?? []).map(({ shape, numbers }) => [shape, numbers]),
    );
    const faces = parts.flatMap(({ face, outline }, index): Face[] => {
      const shape = shapes[index];
      if (!shape) return [];
      const numberCount = several.get(shape)?.length ?? 0;
      const hasFewNumbers = numberCount > 0 && numberCount <= NUMBERS_OF_ONE_OUTLINE;
      return [{ shape, face, outline, number: properties.get(shape)?.地块编号, hasFewNumbers }];
    });
    const numbered = new Map<Shape, number>();
    for (const { outline, number } of faces)
      if (outline && number !== undefined) numbered.set(outline, (numbered.get(outline) ?? 0) + 1);
    for (const [outline, count] of numbered) if (count > 1) this.#divided.push({ outline, count });
    return faces.filter(({ outline }) => !outline || (numbered.get(outline) ?? 0) > 1);
  }

  /** A face goes by the first of its lines. */
  #shapeOf({ rings, lines }: LineFace, counts: Map<Shape, number>): Shape {
    const [first] = lines;
    const line = this.#source.lines[first ?? 0] ?? this.#source.outlines[(first ?? 0) - this.#source.lines.length];
    const count = line ? (counts.get(line) ?? 0) + 1 : 1;
    if (line) counts.set(line, count);
    const handle = line && line.handle !== '' ? `${line.handle}-${count}` : '';
    const geometry = { type: 'Polygon' as const, coordinates: rings };
    return { layer: this.#source.layer, type: line?.type ?? 'LINE', handle, geometry };
  }
}

function describeLeftOut(faces: readonly Face[]): NonNullable<JoinNotes['unnumbered']> {
  const [largest] = [...faces].sort((one, other) => other.face.areaSquareUnits - one.face.areaSquareUnits);
  return {
    count: faces.length,
    point: largest ? pointWithin(largest.face.rings) : [0, 0],
    areaSquareMetres: (largest?.face.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE,
  };
}
