import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Ledger } from '../core/control/types.ts';
import { featureById } from '../core/plan/feature_by_id.ts';
import type { Building, Plan, Plot } from '../core/plan/types.ts';
import {
  type AltitudeLabel,
  altitudeLabelsOf,
  type PlacementInput,
  placeAltitudeLabels,
  type Standing,
} from './altitude_labels.ts';
import type { OverlayFrame } from './crosshair.ts';
import { dimmedAmong, type FeatureStates, plotStates, withFocus } from './feature_states.ts';
import { heightScaleAt } from './height_scale.ts';
import { namePlaces } from './name_places.ts';
import { nearFeatures } from './near_features.ts';
import { createOcclusion, isWithin, type Prism, prismOf, type Screen } from './occlusion.ts';
import { drawOverlay, overlayTextWidth, staffRoomPixels } from './overlay.ts';
import { permittedHeightOf } from './permitted_height.ts';
import { type Matrix, mercatorOf, mercatorPerMetre } from './projection.ts';
import { remember } from './remember.ts';
import type { SceneInput } from './scene.ts';
import { BACK_EDGES_BELOW, FRONT_EDGES_BELOW, type MapScene } from './style/build_style.ts';
import { mapPalette } from './style/palette.ts';
import type { OwnLayer } from './sync.ts';
import { buildWireframe, type Wireframe } from './wireframe_edges.ts';
import { WireframeLayer } from './wireframe_layer.ts';

/** Edges seen through the shells are lighter than those in front of them. */
const BACK_EDGE_OPACITY = 0.4;

/** The camera's figures are named so that what was found is remembered while it stands still. */
function nearOf<Feature extends object>(
  features: readonly Feature[],
  map: MapLibreMap,
  zoom: number,
  longitude: number,
  latitude: number,
  _bearing: number,
  _pitch: number,
): readonly Feature[] {
  const bounds = map.getBounds();
  return nearFeatures(features, {
    west: bounds.getWest(),
    south: bounds.getSouth(),
    east: bounds.getEast(),
    north: bounds.getNorth(),
    longitude,
    latitude,
    pixelsPerDegree: (TILE_PIXELS * 2 ** zoom) / 360,
  });
}

/** MapLibre's world is this wide at zoom 0, in pixels. */
const TILE_PIXELS = 512;

