import type { Ledger } from '../core/control/types.ts';
import { boundsOf, boundsOfPlan } from '../core/measure/bounds.ts';
import { featureById } from '../core/plan/feature_by_id.ts';
import type { Geometry, Plan } from '../core/plan/types.ts';
import type { Theme } from '../core/theme/types.ts';
import type { MeasureState, Spotlight } from '../state/map_port.ts';
import { markingOf, type ReviewDrawing } from '../state/review_drawing.ts';
import type { FeatureRef, View } from '../state/view.ts';
import { themeStates, withFocus } from './feature_states.ts';
import { measureFeatures } from './measure_features.ts';
import { remember } from './remember.ts';
import { candidateFeatures, markFeatures, reviewParts, withReview } from './review/review_layers.ts';
import type { FocusSourceId, SourceId } from './source_ids.ts';
import type { DrawnCollection, DrawnFeature } from './sources.ts';
import { buildSources } from './sources.ts';
import { buildStyle, hatchesOf, type MapScene } from './style/build_style.ts';
import { mapPalette } from './style/palette.ts';
import type { AddressOfTiles, TileRecipe } from './tiles/recipe.ts';
import { largeSources, tiledSourcesOf, withTiles } from './tiles/with_tiles.ts';

/** All that decides what the map draws. */
export interface SceneInput {
  plan: Plan;
  ledger: Ledger | undefined;
  theme: Theme | undefined;
  /** Colours of zones and phases in every theme. */
  zoneColours: ReadonlyMap<string, string>;
  phaseColours: ReadonlyMap<string, string>;
  shown: ReadonlySet<string> | undefined;
  view: View;
  dark: boolean;
  spotlight: Spotlight | undefined;
  /** Changes and candidate outlines of an update under review. */
  review?: ReviewDrawing | undefined;
  measure: MeasureState;
  /** For a picture of print resolution. */
  isPrint?: boolean;
  /** The end of the measuring line that has not been set yet. */
  measurePointer: [longitude: number, latitude: number] | undefined;
}

const NO_SOURCES: ReadonlySet<SourceId> = new Set();
const NOTHING: DrawnCollection = { type: 'FeatureCollection', features: [] };

const one = (geometry: Geometry, properties: DrawnFeature['properties'] = {}): DrawnFeature => ({
  type: 'Feature',
  geometry,
  properties,
});

function geometryOf(plan: Plan, ref: FeatureRef | undefined): Geometry | undefined {
  return ref && featureById(plan, ref.layer, ref.id)?.geometry;
}

/** About 600 m, more than a plot is long: what is larger is only outlined, so that the theme's colours stay what the legend says. */
const LARGE_DEGREES = 0.006;

function isLarge(geometry: Geometry): boolean {
  const [west, south, east, north] = boundsOf([geometry]) ?? [0, 0, 0, 0];
  return Math.hypot(east - west, north - south) > LARGE_DEGREES;
}

function featureOf(plan: Plan, ref: FeatureRef | undefined): DrawnCollection {
  const geometry = geometryOf(plan, ref);
  if (!ref || !geometry) return NOTHING;
  const isOutlined = ref.layer === 'zones' || ref.layer === 'phases' || isLarge(geometry);
  return { type: 'FeatureCollection', features: [one(geometry, isOutlined ? { outlined: true } : {})] };
}

/** About 50 m: a spot smaller than this is also marked with a ring. */
const SMALL_SPOT_DEGREES = 0.0005;

function spotlightOf(spotlight: Spotlight | undefined): DrawnCollection {
  if (!spotlight) return NOTHING;
  const { geometry, severity, isOutlined } = spotlight;
  const features = [one(geometry, { severity, ...((isOutlined || isLarge(geometry)) && { outlined: true }) })];
  const box = boundsOf([geometry]);
  if (!box || geometry.type === 'Point') return { type: 'FeatureCollection', features };
  const [west, south, east, north] = box;
  // A ring around the middle keeps a sliver of a square metre visible.
  const middle: Geometry = { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] };
  if (Math.hypot(east - west, north - south) < SMALL_SPOT_DEGREES) features.push(one(middle, { severity }));
  return { type: 'FeatureCollection', features };
}

