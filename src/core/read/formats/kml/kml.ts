import { matchField } from '../../../plan/match_field.ts';
import { LAYER_IDS } from '../../../plan/types.ts';
import { readWhole, sourceOfBytes } from '../../byte_source.ts';
import type { DiagnosticLog } from '../../diagnostic_log.ts';
import { baseNameOf } from '../../fields/layer_name.ts';
import { layerByName } from '../../fields/tell_layer.ts';
import { plotNumberIn } from '../../fields/text_fields.ts';
import { isUtf8, recodeInvalid } from '../../geojson/recode.ts';
import { unpack } from '../../open/archive.ts';
import type { SourceLayer } from '../../source.ts';
import { encodingOf, XmlFault } from '../../xml/scan_xml.ts';
import type { FormatInput } from '../format.ts';
import { layersOfParts, type Part, type PartFeature } from '../part_layers.ts';
import { readDescription } from './description.ts';
import { type Container, type KmlContents, type Placemark, scanPlacemarks } from './placemarks.ts';

/** KML is longitude and latitude on WGS84 by its specification (OGC 12-007r2, 6.4). */
const DECLARED = { text: 'EPSG:4326', kind: 'specification' } as const;
/** More folders than this are categories, not layers: the folders above them are then taken. */
const MOST_PARTS = 60;
/** Of the placemarks without a shape so many are named. */
const NAMED_MARKS = 8;

/** The placemarks of a KML, or of the KMLs in a KMZ, a source for every folder. Never rejects for what is in the file. */
export async function openKml({ main, log, choices }: FormatInput): Promise<SourceLayer[]> {
  const isArchive = main.bytes[0] === 0x50 && main.bytes[1] === 0x4b;
  const files = isArchive ? await unpack(main, log) : [main];
  const documents = isArchive ? files.filter(({ name }) => /\.kml$/i.test(name)) : files;
  if (isArchive && files.length > 0 && documents.length === 0)
    log.add({ code: 'kml-archive-without-kml', severity: 'error', data: {} });
  const chosen = Object.entries(choices).find(
    ([name, choice]) => choice.encoding !== undefined && (name === main.name || name.startsWith(`${main.name}/`)),
  )?.[1].encoding;
  const parts: Part[] = [];
  let encoding: string | undefined;
  let placemarkCount = 0;
  for (const { name, bytes } of documents) {
    const text = textOf(bytes, chosen, log);
    const contents = text && scan(text.bytes, text.encoding, log);
    if (!contents) continue;
    if (text.shown !== 'utf-8') encoding = text.shown;
    placemarkCount += contents.placemarks.length;
    // The links of a KMZ mostly lead to its own other documents.
    if (documents.length > 1) contents.unread.delete('NetworkLink');
    for (const part of partsOf(contents, main.name, log))
      parts.push({ ...part, path: part.path.length > 0 || !isArchive ? part.path : [baseNameOf(name)] });
  }
  if (placemarkCount === 0 && documents.length > 0 && !log.hasErrors)
    log.add({ code: 'kml-empty', severity: 'error', data: {} });
  return layersOfParts(main.name, 'kml', parts, { declaredCrs: DECLARED, ...(encoding && { encoding }) });
}

/** The bytes as the XML reader is to take them, with the encoding a person is shown. */
function textOf(
  bytes: Uint8Array,
  chosen: string | undefined,
  log: DiagnosticLog,
): { bytes: Uint8Array; encoding: string; shown: string } | undefined {
  const encoding = chosen ?? encodingOf(bytes);
  if (!/^utf-?8$/i.test(encoding) || isUtf8(sourceOfBytes(bytes)))
    return { bytes, encoding, shown: encoding.toLowerCase() };
  // Said to be UTF-8, or nothing said, and written in GBK all the same.
  const recoded = recodeInvalid(sourceOfBytes(bytes), log);
  return recoded && { bytes: readWhole(recoded.source), encoding: 'utf-8', shown: recoded.encoding ?? 'utf-8' };
}

