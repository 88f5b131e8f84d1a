import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { LayerId, Plan } from '../../core/plan/types.ts';
import { layerPieces, planPieces } from '../../core/read/write_plan.ts';
import { safeFileName } from './picture_choices.ts';

/** The first moment the format knows, in whatever time zone: the same plan gives the same bytes. */
const FIXED_TIME = new Date(1980, 0, 1);

/** Called after each piece of some hundred features, so that a page does something else in between. */
type Pause = () => Promise<void>;

/**
 * The whole plan as one ZIP archive: unpacked, a plan's folder. The same plan gives the same bytes. A large one is never there in one
 * piece: what is packed goes into the browser's keeping at once.
 */
export async function planArchive(plan: Plan, pause: Pause): Promise<{ name: string; content: Blob }> {
  const packed: Blob[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(new Blob([new Uint8Array(bytes)]));
  });
  for (const { name, pieces } of planPieces(plan)) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = FIXED_TIME;
    zip.add(entry);
    for (const piece of pieces) {
      entry.push(strToU8(piece));
      await pause();
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  const name = safeFileName(`${plan.manifest.id}-${plan.manifest.version}`, 'plan');
  return { name: `${name}.zip`, content: new Blob(packed) };
}

/** One layer as the file the manifest names it, without its folders. */
export async function layerFile(plan: Plan, layer: LayerId, pause: Pause): Promise<{ name: string; content: Blob }> {
  const path = plan.manifest.layers[layer] ?? `${layer}.geojson`;
  const written: Blob[] = [];
  for (const piece of layerPieces(plan, layer)) {
    written.push(new Blob([piece]));
    await pause();
  }
  return { name: path.split('/').at(-1) || `${layer}.geojson`, content: new Blob(written) };
}
