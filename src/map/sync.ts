import type {
  AddLayerObject,
  CustomLayerInterface,
  FeatureIdentifier,
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  LightSpecification,
  SkySpecification,
  SourceSpecification,
} from 'maplibre-gl';
import type { FeatureState, FeatureStates } from './feature_states.ts';
import type { MapScene } from './style/build_style.ts';
import { drawHatch, PATTERN_PIXEL_RATIO, type PatternImage } from './style/patterns.ts';
import { TILE_LAYER } from './tiles/recipe.ts';

/** The part of a MapLibre map that drawing needs. */
export interface MapTarget {
  addSource(id: string, source: SourceSpecification): unknown;
  removeSource(id: string): unknown;
  getSource(id: string): unknown;
  addLayer(layer: AddLayerObject, before?: string): unknown;
  removeLayer(id: string): unknown;
  moveLayer(id: string, before?: string): unknown;
  setPaintProperty(layer: string, name: string, value: unknown, options: { validate: boolean }): unknown;
  setLayoutProperty(layer: string, name: string, value: unknown, options: { validate: boolean }): unknown;
  setFilter(layer: string, filter: FilterSpecification | null | undefined, options: { validate: boolean }): unknown;
  setLayerZoomRange(layer: string, minzoom: number, maxzoom: number): unknown;
  setLight(light: LightSpecification, options: { validate: boolean }): unknown;
  setSky(sky: SkySpecification | undefined, options: { validate: boolean }): unknown;
  setFeatureState(feature: FeatureIdentifier, state: object): unknown;
  removeFeatureState(feature: FeatureIdentifier, key?: string): unknown;
  hasImage(id: string): boolean;
  getLayer(id: string): unknown;
  addImage(id: string, image: PatternImage, options: { pixelRatio: number }): unknown;
}

/** A layer that draws itself, and the style's layer it stands below. */
export interface OwnLayer {
  layer: CustomLayerInterface;
  below: string;
}

/** A GeoJSON source that takes new data. */
interface DataSource {
  setData(data: GeoJSONSourceSpecification['data']): unknown;
}

const isDataSource = (source: unknown): source is DataSource =>
  typeof source === 'object' && source !== null && 'setData' in source && typeof source.setData === 'function';

/** A source of tiles that come from elsewhere. */
interface TiledSource {
  setTiles(tiles: string[]): unknown;
}

const isTiledSource = (source: unknown): source is TiledSource =>
  typeof source === 'object' && source !== null && 'setTiles' in source && typeof source.setTiles === 'function';

const same = (first: unknown, second: unknown): boolean =>
  first === second || JSON.stringify(first) === JSON.stringify(second);

/** Data is compared by identity: whoever changes it makes a new object. Data and tiles can be exchanged, anything else needs a new source. */
const isSameSource = (first: SourceSpecification, second: SourceSpecification): boolean => {
  if (first.type === 'vector' && second.type === 'vector')
    return same({ ...first, tiles: [] }, { ...second, tiles: [] });
  if (first.type !== 'geojson' || second.type !== 'geojson') return same(first, second);
  const { data: _, ...firstOptions } = first;
  const { data: __, ...secondOptions } = second;
  return same(firstOptions, secondOptions);
};

// The tests validate every style there is; doing it again for each change would only cost time.
const UNCHECKED = { validate: false };

/**
 * Makes a map show a scene, and the next scene by its differences only. It is the one place that changes what a MapLibre map
 * draws; a scene that equals the one before makes no call at all.
 */
export class MapSync {
  #shown: MapScene | undefined;
  readonly #target: MapTarget;
  #own: readonly OwnLayer[] = [];

  constructor(target: MapTarget) {
    this.#target = target;
  }

