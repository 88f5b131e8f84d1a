import { effect, untracked } from '@preact/signals-core';
import css from 'maplibre-gl/dist/maplibre-gl.css?inline';
import { featureById } from '../core/plan/feature_by_id.ts';
import type { Geometry, Plan } from '../core/plan/types.ts';
import type { CapturedMap, MapPort, PageBox } from '../state/map_port.ts';
import type { Store } from '../state/store.ts';
import type { FeatureRef, Language, View } from '../state/view.ts';
import { CameraLink, cameraOf, type FitOptions, fitGeometry, fitPlan, toMapLibreCamera } from './camera.ts';
import { loadHeights, MapDrawing } from './drawing.ts';
import { attachInteraction } from './interaction.ts';
import { createOverlayCanvas } from './overlay_canvas.ts';
import { Picker } from './pick.ts';
import { takeMap } from './prepared_map.ts';
import { attachSwipe } from './review/swipe.ts';
import type { SceneInput } from './scene.ts';
import { createSceneInputs } from './scene_inputs.ts';
import { standingHeightOf } from './standing_fit.ts';
import { EMPTY_STYLE } from './style/build_style.ts';
import { BASEMAP_SOURCE_PREFIX } from './style/ground_layers.ts';
import { mapPalette } from './style/palette.ts';

export { prepareMap } from './prepared_map.ts';

/** Left on the page's timeline when the map first has nothing left to draw. */
const IDLE_MARK = 'park-map-idle';
/** The figures of a few hundred plots are there by then; of a large plan the map shows what it can. */
const LONGEST_WAIT_FOR_FIGURES_MILLISECONDS = 400;

/** MapLibre's own styles, as text: for the shadow root the map stands in. */
export const mapStyles: string = css;

/** The words the map itself needs. */
export interface MapWords {
  /** Accessible name of the map: what it is and how the keyboard moves it. */
  canvas: string;
  /** Says what the height scale in 3D is valid for: heights at the map's centre. */
  heightScale?: string;
}

export interface MapViewOptions {
  words?: (language: Language) => MapWords;
  /** What stands in the map's upper left corner for good, in page pixels: what is fitted keeps clear of it. */
  corner?: () => PageBox | undefined;
}

export interface MapView {
  /** Says that what stands in the corner has another size. */
  cornerChanged(): void;
  dispose(): void;
}

/**
 * Shows a store's plan and view on a map inside `place`, and puts the map's port into `store.map`. Throws where the browser
 * has no WebGL 2.
 */
