import { geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { boundsOf } from '../../core/measure/bounds.ts';
import { type BoxIndex, createBoxIndex } from '../../core/measure/box_index.ts';
import type { Box } from '../../core/measure/plane.ts';
import { boxesOf } from '../../core/packing/boxes.ts';
import type { AnyFeature, Plan } from '../../core/plan/types.ts';
import { buildTheme } from '../../core/theme/build_theme.ts';
import { shownPlots } from '../../core/theme/filter.ts';
import { type FeatureStates, themeStates } from '../feature_states.ts';
import { markFeatures } from '../review/review_layers.ts';
import { reviewMarksOf } from '../review/review_marks.ts';
import type { SourceId } from '../source_ids.ts';
import { type DrawnFeature, drawnOf, sourceOptions, sourceRules } from '../sources.ts';
import { TILE_EXTENT, TILE_LAYER, TILE_PIXELS, type TileLook, type TileRecipe, type TileRequest } from './recipe.ts';

/** Features of one source, found by place and made only when a tile needs them. */
interface TiledSource {
  index: BoxIndex;
  /** In degrees. */
  boxes: readonly Box[];
  featuresAt(place: number): readonly DrawnFeature[];
  /** In CSS pixels. */
  buffer: number;
  tolerance: number;
}

const NOWHERE: Box = [Infinity, Infinity, -Infinity, -Infinity];

/** Areas smaller than this are drawn as squares of it, one for all that lie in it. */
const SMALLEST_PIXELS = 2;

/** Cuts tiles of a large plan, or of the changes between two, each when it is asked for. */
export class TileSet {
  readonly #recipe: TileRecipe;
  readonly #sources = new Map<string, TiledSource>();
  #states: { look: string; states: FeatureStates } | undefined;

  constructor(recipe: TileRecipe) {
    this.#recipe = recipe;
  }

  /** The tile as a vector tile of one layer, `TILE_LAYER`. */
  cut({ source: id, look, z, x, y }: TileRequest): Uint8Array {
    const source = this.#sourceOf(id);
    const world = TILE_PIXELS * 2 ** z;
    const margin = source.buffer / TILE_PIXELS;
    const west = longitudeAt((x - margin) / 2 ** z);
    const east = longitudeAt((x + 1 + margin) / 2 ** z);
    const north = latitudeAt((y - margin) / 2 ** z);
    const south = latitudeAt((y + 1 + margin) / 2 ** z);
    const states = look && this.#statesOf(look).get(id);
    const features: DrawnFeature[] = [];
    const taken = new Set<number>();
    // In the plan's order: what comes later is drawn above.
    for (const place of source.index.search([west, south, east, north])) {
      const square = smallSquare(source.boxes[place] ?? NOWHERE, world);
      if (square) {
        if (taken.has(square.cell)) continue;
        taken.add(square.cell);
      }
      for (const { geometry, properties } of source.featuresAt(place)) {
        const state = states?.get(String(properties.id));
        features.push({
          type: 'Feature',
          geometry: square && geometry.type.endsWith('Polygon') ? square.geometry : geometry,
          properties: state ? { ...properties, ...(state as DrawnFeature['properties']) } : properties,
        });
      }
    }
    const scale = TILE_EXTENT / TILE_PIXELS;
    const tile = geoJSONToTile({ type: 'FeatureCollection', features } as GeoJSON.FeatureCollection, z, x, y, {
      maxZoom: z,
      extent: TILE_EXTENT,
      buffer: source.buffer * scale,
      tolerance: source.tolerance * scale,
    });
    return fromGeojsonVt({ [TILE_LAYER]: tile }, { version: 2, extent: TILE_EXTENT });
  }

  #sourceOf(id: string): TiledSource {
    let source = this.#sources.get(id);
    if (!source) {
      const recipe = this.#recipe;
      source = recipe.kind === 'plan' ? planSource(recipe, id as SourceId) : reviewSource(recipe);
      this.#sources.set(id, source);
    }
    return source;
  }

  #statesOf(look: TileLook): FeatureStates {
    const name = JSON.stringify(look);
    if (this.#states?.look !== name) this.#states = { look: name, states: statesOf(this.#recipe, look) };
    return this.#states.states;
  }
}