  /** From now on these stand in the style too. */
  adopt(own: readonly OwnLayer[]): void {
    this.#own = own;
    if (this.#shown) this.#place(own);
  }

  /** Forgets what was drawn: after the graphics context was lost, nothing of it is there. */
  forget(): void {
    this.#shown = undefined;
  }

  show(scene: MapScene): void {
    const before = this.#shown;
    if (before === scene) return;
    this.#shown = scene;
    this.#images(scene);
    if (before?.style !== scene.style) this.#style(before, scene);
    if (before?.states !== scene.states) this.#states(before?.states, scene);
  }

  #images(scene: MapScene): void {
    for (const hatch of scene.hatches)
      if (!this.#target.hasImage(hatch.id))
        this.#target.addImage(hatch.id, drawHatch(hatch), { pixelRatio: PATTERN_PIXEL_RATIO });
  }

  #style(before: MapScene | undefined, scene: MapScene): void {
    const target = this.#target;
    const oldSources = before?.style.sources ?? {};
    const newSources = scene.style.sources;
    const oldLayers = new Map((before?.style.layers ?? []).map((layer) => [layer.id, layer]));
    const newIds = new Set(scene.style.layers.map((layer) => layer.id));

    if (!same(before?.style.light, scene.style.light) && scene.style.light)
      target.setLight(scene.style.light, UNCHECKED);

    if (!same(before?.style.sky, scene.style.sky)) target.setSky(scene.style.sky, UNCHECKED);

    for (const id of oldLayers.keys()) if (!newIds.has(id)) target.removeLayer(id);
    // A source whose options differ is made anew, and with it the layers that stand on it.
    for (const [id, source] of Object.entries(oldSources)) {
      const next = newSources[id];
      if (next && isSameSource(source, next)) continue;
      for (const layer of oldLayers.values())
        if ('source' in layer && layer.source === id && newIds.has(layer.id)) {
          target.removeLayer(layer.id);
          oldLayers.delete(layer.id);
        }
      target.removeSource(id);
    }
    for (const [id, source] of Object.entries(newSources)) {
      const old = oldSources[id];
      if (!old || !isSameSource(old, source)) target.addSource(id, source);
      else if (old.type === 'geojson' && source.type === 'geojson' && old.data !== source.data) {
        const drawn = target.getSource(id);
        if (isDataSource(drawn)) drawn.setData(source.data);
      } else if (old.type === 'vector' && source.type === 'vector' && !same(old.tiles, source.tiles)) {
        const drawn = target.getSource(id);
        if (isTiledSource(drawn)) drawn.setTiles(source.tiles ?? []);
      }
    }
    this.#layers(oldLayers, scene.style.layers);
  }

  /** From the top down, so that the layer above is always there to stand below. */
  #layers(oldLayers: Map<string, LayerSpecification>, layers: readonly LayerSpecification[]): void {
    const kept = layers.filter((layer) => oldLayers.has(layer.id)).map((layer) => layer.id);
    const oldOrder = [...oldLayers.keys()].filter((id) => kept.includes(id));
    const isReordered = !same(kept, oldOrder);
    let isMoved = false;
    let above: string | undefined;
    for (const layer of [...layers].reverse()) {
      const old = oldLayers.get(layer.id);
      if (!old) this.#target.addLayer(layer, above);
      else {
        this.#layer(old, layer);
        if (isReordered) this.#target.moveLayer(layer.id, above);
      }
      isMoved ||= !old || isReordered;
      above = layer.id;
    }
    if (isMoved) this.#place(this.#own);
  }

  #place(own: readonly OwnLayer[]): void {
    for (const { layer, below } of own)
      if (this.#target.getLayer(layer.id)) this.#target.moveLayer(layer.id, below);
      else this.#target.addLayer(layer, below);
  }

  #layer(old: LayerSpecification, layer: LayerSpecification): void {
    const target = this.#target;
    const oldLayout: Record<string, unknown> = { ...old.layout };
    const newLayout: Record<string, unknown> = { ...layer.layout };
    const oldPaint: Record<string, unknown> = { ...old.paint };
    const newPaint: Record<string, unknown> = { ...layer.paint };
    for (const name of new Set([...Object.keys(oldPaint), ...Object.keys(newPaint)]))
      if (!same(oldPaint[name], newPaint[name])) target.setPaintProperty(layer.id, name, newPaint[name], UNCHECKED);
    for (const name of new Set([...Object.keys(oldLayout), ...Object.keys(newLayout)]))
      if (!same(oldLayout[name], newLayout[name])) target.setLayoutProperty(layer.id, name, newLayout[name], UNCHECKED);
    const oldFilter = 'filter' in old ? old.filter : undefined;
    const newFilter = 'filter' in layer ? layer.filter : undefined;
    if (!same(oldFilter, newFilter)) target.setFilter(layer.id, newFilter ?? null, UNCHECKED);
    if (old.minzoom !== layer.minzoom || old.maxzoom !== layer.maxzoom)
      target.setLayerZoomRange(layer.id, layer.minzoom ?? 0, layer.maxzoom ?? 24);
  }

  #states(before: FeatureStates | undefined, { states: after, style }: MapScene): void {
    const inLayer = (source: string) => (style.sources[source]?.type === 'vector' ? { sourceLayer: TILE_LAYER } : {});
    for (const [source, states] of before ?? [])
      for (const id of states.keys())
        if (!after.get(source)?.has(id)) this.#target.removeFeatureState({ source, id, ...inLayer(source) });
    for (const [source, states] of after) {
      if (states === before?.get(source)) continue;
      for (const [id, state] of states)
        this.#state({ source, id, ...inLayer(source) }, before?.get(source)?.get(id) ?? {}, state);
    }
  }

  #state(feature: FeatureIdentifier, before: Readonly<FeatureState>, after: Readonly<FeatureState>): void {
    if (before === after) return;
    const keys = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof FeatureState)[]);
    const changed: Record<string, unknown> = {};
    for (const key of keys) {
      if (before[key] === after[key]) continue;
      if (after[key] === undefined) this.#target.removeFeatureState(feature, key);
      else changed[key] = after[key];
    }
    if (Object.keys(changed).length > 0) this.#target.setFeatureState(feature, changed);
  }
}
