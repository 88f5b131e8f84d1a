import { createBoxIndex } from '../../../measure/box_index.ts';
import { matchField } from '../../../plan/match_field.ts';
import {
  fieldOfLayerName,
  fieldOfText,
  isLandUseCode,
  plotNumberIn,
  shortPlotNumberIn,
  type TextField,
} from '../../fields/text_fields.ts';
import type { Lettering } from './lettering.ts';
import { areaOf, boxOf, contains } from './rings.ts';
import type { Shape } from './shapes.ts';

/** An outline with more lettering than this is a frame or the whole park, and the lettering that of what lies within. */
const MOST_TEXTS = 40;

/** An outline with more numbers is a boundary of many plots; with fewer, a dividing line may be missing. */
export const NUMBERS_OF_ONE_OUTLINE = 4;

/** What a line of lettering says. */
type Meaning =
  | { kind: 'number'; number: string }
  | { kind: 'short'; number: string }
  | { kind: 'code'; code: string }
  | { kind: 'fields'; fields: readonly TextField[] }
  | { kind: 'text' };

/** What was read from the lettering of one CAD layer's outlines, for those who must be told. */
export interface TextNotes {
  numberedCount: number;
  /** Outlines without a number where others of the layer have one. */
  unnumbered: Shape[];
  /** Outlines with several different numbers. */
  several: { shape: Shape; numbers: string[] }[];
  /** Outlines whose lettering says two things of one field. */
  conflicts: { shape: Shape; field: string; values: string[] }[];
}

/** The lettering of a drawing with what each line says: read once, and held against the outlines of one CAD layer after another. */
export interface ReadLettering {
  lines: readonly Lettering[];
  meanings: ReadonlyMap<Lettering, Meaning>;
}

/** Reads what each lettering of a drawing means; codes that could be several are settled by all of them together. */
export function readLettering(lines: readonly Lettering[]): ReadLettering {
  const meanings = new Map(lines.map((one) => [one, meaningOf(one)]));
  settleCodes(meanings);
  return { lines, meanings };
}

export interface OutlineTexts {
  /** Properties by shape. */
  properties: Map<Shape, Record<string, string>>;
  notes: Map<string, TextNotes>;
  /** Lines of lettering that stand in no outline. */
  outsideCount: number;
}

/**
 * Gives each outline what the lettering in it says: its number, land-use code and indicators; the rest as `cadText`. Lettering counts
 * for the smallest outline around it on every CAD layer, because boundary and fill of one plot often lie on two of them.
 */
export function readOutlineTexts(shapes: readonly Shape[], lettering: ReadLettering): OutlineTexts {
  const result: OutlineTexts = { properties: new Map(), notes: new Map(), outsideCount: 0 };
  const taken = new Set<Lettering>();
  const layers = new Map<string, Shape[]>();
  for (const shape of shapes) {
    if (shape.geometry.type !== 'Polygon') continue;
    const known = layers.get(shape.layer);
    if (known) known.push(shape);
    else layers.set(shape.layer, [shape]);
  }
  for (const [layer, outlines] of layers) {
    const within = textsWithin(outlines, lettering.lines);
    for (const texts of within.values()) for (const one of texts) taken.add(one);
    const notes = readLayer(outlines, within, lettering.meanings, result.properties);
    result.notes.set(layer, notes);
  }
  for (const shape of shapes)
    if (shape.attributes && shape.geometry.type !== 'Polygon')
      result.properties.set(shape, describe(shape.attributes.map((one) => [one, meaningOf(one)])).properties);
  result.outsideCount = lettering.lines.filter((one) => !taken.has(one)).length;
  return result;
}

function meaningOf({ text, layer, tag }: Lettering): Meaning {
  if (tag !== undefined) {
    const match = matchField('plots', tag);
    if (match?.to === 'id' && match.how !== 'guessed') return { kind: 'number', number: text };
    return { kind: 'fields', fields: [{ field: tag, value: text }] };
  }
  const ofLayer = fieldOfLayerName(layer);
  if (ofLayer === '地块编号') return { kind: 'number', number: text };
  if (ofLayer !== undefined) {
    // 容积率:2.5 on the layer 容积率 says its name once more.
    const stated = fieldOfText(text);
    return { kind: 'fields', fields: [stated ?? { field: ofLayer, value: text }] };
  }
  if (isLandUseCode(text)) return { kind: 'code', code: text.normalize('NFKC').trim() };
  const number = plotNumberIn(text);
  if (number !== undefined) return { kind: 'number', number };
  const field = fieldOfText(text);
  if (field?.field === '地块编号') return { kind: 'number', number: field.value };
  if (field) return { kind: 'fields', fields: [field] };
  const several = fieldsOfPieces(text);
  if (several) return { kind: 'fields', fields: several };
  const short = shortPlotNumberIn(text);
  return short === undefined ? { kind: 'text' } : { kind: 'short', number: short };
}

/** `R2 容积率2.5 限高24m`: several statements in one line, all of which must be understood. */
function fieldsOfPieces(text: string): TextField[] | undefined {
  const pieces = text
    .normalize('NFKC')
    .split(/[\s,;、]+/)
    .filter((piece) => piece !== '');
  if (pieces.length < 2) return undefined;
  const fields: TextField[] = [];
  for (const piece of pieces) {
    const field = isLandUseCode(piece) ? { field: '用地代码', value: piece } : fieldOfText(piece);
    if (!field) return undefined;
    fields.push(field);
  }
  return fields;
}