/** What tiles of a review are cut from; undefined where its shapes are few. */
function largeReview({ compared }: ReviewDrawing): TileRecipe | undefined {
  return compared && { kind: 'review', ...compared };
}

/**
 * Makes a function from what is to be drawn to the scene that draws it. The function is pure in what it returns; it remembers
 * its last parts, so that what did not change is the same object again and costs nothing to compare.
 * @param addressOf where large sources are cut into tiles; without it everything is drawn as GeoJSON
 */
export function createSceneBuilder(addressOf?: AddressOfTiles): (input: SceneInput) => MapScene {
  const sources = remember(buildSources);
  const latitude = remember((plan: Plan) => {
    const box = boundsOfPlan(plan);
    return box ? (box[1] + box[3]) / 2 : 0;
  });
  const hover = remember((plan: Plan, layer: FeatureRef['layer'] | undefined, id: string | undefined) =>
    featureOf(plan, layer && id !== undefined ? { layer, id } : undefined),
  );
  const selection = remember((plan: Plan, layer: FeatureRef['layer'] | undefined, id: string | undefined) =>
    featureOf(plan, layer && id !== undefined ? { layer, id } : undefined),
  );
  const spotlight = remember(spotlightOf);
  const measure = remember(measureFeatures);
  const marks = remember(markFeatures);
  const candidates = remember(candidateFeatures);
  const base = remember(themeStates);
  const large = remember(largeSources);
  const states = remember(
    (
      themed: ReturnType<typeof themeStates>,
      hoverLayer: FeatureRef['layer'] | undefined,
      hoverId: string | undefined,
      selection: FeatureRef | undefined,
    ) =>
      withFocus(themed, {
        ...(hoverLayer && hoverId !== undefined && { hover: { layer: hoverLayer, id: hoverId } }),
        ...(selection && { selection }),
      }),
  );

  return (input) => {
    const { plan, view } = input;
    const palette = mapPalette(input.dark);
    const tiled = addressOf ? large(plan) : NO_SOURCES;
    const drawn: Record<SourceId, DrawnCollection> = sources(plan, input.ledger, tiled);
    const focus: Record<FocusSourceId, DrawnCollection> = {
      hover: hover(plan, view.hover?.layer, view.hover?.id),
      selection: selection(plan, view.selection?.layer, view.selection?.id),
      spotlight: spotlight(input.spotlight),
      measure: measure(input.measure, input.measurePointer),
    };
    const { zoneColours, phaseColours } = input;
    // What is cut into tiles is coloured there.
    const themed = base(plan, input.theme, input.shown, palette.paper, input.ledger, tiled);
    const { isPrint = false } = input;
    const context = {
      manifest: plan.manifest,
      view,
      palette,
      isPrint,
      latitude: latitude(plan),
      zoneColours,
      phaseColours,
    };
    // A state in a tile has all its shells written anew, at every move of the pointer: there the shell's edges tell what is pointed at.
    const pointedAt = view.hover && view.mode === '3d' && tiled.has(view.hover.layer) ? undefined : view.hover;
    const plain: MapScene = {
      style: buildStyle(context, drawn, focus),
      hatches: hatchesOf(context),
      states: states(themed, pointedAt?.layer, pointedAt?.id, view.selection),
      themed,
    };
    const colours = { theme: view.theme, filters: view.filters, paper: palette.paper };
    const scene = addressOf ? withTiles(plain, tiledSourcesOf(tiled, input, colours, addressOf)) : plain;
    const { review: update } = input;
    if (!update) return scene;
    const look = { marking: markingOf(update), kinds: update.kinds, dark: input.dark, palette };
    const recipe = addressOf && largeReview(update);
    const shapes = { marks: recipe ? NOTHING : marks(update.marks), candidates: candidates(update.candidates) };
    const drawing = withReview(scene, reviewParts(shapes, look));
    return recipe
      ? withTiles(drawing, new Map([['review', { address: addressOf(recipe, 'review'), maxzoom: 18 }]]))
      : drawing;
  };
}
