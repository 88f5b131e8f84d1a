import { sameValue } from '../compare/same_value.ts';
import type { Diagnostic } from '../plan/findings.ts';
import { type AnyFeature, LAYER_IDS, type LayerId, type Manifest, type Plan, type PlanLayers } from '../plan/types.ts';
import type { LeadingPart } from './coordinates/follow_coordinates.ts';
import { DiagnosticLog } from './diagnostic_log.ts';
import { baseNameOf } from './fields/layer_name.ts';
import { type ReadBatch, settleReferences } from './fields/settle_references.ts';
import { tidied } from './geojson/tidy_geometry.ts';
import { interpretSource, type ReadFeature, reportOf } from './interpret_source.ts';
import { missingFieldsOf, reportMissingFields } from './missing_fields.ts';
import { openFiles } from './open/open_files.ts';
import { readManifest } from './read_manifest.ts';
import { layerFilesOf, setLayer } from './read_plan.ts';
import { reportRepeatedIds } from './repeated_ids.ts';
import type { SourceLayer, SourceReport } from './source.ts';
import { leadingPartsFirst, settleParts } from './source_parts.ts';
import { joinTable } from './tables/join_table.ts';
import { shapeTable } from './tables/shape_table.ts';
import { checkText, leaveOutGarbled, withoutGarbledCells } from './text/check_text.ts';
import type {
  GivenFile,
  MissingFields,
  ReadOptions,
  SourceChoices,
  UnreadableHandling,
  UpdateMode,
  UpdateReading,
} from './types.ts';
import { UNDERSTANDING } from './understanding.ts';

export interface ReadUpdateOptions extends ReadOptions {
  /** Told where each feature that was read stands: the name of its file and the pointer in it. */
  onFeature?: ((read: ReadFeature, file: string) => void) | undefined;
  /** What becomes of present values of fields a file has no field for, where no choice of a source says. */
  missingFields?: MissingFields | undefined;
  /** What becomes of values and shapes that cannot be read, where no choice of a source says. */
  unreadable?: UnreadableHandling | undefined;
}

/**
 * Reads files of any supported kind as an update of a plan: layers in whole or in part, attributes to join, and a new manifest when
 * a `plan.json` is among them. The plan itself is not touched. Never rejects for what is in a file.
 */
