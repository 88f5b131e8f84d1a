import { strToU8, zipSync } from 'fflate';
import type { LayerId, Plan } from '../../core/plan/types.ts';
import { writeLayer, writePlan } from '../../core/read/write_plan.ts';
import { safeFileName } from './picture_choices.ts';

/** The first moment the format knows, in whatever time zone: the same plan gives the same bytes. */
const FIXED_TIME = new Date(1980, 0, 1);

/** The whole plan as one ZIP archive: unpacked, a plan's folder. The same plan gives the same bytes. */
export function planArchive(plan: Plan): { name: string; bytes: Uint8Array } {
  const entries = Object.fromEntries(writePlan(plan).map(({ name, text }) => [name, strToU8(text)]));
  const name = safeFileName(`${plan.manifest.id}-${plan.manifest.version}`, 'plan');
  return { name: `${name}.zip`, bytes: zipSync(entries, { mtime: FIXED_TIME }) };
}

/** One layer as the file the manifest names it, without its folders. */
export function layerFile(plan: Plan, layer: LayerId): { name: string; text: string } {
  const path = plan.manifest.layers[layer] ?? `${layer}.geojson`;
  return { name: path.split('/').at(-1) || `${layer}.geojson`, text: writeLayer(plan, layer) };
}
