import type { Diagnostic } from '../../../plan/findings.ts';
import type { DiagnosticLog } from '../../diagnostic_log.ts';
import { LARGEST_TEXT_BYTES } from '../../geojson/parse_json.ts';
import type { SourceLayer } from '../../source.ts';
import { decodeUtf8 } from '../../text/decode_text.ts';
import type { ChoicesBySource } from '../../types.ts';
import type { FormatInput } from '../format.ts';
import { layersOfParts, type Part } from '../part_layers.ts';
import { CHORD_TOLERANCE_METRES } from './curves.ts';
import { type DrawingDocument, type Entity, readDocument } from './document.ts';
import { encodingOfDrawing } from './drawing_text.ts';
import { isDwg, releaseOfDwg } from './dwg.ts';
import { joinLines } from './join_lines.ts';
import { reportJoins } from './join_report.ts';
import { landUseOfLayer } from './land_use_of_layer.ts';
import { readLettering, readOutlineTexts } from './outline_texts.ts';
import { mergeRepeats } from './repeats.ts';
import { reportShapes, reportTexts } from './report.ts';
import { type BrokenEntity, type Shape, ShapeCollector } from './shapes.ts';
import { BinaryTags, isBinaryDxf, TagFault, type TagReader, TextTags } from './tags.ts';
import { type DrawingExtent, isInDegrees, unitOfDrawing } from './units.ts';

/** The CAD layers of a drawing, a source for each. Never rejects for what is in the file. */
export async function openDxf({ main, log, choices }: FormatInput): Promise<SourceLayer[]> {
  const { bytes, name } = main;
  if (isDwg(bytes)) {
    log.add({ code: 'dwg-not-read', severity: 'error', data: { found: releaseOfDwg(bytes) } });
    return [];
  }
  if (bytes.length > LARGEST_TEXT_BYTES) {
    const data = { sizeBytes: bytes.length, limitBytes: LARGEST_TEXT_BYTES };
    log.add({ code: 'file-too-large', severity: 'error', data });
    return [];
  }
  const decoded = decodeDrawing(bytes, chosenEncoding(name, choices));
  if (!decoded) {
    log.add({ code: 'file-not-encoding', severity: 'error', data: { encoding: chosenEncoding(name, choices) ?? '' } });
    return [];
  }
  const { readerOf, encoding } = decoded;
  const drawing = readDrawing(readerOf, log);
  if (!drawing) return [];
  const { collector, document, metresPerUnit, metresPerCoordinate, declared } = drawing;
  if (collector.isTooLarge) {
    log.add({ code: 'dxf-too-large', severity: 'error', data: {} });
    return [];
  }
  const lettering = readLettering(collector.lettering);
  const areAcross = isJoinChosen(name, choices);
  const joined = joinLines(collector.shapes, lettering, document.hiddenLayers, metresPerCoordinate, areAcross);
  const { shapes, repeatCount } = mergeRepeats(joined.shapes);
  reportShapes(collector, document, repeatCount, shapes, log);
  reportJoins(joined, metresPerUnit, log);
  const texts = readOutlineTexts(shapes, lettering);
  reportTexts(texts, collector.lettering.length, log);
  const parts = partsOf(shapes, collector.broken, document, texts.properties);
  if (parts.length === 0 && !log.hasErrors) log.add({ code: 'dxf-empty', severity: 'error', data: {} });
  return layersOfParts(name, 'dxf', parts, {
    ...(declared !== undefined && { declaredCrs: { text: declared, kind: 'drawing-unit' } }),
    ...(encoding !== 'utf-8' && { encoding }),
    ...(joined.across && { across: joined.across }),
  });
}

/** Of latitude, about: what tolerances in metres are in a drawing made in degrees. */
const METRES_PER_DEGREE = 111_320;

/** An encoding chosen for one layer of a drawing is the drawing's. */
function chosenEncoding(name: string, choices: ChoicesBySource): string | undefined {
  return Object.entries(choices).find(
    ([source, { encoding }]) => encoding !== undefined && (source === name || source.startsWith(`${name}/`)),
  )?.[1].encoding;
}

/** Whether a person said of any layer of a drawing that lines are to be joined across its layers. */
function isJoinChosen(name: string, choices: ChoicesBySource): boolean {
  return Object.entries(choices).some(
    ([source, { joinAcross }]) => joinAcross === true && (source === name || source.startsWith(`${name}/`)),
  );
}

/** How to read the drawing from its beginning; undefined where the encoding is none. */
function decodeDrawing(
  bytes: Uint8Array,
  chosen: string | undefined,
): { readerOf: () => TagReader; encoding: string } | undefined {
  const isBinary = isBinaryDxf(bytes);
  const decoded = isBinary ? undefined : decodeUtf8(bytes);
  const isGbk = decoded !== undefined && 'fault' in decoded && decoded.fault.looksLike === 'GBK';
  // Between the numbers of a binary file stand bytes that are no text: the version tells.
  const encoding = encodingOfDrawing(bytes, chosen, {
    isUtf8: isBinary ? isUtf8Binary(bytes) : decoded !== undefined && 'text' in decoded,
    isGbk,
  });
  try {
    const decoder = new TextDecoder(encoding);
    if (isBinary) return { readerOf: () => new BinaryTags(bytes, (part) => decoder.decode(part)), encoding };
    const text = decoder.decode(bytes);
    return { readerOf: () => new TextTags(text), encoding };
  } catch {
    return undefined;
  }
}