function statesOf(recipe: TileRecipe, { theme: id, filters, paper }: TileLook): FeatureStates {
  if (recipe.kind !== 'plan' || !recipe.ledger) return new Map();
  const { plan, ledger } = recipe;
  const theme = buildTheme(plan, ledger, id);
  return themeStates(plan, theme, shownPlots(plan, ledger, theme, filters), paper, ledger);
}

function planSource({ plan, ledger }: Extract<TileRecipe, { kind: 'plan' }>, id: SourceId): TiledSource {
  const rule = sourceRules(plan, ledger)[id];
  const features = plan.layers[rule.layer] as readonly AnyFeature[];
  const { buffer = 64, tolerance = 0.2 } = sourceOptions(id);
  return indexed(boxesOfFeatures(features), { buffer, tolerance }, (place) => {
    const feature = features[place];
    const drawn = feature && drawnOf(rule, feature, place);
    return drawn ? [drawn] : [];
  });
}

function reviewSource({
  changes,
  comparison,
  before,
  after,
}: {
  changes: Parameters<typeof reviewMarksOf>[0];
  comparison: Parameters<typeof reviewMarksOf>[1];
  before: Plan;
  after: Plan;
}): TiledSource {
  const marks = reviewMarksOf(changes, comparison, before, after);
  return indexed(boxesOfShapes(marks), { buffer: 64, tolerance: 0.1 }, (place) => {
    const mark = marks[place];
    return mark ? markFeatures([mark]).features : [];
  });
}

function indexed(
  boxes: readonly Box[],
  { buffer, tolerance }: { buffer: number; tolerance: number },
  featuresAt: TiledSource['featuresAt'],
): TiledSource {
  return { index: createBoxIndex(boxes), boxes, featuresAt, buffer, tolerance };
}

function boxesOfFeatures(features: readonly AnyFeature[]): Box[] {
  const numbers = boxesOf(features);
  if (!numbers) return boxesOfShapes(features);
  return features.map((_, place) => [...numbers.subarray(place * 4, place * 4 + 4)] as Box);
}

function boxesOfShapes(shapes: readonly Pick<AnyFeature, 'geometry'>[]): Box[] {
  return shapes.map(({ geometry }) => boundsOf([geometry]) ?? NOWHERE);
}

/** The square an area is drawn as that is too small to be seen; undefined where it is large enough. `world` in CSS pixels. */
function smallSquare(
  [west, south, east, north]: Box,
  world: number,
): { cell: number; geometry: DrawnFeature['geometry'] } | undefined {
  const width = ((east - west) / 360) * world;
  const left = xOf(west) * world;
  const top = yOf(north) * world;
  if (width > SMALLEST_PIXELS || yOf(south) * world - top > SMALLEST_PIXELS) return undefined;
  const column = Math.floor((left + width / 2) / SMALLEST_PIXELS);
  const row = Math.floor(top / SMALLEST_PIXELS);
  const at = (x: number, y: number): [number, number] => [
    longitudeAt((x * SMALLEST_PIXELS) / world),
    latitudeAt((y * SMALLEST_PIXELS) / world),
  ];
  const ring = [at(column, row), at(column, row + 1), at(column + 1, row + 1), at(column + 1, row), at(column, row)];
  return {
    cell: row * Math.ceil(world / SMALLEST_PIXELS) + column,
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

// The square of Web Mercator, 0 to 1 from the north-west: for drawing only.
const xOf = (longitude: number): number => longitude / 360 + 0.5;
function yOf(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}
const longitudeAt = (x: number): number => (x - 0.5) * 360;
const latitudeAt = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
