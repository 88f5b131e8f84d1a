import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Ledger } from '../../core/control/types.ts';
import { columnOf } from '../../core/packing/large_lists.ts';
import type { Plan } from '../../core/plan/types.ts';
import { SOURCE_IDS, type SourceId } from '../source_ids.ts';
import { sourceOptions, sourceRules } from '../sources.ts';
import type { MapScene } from '../style/build_style.ts';
import { type AddressOfTiles, TILE_LAYER, type TileLook } from './recipe.ts';

/** Sources of a scene that are cut into tiles elsewhere: address of the tiles, and the finest there are. */
export type TiledSources = ReadonlyMap<string, { address: string; maxzoom: number; promoteId?: string }>;

/** The sources that are large: their features came as columns. */
export function largeSources(plan: Plan): ReadonlySet<SourceId> {
  const rules = sourceRules(plan, undefined);
  return new Set(SOURCE_IDS.filter((id) => columnOf(plan.layers[rules[id].layer])));
}

export function tiledSourcesOf(
  ids: ReadonlySet<SourceId>,
  { plan, ledger }: { plan: Plan; ledger: Ledger | undefined },
  look: TileLook,
  addressOf: AddressOfTiles,
): TiledSources {
  return new Map(
    [...ids].map((id) => {
      const { maxzoom = 17 } = sourceOptions(id);
      return [id, { address: addressOf({ kind: 'plan', plan, ledger }, id, look), maxzoom, promoteId: 'id' }];
    }),
  );
}

/** What of a feature's state a theme and filters decide: in tiles it is a property. */
const LOOK_STATES: readonly unknown[] = ['colour', 'faded', 'dimmed'];

/** The scene with such sources in the place of GeoJSON. */
export function withTiles(scene: MapScene, tiled: TiledSources): MapScene {
  if (tiled.size === 0) return scene;
  const sources: Record<string, SourceSpecification> = { ...scene.style.sources };
  for (const [id, { address, ...options }] of tiled) sources[id] = { type: 'vector', tiles: [address], ...options };
  const layers = scene.style.layers.map((layer): LayerSpecification => {
    if (!('source' in layer) || !tiled.has(String(layer.source))) return layer;
    return { ...(fromProperties(layer) as LayerSpecification), 'source-layer': TILE_LAYER } as LayerSpecification;
  });
  return { ...scene, style: { ...scene.style, sources, layers } };
}

function fromProperties(part: unknown): unknown {
  if (Array.isArray(part))
    return part[0] === 'feature-state' && LOOK_STATES.includes(part[1]) ? ['get', part[1]] : part.map(fromProperties);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, fromProperties(value)]));
}
