import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Ledger } from '../core/control/types.ts';
import { featureById } from '../core/plan/feature_by_id.ts';
import type { Plan } from '../core/plan/types.ts';
import { type AltitudeLabel, altitudeLabelsOf, type PlacementInput, placeAltitudeLabels } from './altitude_labels.ts';
import type { OverlayFrame } from './crosshair.ts';
import type { FeatureStates } from './feature_states.ts';
import { heightScaleAt } from './height_scale.ts';
import { namePlaces } from './name_places.ts';
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

/** What a standing map has beside its style: the edges of the shells, and the heights written above it. Loaded with the first such map. */
export class HeightDrawing {
  readonly #map: MapLibreMap;
  readonly #backEdges: WireframeLayer;
  readonly #frontEdges: WireframeLayer;
  /** Edges of the shells a person points at or has selected: a layer of their own, so that pointing redraws only them. */
  readonly #focusEdges: WireframeLayer;
  readonly #labels = remember((plan: Plan, ledger: Ledger | undefined): AltitudeLabel[] =>
    altitudeLabelsOf(plan, ledger),
  );
  readonly #wireframe = remember(
    (
      plan: Plan,
      ledger: Ledger | undefined,
      states: ReturnType<FeatureStates['get']>,
      timelineStep: number | undefined,
      dark: boolean,
    ): Wireframe => buildWireframe({ plan, ledger, states, timelineStep, palette: mapPalette(dark) }),
  );
  readonly #buildings = remember((plan: Plan): Prism[] =>
    plan.layers.buildings.flatMap(({ id, geometry, properties }) =>
      properties.heightMetres === undefined ? [] : prismOf(id, geometry, properties.heightMetres),
    ),
  );
  #matrix: Matrix | undefined;
  #states: FeatureStates = new Map();

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

  show({ view, plan, ledger, dark }: SceneInput, scene: MapScene): void {
    this.#states = scene.states;
    const isStanding = view.mode === '3d' && !view.hiddenLayers.includes('plots');
    const wireframe = isStanding
      ? this.#wireframe(plan, ledger, scene.themed.get('plots'), view.timelineStep, dark)
      : undefined;
    this.#backEdges.setWireframe(wireframe);
    this.#frontEdges.setWireframe(wireframe);
    const focus = [view.hover, view.selection].flatMap((ref) => (ref?.layer === 'plots' ? [ref.id] : []));
    this.#focusEdges.setWireframe(
      isStanding && focus.length > 0
        ? buildWireframe({
            plan,
            ledger,
            states: scene.states.get('plots'),
            timelineStep: view.timelineStep,
            palette: mapPalette(dark),
            only: new Set(focus),
          })
        : undefined,
    );
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
    // Of a large plan they take a second to reckon: not before they are to be seen.
    const labels = this.#labels(input.plan, input.ledger);
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
            isHidden: ({ layer, id }) =>
              hiddenLayers.includes(layer) || this.#states.get(layer)?.get(id)?.dimmed === true,
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
    const isOccluded = createOcclusion(view.hiddenLayers.includes('buildings') ? [] : this.#buildings(plan), screen);
    const { selection } = view;
    const plot = selection?.layer === 'plots' && featureById(plan, 'plots', selection.id);
    const height = plot ? permittedHeightOf(plot, ledger) : undefined;
    const shell = plot && height !== undefined ? prismOf(plot.id, plot.geometry, height) : [];
    return (label, at) => isOccluded(at, label.id) || (label.layer === 'plots' && isWithin(shell, screen, at));
  }
}
