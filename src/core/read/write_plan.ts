import type { LayerId, Plan } from '../plan/types.ts';
import { comparablePath, MANIFEST_NAME } from './read_manifest.ts';
import { layerFilesOf } from './read_plan.ts';

/** A layer as a GeoJSON file, one feature a line, so that two versions can be compared line by line. */
export function writeLayer(plan: Plan, layer: LayerId): string {
  const lines = plan.layers[layer].map(({ id, properties, geometry }) =>
    JSON.stringify({ type: 'Feature', id, properties, geometry }),
  );
  const features = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
  return `{"type":"FeatureCollection","features":${features}}\n`;
}

export function writeManifest(plan: Plan): string {
  return `${JSON.stringify(plan.manifest, null, 2)}\n`;
}

/** Every file of a plan's folder. A layer that has features but no file in the manifest gets one named after it. */
export function writePlan(plan: Plan): { name: string; text: string }[] {
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
    { name: MANIFEST_NAME, text: writeManifest({ ...plan, manifest }) },
    ...all.map(({ layer, path }) => ({ name: path, text: writeLayer(plan, layer) })),
  ];
}
