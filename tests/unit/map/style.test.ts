import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { THEME_IDS } from '../../../src/core/theme/types.ts';
import { createSceneBuilder } from '../../../src/map/scene.ts';
import { BACK_EDGES_BELOW, FRONT_EDGES_BELOW, type MapScene } from '../../../src/map/style/build_style.ts';
import { inputOf, planOfFolder } from './scenes.ts';

const PLANS = { shipped: planOfFolder('data/geojson'), harbour: planOfFolder('tests/data/harbour-park') };

const layerOf = (scene: MapScene, id: string): LayerSpecification => {
  const layer = scene.style.layers.find((candidate) => candidate.id === id);
  if (!layer) throw new Error(`no layer ${id}`);
  return layer;
};
const isVisible = (scene: MapScene, id: string): boolean => layerOf(scene, id).layout?.visibility !== 'none';

describe.each(Object.entries(PLANS))('the style of the %s plan', (_, plan) => {
  const build = createSceneBuilder();

  it.each(THEME_IDS)('is valid in the %s theme, flat and standing, light and dark, in both languages', (theme) => {
    for (const mode of ['2d', '3d'] as const)
      for (const language of ['zh-CN', 'en'] as const)
        for (const dark of [false, true])
          for (const timelineStep of [undefined, 2]) {
            const view = { theme, mode, language, ...(timelineStep !== undefined && { timelineStep }) };
            const { style } = build(inputOf(plan, view, { dark }));
            // The data is checked by its own reader; here it would only take time.
            const sources = Object.fromEntries(
              Object.entries(style.sources).map(([id, source]) => [
                id,
                source.type === 'geojson' ? { ...source, data: { type: 'FeatureCollection', features: [] } } : source,
              ]),
            );
            expect(validateStyleMin({ ...style, sources } as typeof style)).toEqual([]);
          }
  });

  it('names no hatch that is not made', () => {
    const scene = build(inputOf(plan, { theme: 'zones', timelineStep: 1 }));
    const made = new Set(scene.hatches.map((hatch) => hatch.id));
    const named = scene.style.layers.flatMap((layer) => {
      const pattern = layer.type === 'fill' ? layer.paint?.['fill-pattern'] : undefined;
      if (pattern === undefined) return [];
      return JSON.stringify(pattern).match(/(hatch|planned|over|near)-[-\w#]+/g) ?? [];
    });
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((id) => !made.has(id))).toEqual([]);
  });
});

describe('what a view shows', () => {
  const plan = PLANS.shipped;
  const build = createSceneBuilder();

  it('stands shells and solids in 3D only, the solids under the shells', () => {
    const flat = build(inputOf(plan));
    const standing = build(inputOf(plan, { mode: '3d' }));
    expect(['shell', 'building-solid', 'building-over'].map((id) => isVisible(flat, id))).toEqual([
      false,
      false,
      false,
    ]);
    expect(['shell', 'building-solid', 'building-over'].map((id) => isVisible(standing, id))).toEqual([
      true,
      true,
      true,
    ]);
    const order = standing.style.layers.map((layer) => layer.id);
    expect(order.indexOf('building-over')).toBeLessThan(order.indexOf('shell'));
    expect(isVisible(standing, 'building-fill')).toBe(false);
  });

  it('leaves the shells out when they are fully clear, so that they hide no edge', () => {
    expect(isVisible(build(inputOf(plan, { mode: '3d', shellOpacity: 0 })), 'shell')).toBe(false);
  });

  it('hides every drawing of a layer that is switched off', () => {
    for (const mode of ['2d', '3d'] as const) {
      const scene = build(inputOf(plan, { mode, hiddenLayers: ['plots', 'zones', 'roads', 'buildings'] }));
      const visible = scene.style.layers
        .filter((layer) => layer.layout?.visibility !== 'none' && 'source' in layer)
        .map((layer) => ('source' in layer ? layer.source : ''));
      for (const source of ['plots', 'plot-labels', 'zones', 'zone-labels', 'roads', 'buildings'])
        expect(visible).not.toContain(source);
    }
  });

  it('keeps the same layers in the same order whatever the view, so that a switch moves nothing', () => {
    const ids = (scene: MapScene) => scene.style.layers.map((layer) => layer.id);
    const first = ids(build(inputOf(plan)));
    expect(ids(build(inputOf(plan, { mode: '3d', theme: 'zones', labels: false, timelineStep: 1 })))).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
    expect(first).toContain(BACK_EDGES_BELOW);
    expect(first).toContain(FRONT_EDGES_BELOW);
  });

  it('draws a basemap beneath everything, and only the one that is chosen', () => {
    const basemap = {
      name: { zh: '底图', en: 'Base' },
      tiles: ['https://tiles.test/{z}/{x}/{y}.png'],
      attribution: 'T',
    };
    const withBasemaps = {
      ...plan,
      manifest: {
        ...plan.manifest,
        basemaps: [
          { ...basemap, id: 'one' },
          { ...basemap, id: 'two' },
        ],
      },
    };
    const scene = createSceneBuilder()(inputOf(withBasemaps, { basemap: 'two' }));
    expect(scene.style.layers.slice(0, 3).map((layer) => layer.id)).toEqual(['paper', 'basemap-one', 'basemap-two']);
    expect([isVisible(scene, 'basemap-one'), isVisible(scene, 'basemap-two')]).toEqual([false, true]);
  });

  it('asks for no glyphs and no sprite from anywhere', () => {
    const { style } = build(inputOf(plan));
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
  });
});
