import { sameValue } from '../compare/same_value.ts';
import type { Diagnostic } from '../plan/findings.ts';
import { type AnyFeature, LAYER_IDS, type LayerId, type Manifest, type Plan, type PlanLayers } from '../plan/types.ts';
import { DiagnosticLog } from './diagnostic_log.ts';
import { type ReadFeature, readFeatures, reportRepeatedIds } from './read_features.ts';
import { readManifest } from './read_manifest.ts';
import { isManifestFile, setLayer } from './read_plan.ts';
import type { InputFile, UpdateMode, UpdateReading } from './types.ts';

/**
 * Reads files as an update of a plan: layers in whole or in part, and a new manifest when a `plan.json` is among them. The plan
 * itself is not touched. Never throws.
 * @param onFeature told where each feature that was read stands: its file and the pointer in it
 */
export function readUpdate(
  plan: Plan,
  files: readonly InputFile[],
  mode: UpdateMode,
  onFile?: (share: number) => void,
  onFeature?: (read: ReadFeature, file: InputFile) => void,
): UpdateReading {
  const logs: DiagnosticLog[] = [];
  const undecided: string[] = [];
  const features: ReadFeature[] = [];
  const layers = new Set<LayerId>();
  let manifest: Manifest = plan.manifest;
  let featureCount = 0;

  for (const [index, file] of files.entries()) {
    const log = new DiagnosticLog(file.name);
    logs.push(log);
    if (isManifestFile(file)) {
      manifest = readManifest(file, log) ?? manifest;
    } else {
      const reading = readFeatures(file, log, { plan });
      featureCount += reading.featureCount;
      if (reading.undecided) undecided.push(file.name);
      for (const layer of reading.layers) layers.add(layer);
      if (reading.featureCount === 0) reportEmptied(plan, reading.layers, mode, log);
      reportRepeatedIds(reading.features, log);
      reportIdsOfOtherFiles(features, reading.features, log);
      // One by one: a call takes fewer arguments than a large file has features.
      for (const feature of reading.features) {
        features.push(feature);
        onFeature?.(feature, file);
      }
    }
    onFile?.((index + 1) / files.length);
  }
  const diagnostics: Diagnostic[] = logs.flatMap((log) => log.list());
  const touched = LAYER_IDS.filter((layer) => layers.has(layer));
  const result: UpdateReading = { diagnostics, undecided, layers: touched, featureCount };
  const isUsable = files.length > 0 && undecided.length === 0 && !logs.some((log) => log.hasErrors);
  if (isUsable) result.candidate = applyUpdate(plan, manifest, touched, features, mode);
  return result;
}

/** An empty file is an export gone wrong far more often than the wish to delete a whole layer: it must not do so. */
function reportEmptied(plan: Plan, emptied: readonly LayerId[], mode: UpdateMode, log: DiagnosticLog): void {
  const severity = mode === 'replace' ? 'error' : 'warning';
  for (const layer of emptied) {
    const count = plan.layers[layer].length;
    if (count > 0) log.add({ code: 'layer-empty', severity, layer, data: { count } });
  }
}

/** The same feature in two files of one update: which of them is meant cannot be told. */
function reportIdsOfOtherFiles(earlier: readonly ReadFeature[], own: readonly ReadFeature[], log: DiagnosticLog): void {
  const known = new Set(earlier.map(({ layer, feature }) => `${layer}|${feature.id}`));
  for (const { layer, feature, pointer } of own)
    if (known.has(`${layer}|${feature.id}`))
      log.add({ code: 'id-in-two-files', severity: 'error', layer, feature: feature.id, pointer, data: {} });
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
  const known = new Map(present.map((feature) => [feature.id, feature.geometry]));
  return update.map((feature) => {
    const geometry = known.get(feature.id);
    return geometry && sameValue(geometry, feature.geometry) ? { ...feature, geometry } : feature;
  });
}

/** Features known by id are replaced where they stand, the others follow. */
function mergeFeatures(present: readonly AnyFeature[], update: readonly AnyFeature[]): AnyFeature[] {
  const incoming = new Map(update.map((feature) => [feature.id, feature]));
  const merged = present.map((feature) => {
    const replacement = incoming.get(feature.id) ?? feature;
    incoming.delete(feature.id);
    return replacement;
  });
  return [...merged, ...incoming.values()];
}