export async function readUpdate(
  plan: Plan,
  files: readonly GivenFile[],
  mode: UpdateMode,
  options: ReadUpdateOptions = {},
): Promise<UpdateReading> {
  const { choices = {}, onProgress, onFeature } = options;
  const opened = await openFiles(files, choices, (share) => onProgress?.(share * 0.6));
  const { logs } = opened;
  let manifest: Manifest = plan.manifest;
  let choicesOf = (source: string): SourceChoices | undefined =>
    Object.hasOwn(choices, source) ? choices[source] : undefined;
  if (opened.manifest) {
    const read = readManifest(opened.manifest, opened.logOf(opened.manifest.name));
    if (read) {
      manifest = read;
      choicesOf = withLayersOf(read, choicesOf);
    }
  }

  const undecided: string[] = [];
  const unplaced: string[] = [];
  const features: ReadFeature[] = [];
  const joined: ReadFeature[] = [];
  const layers = new Set<LayerId>();
  const sources: SourceReport[] = [];
  // Attributes come last: they are joined to the shapes of the same update where it has some.
  const shaped = opened.sources.map((source) => {
    const choice = choicesOf(source.name);
    return source.isTable && !choice?.omitted
      ? shapeTable(source, opened.logOf(source.file), { plan, choice })
      : source;
  });
  const ordered = [
    ...leadingPartsFirst(shaped.filter(({ isTable }) => !isTable)),
    ...shaped.filter(({ isTable }) => isTable),
  ];
  const batches: ReadBatch[] = [];
  const leading = new Map<string, LeadingPart>();
  const owners: IdOwners = new Map();
  for (const [index, source] of ordered.entries()) {
    const log = opened.logOf(source.file);
    const choice = choicesOf(source.name);
    // What is garbled in a part that turns out to be none of the plan's is nobody's trouble.
    const textLog = new DiagnosticLog(source.file);
    const text = choice?.omitted ? undefined : checkText(source, textLog, choice?.garbled);
    const isLeftOut = text !== undefined && text.garbled.size > 0 && choice?.garbled !== 'keep';
    if (source.isTable) {
      if (choice?.omitted) {
        sources.push({ ...reportOf(source), omitted: 'chosen' });
        continue;
      }
      log.absorb(textLog);
      if (source.features.length === 0) log.add({ code: 'source-empty', severity: 'warning', data: {} });
      if (isLeftOut) withoutGarbledCells(source, text.garbled);
      const { report, features: rows } = joinTable(source, log, {
        plan,
        read: features,
        choices: choice ?? {},
        unreadable: choice?.unreadable ?? options.unreadable ?? 'refuse',
      });
      sources.push({ ...report, ...(text?.report && { garbled: text.report }) });
      batches.push({ features: rows, log });
      for (const row of rows) {
        joined.push(row);
        layers.add(row.layer);
        onFeature?.(row, source.file);
      }
      continue;
    }
    const reading = interpretSource(source, log, {
      plan,
      choices: choice,
      understanding: UNDERSTANDING,
      missingFields: options.missingFields ?? missingFieldsOf(mode),
      unreadable: options.unreadable,
      leading: source.isPart ? leading.get(source.file) : undefined,
    });
    if (isLeftOut) leaveOutGarbled(reading.features, text.garbled, plan, log);
    if (reading.report.omitted === undefined) {
      log.absorb(textLog);
      if (text?.report) reading.report.garbled = text.report;
    }
    sources.push(reading.report);
    const { coordinates } = reading.report;
    if (source.isPart && coordinates && !leading.has(source.file))
      leading.set(source.file, { name: source.name, coordinates });
    if (reading.undecided) undecided.push(source.name);
    if (coordinates?.state === 'asked' && coordinates.follows === undefined) unplaced.push(source.name);
    for (const layer of reading.layers) layers.add(layer);
    if (source.features.length === 0) reportEmptied(plan, reading.layers, mode, log);
    reportRepeatedIds(reading.features, log);
    if (ordered.length > 1) reportIdsOfOthers(owners, reading.features, source, log);
    batches.push({ features: reading.features, log });
    // One by one: a call takes fewer arguments than a large file has features.
    for (const feature of reading.features) {
      features.push(feature);
      onFeature?.(feature, source.file);
    }
    onProgress?.(0.6 + (0.4 * (index + 1)) / ordered.length);
  }
  settleReferences(batches, plan, mode);
  reportMissingFields(sources, opened.logOf);
  undecided.push(...settleParts(sources, opened.logOf));
  const [first] = sources;
  const isNothing = layers.size === 0 && undecided.length === 0 && !logs.some((log) => log.hasErrors);
  if (first && isNothing && sources.every(({ featureCount: count }) => count === 0))
    opened.logOf(first.file).add({ code: 'nothing-to-read', severity: 'error', data: {} });
  const diagnostics: Diagnostic[] = logs.flatMap((log) => log.list());
  const touched = LAYER_IDS.filter((layer) => layers.has(layer));
  const featureCount = sources.reduce((sum, source) => sum + source.featureCount, 0);
  const result: UpdateReading = { diagnostics, undecided, unplaced, layers: touched, featureCount, sources };
  const isUsable =
    files.length > 0 && undecided.length === 0 && unplaced.length === 0 && !logs.some((log) => log.hasErrors);
  if (isUsable) {
    const own = LAYER_IDS.filter((layer) => features.some((one) => one.layer === layer) || !hasOnly(joined, layer));
    const updated = applyUpdate(
      plan,
      manifest,
      touched.filter((layer) => own.includes(layer)),
      features,
      mode,
    );
    result.candidate = joined.length === 0 ? updated : applyUpdate(updated, manifest, touched, joined, 'merge');
  }
  return result;
}

