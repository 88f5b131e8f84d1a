import { LAYERS, PLOT_NUMBER_FIELDS } from '../plan/fields.ts';
import type { LayerId, Plan, PlanFeature } from '../plan/types.ts';
import { checkFields, FieldNotes } from './check_fields.ts';
import { checkStructure, type OffEarth, type StructureCheck } from './check_structure.ts';
import { findForeignCrs, guessCoordinateSystem } from './coordinate_system.ts';
import { type DiagnosticLog, excerptOf, isRecord } from './diagnostic_log.ts';
import { parseJsonFile } from './parse_json.ts';
import { layerNamedBy, tellLayer } from './tell_layer.ts';
import type { InputFile } from './types.ts';

const GEOMETRY_TYPES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];

/** A feature of a file, with the layer it belongs to. */
export interface ReadFeature {
  layer: LayerId;
  feature: PlanFeature;
  pointer: string;
}

export interface FeatureReading {
  features: ReadFeature[];
  /** Layers the file speaks for, also when it has no feature of them. */
  layers: LayerId[];
  /** The layer could not be told and must be asked for. */
  undecided: boolean;
  featureCount: number;
}

/**
 * Reads a GeoJSON file's features. Whatever is wrong goes into the log; nothing is thrown.
 * @param fixedLayer the layer all of the file's features belong to, where that is settled (a manifest names the file, or a
 * person has answered); otherwise the features tell it
 */
export function readFeatures(
  file: InputFile,
  log: DiagnosticLog,
  context: { fixedLayer?: LayerId | undefined; plan?: Plan | undefined },
): FeatureReading {
  const reading: FeatureReading = { features: [], layers: [], undecided: false, featureCount: 0 };
  const parsed = parseJsonFile(file.bytes, log);
  const members = parsed && membersOf(parsed.value, log);
  if (!members) return reading;
  reading.featureCount = members.values.length;

  const sound: { feature: NonNullable<StructureCheck['feature']>; pointer: string }[] = [];
  let offEarth: OffEarth | undefined;
  let offEarthCount = 0;
  for (const [index, value] of members.values.entries()) {
    const pointer = members.isCollection ? `/features/${index}` : '';
    const check = checkStructure(value, pointer);
    const name = featureNameOf(value);
    for (const problem of check.problems) log.add(name === undefined ? problem : { ...problem, feature: name });
    offEarth ??= check.offEarth;
    offEarthCount += check.offEarthCount;
    if (check.feature) sound.push({ feature: check.feature, pointer });
  }
  if (offEarth) reportOffEarth(offEarth, offEarthCount, log);

  const unnamed = context.fixedLayer ? [] : sound.filter(({ feature }) => !layerNamedBy(feature));
  let told = context.fixedLayer;
  if (!told && (unnamed.length > 0 || sound.length === 0)) {
    told =
      file.layer ??
      tellLayer(
        unnamed.map(({ feature }) => feature),
        file.name,
        context.plan,
      );
    if (!told && !log.hasErrors) {
      reading.undecided = true;
      log.add({ code: 'layer-undecided', severity: 'warning', data: { count: unnamed.length } });
      return reading;
    }
  }
  if (members.values.length === 0) {
    if (told) reading.layers.push(told);
    return reading;
  }
  const layers = new Set<LayerId>();
  const notes = new FieldNotes();
  for (const { feature, pointer } of sound) {
    const layer = context.fixedLayer ?? layerNamedBy(feature) ?? told;
    if (!layer) continue;
    layers.add(layer);
    const read = readFeature(feature, layer, pointer, log, notes);
    if (read) reading.features.push({ layer, feature: read, pointer });
  }
  notes.report(log);
  reading.layers = [...layers];
  return reading;
}