/** What a standing map has beside its style: the edges of the shells, and the heights written above it. Loaded with the first such map. */
export class HeightDrawing {
  readonly #map: MapLibreMap;
  readonly #backEdges: WireframeLayer;
  readonly #frontEdges: WireframeLayer;
  /** Edges of the shells a person points at or has selected: a layer of their own, so that pointing redraws only them. */
  readonly #focusEdges: WireframeLayer;
  readonly #nearPlots = remember(nearOf<Plot>);
  readonly #nearBuildings = remember(nearOf<Building>);
  readonly #labels = remember(
    (plan: Plan, ledger: Ledger | undefined, plots: readonly Plot[], buildings: readonly Building[]): AltitudeLabel[] =>
      altitudeLabelsOf(plan, ledger, { plots, buildings }),
  );
  readonly #wireframe = remember(
    (
      plan: Plan,
      ledger: Ledger | undefined,
      plots: readonly Plot[],
      states: ReturnType<FeatureStates['get']>,
      timelineStep: number | undefined,
      dark: boolean,
    ): Wireframe => buildWireframe({ plan, ledger, plots, states, timelineStep, palette: mapPalette(dark) }),
  );
  readonly #nearStates = remember(plotStates);
  /** Told of what stands near by, and not taken from the scene: of a plan in tiles the scene does not know it. */
  readonly #dimmed = remember(dimmedAmong);
  readonly #prisms = remember((buildings: readonly Building[]): Prism[] =>
    buildings.flatMap(({ id, geometry, properties }) =>
      properties.heightMetres === undefined ? [] : prismOf(id, geometry, properties.heightMetres),
    ),
  );
  #standing: Standing = { plots: [], buildings: [] };
  #matrix: Matrix | undefined;

  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#backEdges = new WireframeLayer({ id: 'shell-edges-back', widthPixels: 1.1, opacity: BACK_EDGE_OPACITY });
    this.#frontEdges = new WireframeLayer({
      id: 'shell-edges-front',
      widthPixels: 1.35,
      opacity: 1,
      onMatrix: (matrix) => {
        this.#matrix = matrix;
      },
    });
    this.#focusEdges = new WireframeLayer({ id: 'shell-edges-focus', widthPixels: 2.6, opacity: 1 });
  }

  /** The layers that draw the edges, and where they stand. */
  get layers(): OwnLayer[] {
    return [
      { layer: this.#backEdges, below: BACK_EDGES_BELOW },
      { layer: this.#frontEdges, below: FRONT_EDGES_BELOW },
      { layer: this.#focusEdges, below: FRONT_EDGES_BELOW },
    ];
  }

  show(input: SceneInput, scene: MapScene): void {
    const { view, plan, ledger, dark } = input;
    this.#standing = view.mode === '3d' ? this.#standingOf(plan) : { plots: [], buildings: [] };
    const isStanding = view.mode === '3d' && !view.hiddenLayers.includes('plots');
    const wireframe = isStanding
      ? this.#wireframe(plan, ledger, this.#standing.plots, this.#statesOf(input, scene), view.timelineStep, dark)
      : undefined;
    this.#backEdges.setWireframe(wireframe);
    this.#frontEdges.setWireframe(wireframe);
    const focus = [view.hover, view.selection].flatMap((ref) =>
      ref?.layer === 'plots' ? (featureById(plan, 'plots', ref.id) ?? []) : [],
    );
    this.#focusEdges.setWireframe(
      isStanding && focus.length > 0
        ? buildWireframe({
            plan,
            ledger,
            states: withFocus(scene.states, view).get('plots'),
            timelineStep: view.timelineStep,
            palette: mapPalette(dark),
            plots: focus,
          })
        : undefined,
    );
  }

  /** What decides an edge's colour. Of a plan in tiles nothing is known beside the tiles: of its few plots near by it is told anew. */
  #statesOf({ plan, ledger, theme, shown }: SceneInput, scene: MapScene): ReturnType<FeatureStates['get']> {
    const { plots } = this.#standing;
    const isAll = plots === plan.layers.plots;
    return isAll ? scene.themed.get('plots') : this.#nearStates(plots, theme, shown, ledger);
  }

  /** The shells and buildings near where the camera looks; of a plan of some thousands all there are. */
  #standingOf({ layers }: Plan): Standing {
    const { lng, lat } = this.#map.getCenter();
    const at = [this.#map, this.#map.getZoom(), lng, lat, this.#map.getBearing(), this.#map.getPitch()] as const;
    return { plots: this.#nearPlots(layers.plots, ...at), buildings: this.#nearBuildings(layers.buildings, ...at) };
  }

  /** After the graphics context was lost nothing of what was drawn is there. */
  forget(): void {
    this.#matrix = undefined;
  }

  /** Draws heights and height scale of the frame drawn last. The context's unit is the CSS pixel. */
  drawOverlay(frame: OverlayFrame, input: SceneInput, heightScaleNote: string): void {
    const matrix = this.#matrix;
    if (!matrix) return;
    const { context, widthPixels, heightPixels } = frame;
    const centre = this.#map.getCenter();
    const { plots, buildings } = this.#standing;
    const labels = this.#labels(input.plan, input.ledger, plots, buildings);
    const dimmed = this.#dimmed(plots, buildings, input.shown, input.ledger);
    const { hiddenLayers, selection, hover } = input.view;
    const isFocus = ({ layer, id }: AltitudeLabel): boolean =>
      (selection?.layer === layer && selection.id === id) || (hover?.layer === layer && hover.id === id);
    const tallest = Math.max(0, ...labels.map((label) => label.heightMetres));
    drawOverlay(frame, {
      labels: input.view.labels
        ? placeAltitudeLabels(labels, {
            matrix,
            latitude: centre.lat,
            widthPixels,
            heightPixels,
            textWidth: overlayTextWidth(context),
            isHidden: ({ layer, id }) => hiddenLayers.includes(layer) || dimmed[layer].has(id),
            isFirst: isFocus,
            isMisplaced: this.#misplacement(input, {
              matrix,
              mercatorPerMetre: mercatorPerMetre(centre.lat),
              widthPixels,
              heightPixels,
            }),
            taken: namePlaces(input.plan, input.view, matrix, {
              widthPixels,
              heightPixels,
              zoom: this.#map.getZoom(),
            }),
          })
        : [],
      heightScale:
        this.#map.getPitch() >= 10
          ? heightScaleAt(
              matrix,
              mercatorOf(centre.lng, centre.lat),
              mercatorPerMetre(centre.lat),
              tallest,
              { widthPixels, heightPixels },
              staffRoomPixels(heightPixels),
            )
          : undefined,
      heightScaleNote,
    });
  }

  /**
   * A height is not written where its top is hidden behind a building; nor a plot's limit within the selected plot's shell,
   * where it would read as that plot's.
   */
  #misplacement({ plan, ledger, view }: SceneInput, screen: Screen): PlacementInput['isMisplaced'] {
    const isOccluded = createOcclusion(
      view.hiddenLayers.includes('buildings') ? [] : this.#prisms(this.#standing.buildings),
      screen,
    );
    const { selection } = view;
    const plot = selection?.layer === 'plots' && featureById(plan, 'plots', selection.id);
    const height = plot ? permittedHeightOf(plot, ledger) : undefined;
    const shell = plot && height !== undefined ? prismOf(plot.id, plot.geometry, height) : [];
    return (label, at) => isOccluded(at, label.id) || (label.layer === 'plots' && isWithin(shell, screen, at));
  }
}