export function createMapView(place: HTMLElement, store: Store, options: MapViewOptions = {}): MapView {
  const initial = store.view.peek();
  const { map, element: container, whenReady } = takeMap();
  place.append(container);
  map.resize();
  if (initial.camera) map.jumpTo(toMapLibreCamera(initial.camera));
  // What is in sight until the person moves the map, whatever size its panels leave it.
  let kept: Geometry | 'plan' | undefined = initial.camera ? undefined : 'plan';
  const fitting = (animate: boolean): FitOptions => {
    const corner = options.corner?.();
    return { mode: store.view.peek().mode, animate, ...(corner && { corner }) };
  };
  if (kept) fitPlan(map, store.plan.peek(), fitting(false));

  const drawing = new MapDrawing(map);
  const overlay = createOverlayCanvas(container);
  const camera = new CameraLink(map, (next) => store.setView({ camera: next }));
  const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');
  let isStyleReady = false;
  let isScheduled = false;
  let isDisposed = false;
  let hasCrosshair = false;
  let hasBeenIdle = false;
  let lastCapture: Promise<unknown> = Promise.resolve();
  let measurePointer: SceneInput['measurePointer'];
  let picker: { plan: Plan; picker: Picker } | undefined;
  const inputs = createSceneInputs(store, {
    isDark: ({ appearance }) => appearance === 'dark' || (appearance === 'auto' && darkQuery.matches),
    measurePointer: () => measurePointer,
  });

  /*
   * For whoever drives the page from outside: `data-map-idle` is there while nothing is left to draw; it is `plan` until the
   * plan's figures have arrived, then `complete`.
   */
  function markBusy(): void {
    container.removeAttribute('data-map-idle');
  }
  function markIdle(): void {
    if (!isStyleReady || isWaitingForFigures || isScheduled || !drawing.isWhole) return;
    const isComplete = store.ledger.peek() !== undefined;
    container.setAttribute('data-map-idle', isComplete ? 'complete' : 'plan');
    if (!hasBeenIdle) performance.mark(IDLE_MARK);
    hasBeenIdle = true;
    if (!isComplete) return;
    store.markDrawn();
    void loadHeights().catch(() => undefined);
  }

  // Figures that come a moment after the plan are waited for: drawing without them means cutting all tiles twice.
  let isWaitingForFigures = store.ledger.peek() === undefined;
  function endWaiting(): void {
    if (!isWaitingForFigures) return;
    isWaitingForFigures = false;
    schedule();
  }
  const waiting = setTimeout(endWaiting, LONGEST_WAIT_FOR_FIGURES_MILLISECONDS);

  function draw(): void {
    isScheduled = false;
    if (isDisposed || !isStyleReady || isWaitingForFigures) return;
    const input = inputs.ofScreen();
    // Shows through hair-thin cracks between tiles, and before the first of them is drawn.
    container.style.setProperty('background-color', mapPalette(input.dark).paper);
    drawing.show(input);
    markBusy();
    map.triggerRepaint();
  }
  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(draw);
  }

  function startDrawing(): void {
    isStyleReady = true;
    draw();
    camera.report();
    if (store.notice.peek()?.key === 'webglLost') store.notify(undefined);
  }

  function goTo(geometry: Geometry, ref: FeatureRef | undefined, cover?: PageBox): void {
    kept = undefined;
    const { plan, analysis } = store.drawn.peek();
    const heightMetres = standingHeightOf(plan, analysis?.ledger, ref);
    fitGeometry(map, geometry, { ...fitting(true), heightMetres, ...(cover && { cover }) });
  }

  function drawAbove(): void {
    if (isDisposed) return;
    const hasInk = hasCrosshair || store.view.peek().mode === '3d';
    const context = overlay.begin(map.getPixelRatio(), hasInk);
    if (!context) return;
    drawing.drawOverlay(context, {
      widthPixels: overlay.canvas.clientWidth,
      heightPixels: overlay.canvas.clientHeight,
      heightScaleNote: options.words?.(store.view.peek().language).heightScale ?? '',
      hasCrosshair,
    });
  }

  const stops: (() => void)[] = [];
  map.on('render', drawAbove);
  map.on('error', (event) => {
    const isBasemap = 'sourceId' in event && String(event.sourceId).startsWith(BASEMAP_SOURCE_PREFIX);
    if (isBasemap) store.notify({ key: 'basemapBlocked' });
    else console.error(event.error);
  });
  map.on('webglcontextlost', () => {
    isStyleReady = false;
    markBusy();
    store.notify({ key: 'webglLost' });
  });
  map.on('webglcontextrestored', () => {
    // What MapLibre brings back lacks feature states and the layers that draw themselves: begin with an empty sheet.
    drawing.forget();
    map.once('style.load', startDrawing);
    map.setStyle(EMPTY_STYLE, { diff: false });
  });
  const keepInSight = (): void => {
    if (kept === 'plan') fitPlan(map, store.plan.peek(), fitting(false));
    else if (kept) fitGeometry(map, kept, fitting(false));
  };
  map.on('resize', keepInSight);
  map.on('movestart', (event) => {
    if (event.originalEvent) kept = undefined;
    markBusy();
  });
  map.on('idle', markIdle);
  whenReady(startDrawing);
  stops.push(
    effect(() => {
      inputs.ofScreen();
      schedule();
    }),
    effect(() => {
      if (store.ledger.value) untracked(endWaiting);
    }),
    effect(() => {
      if (camera.follow(store.view.value)) kept = undefined;
    }),
    effect(() => {
      const spotlight = store.spotlight.value;
      // The flight reads and tells the view: it must not start again whenever the view changes.
      if (spotlight) untracked(() => goTo(spotlight.geometry, store.view.peek().selection, spotlight.cover));
    }),
    effect(() => {
      const words = options.words?.(store.view.value.language);
      if (words) map.getCanvas().setAttribute('aria-label', words.canvas);
    }),
    effect(() => {
      const isMeasuring = store.measure.value.tool !== 'none';
      if (isMeasuring) map.doubleClickZoom.disable();
      else map.doubleClickZoom.enable();
    }),
    attachSwipe({ map, container, store, input: () => inputs.ofSide('after') }),
    attachInteraction({
      map,
      store,
      picker() {
        const { plan } = store.drawn.peek();
        if (picker?.plan !== plan) picker = { plan, picker: new Picker(plan) };
        return picker.picker;
      },
      measurePointer(place) {
        if (measurePointer === place) return;
        measurePointer = place;
        schedule();
      },
      crosshair(isShown) {
        if (hasCrosshair === isShown) return;
        hasCrosshair = isShown;
        map.triggerRepaint();
      },
    }),
  );
  darkQuery.addEventListener('change', schedule);

  const port: MapPort = {
    fitPlan: () => fitPlan(map, store.plan.peek(), fitting(true)),
    fitFeature({ layer, id }) {
      const feature = featureById(store.drawn.peek().plan, layer, id);
      if (feature) goTo(feature.geometry, { layer, id });
    },
    fitGeometry: (geometry, cover) => goTo(geometry, undefined, cover),
    keepInSight(geometry) {
      goTo(geometry, undefined);
      kept = geometry;
    },
    zoomBy(steps) {
      kept = undefined;
      map.easeTo({ zoom: map.getZoom() + steps, duration: 250 });
    },
    resetNorth: () => void map.easeTo({ bearing: 0, duration: 400 }),
    sizeCssPixels: () => ({ width: container.clientWidth, height: container.clientHeight }),
    capture(request) {
      const capture = async (): Promise<CapturedMap> => {
        const { hover: _, ...present } = store.view.peek();
        const view: View = { ...present, ...request.view };
        const { captureMap } = await import('./capture.ts');
        return captureMap(
          {
            container,
            camera: cameraOf(map),
            input: untracked(() => inputs.ofView(view)),
            heightScaleNote: options.words?.(view.language).heightScale ?? '',
          },
          request,
        );
      };
      // One after the other: each needs a graphics context and a picture's worth of memory.
      const result = lastCapture.then(capture, capture);
      lastCapture = result.catch(() => undefined);
      return result;
    },
  };
  store.map.value = port;

  return {
    cornerChanged: keepInSight,
    dispose() {
      isDisposed = true;
      clearTimeout(waiting);
      if (store.map.peek() === port) store.map.value = undefined;
      darkQuery.removeEventListener('change', schedule);
      for (const stop of stops) stop();
      camera.dispose();
      map.remove();
      container.remove();
      overlay.canvas.remove();
    },
  };
}