/** The features of a GeoJSON text, not looked into yet. */
function membersOf(value: unknown, log: DiagnosticLog): { values: unknown[]; isCollection: boolean } | undefined {
  const type = isRecord(value) ? value.type : undefined;
  if (!isRecord(value) || typeof type !== 'string') {
    log.add({ code: 'not-geojson', severity: 'error', pointer: '', data: { found: excerptOf(value) } });
    return undefined;
  }
  const foreign = findForeignCrs(Object.hasOwn(value, 'crs') ? value.crs : undefined);
  if (foreign !== undefined)
    log.add({ code: 'crs-not-geographic', severity: 'error', pointer: '/crs', data: { found: foreign } });
  if (type === 'Feature') return { values: [value], isCollection: false };
  if (type === 'FeatureCollection') {
    if (Array.isArray(value.features)) return { values: value.features, isCollection: true };
    log.add({
      code: 'features-missing',
      severity: 'error',
      pointer: '',
      data: { found: excerptOf(value.features) },
    });
    return undefined;
  }
  const isGeometry = GEOMETRY_TYPES.includes(type);
  log.add({
    code: isGeometry ? 'geometry-alone' : 'not-geojson',
    severity: 'error',
    pointer: '/type',
    data: { found: excerptOf(type) },
  });
  return undefined;
}

function readFeature(
  feature: NonNullable<StructureCheck['feature']>,
  layer: LayerId,
  pointer: string,
  log: DiagnosticLog,
  notes: FieldNotes,
): PlanFeature | undefined {
  const id = idOf(feature, layer);
  if (id === undefined) log.add({ code: 'id-missing', severity: 'error', layer, pointer, data: {} });
  const name = id ?? '';
  const { geometryTypes } = LAYERS[layer];
  if (!geometryTypes.includes(feature.geometry.type))
    log.add({
      code: 'geometry-type-not-allowed',
      severity: 'error',
      layer,
      feature: name,
      pointer: `${pointer}/geometry/type`,
      data: { found: feature.geometry.type, allowed: [...geometryTypes] },
    });
  const place = { layer, feature: name, pointer: `${pointer}/properties` };
  const properties = checkFields(feature.properties, place, log, notes);
  return id === undefined ? undefined : { type: 'Feature', id, geometry: feature.geometry, properties };
}

/** A feature's id: its own, else that of its properties, else a plot's number. Empty text and objects are none. */
function idOf(feature: { id: unknown; properties: Record<string, unknown> }, layer: LayerId): string | undefined {
  const names = ['id', ...(layer === 'plots' ? PLOT_NUMBER_FIELDS : [])];
  const { properties } = feature;
  const own = names.map((name) => (Object.hasOwn(properties, name) ? properties[name] : undefined));
  return [feature.id, ...own].map(textOfId).find((id) => id !== undefined);
}

function textOfId(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** What to call a feature that may not be one. */
function featureNameOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const properties = isRecord(value.properties) ? value.properties : {};
  return idOf({ id: value.id, properties }, 'plots') ?? textOfId(properties.name);
}

function reportOffEarth(first: OffEarth, count: number, log: DiagnosticLog): void {
  const guess = guessCoordinateSystem(first.x, first.y);
  const data = { x: String(first.x), y: String(first.y), count };
  const base = { severity: 'error', pointer: first.pointer } as const;
  if (guess.kind === 'swapped') log.add({ code: 'coordinates-swapped', ...base, data });
  else if (guess.kind === 'projected')
    log.add({ code: 'coordinates-projected', ...base, data: { ...data, crs: guess.crs, swapped: guess.swapped } });
  else log.add({ code: 'coordinates-out-of-range', ...base, data });
}

/** Reports ids that occur more than once; the first of them stands. */
export function reportRepeatedIds(features: readonly ReadFeature[], log: DiagnosticLog): void {
  const first = new Map<string, string>();
  for (const { layer, feature, pointer } of features) {
    const key = `${layer}|${feature.id}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, pointer);
    else
      log.add({
        code: layer === 'plots' ? 'plot-number-repeated' : 'id-repeated',
        severity: 'error',
        layer,
        feature: feature.id,
        pointer,
        data: { firstPointer: earlier },
      });
  }
}
