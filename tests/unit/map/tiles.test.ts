import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { deriveLedger } from '../../../src/core/control/derive_ledger.ts';
import { packLarge, unpackAsRows } from '../../../src/core/packing/pack_large.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import { buildTheme } from '../../../src/core/theme/build_theme.ts';
import { shownPlots } from '../../../src/core/theme/filter.ts';
import { themeStates } from '../../../src/map/feature_states.ts';
import { createSceneBuilder } from '../../../src/map/scene.ts';
import { buildSources } from '../../../src/map/sources.ts';
import { TILE_LAYER, type TileLook, type TileRecipe } from '../../../src/map/tiles/recipe.ts';
import { TileSet } from '../../../src/map/tiles/tile_set.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';
import { inputOf, planOfFolder } from './scenes.ts';

const plan = planOfFolder('tests/data/harbour-park');
/** Read from columns, as a large plan is. */
const packed = await unpackAsRows(structuredClone(packLarge<Plan>(plan, (count) => count > 0)), () =>
  Promise.resolve(),
);
const ledger = deriveLedger(plan);
const LOOK: TileLook = { theme: 'far', filters: { classes: [], height: { from: 20 } }, paper: '#ffffff' };

/** Along the parallel of the sample plans, roughly. */
const METRES_PER_DEGREE = 94_600;

interface Drawn {
  id: string;
  properties: Record<string, unknown>;
  /** Degrees. */
  west: number;
  east: number;
}

/** What another program reads of the tile that covers the whole plan. */
function read(recipe: TileRecipe, source: string, look?: TileLook, z = 12, of = plan): Drawn[] {
  const [longitude = 0, latitude = 0] = firstPosition(of);
  const x = Math.floor((longitude / 360 + 0.5) * 2 ** z);
  const sine = Math.sin((latitude * Math.PI) / 180);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
  const bytes = new TileSet(recipe).cut({ source, look, z, x, y });
  const layer = new VectorTile(new PbfReader(bytes)).layers[TILE_LAYER];
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => {
    const feature = layer?.feature(index);
    const collection = feature?.toGeoJSON(x, y, z);
    const numbers = JSON.stringify(collection?.geometry).match(/\[(-?[\d.]+),/g) ?? [];
    const longitudes = numbers.map((text) => Number(text.slice(1, -1)));
    return {
      id: String(feature?.properties.id),
      properties: feature?.properties ?? {},
      west: Math.min(...longitudes),
      east: Math.max(...longitudes),
    };
  });
}

function firstPosition({ layers }: Plan): number[] {
  const shape = layers.plots[0]?.geometry;
  return (shape?.type === 'Polygon' ? shape.coordinates[0]?.[0] : shape?.coordinates[0]?.[0]?.[0]) ?? [];
}

