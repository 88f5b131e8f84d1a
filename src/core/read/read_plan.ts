import { isLayerId } from '../plan/fields.ts';
import type { Diagnostic } from '../plan/findings.ts';
import { type AnyFeature, LAYER_IDS, type LayerId, type Manifest, type Plan, type PlanLayers } from '../plan/types.ts';
import { DiagnosticLog } from './diagnostic_log.ts';
import { baseNameOf } from './fields/layer_name.ts';
import { openGeojson } from './geojson/open_geojson.ts';
import { interpretSource, type ReadFeature } from './interpret_source.ts';
import { MANIFEST_NAME, readManifest } from './read_manifest.ts';
import { reportRepeatedIds } from './repeated_ids.ts';
import type { InputFile } from './types.ts';

/** Whether a file is a plan's manifest, by its name. */
export function isManifestFile(file: InputFile): boolean {
  return baseNameOf(file.name).toLowerCase() === MANIFEST_NAME;
}

/**
 * Reads a whole plan: its manifest, the file named `plan.json`, and the layer files the manifest names. Never throws; `plan` is
 * absent when anything is an error, so that no half-read plan is ever shown.
 */
export function readPlan(
  files: readonly InputFile[],
  onFile?: (share: number) => void,
): { plan?: Plan; diagnostics: Diagnostic[] } {
  const manifestFile = files.find(isManifestFile);
  if (!manifestFile)
    return { diagnostics: [{ code: 'manifest-missing', severity: 'error', file: MANIFEST_NAME, data: {} }] };
  const manifestLog = new DiagnosticLog(manifestFile.name);
  const manifest = readManifest(manifestFile, manifestLog);
  if (!manifest) return { diagnostics: manifestLog.list() };

  const logs = [manifestLog];
  const layers = emptyLayers();
  const used = new Set<InputFile>([manifestFile]);
  const wanted = layerFilesOf(manifest);
  for (const [index, { layer, path }] of wanted.entries()) {
    const file = findFile(files, path);
    if (!file) {
      manifestLog.add({
        code: 'layer-file-missing',
        severity: 'error',
        layer,
        pointer: `/layers/${layer}`,
        data: { path },
      });
      continue;
    }
    used.add(file);
    const log = new DiagnosticLog(file.name);
    logs.push(log);
    const source = openGeojson(file, log, { isOwnPlan: true });
    if (source) {
      const { features } = interpretSource(source, log, { fixedLayer: layer });
      reportRepeatedIds(features, log);
      putFeatures(layers, layer, features);
    }
    onFile?.((index + 1) / wanted.length);
  }
  for (const file of files)
    if (!used.has(file)) {
      const log = new DiagnosticLog(file.name);
      log.add({ code: 'file-unused', severity: 'info', data: {} });
      logs.push(log);
    }
  const diagnostics = logs.flatMap((log) => log.list());
  return logs.some((log) => log.hasErrors) ? { diagnostics } : { plan: { manifest, layers }, diagnostics };
}

/** Every layer, without features. */
export function emptyLayers(): PlanLayers {
  return { zones: [], phases: [], water: [], green: [], roads: [], metro: [], plots: [], buildings: [], landmarks: [] };
}

/** The layers a manifest names files for, in drawing order. */
export function layerFilesOf(manifest: Manifest): { layer: LayerId; path: string }[] {
  return LAYER_IDS.flatMap((layer) => {
    const path = Object.hasOwn(manifest.layers, layer) ? manifest.layers[layer] : undefined;
    return path === undefined ? [] : [{ layer, path }];
  });
}

/** Sets a layer's features. The dictionary was held against each of them, so that they are what the layer's type says. */
function putFeatures(layers: PlanLayers, layer: LayerId, features: readonly ReadFeature[]): void {
  const own = features.filter((one) => one.layer === layer).map((one) => one.feature);
  setLayer(layers, layer, own);
}

/** Puts features into a layer; nothing where there is no such layer. */
export function setLayer(layers: PlanLayers, layer: LayerId, features: readonly AnyFeature[]): void {
  if (isLayerId(layer)) Object.assign(layers, { [layer]: [...features] });
}

function findFile(files: readonly InputFile[], path: string): InputFile | undefined {
  const wanted = path.replace(/^\.\//, '');
  const exact = files.find((file) => file.name.replaceAll('\\', '/') === wanted);
  return exact ?? files.find((file) => baseNameOf(file.name) === baseNameOf(wanted));
}