function isUtf8Binary(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return (/AC\d{4}/.exec(start)?.[0] ?? '') >= 'AC1021';
}

interface Drawing {
  collector: ShapeCollector;
  document: DrawingDocument;
  metresPerUnit: number;
  /** Of the shapes, which are in metres: 1, or about what a degree is where they are in degrees. */
  metresPerCoordinate: number;
  declared: string | undefined;
}

/** Reads the drawing twice: once for where it lies, which tells its unit, and once for its shapes. */
function readDrawing(readerOf: () => TagReader, log: DiagnosticLog): Drawing | undefined {
  const sample = new ExtentSample();
  let document: DrawingDocument;
  try {
    document = readDocument(readerOf(), (entity) => sample.add(entity));
  } catch (error) {
    const { place, found } = error instanceof TagFault ? error : { place: 0, found: String(error).slice(0, 80) };
    log.add({ code: 'dxf-broken', severity: 'error', data: { place, found } });
    return undefined;
  }
  if (!document.isComplete) {
    log.add({ code: 'dxf-cut', severity: 'error', data: {} });
    return undefined;
  }
  const extent = sample.result();
  const unit = unitOfDrawing(document.header, extent, log);
  if (!unit) return undefined;
  const { metres, declared } = unit;
  const metresPerCoordinate = extent && isInDegrees(extent) ? METRES_PER_DEGREE : 1;
  const collector = new ShapeCollector(document.blocks, CHORD_TOLERANCE_METRES / metresPerCoordinate);
  readDocument(readerOf(), (entity) => collector.add(entity, [metres, 0, 0, metres, 0, 0]));
  return { collector, document, metresPerUnit: metres, metresPerCoordinate, declared };
}

const SAMPLED = 100_000;

/** About where the entities of a drawing lie: medians and middle halves, which strays do not move. */
class ExtentSample {
  readonly #xs: number[] = [];
  readonly #ys: number[] = [];

  add({ tags }: Entity): void {
    if (this.#xs.length >= SAMPLED) return;
    for (const [index, { code, value }] of tags.entries()) {
      const next = tags[index + 1];
      if (code !== 10 || next?.code !== 20) continue;
      const [x, y] = [Number(value), Number(next.value)];
      // A hatch has its elevation first: nought, nought.
      if (!Number.isFinite(x) || !Number.isFinite(y) || (x === 0 && y === 0)) continue;
      this.#xs.push(x);
      this.#ys.push(y);
      return;
    }
  }

  result(): DrawingExtent | undefined {
    const [xs, ys] = [this.#xs, this.#ys].map((values) => [...values].sort((a, b) => a - b));
    const at = (values: readonly number[] | undefined, share: number) =>
      values?.[Math.floor((values.length - 1) * share)] ?? 0;
    if (!xs || xs.length === 0) return undefined;
    const size = Math.hypot(at(xs, 0.95) - at(xs, 0.05), at(ys, 0.95) - at(ys, 0.05));
    return { x: at(xs, 0.5), y: at(ys, 0.5), size };
  }
}

function partsOf(
  shapes: readonly Shape[],
  broken: readonly BrokenEntity[],
  document: DrawingDocument,
  properties: ReadonlyMap<Shape, Record<string, string>>,
): Part[] {
  const parts = new Map<string, Part>();
  const partOf = (layer: string): Part => {
    const part = parts.get(layer) ?? { path: [layer], isHidden: document.hiddenLayers.has(layer), features: [] };
    parts.set(layer, part);
    return part;
  };
  let unhandled = 0;
  for (const shape of shapes) {
    const part = partOf(shape.layer);
    // Drawings older than handles are counted through.
    if (shape.handle === '') unhandled += 1;
    const handle = shape.handle === '' ? `${unhandled}` : shape.handle;
    const ofLayer = landUseOfLayer(shape.layer);
    part.features.push({
      id: handle,
      geometry: shape.geometry,
      properties: {
        ...(shape.geometry.type === 'Polygon' && ofLayer),
        ...properties.get(shape),
        cadLayer: shape.layer,
      },
      pointer: `/${shape.type}/${handle}`,
    });
  }
  for (const { layer, type, handle, found } of broken) {
    const pointer = `/${type}/${handle}`;
    const fault: Diagnostic = {
      code: 'dxf-entity-broken',
      severity: 'error',
      pointer,
      data: { cadLayer: layer, found },
    };
    partOf(layer).features.push({ geometry: null, fault, properties: { cadLayer: layer }, pointer });
  }
  return [...parts.values()];
}