describe('tiles of a plan', () => {
  test('hold the features with the properties and the shapes GeoJSON would have', () => {
    const expected = buildSources(plan, ledger).plots.features;
    const drawn = read({ kind: 'plan', plan: packed, ledger }, 'plots');
    expect(drawn.length).toBeGreaterThan(5);
    for (const { id, properties, west, east } of drawn) {
      const feature = expected.find((one) => one.properties.id === id);
      expect(properties).toEqual(feature?.properties);
      const longitudes = (JSON.stringify(feature?.geometry).match(/\[(-?[\d.]+),/g) ?? []).map((text) =>
        Number(text.slice(1, -1)),
      );
      // A pixel at this zoom is 0.0002 degrees.
      expect(west).toBeCloseTo(Math.min(...longitudes), 3);
      expect(east).toBeCloseTo(Math.max(...longitudes), 3);
    }
  });

  test('colour and dim what a theme and filters colour and dim', () => {
    const theme = buildTheme(plan, ledger, 'far');
    const states = themeStates(plan, theme, shownPlots(plan, ledger, theme, LOOK.filters), '#ffffff', ledger);
    const drawn = read({ kind: 'plan', plan: packed, ledger }, 'plots', LOOK);
    const looks = drawn.map(({ id, properties: { colour, faded, dimmed } }) => [id, { colour, faded, dimmed }]);
    expect(looks.filter(([, look]) => (look as { dimmed?: boolean }).dimmed).length).toBeGreaterThan(0);
    for (const [id, look] of looks) expect(look).toEqual({ ...states.get('plots')?.get(String(id)) });
  });

  test('draw what is too small to be seen as squares, one for all in it', () => {
    const drawn = read({ kind: 'plan', plan: packed, ledger }, 'plots', undefined, 7);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.length).toBeLessThan(plan.layers.plots.length);
    const pixel = 360 / 512 / 2 ** 7;
    for (const { west, east } of drawn) expect(east - west).toBeCloseTo(2 * pixel, 3);
  });

  test('keep the shape of what is low but wide enough to be seen', () => {
    const strip = planOf({ plots: [plot('strip', rectangle(0, 0, 300, 5))] });
    const drawn = read({ kind: 'plan', plan: strip, ledger: deriveLedger(strip) }, 'plots', undefined, 12, strip);
    expect(drawn.map(({ west, east }) => (east - west) * METRES_PER_DEGREE)).toEqual([expect.closeTo(300, -2)]);
  });

  test('have each label once, where it stands', () => {
    const expected = buildSources(plan, ledger)['plot-labels'].features;
    const drawn = read({ kind: 'plan', plan: packed, ledger }, 'plot-labels');
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
    for (const { id, properties, west } of drawn) {
      const feature = expected.find((one) => one.properties.id === id);
      expect(properties).toEqual(feature?.properties);
      const [longitude = 0] = feature?.geometry.type === 'Point' ? feature.geometry.coordinates : [];
      expect(west).toBeCloseTo(longitude, 3);
    }
  });
});

describe('a scene of a large plan', () => {
  test('makes no state of what is pointed at where plots stand: MapLibre would write every shell of the tile anew', () => {
    const hover = { layer: 'plots' as const, id: plan.layers.plots[0]?.id ?? '' };
    const inTiles = createSceneBuilder((_, source) => `tiles://${source}/{z}/{x}/{y}`);
    const statesIn = (mode: '2d' | '3d') =>
      inTiles({ ...inputOf(plan, { mode, hover }), plan: packed })
        .states.get('plots')
        ?.get(hover.id);
    expect(statesIn('2d')).toEqual({ hovered: true });
    expect(statesIn('3d')).toBeUndefined();
    expect(
      createSceneBuilder()(inputOf(plan, { mode: '3d', hover }))
        .states.get('plots')
        ?.get(hover.id),
    ).toMatchObject({
      hovered: true,
    });
  });

  const asked: { recipe: TileRecipe; source: string; look: TileLook | undefined }[] = [];
  const build = createSceneBuilder((recipe, source, look) => {
    asked.push({ recipe, source, look });
    return `tiles://${source}/{z}/{x}/{y}`;
  });

  test('draws the large layers from tiles and keeps only what is pointed at as a state', () => {
    const input = inputOf(plan, { theme: 'far', selection: { layer: 'plots', id: plan.layers.plots[0]?.id ?? '' } });
    const scene = build({ ...input, plan: packed });
    expect(scene.style.sources.plots).toEqual({
      type: 'vector',
      tiles: ['tiles://plots/{z}/{x}/{y}'],
      maxzoom: 17,
      promoteId: 'id',
    });
    expect([...(scene.states.get('plots')?.values() ?? [])]).toEqual([{ selected: true }]);
    const layers = scene.style.layers.filter((layer) => 'source' in layer && layer.source === 'plots');
    expect(layers.length).toBeGreaterThan(3);
    for (const layer of layers) {
      expect('source-layer' in layer && layer['source-layer']).toBe(TILE_LAYER);
      expect(JSON.stringify(layer)).not.toMatch(/"feature-state","(colour|faded|dimmed)"/);
    }
    expect(asked.find(({ source }) => source === 'plots')?.look).toMatchObject({ theme: 'far' });
  });

  test('of a small one is the same as ever', () => {
    const input = inputOf(plan);
    expect(build(input).style).toEqual(createSceneBuilder()(input).style);
  });
});