/** Choices in which a file that a manifest of the same update names is of the layer it names it for, unless a person said another. */
function withLayersOf(
  manifest: Manifest,
  choicesOf: (source: string) => SourceChoices | undefined,
): (source: string) => SourceChoices | undefined {
  const layers = new Map(layerFilesOf(manifest).map(({ layer, path }) => [baseNameOf(path), layer]));
  return (source) => {
    const layer = layers.get(baseNameOf(source));
    return layer === undefined ? choicesOf(source) : { layer, ...choicesOf(source) };
  };
}

/** Whether a layer is touched by joined attributes alone: its other features then stay as they are. */
function hasOnly(joined: readonly ReadFeature[], layer: LayerId): boolean {
  return joined.some((one) => one.layer === layer);
}

/** An empty file is an export gone wrong far more often than the wish to delete a whole layer: it must not do so. */
function reportEmptied(plan: Plan, emptied: readonly LayerId[], mode: UpdateMode, log: DiagnosticLog): void {
  const severity = mode === 'replace' ? 'error' : 'warning';
  for (const layer of emptied) {
    const count = plan.layers[layer].length;
    if (count > 0) log.add({ code: 'layer-empty', severity, layer, data: { count } });
  }
}

/** Which source of an update has an id, by layer. */
type IdOwners = Map<LayerId, Map<string, SourceLayer>>;

/** The same feature in two files of one update, or in two layers of a drawing: which of them is meant cannot be told. */
function reportIdsOfOthers(
  owners: IdOwners,
  own: readonly ReadFeature[],
  source: SourceLayer,
  log: DiagnosticLog,
): void {
  for (const read of own) {
    const { layer, feature } = read;
    let ofLayer = owners.get(layer);
    if (!ofLayer) {
      ofLayer = new Map();
      owners.set(layer, ofLayer);
    }
    const other = ofLayer.get(feature.id);
    if (!other) ofLayer.set(feature.id, source);
    else if (other !== source) {
      const isPart = other.file === source.file;
      const data: Diagnostic['data'] = isPart ? { parts: [other.name, source.name] } : {};
      const code = isPart ? 'id-in-two-parts' : 'id-in-two-files';
      log.add({ code, severity: 'error', layer, feature: feature.id, pointer: read.pointer, data });
    }
  }
}

function applyUpdate(
  plan: Plan,
  manifest: Manifest,
  touched: readonly LayerId[],
  features: readonly ReadFeature[],
  mode: UpdateMode,
): Plan {
  const layers: PlanLayers = { ...plan.layers };
  for (const layer of touched) {
    const own = keepGeometries(
      plan.layers[layer],
      features.filter((one) => one.layer === layer).map((one) => one.feature),
    );
    setLayer(layers, layer, mode === 'replace' ? own : mergeFeatures(plan.layers[layer], own));
  }
  return { manifest, layers };
}

/**
 * Gives features that were not redrawn the very geometry object they had: what was computed of it need not be computed again,
 * and the comparison of the plans need not look into it.
 */
function keepGeometries(present: readonly AnyFeature[], update: readonly AnyFeature[]): AnyFeature[] {
  const known = new Map(present.map((feature) => [feature.id, feature]));
  return update.map((feature) => {
    const geometry = known.get(feature.id)?.geometry;
    if (!geometry) return feature;
    // The plan's own folder is read as it stands; the same shape in an update has been tidied.
    const isSame = sameValue(geometry, feature.geometry) || sameValue(tidied(geometry), feature.geometry);
    return isSame ? { ...feature, geometry } : feature;
  });
}

/** Features known by id go where they stand, the others follow. */
function mergeFeatures(present: readonly AnyFeature[], update: readonly AnyFeature[]): AnyFeature[] {
  const incoming = new Map(update.map((feature) => [feature.id, feature]));
  const merged = present.map((feature) => {
    const replacement = incoming.get(feature.id) ?? feature;
    incoming.delete(feature.id);
    return replacement;
  });
  return [...merged, ...incoming.values()];
}
