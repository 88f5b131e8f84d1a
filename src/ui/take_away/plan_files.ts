import type { LayerId, Plan } from '../../core/plan/types.ts';
import { writeLayer, writePlan } from '../../core/read/write_plan.ts';
import { zipFiles } from '../../sheet/zip_files.ts';
import { safeFileName } from './picture_choices.ts';

const encoder = new TextEncoder();

/** The whole plan as one ZIP archive: unpacked, a plan's folder. The same plan gives the same bytes. */
export function planArchive(plan: Plan): { name: string; bytes: Uint8Array } {
  const entries = writePlan(plan).map(({ name, text }) => ({ name, bytes: encoder.encode(text) }));
  const name = safeFileName(`${plan.manifest.id}-${plan.manifest.version}`, 'plan');
  return { name: `${name}.zip`, bytes: zipFiles(entries, (text) => encoder.encode(text)) };
}

/** One layer as the file the manifest names it, without its folders. */
export function layerFile(plan: Plan, layer: LayerId): { name: string; text: string } {
  const path = plan.manifest.layers[layer] ?? `${layer}.geojson`;
  return { name: path.split('/').at(-1) || `${layer}.geojson`, text: writeLayer(plan, layer) };
}
