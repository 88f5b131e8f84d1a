import { describe, expect, it } from 'vitest';
import { createSceneBuilder, type SceneInput } from '../../../src/map/scene.ts';
import { MapSync, type MapTarget } from '../../../src/map/sync.ts';
import { inputOf, planOfFolder } from './scenes.ts';

type Call = [name: string, ...args: unknown[]];

/** Stands where MapLibre stands and writes down what is asked of it. */
function recorder() {
  const calls: Call[] = [];
  const layers: string[] = [];
  const images = new Set<string>();
  const note =
    (name: string) =>
    (...args: unknown[]): void => {
      calls.push([name, ...args]);
    };
  const target: MapTarget = {
    addSource: note('addSource'),
    removeSource: note('removeSource'),
    getSource: (id) => ({ setData: () => calls.push(['setData', id]) }),
    addLayer(layer, before) {
      calls.push(['addLayer', layer.id, before]);
      layers.splice(before === undefined ? layers.length : layers.indexOf(before), 0, layer.id);
    },
    removeLayer: note('removeLayer'),
    getLayer: (id) => (layers.includes(id) ? {} : undefined),
    moveLayer: note('moveLayer'),
    setPaintProperty: note('setPaintProperty'),
    setLayoutProperty: note('setLayoutProperty'),
    setFilter: note('setFilter'),
    setLayerZoomRange: note('setLayerZoomRange'),
    setLight: note('setLight'),
    setSky: note('setSky'),
    setFeatureState: note('setFeatureState'),
    removeFeatureState: note('removeFeatureState'),
    hasImage: (id) => images.has(id),
    addImage(id) {
      images.add(id);
      calls.push(['addImage', id]);
    },
  };
  const take = (): Call[] => calls.splice(0);
  return { target, layers, take };
}

const plan = planOfFolder('tests/data/harbour-park');
const firstPlot = plan.layers.plots[0]?.id ?? '';

function shown(input: SceneInput) {
  const { target, layers, take } = recorder();
  const build = createSceneBuilder();
  const sync = new MapSync(target);
  sync.show(build(input));
  const first = take();
  return {
    layers,
    first,
    next(change: Partial<SceneInput>): Call[] {
      sync.show(build({ ...input, ...change }));
      return take();
    },
    forget: () => sync.forget(),
  };
}

describe('bringing a map to a scene', () => {
  const input = inputOf(plan);

  it('puts the layers of the first scene in the order of its style', () => {
    const { layers } = shown(input);
    expect(layers).toEqual(createSceneBuilder()(input).style.layers.map((layer) => layer.id));
  });

  it('makes no call at all for a scene that looks the same', () => {
    const { first, next } = shown(input);
    expect(first.length).toBeGreaterThan(50);
    expect(next({ view: { ...input.view } })).toEqual([]);
  });

  it('sets two states and one small source for a hover, and takes them back', () => {
    const { next } = shown(input);
    const hovered = next({ view: { ...input.view, hover: { layer: 'plots', id: firstPlot } } });
    expect(hovered).toEqual([
      ['setData', 'hover'],
      ['setFeatureState', { source: 'plots', id: firstPlot }, { hovered: true }],
    ]);
    expect(next({})).toEqual([
      ['setData', 'hover'],
      ['removeFeatureState', { source: 'plots', id: firstPlot }, 'hovered'],
    ]);
  });

  it('dims by feature states alone, without new tiles', () => {
    const { next } = shown(input);
    const calls = next({ shown: new Set([firstPlot]) });
    expect(calls.length).toBeGreaterThan(0);
    expect(new Set(calls.map(([name]) => name))).toEqual(new Set(['setFeatureState']));
    expect(calls).not.toContainEqual(['setFeatureState', { source: 'plots', id: firstPlot }, { dimmed: true }]);
    expect(new Set(next({}).map(([name]) => name))).toEqual(new Set(['removeFeatureState']));
  });

  it('switches a layer with one property for each of its drawings', () => {
    const { next } = shown(input);
    const calls = next({ view: { ...input.view, hiddenLayers: ['water'] } });
    expect(calls.length).toBeGreaterThan(0);
    for (const [name, layer, property, value] of calls)
      expect([name, String(layer).startsWith('water'), property, value]).toEqual([
        'setLayoutProperty',
        true,
        'visibility',
        'none',
      ]);
  });

  it('gives new data only to the sources of a new plan, and keeps the layers', () => {
    const { next } = shown(input);
    const changed = { ...plan, layers: { ...plan.layers, plots: plan.layers.plots.slice(1) } };
    const names = new Set(next({ plan: changed }).map(([name]) => name));
    expect(names).toContain('setData');
    for (const name of ['addLayer', 'removeLayer', 'addSource', 'removeSource']) expect(names).not.toContain(name);
  });

  it('draws everything again after what was drawn is lost', () => {
    const { first, next, forget } = shown(input);
    forget();
    const again = next({});
    // Images outlive in the recorder; everything else is asked for again.
    expect(again).toEqual(first.filter(([name]) => name !== 'addImage'));
  });

  it('takes a basemap away with its source when the next plan has none', () => {
    const basemap = { id: 'one', name: { zh: '底', en: 'B' }, tiles: ['https://t.test/{z}/{x}/{y}'], attribution: '' };
    const { next } = shown({ ...input, plan: { ...plan, manifest: { ...plan.manifest, basemaps: [basemap] } } });
    const calls = next({ plan });
    expect(calls).toContainEqual(['removeLayer', 'basemap-one']);
    expect(calls).toContainEqual(['removeSource', 'basemap-one']);
    expect(calls.findIndex(([name]) => name === 'removeLayer')).toBeLessThan(
      calls.findIndex(([name]) => name === 'removeSource'),
    );
  });
});

it('stands its own layers again where they belong when the order changes', () => {
  const { target, take, layers } = recorder();
  const own = { id: 'edges', type: 'custom' as const, render() {} };
  const sync = new MapSync(target);
  sync.adopt([{ layer: own, below: 'shell' }]);
  sync.show(createSceneBuilder()(inputOf(plan)));
  take();
  expect(layers[layers.indexOf('edges') + 1]).toBe('shell');
});

it('stands layers of its own where they belong when they come after the map is drawn', () => {
  const { target, layers } = recorder();
  const own = { id: 'edges', type: 'custom' as const, render() {} };
  const sync = new MapSync(target);
  sync.show(createSceneBuilder()(inputOf(plan)));
  sync.adopt([{ layer: own, below: 'shell' }]);
  expect(layers[layers.indexOf('edges') + 1]).toBe('shell');
});