/**
 * B1 is a land use where it comes again and again or where plots have other numbers; in a drawing where every such text is another,
 * it may as well be a plot's name, and is left as it stands. A short number such as A01 counts only where there are no better ones.
 */
function settleCodes(meanings: Map<Lettering, Meaning>): void {
  const all = [...meanings.values()];
  const hasNumbers = all.some(({ kind }) => kind === 'number');
  const codes = all.flatMap((meaning) => (meaning.kind === 'code' ? [meaning.code] : []));
  const short = all.flatMap((meaning) => (meaning.kind === 'short' ? [meaning.number] : []));
  const areCodes = hasNumbers || new Set(codes).size < codes.length;
  const areNumbers = !hasNumbers && new Set(short).size === short.length;
  for (const [one, meaning] of meanings) {
    if (meaning.kind === 'code') meanings.set(one, areCodes ? codeField(meaning.code) : { kind: 'text' });
    if (meaning.kind === 'short')
      meanings.set(one, areNumbers ? { kind: 'number', number: meaning.number } : { kind: 'text' });
  }
}

function codeField(code: string): Meaning {
  return { kind: 'fields', fields: [{ field: '用地代码', value: code }] };
}

/** The lettering in each outline of a layer; of nested ones in the smallest. */
function textsWithin(outlines: readonly Shape[], lettering: readonly Lettering[]): Map<Shape, Lettering[]> {
  const rings = outlines.map(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates : []));
  const areas = rings.map(([outer]) => (outer ? areaOf(outer) : 0));
  const index = createBoxIndex(rings.map(([outer]) => boxOf(outer ?? [])));
  const within = new Map<Shape, Lettering[]>();
  for (const one of lettering) {
    const [x, y] = one.point;
    let smallest: number | undefined;
    for (const at of index.search([x, y, x, y])) {
      const [outer, ...holes] = rings[at] ?? [];
      const isSmaller = smallest === undefined || (areas[at] ?? 0) < (areas[smallest] ?? 0);
      if (isSmaller && outer && contains(outer, one.point) && !holes.some((hole) => contains(hole, one.point)))
        smallest = at;
    }
    const shape = smallest === undefined ? undefined : outlines[smallest];
    if (!shape) continue;
    const known = within.get(shape);
    if (known) known.push(one);
    else within.set(shape, [one]);
  }
  return within;
}

function readLayer(
  outlines: readonly Shape[],
  within: ReadonlyMap<Shape, readonly Lettering[]>,
  meanings: ReadonlyMap<Lettering, Meaning>,
  properties: Map<Shape, Record<string, string>>,
): TextNotes {
  const notes: TextNotes = { numberedCount: 0, unnumbered: [], several: [], conflicts: [] };
  for (const shape of outlines) {
    const own = shape.attributes ?? [];
    const found = within.get(shape) ?? [];
    const texts = found.length > MOST_TEXTS ? own : [...own, ...found];
    const read = describe(texts.map((one) => [one, meanings.get(one) ?? meaningOf(one)]));
    if (read.numbers.length > 1) {
      // What stands in an outline around several plots is theirs, also where only one of them has a height.
      notes.several.push({ shape, numbers: read.numbers });
      const isFew = read.numbers.length <= NUMBERS_OF_ONE_OUTLINE;
      properties.set(shape, isFew ? { cadText: texts.map(({ text }) => text).join(' | ') } : {});
      continue;
    }
    properties.set(shape, read.properties);
    if (read.numbers.length === 1) notes.numberedCount += 1;
    else notes.unnumbered.push(shape);
    for (const conflict of read.conflicts) notes.conflicts.push({ shape, ...conflict });
  }
  return notes;
}

/** The properties some lines of lettering make together, from top to bottom. What contradicts itself stays lettering. */
function describe(texts: readonly (readonly [Lettering, Meaning])[]): {
  properties: Record<string, string>;
  numbers: string[];
  conflicts: { field: string; values: string[] }[];
} {
  const ordered = [...texts].sort(([a], [b]) => b.point[1] - a.point[1] || a.point[0] - b.point[0]);
  const numbers = new Set<string>();
  const values = new Map<string, Set<string>>();
  const rest: string[] = [];
  for (const [one, meaning] of ordered) {
    if (meaning.kind === 'number') numbers.add(meaning.number);
    else if (meaning.kind === 'fields')
      for (const { field, value } of meaning.fields) {
        const known = values.get(field);
        if (known) known.add(value);
        else values.set(field, new Set([value]));
      }
    else rest.push(one.text);
  }
  const [number] = numbers;
  const conflicts: { field: string; values: string[] }[] = [];
  const properties = new Map<string, string>();
  if (number !== undefined && numbers.size === 1) properties.set('地块编号', number);
  else for (const one of numbers) rest.push(one);
  for (const [field, found] of values) {
    const [value] = found;
    if (value !== undefined && found.size === 1) properties.set(field, value);
    else {
      conflicts.push({ field, values: [...found] });
      for (const one of found) rest.push(`${field} ${one}`);
    }
  }
  if (rest.length > 0) properties.set('cadText', rest.join(' | '));
  return { properties: Object.fromEntries(properties), numbers: [...numbers], conflicts };
}