function scan(bytes: Uint8Array, encoding: string, log: DiagnosticLog): KmlContents | undefined {
  try {
    return scanPlacemarks(bytes, encoding);
  } catch (error) {
    const found = (error instanceof Error ? error.message : String(error)).slice(0, 120);
    const { line, column } = error instanceof XmlFault ? error : { line: 1, column: 1 };
    log.add({ code: 'kml-broken', severity: 'error', data: { line, column, found } });
    return undefined;
  }
}

function partsOf({ placemarks, unread }: KmlContents, fileName: string, log: DiagnosticLog): Part[] {
  for (const [found, count] of unread) log.add({ code: 'kml-not-read', severity: 'info', data: { found, count } });
  const marks = placemarks.map((mark) => ({ mark, path: pathOf(mark.container, fileName) }));
  let depth = Math.max(0, ...marks.map(({ path }) => path.length));
  const keyAt = (path: readonly string[]) => path.slice(0, depth).join('\u0000');
  while (depth > 0 && new Set(marks.map(({ path }) => keyAt(path))).size > MOST_PARTS) depth -= 1;
  const parts = new Map<string, Part & { marks: Placemark[] }>();
  let dropped = { count: 0, pointer: '' };
  const shapeless: Placemark[] = [];
  for (const { mark, path } of marks) {
    const geometry = geometryOf(mark);
    if (!geometry) {
      shapeless.push(mark);
      continue;
    }
    const key = keyAt(path);
    const part = parts.get(key) ?? { path: path.slice(0, depth), features: [], marks: [] };
    parts.set(key, part);
    const pointer = `/Placemark/${mark.number}`;
    if (geometry.isPartial) dropped = { count: dropped.count + 1, pointer: dropped.pointer || pointer };
    const properties = propertiesOf(mark);
    const cut = path.slice(depth).join('/');
    if (cut !== '' && !Object.hasOwn(properties, 'folder')) properties.folder = cut;
    part.features.push({ geometry: geometry.geometry, properties, pointer });
    part.marks.push(mark);
  }
  if (shapeless[0])
    log.add({
      code: 'kml-without-shape',
      severity: 'warning',
      pointer: `/Placemark/${shapeless[0].number}`,
      data: {
        count: shapeless.length,
        found: shapeless.slice(0, NAMED_MARKS).map(({ name, number }) => name || `#${number}`),
      },
    });
  if (dropped.count > 0)
    log.add({ code: 'kml-parts-dropped', severity: 'info', pointer: dropped.pointer, data: { count: dropped.count } });
  const named = [...parts.values()].flatMap(({ path, features, marks: own }) => nameFeatures(features, own, path));
  for (const { features } of parts.values()) for (const feature of features) dropNumberAsName(feature);
  if (named[0])
    log.add({ code: 'kml-named-by-name', severity: 'info', data: { count: named.length, found: named[0].name } });
  return [...parts.values()].map(({ path, features }) => ({ path, features }));
}

/** Names of the containers from the outermost in; the document around folders says nothing more than the file's name. */
function pathOf(container: Container | undefined, fileName: string): string[] {
  const path: string[] = [];
  for (let one = container; one; one = one.parent) {
    const isAround = one !== container && one.kind === 'Document';
    if (one.name !== '' && one.name !== baseNameOf(fileName) && !isAround) path.unshift(one.name);
  }
  return path;
}

/** A placemark's shapes of the largest dimension; the others, mostly label points, are left. */
function geometryOf({
  points,
  lines,
  polygons,
}: Placemark): { geometry: PartFeature['geometry']; isPartial: boolean } | undefined {
  const made = (single: string, all: readonly unknown[], others: number) => ({
    geometry:
      all.length === 1 ? { type: single, coordinates: all[0] } : { type: `Multi${single}`, coordinates: [...all] },
    isPartial: others > 0,
  });
  if (polygons.length > 0) return made('Polygon', polygons, lines.length + points.length);
  if (lines.length > 0) return made('LineString', lines, points.length);
  return points.length > 0 ? made('Point', points, 0) : undefined;
}

