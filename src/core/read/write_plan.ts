import type { LayerId, Plan } from '../plan/types.ts';
import { comparablePath, MANIFEST_NAME } from './read_manifest.ts';
import { layerFilesOf } from './read_plan.ts';

/** Features of a piece: some hundred kilobytes. */
const PIECE_FEATURES = 500;

/** A layer as a GeoJSON file, one feature a line, so that two versions can be compared line by line. */
export function writeLayer(plan: Plan, layer: LayerId): string {
  return [...layerPieces(plan, layer)].join('');
}

/** The same piece by piece: a layer of a million plots is longer than any text may be. */
export function* layerPieces(plan: Plan, layer: LayerId): Generator<string> {
  const features = plan.layers[layer];
  yield '{"type":"FeatureCollection","features":[';
  for (let start = 0; start < features.length; start += PIECE_FEATURES) {
    const lines = features
      .slice(start, start + PIECE_FEATURES)
      .map(({ id, properties, geometry }) => JSON.stringify({ type: 'Feature', id, properties, geometry }));
    yield `${start > 0 ? ',' : ''}\n${lines.join(',\n')}`;
  }
  yield features.length > 0 ? '\n]}\n' : ']}\n';
}

/** A plan's manifest as the file `plan.json`. */
export function writeManifest(plan: Plan): string {
  return `${JSON.stringify(plan.manifest, null, 2)}\n`;
}

/** Every file of a plan's folder. A layer that has features but no file in the manifest gets one named after it. */
export function writePlan(plan: Plan): { name: string; text: string }[] {
  return planPieces(plan).map(({ name, pieces }) => ({ name, text: [...pieces].join('') }));
}

/** The same piece by piece. */
export function planPieces(plan: Plan): { name: string; pieces: Iterable<string> }[] {
  const named = layerFilesOf(plan.manifest);
  const extra = (Object.keys(plan.layers) as LayerId[]).filter(
    (layer) => plan.layers[layer].length > 0 && !named.some((one) => one.layer === layer),
  );
  const taken = new Set(named.map(({ path }) => comparablePath(path)));
  const freePath = (layer: LayerId): string => {
    let path = `${layer}.geojson`;
    for (let number = 2; taken.has(path); number += 1) path = `${layer}-${number}.geojson`;
    return path;
  };
  const all = [...named, ...extra.map((layer) => ({ layer, path: freePath(layer) }))];
  const manifest = { ...plan.manifest, layers: Object.fromEntries(all.map(({ layer, path }) => [layer, path])) };
  return [
    { name: MANIFEST_NAME, pieces: [writeManifest({ ...plan, manifest })] },
    ...all.map(({ layer, path }) => ({ name: path, pieces: layerPieces(plan, layer) })),
  ];
}