function propertiesOf({ name, description, data }: Placemark): Record<string, unknown> {
  const properties = new Map<string, unknown>();
  if (name !== '') properties.set('name', name);
  const described = readDescription(description);
  if (described.text !== '') properties.set('description', described.text);
  for (const [field, value] of described.fields) properties.set(field, value);
  // What was written as data goes before what was written for the eye.
  for (const { name: field, text, type } of data) if (field !== '') properties.set(field, typedValue(text, type));
  return Object.fromEntries(properties);
}

function typedValue(text: string, type: string): unknown {
  const plain = text.trim();
  if (plain === '') return null;
  if (/^(?:xsd:)?(?:u?int|u?short|float|double)$/.test(type)) {
    const number = Number(plain);
    return Number.isFinite(number) ? number : text;
  }
  if (/^(?:xsd:)?bool(?:ean)?$/.test(type)) return plain === '1' || plain.toLowerCase() === 'true';
  return text;
}

/**
 * Gives placemarks without a number one to go by: their names where these differ, else the ids of their elements, which are a
 * program's count. Areas in a folder that tells no layer are plots if their names are all plot numbers.
 * Where some have a number, others go by names that are plot numbers themselves.
 * @returns those that go by their names
 */
function nameFeatures(
  features: PartFeature[],
  marks: readonly Placemark[],
  path: readonly string[],
): readonly Placemark[] {
  const fields = new Set(features.flatMap(({ properties }) => Object.keys(properties)));
  const numberFields = [...fields].filter(
    (field) =>
      field === 'id' ||
      LAYER_IDS.some((layer) => {
        const match = matchField(layer, field);
        return match?.to === 'id' && match.how !== 'guessed';
      }),
  );
  const names = marks.map(({ name }) => name);
  const areNames = names.every((name) => name !== '') && new Set(names).size === names.length;
  const numbers = features.map(({ geometry }, index) =>
    geometry?.type.endsWith('Polygon') ? plotNumberIn(names[index] ?? '') : undefined,
  );
  if (numberFields.length > 0) {
    const taken = new Set(features.flatMap(({ properties }) => numberFields.map((field) => properties[field])));
    return marks.filter((_, index) => {
      const feature = features[index];
      const number = numbers[index];
      const isUnnumbered = feature && numberFields.every((field) => (feature.properties[field] ?? '') === '');
      if (!isUnnumbered || !areNames || number === undefined || taken.has(number)) return false;
      feature.id = number;
      return true;
    });
  }
  const arePlots =
    areNames && numbers.every((number) => number !== undefined) && !path.some((step) => layerByName(step, undefined));
  // A-01地块 is plot A-01, unless another one is.
  const numbered = names.map((name, index) => numbers[index] ?? name);
  const ids = new Set(numbered).size === names.length ? numbered : names;
  for (const [index, feature] of features.entries()) {
    const id = areNames ? ids[index] : marks[index]?.id;
    if (arePlots) feature.properties.地块编号 = numbers[index];
    if (id) feature.id = id;
  }
  return areNames ? marks : [];
}

/** Drawing programs have no other place for a plot's number than its name: it is none, and must not go over the name the plan has. */
function dropNumberAsName({ id, geometry, properties }: PartFeature): void {
  const { name } = properties;
  const number = typeof name === 'string' ? plotNumberIn(name) : undefined;
  if (number === undefined || !geometry?.type.endsWith('Polygon')) return;
  const isNumber =
    id === name ||
    id === number ||
    Object.entries(properties).some(([field, value]) => field !== 'name' && value === name);
  if (isNumber) delete properties.name;
}
